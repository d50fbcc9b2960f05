"""Working days 2023-2027."""

from datetime import date, timedelta

import pytest

from dondoc.schedule.rules.calendar import NATIONAL, calendar_with
from dondoc.schedule.rules.holidays import SWAPS, YEARS, DayOff, WorkingWeekend, days_off

OFF = ["2023-01-26", "2023-05-03", "2023-09-04", "2024-02-14", "2024-04-29", "2025-05-02", "2025-09-01", "2026-01-02"]
OFF += ["2026-04-27", "2026-08-31", "2026-11-24", "2027-05-03", "2027-02-05", "2024-06-15"]
WORKED = [
    "2023-01-19",
    "2023-01-27",
    "2024-05-04",
    "2025-04-26",
    "2026-01-10",
    "2026-08-22",
    "2025-11-24",
    "2024-09-04",
]


@pytest.mark.parametrize("day", OFF)
def test_a_day_off(day: str) -> None:
    assert NATIONAL.why_off(date.fromisoformat(day))


@pytest.mark.parametrize("day", WORKED)
def test_a_day_of_work(day: str) -> None:
    assert NATIONAL.is_working(date.fromisoformat(day))


def test_each_day_off_names_its_decision_and_estimates_say_so() -> None:
    assert "2450/VPCP-KGVX" in str(NATIONAL.why_off(date(2024, 4, 29)))
    assert "ước tính" in str(NATIONAL.why_off(date(2027, 2, 8)))
    assert all(off.decision for year in YEARS for off in days_off(year))


def test_a_swap_takes_a_weekday_and_gives_a_weekend() -> None:
    for off, swap in SWAPS:
        assert off.weekday() < 5 <= swap.day.weekday()
        assert swap.instead_of == off


def test_holidays_on_a_weekend_are_made_up_for_on_a_weekday() -> None:
    for year in YEARS:
        for off in days_off(year):
            if off.name.startswith("Nghỉ bù"):
                assert off.day.weekday() < 5


def test_an_office_puts_its_own_days_over_the_table() -> None:
    wednesday, sunday = date(2026, 3, 4), date(2026, 3, 8)
    own = calendar_with([DayOff(wednesday, "Ngày của tỉnh", "QĐ 1")], [WorkingWeekend(sunday, wednesday, "QĐ 1")])
    assert own.why_off(wednesday) == "Ngày của tỉnh (QĐ 1)"
    assert own.is_working(sunday)
    assert NATIONAL.is_working(wednesday)


def test_years_without_a_table_still_have_weekends_and_fixed_days() -> None:
    assert "ước tính" in str(NATIONAL.why_off(date(2031, 5, 1)))
    assert NATIONAL.next_working(date(2031, 5, 1)) == date(2031, 5, 2)


def test_last_working_day_before() -> None:
    assert NATIONAL.last_working_before(date(2026, 2, 23)) == date(2026, 2, 13)
    assert NATIONAL.last_working_before(date(2024, 5, 6)) == date(2024, 5, 4)
    assert NATIONAL.next_working(date(2024, 4, 27)) - date(2024, 4, 27) == timedelta(5)
