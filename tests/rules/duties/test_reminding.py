"""Which due days a rule speaks of, with days off and weekends between."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.duties.rules.digests import COMING, LATE, TODAY, UP, Line, letter_of, short_of, title_of
from dondoc.duties.rules.lateness import Days, days_left
from dondoc.duties.rules.reminding import AHEAD, BACK, Reminder, days_to_remind, passed_by_day
from dondoc.schedule.rules import NATIONAL

TUESDAY = date(2026, 11, 10)


@pytest.mark.parametrize(
    ("offset", "every", "passed", "speaks"),
    [
        (-3, 0, -3, True),
        (-3, 0, -2, False),
        (0, 0, 0, True),
        (0, 0, 1, False),
        (1, 5, 1, True),
        (1, 5, 6, True),
        (1, 5, 5, False),
        (1, 5, 0, False),
        (0, 2, -2, False),
    ],
)
def test_a_rule_speaks_on_its_days(offset: int, every: int, passed: int, speaks: bool) -> None:
    assert Reminder(offset, every).speaks_at(passed) is speaks


def test_days_off_are_not_counted() -> None:
    """Three working days before Monday 16 November is Wednesday 11; Saturday and Sunday do not count."""
    assert set(days_to_remind([Reminder(-3)], date(2026, 11, 11), NATIONAL)) == {date(2026, 11, 16)}


def test_what_is_due_at_a_weekend_is_reminded_of_on_friday_and_on_monday() -> None:
    saturday, friday, monday = date(2026, 11, 14), date(2026, 11, 13), date(2026, 11, 16)
    assert saturday in days_to_remind([Reminder(0)], friday, NATIONAL)
    assert saturday in days_to_remind([Reminder(1)], monday, NATIONAL)


def test_nobody_is_reminded_on_a_day_off() -> None:
    national_day = date(2026, 9, 2)
    assert days_to_remind([Reminder(0), Reminder(1, 1)], national_day, NATIONAL) == {}
    assert days_to_remind([Reminder(0)], date(2026, 11, 14), NATIONAL) == {}


@given(st.integers(-AHEAD, BACK), st.dates(date(2024, 3, 1), date(2026, 12, 1)))
def test_one_walk_tells_the_same_as_counting_each_day(back: int, today: date) -> None:
    day = today - timedelta(days=back)
    left = days_left(day, today, Days())
    assert passed_by_day(today, NATIONAL)[day] == -left


@given(st.dates(date(2024, 3, 1), date(2026, 10, 1)), st.integers(-20, 20))
def test_a_rule_without_repetition_speaks_once_of_every_due_day(due_on: date, offset: int) -> None:
    """Unless the due day is a day off, where the day before it and the day after it may both be its day."""
    if not NATIONAL.is_working(due_on):
        return
    days = (due_on + timedelta(days=n) for n in range(-60, 61))
    spoken = [day for day in days if due_on in days_to_remind([Reminder(offset)], day, NATIONAL)]
    assert len(spoken) == 1


def line(group: str, title: str = "Niêm yết danh sách hộ nghèo", term: str = "hạn hôm nay") -> Line:
    return Line("abc", title, "Quý III/2026", "UBND xã An Lạc", term, group)


def test_the_title_counts_by_group_in_their_order() -> None:
    lines = [line(COMING), line(LATE), line(LATE), line(UP)]
    assert title_of(lines) == ("2 việc quá hạn, 1 việc sắp đến hạn, 1 việc cấp dưới không thực hiện, báo cáo lên")


def test_a_letter_names_everything_with_its_address() -> None:
    text = letter_of("Nguyễn Thị Lan", [line(LATE), line(TODAY, "Đối thoại với nhân dân")], "https://dondoc.example.vn")
    assert "1 việc quá hạn:" in text
    assert "- Đối thoại với nhân dân (Quý III/2026): hạn hôm nay" in text
    assert text.count("https://dondoc.example.vn/viec/abc/") == 2
    assert "UBND xã An Lạc" not in text


def test_who_is_told_of_others_reads_whose_it_is() -> None:
    assert "UBND xã An Lạc" in letter_of("Lê Thu Hà", [line(UP)], "https://x.vn")


def test_a_short_message_stays_short_and_names_the_most_pressing() -> None:
    text = short_of([line(COMING, "Việc sau"), line(LATE, "Công khai " * 60)], "https://dondoc.example.vn")
    assert len(text) <= 300
    assert "Gấp nhất: Công khai" in text
    assert text.endswith("https://dondoc.example.vn/thong-bao/")
