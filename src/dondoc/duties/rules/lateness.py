"""How far a due day is, in working days: what is left, or (below zero) what has passed."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dondoc.schedule.rules import NATIONAL, WorkingCalendar

LONG_AFTER = 10


@dataclass(frozen=True, slots=True)
class Days:
    """A calendar as `states.phase` asks it."""

    calendar: WorkingCalendar = NATIONAL

    def working_days_between(self, start: date, end: date) -> int:
        """Working days after `start` up to and with `end`; below zero where `end` lies before."""
        if end < start:
            return -self.working_days_between(end, start)
        return _counted(self.calendar, start, end)


def days_left(due_on: date, today: date, days: Days) -> int:
    """0 on the day itself. A due day that has passed is at least one working day late, also over a weekend."""
    left = days.working_days_between(today, due_on)
    return min(left, -1) if due_on < today else left


@lru_cache(maxsize=8192)
def _counted(calendar: WorkingCalendar, start: date, end: date) -> int:
    """Lists ask for the same few days again and again."""
    days = (start + timedelta(n) for n in range(1, (end - start).days + 1))
    return sum(calendar.is_working(day) for day in days)


def long_late_before(today: date, days: Days, *, long_after: int = LONG_AFTER) -> date:
    """What was due before this day is long overdue today: more than `long_after` working days have passed."""
    day, passed = today, 0
    while passed <= long_after:
        passed += days.calendar.is_working(day)
        day -= timedelta(days=1)
    return day + timedelta(days=1)
