"""The shipped results are whole, within their scales, and their sums are sums."""

import time
from collections.abc import Mapping
from decimal import Decimal

import pytest

from dondoc.framework.rules.papi import framework
from dondoc.scores.adapters.tables import shipped_panel
from dondoc.scores.rules.comparability import crossing, scale
from dondoc.scores.rules.panel import TOTAL, Panel, as_published
from dondoc.scores.rules.summing import ROUNDING, disagreements, sum_of

PANEL = shipped_panel()
YEARS = range(2011, 2025)
COMPONENTS = {
    **dict.fromkeys(range(2011, 2018), 22),
    2018: 28,
    2019: 29,
    2020: 29,
    **dict.fromkeys(range(2021, 2025), 28),
}
WITH_A_TOTAL = {2014: 61, 2018: 61, 2021: 60, 2022: 61, 2023: 61, 2024: 61}


def test_all_figures_are_there_and_load_in_no_time() -> None:
    shipped_panel.cache_clear()
    started = time.process_time()
    loaded = shipped_panel()
    assert time.process_time() - started < 2
    assert sum(len(column) for column in loaded.scores.values()) == 28_854
    assert len(loaded.provinces) == 63


@pytest.mark.parametrize("year", YEARS)
def test_a_year_has_the_codes_of_the_framework_and_the_provinces_that_were_published(year: int) -> None:
    codes = PANEL.codes(year)
    assert set(codes) == {TOTAL, *(concept.code for concept in framework(year))}
    assert sum("_" in code for code in codes) == COMPONENTS[year]
    assert len(PANEL.column(TOTAL, year)) == WITH_A_TOTAL.get(year, 63)


def test_every_score_lies_on_its_scale() -> None:
    for (code, year), column in PANEL.scores.items():
        ends = scale(code, year)
        if ends is not None:
            # A dimension of three components ends at 9.99 and 0.99, by the rounded ends of its components.
            slack = Decimal("0.01") if "_" not in code else Decimal(0)
            assert Decimal(ends[0]) - slack <= min(column.values()), (code, year)
            assert max(column.values()) <= Decimal(ends[1]), (code, year)


def test_published_sums_are_the_sums_of_their_parts() -> None:
    assert disagreements(PANEL) == []
    assert disagreements(PANEL, Decimal("0.0001")), "the tolerance is rounding, not idle"


def test_a_wrong_sum_is_found() -> None:
    spoiled = {**PANEL.scores, (TOTAL, 2023): {**PANEL.column(TOTAL, 2023), "67": Decimal("38.99")}}
    found = disagreements(Panel(PANEL.provinces, spoiled))
    assert [(wrong.code, wrong.year, wrong.province) for wrong in found] == [(TOTAL, 2023, "67")]


def test_a_total_from_components_alone() -> None:
    components = {code: PANEL.scores[code, 2023]["67"] for code in PANEL.codes(2023) if "_" in code}
    computed = sum_of(TOTAL, 2023, components)
    assert computed is not None
    assert abs(computed - Decimal("38.9711")) <= 8 * ROUNDING
    del components["D4_WILL"]
    assert sum_of(TOTAL, 2023, components) is None, "nothing is filled in"


@pytest.mark.parametrize(
    ("cell", "score"), [("", None), ("0", None), ("0.0000", None), (" 5.7625 ", Decimal("5.7625"))]
)
def test_a_nought_means_that_nothing_was_published(cell: str, score: Decimal | None) -> None:
    assert as_published(cell) == score


def test_what_is_absent_is_absent_in_the_figures() -> None:
    for (year, province), absence in PANEL.absences.items():
        dimensions = [c.code for c in framework(year) if c.level == "dimension"]
        missing = dimensions if absence.missing == ("all",) else list(absence.missing)
        assert [d for d in dimensions if PANEL.score(d, year, province) is None] == missing
        assert PANEL.score(TOTAL, year, province) is None
    assert len(PANEL.absences) == 13


BREAKS: Mapping[int, tuple[bool, bool]] = {
    2015: (True, False),
    2018: (True, True),
    2021: (True, False),
    2024: (False, False),
}


@pytest.mark.parametrize("year", BREAKS)
def test_a_new_sample_and_another_scale_are_told_apart(year: int) -> None:
    across = crossing(PANEL, year)
    assert (across.is_new_sample, across.is_rescaled) == BREAKS[year]


def test_what_lies_between_is_told_for_the_code_asked_for() -> None:
    assert crossing(PANEL, 2021).redefined == ("D3_RESPONSE", "D6_SECUR")
    assert crossing(PANEL, 2021, "D6").redefined == ("D6_SECUR",)
    assert crossing(PANEL, 2022, "D2").is_break is False
    assert crossing(PANEL, 2021, "D5").replaced == ("D5_CONSTR",)
    assert crossing(PANEL, 2021, "D5_CERT").is_rescaled
    assert crossing(PANEL, 2025).is_expected


def test_the_national_value_is_not_the_mean_of_provinces() -> None:
    column = PANEL.column("D8_INTERNET", 2023).values()
    mean = sum(column, Decimal(0)) / len(column)
    assert PANEL.national["D8_INTERNET", 2023] == Decimal("2.39")
    assert round(mean, 2) == Decimal("2.29")
