"""A holiday declared later: days of what is still owed move, what is settled stays, and the move leaves its trace."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from dondoc.duties.actions import summary
from dondoc.duties.models import Duty, Obligation, Occurrence
from dondoc.duties.queries.moving import Move, duties_about, moves_of, owed_at, years_about
from dondoc.duties.rules.labels import written
from dondoc.records.actions import audit
from dondoc.schedule.rules import WorkingCalendar

HOLIDAYS = "lịch nghỉ thay đổi"


def reschedule(
    duty: Duty,
    *,
    years: Collection[int],
    calendar: WorkingCalendar,
    by: audit.Actor | None,
    at: datetime,
    why: str = HOLIDAYS,
    may_be_past: bool = False,
) -> int:
    """Move the due days of a duty to what the calendar says now, or (`why`) its own schedule; how many moved. Only
    what is still owed and stands at the common day moves: a day that was set for one agency alone stays, and so does
    what is settled, with the reason that it had. Nothing is made late by it, unless `may_be_past`. Run again it changes
    nothing."""
    today = None if may_be_past else timezone.localtime(at).date()
    moves = list(moves_of(duty, years=years, calendar=calendar, today=today))
    return sum(_move(duty, move, why, by, at) for move in moves)


def reschedule_about(days: Collection[date], *, calendar: WorkingCalendar, by: audit.Actor | None, at: datetime) -> int:
    """The same for every duty with a day near the days that changed."""
    years = years_about(days)
    return sum(reschedule(duty, years=years, calendar=calendar, by=by, at=at) for duty in duties_about(days))


def _move(duty: Duty, move: Move, why: str, by: audit.Actor | None, at: datetime) -> int:
    one = move.to
    with transaction.atomic():
        kept = Occurrence.objects.select_for_update().filter(pk=move.kept.pk, due_on=move.kept.due_on).first()
        if kept is None or kept.due_on is None:
            return 0
        rows = list(owed_at(move).select_for_update(of=("self",)).select_related("expansion"))
        seen = [row for row in rows if row.expansion is None or row.expansion.published_at is not None]
        trace = f"Trước đây hạn là {written(kept.due_on)}; {why} nên hạn dời sang {written(one.due_on)}."
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
