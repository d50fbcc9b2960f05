"""Pure domain: phrases to schedules to days. No I/O, no clock."""

from dondoc.schedule.rules.expressions import Anchor, Point, Schedule
from dondoc.schedule.rules.phrases import parse

__all__ = ["Anchor", "Point", "Schedule", "parse"]
