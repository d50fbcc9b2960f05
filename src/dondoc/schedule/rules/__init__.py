"""Pure domain: phrases to schedules to days. No I/O, no clock."""

from dondoc.schedule.rules.calendar import NATIONAL, WorkingCalendar
from dondoc.schedule.rules.deadlines import Deadline, Pause, explain
from dondoc.schedule.rules.expressions import Anchor, Point, Schedule
from dondoc.schedule.rules.phrases import parse
from dondoc.schedule.rules.reporting import reporting_cycles
from dondoc.schedule.rules.sentences import Found, find, main_schedule

__all__ = [
    "NATIONAL",
    "Anchor",
    "Deadline",
    "Found",
    "Pause",
    "Point",
    "Schedule",
    "WorkingCalendar",
    "explain",
    "find",
    "main_schedule",
    "parse",
    "reporting_cycles",
]
