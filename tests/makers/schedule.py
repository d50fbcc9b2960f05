"""Makers of the working calendar and its terms."""

from datetime import date, datetime
from typing import Any

from dondoc.accounts.models import User
from dondoc.schedule.actions.day import Declared, declare_day
from dondoc.schedule.actions.timer import set_timer
from dondoc.schedule.models import OfficeDay, OfficeTimer
from makers import LONG_AGO


def make_day(
    day: date = date(2026, 3, 31),
    *,
    name: str = "Nghỉ bão",
    at: datetime = LONG_AGO,
    by: User | None = None,
    **more: Any,
) -> OfficeDay:
    """A day off that a notice declared, worked on another day where `worked_on` is given."""
    declared = Declared(day, name, "Công điện 1/CĐ-UBND", date(2026, 3, 30), **more)
    return declare_day(declared, by=by, at=at)[0]


def make_timer(
    key: str = "feedback.answer", *, number: int = 4, unit: str = "working_days", at: datetime = LONG_AGO, **more: Any
) -> OfficeTimer:
    more.setdefault("citation", "Kế hoạch 12/KH-UBND")
    return set_timer(key, number=number, unit=unit, by=None, at=at, **more)
