"""What feedback does in the background."""

from datetime import date, datetime, timedelta

from django.utils import timezone

from dondoc.feedback.actions import keeping
from dondoc.records.events import on
from dondoc.records.periodic import every
from dondoc.schedule.events import CalendarChanged, TermChanged


@every(timedelta(minutes=10), "feedback.escalate")
def escalate(now: datetime) -> None:
    keeping.escalate_terms(at=now)


@every(timedelta(hours=1), "feedback.waits")
def end_waits(now: datetime) -> None:
    keeping.end_waits(at=now)


@every(timedelta(hours=6), "feedback.forget")
def forget(now: datetime) -> None:
    keeping.erase_contacts(at=now)


@on(CalendarChanged)
def follow_calendar(event: CalendarChanged) -> None:
    """Doing it again moves nothing."""
    keeping.follow_calendar([date.fromisoformat(day) for day in event.days], event.decision, at=timezone.now())


@on(TermChanged)
def follow_term(event: TermChanged) -> None:
    """Doing it again moves nothing."""
    keeping.follow_term(event.key, event.citation, at=timezone.now())
