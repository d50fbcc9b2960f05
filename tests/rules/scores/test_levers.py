"""What would have to move, and who is alike."""

from decimal import Decimal
from itertools import combinations

import pytest

from dondoc.scores.adapters.tables import shipped_panel
from dondoc.scores.rules.goals import parse_goals
from dondoc.scores.rules.levers import Gains, Lever, fewest, gains, levers
from dondoc.scores.rules.neighbours import neighbours
from dondoc.scores.rules.panel import TOTAL
from dondoc.scores.rules.prospects import prospect
from dondoc.scores.rules.what_if import suppose
from dondoc.toolkit.errors import BadInput

PANEL = shipped_panel()
DAK_NONG = "67"
FOUND = levers(PANEL, DAK_NONG, 2023)
NEEDS = prospect(PANEL, DAK_NONG, 2023, parse_goals("group+1")).needs or Decimal(0)


def made(code: str, good: str, *, reliability: float = 0.5, to_best: str = "9") -> Lever:
    one_year = Gains(Decimal(0), Decimal(good), 40)
    return Lever(code, code, Decimal(1), Decimal(0), Decimal(to_best), None, one_year, None, reliability)


def test_every_component_has_its_gaps() -> None:
    assert len(FOUND) == 28
    for lever in FOUND:
        column = PANEL.column(lever.code, 2023)
        assert lever.score + lever.to_best == max(column.values())
        assert (lever.to_median == 0) == (sum(score > lever.score for score in column.values()) <= len(column) // 2)


def test_gains_are_those_of_peers_from_the_same_quarter() -> None:
    low, high = gains(PANEL, "D4_WILL", 0, years=1), gains(PANEL, "D4_WILL", 3, years=1)
    assert low is not None
    assert high is not None
    assert low.typical > 0 > high.typical, "the lowest rise and the highest fall by themselves"
    assert low.typical <= low.good


def test_gains_are_never_taken_over_a_break() -> None:
    # Eight pairs of years within samples but for those in which its make-up changed (2019, 2022).
    found = gains(PANEL, "D1_KNOW", 0, years=1)
    assert found is not None
    pairs = [y for y in range(2011, 2024) if y not in {2014, 2017, 2020, 2018, 2021}]
    assert 15 * len(pairs) <= found.cases <= 16 * len(pairs)
    assert gains(PANEL, "D8_RESP", 0, years=3) is not None
    assert gains(PANEL, "D3_CISB", 0, years=4) is None


def test_the_fewest_components_reach_what_is_needed() -> None:
    bundles = fewest(FOUND, NEEDS)
    assert bundles
    size = len(bundles[0].codes)
    realistic = [lever.realistic for lever in FOUND]
    assert all(bundle.points >= NEEDS and len(bundle.codes) == size for bundle in bundles)
    assert all(sum(fewer) < NEEDS for fewer in combinations(realistic, size - 1))
    assert [bundle.firmness for bundle in bundles] == sorted((b.firmness for b in bundles), reverse=True)


def test_what_the_levers_promise_a_supposition_keeps() -> None:
    moved = {
        lever.code: lever.score + lever.realistic for lever in FOUND if lever.code in fewest(FOUND, NEEDS)[0].codes
    }
    found = suppose(PANEL, DAK_NONG, 2023, moved)
    assert found.total >= PANEL.column(TOTAL, 2023)[DAK_NONG] + NEEDS


def test_the_firmer_of_two_equal_sets_comes_first() -> None:
    bundles = fewest([made("D1_A", "0.3", reliability=0.2), made("D6_B", "0.3", reliability=0.9)], Decimal("0.3"))
    assert [bundle.codes for bundle in bundles] == [("D6_B",), ("D1_A",)]


def test_nothing_goes_beyond_the_best() -> None:
    assert made("D1_A", "0.3", to_best="0.1").realistic == Decimal("0.1")
    assert fewest([made("D1_A", "0.3", to_best="0.1")], Decimal("0.2")) == ()
    assert fewest([], Decimal(0))[0].codes == ()


def test_a_large_need_is_answered_by_one_set() -> None:
    many = [made(f"D{n}_X", "0.1") for n in range(1, 9)]
    (bundle,) = fewest(many, Decimal("0.6"))
    assert len(bundle.codes) == 6


def test_neighbours_are_mutual_in_distance_and_never_oneself() -> None:
    found = neighbours(PANEL, DAK_NONG, 2023, count=62)
    assert DAK_NONG not in {neighbour.province for neighbour in found}
    assert [n.distance for n in found] == sorted(n.distance for n in found)
    nearest = found[0]
    back = {n.province: n.distance for n in neighbours(PANEL, nearest.province, 2023, count=62)}
    assert back[DAK_NONG] == pytest.approx(nearest.distance)


def test_a_year_without_results_is_refused() -> None:
    for asked in (levers, neighbours):
        with pytest.raises(BadInput):
            asked(PANEL, DAK_NONG, 2025)
