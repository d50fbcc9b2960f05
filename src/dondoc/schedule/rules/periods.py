"""Periods of a year (month, quarter, half-year, nine months, year) and the stretch of data that a report on one covers.

The closing dates are the State reporting regime's (NĐ 09/2019/NĐ-CP Đ.12): data run from the 15th to the 14th. They
are a default with its citation; a plan's own rule goes before them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dondoc.schedule.rules.atoms import months_of

_NINE_MONTHS = "nine-month"


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar, both days included; `key` is stable ("2024-Q1", "2024-H1", "2024-9M", "2024-05",
    "2024")."""

    key: str
    cycle: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class ClosingRule:
    """From which day of a month data of a period count: `first_day` of the month before it, to the day before in its
    last month."""

    first_day: int
    citation: str
    valid_from: date
    valid_to: date | None = None


NATIONAL_CLOSING = ClosingRule(15, "Nghị định 09/2019/NĐ-CP, Điều 12", date(2019, 3, 12))


def periods(cycle: str, year: int, *, with_year: bool = False) -> Iterator[Period]:
    """The periods of a cycle in a year, ascending. `with_year`: the year is owed too, so of half-years only the first
    is (its second half is in the year's report). Weeks are those whose Monday lies in the year."""
    if cycle == "day":
        yield from (
            _days_from(date(year, 1, 1) + timedelta(n), 1, cycle)
            for n in range((date(year, 12, 31) - date(year, 1, 1)).days + 1)
        )
    elif cycle.endswith("week"):
        yield from _weeks(cycle, year)
    elif cycle.startswith("Q"):
        yield _months(cycle, year, int(cycle[1]) * 3 - 2, 3)
    elif cycle == _NINE_MONTHS:
        yield _months(cycle, year, 1, 9)
    else:
        length = min(months_of(cycle) or 12, 12)
        starts = list(range(1, 13 - length + 1, length))
        yield from (
            _months(cycle, year, month, length) for month in (starts[:1] if with_year and length == 6 else starts)
        )


def data_stretch(period: Period, rule: ClosingRule = NATIONAL_CLOSING) -> tuple[date, date]:
    """First and last day of the data that a report on the period covers: 15/12 to 14/6 for the half-year."""
    month_before = period.first - timedelta(days=1)
    return month_before.replace(day=rule.first_day), period.last.replace(day=rule.first_day - 1)


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


def _months(cycle: str, year: int, month: int, length: int) -> Period:
    return Period(_key(cycle, year, month, length), cycle, date(year, month, 1), month_end(year, month + length - 1))


def _key(cycle: str, year: int, month: int, length: int) -> str:
    if length == 12:
        return f"{year}"
    if cycle == _NINE_MONTHS:
        return f"{year}-9M"
    letter = {6: "H", 3: "Q"}.get(length)
    if letter:
        return f"{year}-{letter}{(month - 1) // length + 1}"
    return f"{year}-{month:02d}" if length == 1 else f"{year}-{month:02d}/{length}M"


def _weeks(cycle: str, year: int) -> Iterator[Period]:
    number = int(cycle.partition("-")[0]) if cycle[0].isdigit() else 1
    monday = date(year, 1, 1) + timedelta(days=-date(year, 1, 1).weekday() % 7)
    while monday.year == year:
        yield _days_from(monday, 7 * number, cycle)
        monday += timedelta(days=7 * number)


def _days_from(first: date, length: int, cycle: str) -> Period:
    return Period(first.isoformat(), cycle, first, first + timedelta(days=length - 1))
