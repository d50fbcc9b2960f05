"""What may be opened by itself, and what brings another with it."""

from dondoc.portal.rules.openings import WORDS, Part, completed


def test_progress_brings_the_plan_that_it_speaks_of() -> None:
    assert completed(frozenset({Part.PROGRESS})) == {Part.PAGE, Part.PROGRESS, Part.PLAN}


def test_all_else_needs_the_page_alone() -> None:
    others = frozenset(Part) - {Part.PROGRESS}
    assert all(completed(frozenset({part})) == {Part.PAGE, part} for part in others)


def test_nothing_chosen_is_nothing_open() -> None:
    assert completed(frozenset()) == frozenset()


def test_every_part_has_its_words() -> None:
    assert set(WORDS) == set(Part)
