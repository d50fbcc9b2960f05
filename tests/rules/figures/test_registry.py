"""Figures by name: who tells them, of what they speak, how they are added."""

from datetime import date
from decimal import Decimal

import pytest

from dondoc.figures import registry
from dondoc.figures.registry import Ask, Figure, Kind, Told, figures, tell, tells, total_of

ASK = Ask(frozenset({1, 2}), date(2026, 1, 1), date(2026, 3, 31))
SHARE = Figure("test.share", "Tỷ lệ", Kind.SHARE, sections=(4,))


@pytest.fixture(autouse=True)
def empty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "_tellers", {})
    return


def test_units_that_were_not_asked_for_tell_nothing() -> None:
    tells(SHARE)(lambda ask: [Told(1, Decimal(3), Decimal(4)), Told(9, Decimal(1), Decimal(1))])
    assert [one.unit_id for one in tell("test.share", ASK)] == [1]


def test_a_figure_speaks_of_its_dimension_alone() -> None:
    tells(SHARE)(lambda ask: [])
    assert (figures(section=4), figures(section=2), figures()) == ([SHARE], [], [SHARE])


def test_a_name_is_told_by_one_alone() -> None:
    tells(SHARE)(lambda ask: [])
    with pytest.raises(ValueError, match="told by two"):
        tells(Figure("test.share", "Khác", Kind.COUNT))(lambda ask: [])


def test_shares_are_sums_over_sums() -> None:
    told = [Told(1, Decimal(1), Decimal(2)), Told(2, Decimal(9), Decimal(98))]
    assert total_of(SHARE, told) == (Decimal(10), Decimal(100))
    assert total_of(Figure("n", "Số", Kind.COUNT), [Told(1, Decimal(5))]) == (Decimal(5), None)


def test_published_scores_are_never_added() -> None:
    with pytest.raises(ValueError, match="not added"):
        total_of(Figure("s", "Điểm", Kind.SCORE), [Told(1, Decimal(5))])
