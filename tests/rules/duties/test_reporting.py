"""Periods of any rule: the days stand in order, nothing falls between two, and what is written reads back."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dondoc.duties.rules.closing import CLOSINGS, USAGES, closing_on, usage_on
from dondoc.duties.rules.occurrences import occurrences_of
from dondoc.duties.rules.reporting import Timing, add_working, explained, report_periods, timing_from
from dondoc.schedule.rules import NATIONAL

DAYS = st.one_of(
    st.none(),
    st.fixed_dictionaries(
        {"before": st.booleans(), "day": st.integers(1, 31)}, optional={"within": st.sampled_from(["first", "next"])}
    ),
)
TIMINGS = st.builds(
    Timing,
    due=DAYS,
    closing=st.one_of(st.none(), st.integers(1, 31)),
    after=st.one_of(st.none(), st.integers(1, 15)),
    opens=st.one_of(st.none(), st.integers(1, 60)),
    locks=st.one_of(st.none(), st.integers(1, 30)),
)
CYCLES = st.sampled_from(["month", "quarter", "half-year", "nine-month", "year"])


@given(CYCLES, TIMINGS, st.integers(2023, 2027))
def test_close_due_and_lock_stand_in_order(cycle: str, timing: Timing, year: int) -> None:
    for one in report_periods(cycle, timing, year=year, with_year=False):
        assert one.closes_on <= one.due_on < one.locks_on
        assert one.opens_on <= one.due_on
        assert NATIONAL.is_working(one.due_on)
        assert one.data_from <= one.closes_on


@given(st.sampled_from(["month", "quarter"]), TIMINGS, st.integers(2023, 2026))
def test_no_day_of_figures_falls_between_two_reports(cycle: str, timing: Timing, year: int) -> None:
    found = report_periods(cycle, timing, year=year)
    for one, following in pairwise(found):
        assert following.data_from == one.closes_on + timedelta(days=1)


@given(TIMINGS)
def test_what_is_kept_reads_back(timing: Timing) -> None:
    assert timing_from(timing.as_json()) == timing


def test_the_default_is_the_states_closing_rule() -> None:
    found = {
        one.key: (one.data_from, one.closes_on)
        for cycle in ("month", "quarter", "half-year", "nine-month", "year")
        for one in report_periods(cycle, Timing(), year=2026)
    }
    assert found["2026-05"] == (date(2026, 4, 15), date(2026, 5, 14))
    assert found["2026-Q2"] == (date(2026, 3, 15), date(2026, 6, 14))
    assert found["2026-H1"] == (date(2025, 12, 15), date(2026, 6, 14))
    assert found["2026-9M"] == (date(2025, 12, 15), date(2026, 9, 14))
    assert found["2026"] == (date(2025, 12, 15), date(2026, 12, 14))


def test_a_named_piece_is_owed_alone() -> None:
    keys = [one.key for one in report_periods("quarter", Timing(only=("Q1", "Q3")), year=2026)]
    assert keys == ["2026-Q1", "2026-Q3"]
    assert [one.key for one in report_periods("quarter", Timing(skip=("Q4",)), year=2026)][-1] == "2026-Q3"


def test_a_printed_day_that_is_off_moves_and_says_so() -> None:
    timing = Timing(due={"before": False, "day": 20})
    one = report_periods("quarter", timing, year=2026)[1]
    assert (one.due_on, one.aim_on) == (date(2026, 6, 22), date(2026, 6, 19))
    told = explained(one, "Ngày 20 hằng quý")
    assert [skipped["day"] for skipped in told["skipped"]] == ["2026-06-20", "2026-06-21"]
    assert "19/06/2026" in told["rule"]


def test_each_usage_and_closing_rule_is_dated_and_cited() -> None:
    assert all(one.citation and one.valid_from for one in (*USAGES, *CLOSINGS))
    assert usage_on(date(2018, 1, 1)) == USAGES[0]
    assert closing_on(date(2026, 1, 1)).first_day == 15


def test_working_days_are_added_both_ways() -> None:
    assert add_working(date(2026, 4, 29), 1, NATIONAL) == date(2026, 5, 4)
    assert add_working(date(2026, 5, 4), -1, NATIONAL) == date(2026, 4, 29)


def test_the_engine_takes_the_periods_of_a_rule() -> None:
    form = {"kind": "report", "text": "Trước ngày 10", "normalised": {"cycle": "quarter", "timing": {}}}
    found = occurrences_of(form, year=2026, issued_on=date(2026, 4, 1))
    assert [one.key for one in found] == ["2026-Q2", "2026-Q3", "2026-Q4"]
    assert len(occurrences_of(form, year=2026, issued_on=date(2026, 4, 1), with_history=True)) == 4
    assert "khóa" in found[0].explained["rule"]
