"""The writer of calendars and the weeks of a month: pure."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from dondoc.desk.rules.month import moved, read_month, weeks_of
from dondoc.web.ical import Event, write_calendar

AT = datetime(2026, 11, 10, 2, 30, tzinfo=UTC)


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def test_a_due_day_is_an_event_of_a_whole_day() -> None:
    lines = unfolded(write_calendar("Việc", [Event("a1@dondoc", date(2026, 12, 31), "Báo cáo, quý IV; năm")], at=AT))
    assert "DTSTART;VALUE=DATE:20261231" in lines
    assert "DTEND;VALUE=DATE:20270101" in lines
    assert "DTSTAMP:20261110T023000Z" in lines
    assert "SUMMARY:Báo cáo\\, quý IV\\; năm" in lines


@given(st.text(max_size=300))
def test_no_line_is_longer_than_75_octets_and_nothing_is_lost(text: str) -> None:
    written = write_calendar("x", [Event("u", date(2026, 1, 1), text)], at=AT)
    assert all(len(line.encode()) <= 75 for line in written.split("\r\n"))
    assert "\n" not in written.replace("\r\n", "")
    told = next(line for line in unfolded(written) if line.startswith("SUMMARY:"))
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    assert told[8:] == plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_every_day_of_a_month_stands_in_its_weeks_once(day: date) -> None:
    weeks = weeks_of(day.year, day.month)
    assert sum(one == day for week in weeks for one in week) == 1
    assert all(week[0].weekday() == 0 and len(week) == 7 for week in weeks)


@given(st.integers(2000, 2100), st.integers(1, 12), st.integers(-40, 40))
def test_months_go_forth_and_back(year: int, month: int, by: int) -> None:
    assert moved(*moved(year, month, by), -by) == (year, month)


def test_a_month_that_cannot_be_read_is_this_one() -> None:
    today = date(2026, 11, 10)
    assert read_month("2026-03", today) == (2026, 3)
    for text in ("", "2026-13", "1-1", "x-y", "2026"):
        assert read_month(text, today) == (2026, 11)
