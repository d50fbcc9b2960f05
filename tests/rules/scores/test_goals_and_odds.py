"""Goals, their odds, and the outcomes of the plans' goals; the rates are recounted here by other means."""

import csv
from collections.abc import Callable
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from statistics import mean, median, stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.scores.adapters.tables import shipped_panel
from dondoc.scores.rules.goals import Goal, parse_goals
from dondoc.scores.rules.movement import movement, volatility
from dondoc.scores.rules.odds import Start, rate, wilson
from dondoc.scores.rules.panel import TOTAL, Group
from dondoc.scores.rules.prospects import Prospect, prospect
from dondoc.scores.rules.transitions import transitions
from dondoc.toolkit.errors import BadInput

PANEL = shipped_panel()
CASES = transitions(PANEL)
DAK_NONG, LAO_CAI, HUE, HA_GIANG, QUANG_TRI = "67", "10", "46", "02", "45"
BASE_RATES = Path(__file__).resolve().parents[4] / "shared" / "papi" / "base_rates.csv"
NEW_SAMPLE_AFTER = {2014, 2017, 2020}


def recounted() -> list[tuple[bool, tuple[int, int, int, int, float | None]]]:
    """(new sample, (group, group after, place, place after, gain)) of all cases, in floats and without our rules."""
    totals: dict[int, dict[str, float]] = {}
    with (files("dondoc.scores") / "data" / "scores.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["code"] == "TOTAL":
                totals[int(row["year"])] = {p: float(s) for p, s in row.items() if s and p.isdigit()}
    found = []
    for year in range(2011, 2024):
        old, new = totals[year], totals[year + 1]
        both = [p for p in old if p in new]
        for p in both:
            places = [1 + sum(table[o] > table[p] for o in both) for table in (old, new)]
            groups = [quarter(table[p], sorted(table.values())) for table in (old, new)]
            gain = None if year == 2017 else new[p] - old[p]
            found.append((year in NEW_SAMPLE_AFTER, (groups[0], groups[1], places[0], places[1], gain)))
    return found


def quarter(score: float, ordered: list[float]) -> int:
    marks = [(len(ordered) - 1) * part / 4 for part in (1, 2, 3)]
    cuts = [ordered[int(m)] + (m % 1) * (ordered[min(int(m) + 1, len(ordered) - 1)] - ordered[int(m)]) for m in marks]
    return sum(score >= cut - 1e-9 for cut in cuts)


RECOUNTED = recounted()
JUDGES: dict[str, Callable[[int, int, int, int, float | None], bool | None]] = {
    "rank+5": lambda g, h, a, b, gain: a - b >= 5,
    "rank+1": lambda g, h, a, b, gain: a - b >= 1,
    "group+1": lambda g, h, a, b, gain: h > g,
    "score+": lambda g, h, a, b, gain: None if gain is None else gain > 0,
    "score+,group+1": lambda g, h, a, b, gain: None if gain is None else gain > 0 and h > g,
    "keep": lambda g, h, a, b, gain: b <= a,
    "keep-group": lambda g, h, a, b, gain: h >= g,
}


@pytest.mark.parametrize("goal", JUDGES)
@pytest.mark.parametrize("group", list(Group))
@pytest.mark.parametrize("is_new", [False, True])
def test_rates_agree_with_a_plain_recount(goal: str, group: Group, is_new: bool) -> None:
    verdicts = [JUDGES[goal](*case) for new, case in RECOUNTED if new == is_new and case[0] == group]
    told = [verdict for verdict in verdicts if verdict is not None]
    found = rate(parse_goals(goal), CASES, Start(1, group, Decimal(0)), is_new_sample=is_new)
    assert found is not None
    assert (found.met, found.cases) == (sum(told), len(told))


@pytest.mark.parametrize(
    ("goal", "place", "is_new", "met", "cases"),
    [("top10", 1, False, 53, 100), ("top10", 10, True, 10, 30), ("top10", 15, False, 23, 100)],
)
def test_staying_among_the_first_and_coming_there(goal: str, place: int, is_new: bool, met: int, cases: int) -> None:
    found = rate(parse_goals(goal), CASES, Start(place, Group.HIGH, Decimal(0)), is_new_sample=is_new)
    assert found is not None
    assert (found.met, found.cases) == (met, cases)


COLUMNS = {"p_up5": "rank+5", "p_up1": "rank+1", "p_up10": "rank+10", "p_group_up": "group+1", "p_score_up": "score+",
           "p_score_up_and_group_up": "score+,group+1"}  # fmt: skip
STARTS = {"Low": Group.LOW, "Mid-Low": Group.MID_LOW, "Mid-High": Group.MID_HIGH, "High": Group.HIGH}


@pytest.mark.skipif(not BASE_RATES.exists(), reason="the table of base rates is not here")
def test_rates_agree_with_the_table_of_base_rates() -> None:
    compared = 0
    for row in csv.DictReader(BASE_RATES.open(encoding="utf-8")):
        kind, _, start = row["sample"].partition(" | start ")
        for column, goal in COLUMNS.items() if start else ():
            found = rate(parse_goals(goal), CASES, Start(1, STARTS[start], Decimal(0)), is_new_sample=kind == "cross")
            assert found is not None
            assert round(found.share, 4) == pytest.approx(float(row[column]), abs=1e-4), (row["sample"], goal)
            compared += 1
    assert compared == 48


def test_all_cases_are_counted_once() -> None:
    assert [len(CASES), sum(not case.is_new_sample for case in CASES)] == [797, 615]
    within = [case for case in CASES if not case.is_new_sample]
    assert median(abs(case.climbed) for case in within) == 9


def outcome_of(province: str, year: int, goal: str) -> Prospect:
    return prospect(PANEL, province, year, parse_goals(goal))


@pytest.mark.parametrize(
    ("province", "base_year", "goal", "is_met", "is_break"),
    [
        (LAO_CAI, 2020, "rank+5", False, True),
        (DAK_NONG, 2023, "score+", True, False),
        (DAK_NONG, 2023, "group+1", False, False),
        (DAK_NONG, 2023, "score+,group+1", False, False),
        (HUE, 2023, "score+", False, False),
        (HUE, 2023, "top10", False, False),
        (HUE, 2023, "keep", False, False),
        (HUE, 2023, "keep-group", True, False),
        (HUE, 2022, "rank+4", True, False),
        (HA_GIANG, 2022, "score+", True, False),
        (HA_GIANG, 2022, "rank+29", True, False),
        (HA_GIANG, 2022, "group+2", True, False),
        (QUANG_TRI, 2023, "group+1", True, False),
        (QUANG_TRI, 2023, "score>=44,7", True, False),
        (QUANG_TRI, 2023, "score>=44,8", False, False),
        (HUE, 2024, "top10", None, True),
        (HUE, 2017, "score+", None, True),
    ],
)
def test_goals_of_plans_came_out_like_this(
    province: str, base_year: int, goal: str, is_met: bool | None, is_break: bool
) -> None:
    found = outcome_of(province, base_year, goal)
    assert found.is_met is is_met
    assert found.across.is_break is is_break


def test_hue_missed_the_first_ten_by_a_hair() -> None:
    outcome = outcome_of(HUE, 2023, "top10").outcome
    assert outcome is not None
    assert (outcome.result.rank, outcome.short_by) == (11, Decimal("0.0914"))


def test_lao_cai_fell_further_on_common_ground_and_missed_by_much() -> None:
    found = outcome_of(LAO_CAI, 2020, "rank+5")
    assert found.outcome is not None
    assert (found.outcome.places, found.outcome.places_in_common) == (-21, -24)
    assert round(found.outcome.result.score + (found.outcome.short_by or 0), 2) == Decimal("42.82")
    assert found.rate is not None
    assert (found.rate.met, found.rate.cases) == (13, 45), "cases over a new sample, as lay ahead"


def test_dak_nong_was_short_of_the_next_group_by_either_way_of_cutting() -> None:
    outcome = outcome_of(DAK_NONG, 2023, "group+1").outcome
    assert outcome is not None
    assert round(outcome.short_by or 0, 2) == Decimal("1.40")


@pytest.mark.parametrize(("province", "goal"), [(HUE, "rank+5"), (HUE, "group+1"), (HUE, "rank+1,score+")])
def test_what_cannot_be_reached_is_said_and_has_no_rate(province: str, goal: str) -> None:
    found = outcome_of(province, 2023, goal)
    assert (found.needs, found.rate, found.is_met) == (None, None, False)


def test_what_must_only_be_kept_tells_what_may_be_lost() -> None:
    found = outcome_of(HUE, 2024, "keep")
    assert found.needs == 0
    assert found.spare is not None
    assert found.spare > 0
    assert outcome_of(DAK_NONG, 2023, "keep").spare is None, "nobody stands below the last"


@given(st.data())
def test_with_the_points_it_needs_a_goal_is_reached(data: st.DataObject) -> None:
    """Others standing still: the score plus what is needed takes the place or the group that was aimed at."""
    year = data.draw(st.sampled_from(range(2011, 2025)))
    province = data.draw(st.sampled_from(sorted(PANEL.column(TOTAL, year))))
    places = data.draw(st.integers(1, 20))
    found = prospect(PANEL, province, year, [Goal("rank", Decimal(places))])
    column = PANEL.column(TOTAL, year)
    if found.needs is None:
        assert found.base.rank <= places
    else:
        better = sum(score > column[province] + found.needs for other, score in column.items() if other != province)
        assert better + 1 == found.base.rank - places


@pytest.mark.parametrize(
    ("written", "goals"),
    [
        ("rank+5", [Goal("rank", Decimal(5))]),
        (" Rank + 05 ", [Goal("rank", Decimal(5))]),
        ("group+", [Goal("group", Decimal(1))]),
        ("score+", [Goal("score")]),
        ("score+0,5", [Goal("score", Decimal("0.5"))]),
        ("score=42.5", [Goal("level", Decimal("42.5"))]),
        ("top10", [Goal("top", Decimal(10))]),
        ("score+,group+1", [Goal("score"), Goal("group", Decimal(1))]),
        ("score+0,5, keep", [Goal("score", Decimal("0.5")), Goal("keep")]),
    ],
)
def test_goals_are_read(written: str, goals: list[Goal]) -> None:
    assert list(parse_goals(written)) == goals


@pytest.mark.parametrize("written", ["", "rank", "rank+0", "top0", "group+4", "score+,", "tăng 5 bậc", "rank+5x"])
def test_what_is_no_goal_is_refused(written: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse_goals(written)
    assert refused.value.code == "goal-unknown"


@given(st.integers(1, 2000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_holds_the_share_and_stays_a_share(counts: tuple[int, int]) -> None:
    met, cases = counts
    low, high = wilson(met, cases)
    assert 0 <= low <= met / cases <= high <= 1


def test_the_interval_is_that_of_the_textbook() -> None:
    # Newcombe 1998, table I: 81 of 263 and 15 of 148.
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert wilson(15, 148) == pytest.approx((0.0624, 0.1605), abs=5e-5)


@pytest.mark.parametrize(
    ("code", "reliability", "spread"),
    [(TOTAL, 0.6642, 1.4320), ("D1", 0.6842, 0.3694), ("D1_CONTR", 0.4215, 0.2103), ("D6_SECUR", 0.5380, 0.0516)],
)
def test_usual_movement_within_one_sample(code: str, reliability: float, spread: float) -> None:
    found = volatility(PANEL, code)
    assert found is not None
    assert (found.reliability, found.spread) == pytest.approx((reliability, spread), abs=1e-4)


def test_usual_movement_over_a_new_sample_is_wider() -> None:
    found = volatility(PANEL, is_new_sample=True)
    assert found is not None
    assert found.pairs == 2
    assert found.spread == pytest.approx(2.2369, abs=1e-4)


def test_a_change_is_set_against_all_others() -> None:
    moved = movement(PANEL, TOTAL, 2021, LAO_CAI)
    assert moved is not None
    old, new = PANEL.column(TOTAL, 2020), PANEL.column(TOTAL, 2021)
    changes = [float(new[p] - old[p]) for p in new if p in old]
    assert float(moved.relative) == pytest.approx(float(moved.change) - mean(changes))
    assert moved.usual is not None
    assert moved.is_unusual == (abs(float(moved.relative)) > 1.2816 * moved.usual.spread)
    assert stdev(changes) > 2


def test_no_change_is_told_over_another_scale() -> None:
    assert movement(PANEL, TOTAL, 2018, HUE) is None
    assert movement(PANEL, "D5_CERT", 2021, HUE) is None
    assert movement(PANEL, "D1_KNOW", 2018, HUE) is not None
