"""A thousand suppositions: nothing ranks lower for rising, totals are sums, groups follow the score."""

from decimal import Decimal
from math import sqrt
from statistics import mean, stdev

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dondoc.scores.adapters.tables import shipped_panel
from dondoc.scores.rules.comparability import scale
from dondoc.scores.rules.goals import parse_goals
from dondoc.scores.rules.panel import TOTAL
from dondoc.scores.rules.prospects import prospect
from dondoc.scores.rules.what_if import sampled, suppose

PANEL = shipped_panel()
YEARS = range(2018, 2025)
STARTS = [(year, place) for year in YEARS for place in PANEL.column(TOTAL, year)]


@st.composite
def rises(draw: st.DrawFn) -> tuple[int, str, dict[str, Decimal]]:
    """A province in a year with some components at or above their scores."""
    year, place = draw(st.sampled_from(STARTS))
    codes = [code for code in PANEL.codes(year) if "_" in code]
    moved = {}
    for code in draw(st.lists(st.sampled_from(codes), min_size=1, max_size=6, unique=True)):
        now, ends = PANEL.column(code, year)[place], scale(code, year)
        assert ends is not None
        share = draw(st.decimals(0, 1, places=3))
        moved[code] = (now + (Decimal(ends[1]) - now) * share).quantize(Decimal("0.0001"))
    return year, place, moved


@settings(max_examples=1000)
@given(rises(), st.data())
def test_a_rise_never_costs_a_place_or_a_group_and_totals_are_sums(
    given_: tuple[int, str, dict[str, Decimal]], data: st.DataObject
) -> None:
    year, place, moved = given_
    found, before = suppose(PANEL, place, year, moved), suppose(PANEL, place, year, {})
    others = {code: score for code in PANEL.codes(year) if "_" in code and (score := PANEL.score(code, year, place))}
    assert found.added == sum((score - others[code] for code, score in moved.items()), Decimal(0))
    assert found.total == PANEL.column(TOTAL, year)[place] + found.added
    assert abs(found.total - sum(({**others, **moved}).values(), Decimal(0))) < Decimal("0.002")
    assert found.rank <= before.rank
    assert found.placement.group >= before.placement.group
    part = dict(list(moved.items())[: data.draw(st.integers(0, len(moved)))])
    between = suppose(PANEL, place, year, part)
    assert before.rank >= between.rank >= found.rank
    assert before.placement.group <= between.placement.group <= found.placement.group


def test_nothing_moved_is_what_was_published() -> None:
    for year, place in STARTS[::17]:
        found = suppose(PANEL, place, year, {})
        assert (found.total, found.added) == (PANEL.column(TOTAL, year)[place], 0)


def test_the_uncertainty_is_that_of_one_sample_recounted_here() -> None:
    """The spread of one-year changes within samples, by the root of two, times the eight-in-ten point of the normal."""
    spreads = []
    for year in (2012, 2013, 2014, 2016, 2017, 2019, 2020, 2022, 2023, 2024):
        old, new = PANEL.column(TOTAL, year - 1), PANEL.column(TOTAL, year)
        spreads.append(stdev(float(new[p] - old[p]) for p in old.keys() & new.keys()))
    found = sampled(PANEL, "67", 2023, Decimal("42"))
    assert found is not None
    assert abs(float(found.high - found.low) / 2 - 1.2816 * mean(spreads) / sqrt(2)) < 0.001
    assert found.best_rank <= found.worst_rank
    assert found.lowest <= found.highest


@pytest.mark.parametrize(
    ("province", "base", "goal", "needs", "is_met"),
    [
        ("67", 2023, "group>=mid-low", True, False),
        ("02", 2022, "group>=mid-high", True, True),
        ("46", 2023, "group>=high", False, True),
    ],
)
def test_a_named_group_is_a_goal(province: str, base: int, goal: str, needs: bool, is_met: bool) -> None:
    found = prospect(PANEL, province, base, parse_goals(goal))
    assert bool(found.needs) is needs
    assert found.is_met is is_met
    assert found.rate is not None


def test_a_dimension_has_goals_like_the_total() -> None:
    found = prospect(PANEL, "10", 2020, parse_goals("score+"), code="D3")
    assert found.is_met is False
    assert found.base.code == "D3"
    within = prospect(PANEL, "67", 2023, parse_goals("rank+5"), code="D6")
    old, new = (_place("D6", year, "67") for year in (2023, 2024))
    assert within.is_met is (old - new >= 5)


def _place(code: str, year: int, place: str) -> int:
    column = PANEL.column(code, year)
    return 1 + sum(score > column[place] for score in column.values())


def test_rates_of_a_dimension_leave_out_the_years_in_which_its_make_up_changed() -> None:
    """Dimension 3 was put together anew in 2016, 2018 and 2021."""
    found = prospect(PANEL, "67", 2023, parse_goals("score+"), code="D3")
    assert found.rate is not None
    cases = 0
    for year in (2012, 2013, 2014, 2017, 2019, 2020, 2022, 2023, 2024):
        old, new = PANEL.column("D3", year - 1), PANEL.column("D3", year)
        ordered = sorted(old.values())
        cuts = [ordered[0], *(_cut(ordered, part) for part in (1, 2, 3)), Decimal(99)]
        low, high = cuts[found.start.group], cuts[found.start.group + 1]
        cases += sum(low <= old[p] < high for p in old if p in new)
    assert found.rate.cases == cases


def _cut(ordered: list[Decimal], part: int) -> Decimal:
    at, rest = divmod((len(ordered) - 1) * part, 4)
    return ordered[at] + (ordered[min(at + 1, len(ordered) - 1)] - ordered[at]) * rest / 4
