"""Ranks, groups and suppositions: the published ones, and what holds for any scores."""

from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.scores.adapters.tables import shipped_panel
from dondoc.scores.rules.comparability import scale
from dondoc.scores.rules.groups import Placement, groups_by_rule, placements, threshold
from dondoc.scores.rules.panel import TOTAL, Group, Panel
from dondoc.scores.rules.ranking import common_ranks, ranks
from dondoc.scores.rules.what_if import suppose
from dondoc.toolkit.errors import BadInput

PANEL = shipped_panel()
SCORES = st.decimals(min_value=8, max_value=80, places=4)
TABLES = st.lists(SCORES, min_size=1, max_size=63).map(lambda found: {f"{n:02}": s for n, s in enumerate(found)})
DISTINCT = st.lists(SCORES, min_size=1, max_size=63, unique=True).map(
    lambda found: {f"{n:02}": s for n, s in enumerate(found)}
)


def placed(code: str, year: int) -> dict[str, Placement]:
    return placements(PANEL.column(code, year), PANEL.bounds.get((code, year), ()))


def sizes(code: str, year: int) -> list[int]:
    counted = Counter(placement.group for placement in placed(code, year).values())
    return [counted[group] for group in sorted(Group, reverse=True)]


@given(DISTINCT)
def test_ranks_of_distinct_scores_are_a_permutation(scores: dict[str, Decimal]) -> None:
    assert sorted(ranks(scores).values()) == list(range(1, len(scores) + 1))


@given(TABLES)
def test_a_rank_is_one_more_than_there_are_better_ones(scores: dict[str, Decimal]) -> None:
    assert ranks(scores) == {p: 1 + sum(other > s for other in scores.values()) for p, s in scores.items()}


@given(TABLES)
def test_groups_are_monotone_in_the_score(scores: dict[str, Decimal]) -> None:
    groups = placements(scores)
    ordered = [groups[province].group for province in sorted(scores, key=lambda p: scores[p])]
    assert ordered == sorted(ordered)


@pytest.mark.parametrize(("code", "year"), [(code, year) for code, year in PANEL.scores])
def test_groups_of_all_published_columns_are_monotone(code: str, year: int) -> None:
    column, groups = PANEL.column(code, year), placed(code, year)
    ordered = [groups[province].group for province in sorted(column, key=lambda p: column[p])]
    assert ordered == sorted(ordered)


@pytest.mark.parametrize(
    ("code", "year", "published"),
    [
        (TOTAL, 2019, [16, 16, 15, 16]),
        (TOTAL, 2020, [16, 16, 15, 16]),
        (TOTAL, 2022, [16, 16, 15, 14]),
        ("D6", 2022, [16, 16, 15, 16]),
    ],
)
def test_groups_have_the_published_sizes(code: str, year: int, published: list[int]) -> None:
    assert sizes(code, year) == published


def test_the_rule_alone_gives_the_published_bounds_of_dimension_6_in_2022() -> None:
    column = PANEL.column("D6", 2022)
    groups = groups_by_rule(column)
    for bound in PANEL.bounds["D6", 2022]:
        inside = [column[province] for province, group in groups.items() if group == bound.group]
        assert (min(inside), max(inside), len(inside)) == (bound.lower, bound.upper, bound.count)


def test_bounds_hold_what_was_published_in_2022() -> None:
    column, groups = PANEL.column(TOTAL, 2022), placed(TOTAL, 2022)
    for bound in PANEL.bounds[TOTAL, 2022]:
        inside = [column[province] for province, placement in groups.items() if placement.group == bound.group]
        # Press and portals cut or round the second place.
        assert abs(min(inside) - bound.lower) < Decimal("0.011")
        assert abs(max(inside) - bound.upper) < Decimal("0.011")


def test_where_bounds_are_known_in_part_the_rule_goes_on_in_their_way() -> None:
    groups = placed(TOTAL, 2023)
    assert sizes(TOTAL, 2023) == [15, 15, 15, 16]
    at_cut = {PANEL.provinces[province] for province, placement in groups.items() if placement.is_at_cut}
    assert "Long An" in at_cut


def test_scores_on_a_cut_are_marked() -> None:
    marked = {PANEL.provinces[p] for p, placement in placed(TOTAL, 2024).items() if placement.is_at_cut}
    assert marked == {"Bắc Giang", "Lai Châu", "Yên Bái"}
    begins = threshold(Group.MID_LOW, PANEL.column(TOTAL, 2024))
    assert (begins.at, begins.surely) == (Decimal("41.9391"), Decimal("42.2931"))


def test_ranks_in_common_leave_out_who_was_not_there_twice() -> None:
    before, after = common_ranks(PANEL.column(TOTAL, 2020), PANEL.column(TOTAL, 2021))
    assert (len(before), before["10"], after["10"]) == (60, 25, 49)


@given(st.data())
def test_raising_a_component_never_lowers_rank_or_group(data: st.DataObject) -> None:
    year = data.draw(st.sampled_from(range(2011, 2025)))
    province = data.draw(st.sampled_from(sorted(PANEL.column(TOTAL, year))))
    code = data.draw(st.sampled_from([code for code in PANEL.codes(year) if "_" in code]))
    ends, now = scale(code, year), PANEL.score(code, year, province)
    assert ends is not None
    assert now is not None
    raised = data.draw(st.decimals(min_value=now, max_value=Decimal(ends[1]), places=4))
    found = suppose(PANEL, province, year, {code: raised})
    stays = suppose(PANEL, province, year, {})
    assert found.total == PANEL.column(TOTAL, year)[province] + raised - now
    assert found.rank <= stays.rank
    assert found.placement.group >= stays.placement.group


@pytest.mark.parametrize(
    ("code", "score", "refusal"),
    [("D9_X", "1", "component-unknown"), ("D2", "5", "component-unknown"), ("D2_LAND", "2.6", "score-outside-scale")],
)
def test_a_supposition_stays_within_the_framework(code: str, score: str, refusal: str) -> None:
    with pytest.raises(BadInput) as refused:
        suppose(PANEL, "67", 2023, {code: Decimal(score)})
    assert refused.value.code == refusal


def test_one_province_alone_is_ranked_and_placed() -> None:
    scores = {"67": Decimal("38.9711")}
    assert ranks(scores) == {"67": 1}
    assert placements(scores)["67"].is_at_cut
    assert placements({}) == {}


def test_a_panel_without_bounds_is_a_panel() -> None:
    bare = Panel(PANEL.provinces, PANEL.scores)
    assert suppose(bare, "67", 2023, {}).rank == 61
