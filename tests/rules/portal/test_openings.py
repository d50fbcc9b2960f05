"""What may be opened by itself, and what brings another with it."""

from dondoc.portal.rules.openings import WORDS, Part, completed


def test_progress_brings_the_plan_that_it_speaks_of() -> None:
    assert completed(frozenset({Part.PROGRESS})) == {Part.PROGRESS, Part.PLAN}


def test_all_else_stands_by_itself() -> None:
    others = frozenset(Part) - {Part.PROGRESS}
    assert all(completed(frozenset({part})) == {part} for part in others)


def test_every_part_has_its_words() -> None:
    assert set(WORDS) == set(Part)
