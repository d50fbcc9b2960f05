"""Cells of a workbook as people filled them: text, and days however they were typed."""

from datetime import date, datetime
from typing import Any

from dondoc.toolkit.text import clean

_DAYS = ("%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y")


def cell_text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return f"{value:%d/%m/%Y}"
    return clean(str(value)).strip()


def cell_day(value: Any) -> date | None:
    """None where it is empty or no day."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    for form in _DAYS:
        try:
            return datetime.strptime(cell_text(value), form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return None
