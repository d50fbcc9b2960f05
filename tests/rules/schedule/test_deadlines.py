"""Terms and their explanation."""

from datetime import date, datetime, time, timedelta
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.schedule.rules.calendar import NATIONAL, WorkingCalendar
from dondoc.schedule.rules.deadlines import VIETNAM, Deadline, Pause, explain
from dondoc.schedule.rules.holidays import DayOff

STARTS = st.dates(date(2023, 1, 1), date(2027, 10, 1)).map(lambda day: datetime.combine(day, time(9)))
NUMBERS = st.integers(1, 60)
Unit = Literal["working_days", "days"]
UNITS: st.SearchStrategy[Unit] = st.sampled_from(["working_days", "days"])


def term(start: datetime, number: int, unit: Unit, calendar: WorkingCalendar = NATIONAL) -> Deadline:
    if unit == "days":
        return explain(start, days=number, calendar=calendar)
    return explain(start, working_days=number, calendar=calendar)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def due(deadline: Deadline) -> str:
    return deadline.due.date().isoformat()


def test_the_first_day_is_day_zero() -> None:
    deadline = explain(at("2026-03-02T09:00"), working_days=1)
    assert (due(deadline), deadline.counted) == ("2026-03-03", (date(2026, 3, 3),))


def test_working_days_pass_over_tet_and_say_so() -> None:
    deadline = explain(at("2026-02-13T09:00"), working_days=5)
    assert due(deadline) == "2026-02-27"
    assert [one.day.day for one in deadline.skipped] == list(range(14, 23))
    assert any("Tết" in one.why for one in deadline.skipped)


def test_a_swapped_saturday_counts() -> None:
    assert due(explain(at("2026-08-21"), working_days=1)) == "2026-08-22"


def test_days_that_end_on_a_day_off_go_on_to_the_next_working_day() -> None:
    deadline = explain(at("2024-08-26"), days=6)
    assert due(deadline) == "2024-09-04"
    assert deadline.aim == date(2024, 8, 30)
    assert [one.day.isoformat() for one in deadline.skipped] == ["2024-09-01", "2024-09-02", "2024-09-03"]


def test_days_that_end_on_a_working_day_are_all_counted() -> None:
    deadline = explain(at("2026-03-02"), days=10)
    assert (due(deadline), len(deadline.counted), deadline.skipped, deadline.aim) == ("2026-03-12", 10, (), None)


def test_hours_are_clock_hours() -> None:
    deadline = explain(at("2026-02-14T17:00"), hours=24)
    assert deadline.due.isoformat() == "2026-02-15T17:00:00+07:00"


def test_a_paused_term_goes_on_where_it_stopped() -> None:
    pause = Pause(at("2026-03-03T00:00"), at("2026-03-05T23:00"), "Chờ bổ sung hồ sơ")
    deadline = explain(at("2026-03-02"), working_days=3, pauses=[pause])
    assert due(deadline) == "2026-03-10"
    assert [one.why for one in deadline.skipped][:3] == ["Chờ bổ sung hồ sơ"] * 3


def test_a_pause_in_hours_adds_its_length() -> None:
    pause = Pause(at("2026-03-02T10:00"), at("2026-03-02T13:00"))
    assert explain(at("2026-03-02T09:00"), hours=6, pauses=[pause]).due.hour == 18


def test_a_start_of_another_zone_is_told_in_vietnamese_time() -> None:
    assert explain(at("2026-03-02T20:00:00+00:00"), working_days=1).as_json()["due"] == "2026-03-04T23:59:59+07:00"


@pytest.mark.parametrize("terms", [{}, {"days": 1, "hours": 1}, {"days": -1}])
def test_exactly_one_term_is_wanted(terms: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="exactly one"):
        explain(at("2026-03-02"), **terms)


@given(STARTS, NUMBERS)
def test_counted_working_days_are_as_many_as_asked_and_the_rest_is_explained(start: datetime, number: int) -> None:
    deadline = explain(start, working_days=number)
    days = {*deadline.counted, *(one.day for one in deadline.skipped)}
    assert len(deadline.counted) == number
    assert len(days) == (deadline.due.date() - start.date()).days
    assert all(one.why for one in deadline.skipped)


@given(STARTS, NUMBERS, UNITS, st.integers(1, 90))
def test_one_more_holiday_never_makes_a_deadline_earlier(start: datetime, number: int, unit: Unit, after: int) -> None:
    off = DayOff(start.date() + timedelta(after), "Ngày nghỉ thêm", "QĐ 1")
    assert term(start, number, unit, NATIONAL.with_day_off(off)).due >= term(start, number, unit).due


@given(STARTS, NUMBERS, UNITS)
def test_terms_end_on_working_days_and_grow(start: datetime, number: int, unit: Unit) -> None:
    deadline = term(start, number, unit)
    assert NATIONAL.is_working(deadline.due.date())
    assert deadline.due.tzinfo == VIETNAM
    assert deadline.due <= term(start, number + 1, unit).due
