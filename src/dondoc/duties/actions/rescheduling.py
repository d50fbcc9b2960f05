"""A holiday declared later: days of what is still owed move, what is settled stays, and the move leaves its trace."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from dondoc.duties.actions import summary
from dondoc.duties.actions.expansion import duty_occurrences
from dondoc.duties.models import Duty, Obligation, Occurrence
from dondoc.duties.rules.labels import written
from dondoc.duties.rules.occurrences import DutyOccurrence
from dondoc.duties.rules.states import OWED, State
from dondoc.records.actions import audit
from dondoc.schedule.rules import WorkingCalendar

_STILL = [state.value for state in (*OWED, State.NOT_OPEN)]


def reschedule(duty: Duty, *, year: int, calendar: WorkingCalendar, by: audit.Actor | None, at: datetime) -> int:
    """Move the due days of a duty to what the calendar says now; how many obligations moved. Only what is still owed
    and stands at the common day moves: a day that was set for one agency alone stays, and so does what is settled,
    with the reason that it had. Run again it changes nothing."""
    asked = duty_occurrences(duty, year=year, calendar=calendar, issued_on=duty.issued_on, with_history=True)
    return sum(_move(duty, one, by, at) for one in asked)


def _move(duty: Duty, one: DutyOccurrence, by: audit.Actor | None, at: datetime) -> int:
    with transaction.atomic():
        kept = Occurrence.objects.select_for_update().filter(duty=duty, key=one.key).first()
        if kept is None or kept.due_on is None or kept.due_on == one.due_on:
            return 0
        owed = Obligation.objects.filter(duty=duty, occurrence=one.key, due_on=kept.due_on, state__in=_STILL)
        rows = list(owed.select_for_update(of=("self",)).select_related("expansion"))
        seen = [row for row in rows if row.expansion is None or row.expansion.published_at is not None]
        trace = f"Trước đây hạn là {written(kept.due_on)}; lịch nghỉ thay đổi nên hạn dời sang {written(one.due_on)}."
        days: dict[str, Any] = {"due_on": one.due_on, "due_at": one.due_at, "aim_on": one.aim_on}
        explained = {**one.explained, "rule": f"{one.explained['rule']} {trace}"}
        before = {"due_on": kept.due_on.isoformat()}
        summary.changed_many(seen, change=-1)
        Obligation.objects.filter(pk__in=[row.pk for row in rows]).update(**days, version=F("version") + 1)
        for row in seen:
            row.due_on = one.due_on
        summary.changed_many(seen, change=1)
        stays = Obligation.objects.filter(duty=duty, occurrence=one.key, due_on=kept.due_on, explained={})
        stays.update(explained=kept.explained)
        Occurrence.objects.filter(pk=kept.pk).update(**days, explained=explained)
        told = {**before, "moved_to": one.due_on.isoformat(), "occurrence": one.key}
        audit.record_bulk(
            "reschedule", "obligation", [row.code for row in rows], by=by, at=at, after=told, scope=duty.code
        )
    return len(rows)
