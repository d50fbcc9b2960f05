"""When an office works: its calendar, and the hours of a working day (settings.WORKING_HOURS)."""

from datetime import datetime

from django.conf import settings
from django.utils import timezone

from dondoc.schedule.queries import current_calendar
from dondoc.schedule.rules import WorkingCalendar


def working_calendar() -> WorkingCalendar:
    return current_calendar()


def is_working_hour(moment: datetime) -> bool:
    """Whether people may be written to now."""
    local, (start, end) = timezone.localtime(moment), settings.WORKING_HOURS
    return start <= local.time() < end and working_calendar().is_working(local.date())
