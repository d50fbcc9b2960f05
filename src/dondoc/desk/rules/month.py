"""A month as weeks of seven days, Monday first, with the days of its neighbours that fill the corners."""

from datetime import date, timedelta


def weeks_of(year: int, month: int) -> list[list[date]]:
    first = date(year, month, 1)
    start = first - timedelta(days=first.weekday())
    weeks = [[start + timedelta(days=7 * week + day) for day in range(7)] for week in range(6)]
    return [week for week in weeks if any(day.month == month for day in week)]


def moved(year: int, month: int, by: int) -> tuple[int, int]:
    """The month that lies `by` months away."""
    count = year * 12 + month - 1 + by
    return count // 12, count % 12 + 1


def read_month(text: str, today: date) -> tuple[int, int]:
    """`2026-11`; anything else is the month of today."""
    year, _, month = text.partition("-")
    if year.isdecimal() and month.isdecimal() and 2000 <= int(year) <= 2100 and 1 <= int(month) <= 12:
        return int(year), int(month)
    return today.year, today.month
