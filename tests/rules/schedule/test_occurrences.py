"""A schedule in a year: windows and due days."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.schedule.rules import parse
from dondoc.schedule.rules.calendar import NATIONAL
from dondoc.schedule.rules.holidays import DayOff
from dondoc.schedule.rules.occurrences import occurrences
from dondoc.schedule.rules.periods import data_stretch, periods

# phrase, year -> due days ("~" before one that was moved from a day off)
DUE = [
    ("Tháng 5", 2024, ["05-31"]),
    ("Tháng 6/2024", 2024, ["~07-01"]),
    ("Đầu tháng 5/2024", 2024, ["05-10"]),
    ("Giữa tháng 5/2024", 2024, ["05-20"]),
    ("Tháng 6/2023", 2024, []),
    ("Quý II/2024", 2024, ["~07-01"]),
    ("Quý I, Quý III", 2024, ["~04-01", "09-30"]),
    ("Năm 2024", 2024, ["12-31"]),
    ("Trước ngày 15/11", 2024, ["11-14"]),
    ("Trước ngày 04/9/2024", 2024, ["08-30"]),
    ("Chậm nhất ngày 25/5", 2024, ["~05-27"]),
    ("Trước quý III/2024", 2024, ["06-28"]),
    ("Định kỳ hàng quý", 2024, ["~04-01", "~07-01", "09-30", "12-31"]),
    ("Hằng quý, 6 tháng và năm", 2024, ["~04-01", "~07-01", "~07-01", "09-30", "12-31", "12-31"]),
    ("6 tháng/lần", 2024, ["~07-01", "12-31"]),
    ("trước ngày 10 tháng cuối quý", 2024, ["03-08", "06-07", "09-09", "12-09"]),
    ("định kỳ trước ngày 01/6 và 15/11 hằng năm", 2024, ["05-31", "11-14"]),
    ("6 tháng (trước 15/6), năm (trước 15/12)", 2024, ["06-14", "12-13"]),
    ("Quý I và Quý III hằng năm", 2024, ["~04-01", "09-30"]),
    ("Tháng 12 hàng năm", 2026, ["12-31"]),
    ("Từ tháng 3 đến tháng 10/2024", 2024, ["10-31"]),
    ("Năm 2025 - 2030", 2026, ["2030-12-31"]),
    ("Năm 2025 - 2030", 2024, []),
    ("Thường xuyên", 2024, ["~04-01", "~07-01", "09-30", "12-31"]),
    ("Theo quy định", 2025, ["03-31", "06-30", "09-30", "12-31"]),
    ("Khi có yêu cầu", 2024, []),
    ("Trước ngày 05 tháng đầu quý sau", 2024, ["04-04", "07-04", "10-04", "2025-01-03"]),
    ("3 lần/năm", 2024, ["12-31", "12-31", "12-31"]),
]


@pytest.mark.parametrize(("phrase", "year", "days"), DUE)
def test_due_days(phrase: str, year: int, days: list[str]) -> None:
    found = occurrences(parse(phrase, year=year), year)
    assert [("~" if one.aim_on else "") + told(one.due_on, year) for one in found] == days


def told(day: date, year: int) -> str:
    return day.isoformat().removeprefix(f"{year}-")


def test_a_moved_day_keeps_the_last_working_day_before_as_its_aim() -> None:
    (only,) = occurrences(parse("Tháng 6/2024"), 2024)
    assert (only.key, only.opens_on, only.aim_on) == ("2024-06", date(2024, 6, 1), date(2024, 6, 28))


PHRASES = st.sampled_from([phrase for phrase, _, _ in DUE])
YEARS = st.integers(2023, 2027)


@given(PHRASES, YEARS)
def test_due_days_ascend_have_their_own_keys_and_are_worked(phrase: str, year: int) -> None:
    found = occurrences(parse(phrase, year=year), year)
    assert [one.due_on for one in found] == sorted(one.due_on for one in found)
    assert len({one.key for one in found}) == len(found)
    assert all(NATIONAL.is_working(one.due_on) and one.opens_on <= one.due_on for one in found)


@given(PHRASES, YEARS, st.dates(date(2023, 1, 1), date(2027, 12, 31)))
def test_a_new_holiday_moves_no_key_and_changes_only_its_own_days(phrase: str, year: int, day: date) -> None:
    schedule, longer = parse(phrase, year=year), NATIONAL.with_day_off(DayOff(day, "Ngày nghỉ thêm", "QĐ 1"))
    before = {one.key: one for one in occurrences(schedule, year)}
    for one in occurrences(schedule, year, longer):
        assert one.due_on == before[one.key].due_on or before[one.key].due_on == day


def test_periods_cover_the_year_without_gaps() -> None:
    for cycle, number in (("month", 12), ("quarter", 4), ("half-year", 2), ("year", 1), ("2-month", 6)):
        found = list(periods(cycle, 2024))
        assert len(found) == number
        assert all((b.first - a.last).days == 1 for a, b in pairwise(found))
        assert (found[0].first, found[-1].last) == (date(2024, 1, 1), date(2024, 12, 31))


@pytest.mark.parametrize(
    ("cycle", "stretch"),
    [
        ("quarter", ("2023-12-15", "2024-03-14")),
        ("half-year", ("2023-12-15", "2024-06-14")),
        ("nine-month", ("2023-12-15", "2024-09-14")),
        ("year", ("2023-12-15", "2024-12-14")),
    ],
)
def test_data_of_a_period_close_on_the_fourteenth(cycle: str, stretch: tuple[str, str]) -> None:
    first, last = data_stretch(next(iter(periods(cycle, 2024))))
    assert (first.isoformat(), last.isoformat()) == stretch
