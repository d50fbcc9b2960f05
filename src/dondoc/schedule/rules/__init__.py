"""Time as the plans print it: expressions, schedules, due dates, working days, explained deadlines."""

from dondoc.schedule.rules.expressions import Schedule

__all__ = ["Schedule"]
