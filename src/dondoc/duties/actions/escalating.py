"""The way up: what is late for long is told to the head of the agency, to the level above, to the committee; each step
once, with its trace."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from dondoc.duties.actions.reminding import Step, free
from dondoc.duties.models import Duty, EscalationRule, Obligation, Urging
from dondoc.duties.queries.hours import working_calendar
from dondoc.duties.queries.reminders import urgeable
from dondoc.duties.rules.lateness import Days, long_late_before
from dondoc.records.actions import audit
from dondoc.units.access import valid_on
from dondoc.units.models import Agency
from dondoc.units.rules.kinds import COMMITTEE, HOME_AFFAIRS

CHUNK = 500


def escalate(today: date, *, at: datetime, step: Step = free) -> int:
    """Take each step whose working days have passed, once; how many. Up to the agency's own head, then to whoever
    keeps the plan together in the unit that issued it, then to that unit's committee, one step a day at most: nobody is
    told of before the day on which those below were. Never what is requested, history, or settled; nothing on a day
    off."""
    calendar = working_calendar()
    if not calendar.is_working(today):
        return 0
    days, ways = Days(calendar), _ways()
    taken = 0
    for (regime_id, number), after in sorted(ways.items(), key=lambda way: (way[0][0] or 0, way[0][1])):
        before = long_late_before(today, days, long_after=after - 1)
        own = {regime for regime, _step in ways if regime}
        late = urgeable().filter(due_on__lt=min(before, today))
        late = late.filter(duty__regime=regime_id) if regime_id else late.exclude(duty__regime__in=own)
        late = late.exclude(urgings__step=number)
        if below := [step for regime, step in ways if regime == regime_id and step < number]:
            late = late.filter(urgings__step=max(below), urgings__on__lt=today)
        rows = list(
            late.select_related("duty", "held_by").only("pk", "code", "duty", "held_by", "due_on").order_by("pk")
        )
        for start in range(0, len(rows), CHUNK):
            with step(start, len(rows), "đang báo cáo lên cấp trên"), transaction.atomic():
                taken += _take(rows[start : start + CHUNK], number, today, at)
    return taken


def _ways() -> dict[tuple[int | None, int], int]:
    rows = EscalationRule.objects.values_list("regime_id", "step", "after_days")
    return {(regime_id, step): after for regime_id, step, after in rows}


def _take(rows: list[Obligation], number: int, today: date, at: datetime) -> int:
    above = line_above([one.duty for one in rows], today)
    made = [
        Urging(
            obligation=one,
            way=Urging.Way.ESCALATION,
            key=f"step-{number}",
            step=number,
            on=today,
            to_agency_id=_target(one, number, above),
        )
        for one in rows
    ]
    Urging.objects.bulk_create(made, ignore_conflicts=True)
    by_target: dict[int | None, list[str]] = defaultdict(list)
    for urging, one in zip(made, rows, strict=True):
        by_target[urging.to_agency_id].append(one.code)
    for target, codes in by_target.items():
        told = {"step": number, "to": target, "day": today.isoformat()}
        audit.record_bulk("escalate", "obligation", codes, by=None, at=at, after=told, scope=f"step-{number}")
    return len(made)


def _target(one: Obligation, number: int, above: dict[int, tuple[int | None, int | None]]) -> int | None:
    home, committee = above.get(one.duty.unit_id, (None, None))
    if number == EscalationRule.Step.HEAD:
        return one.held_by_id
    if number == EscalationRule.Step.ABOVE and home is not None and home != one.held_by_id:
        return home
    return committee


def line_above(duties: Iterable[Duty], today: date) -> dict[int, tuple[int | None, int | None]]:
    """(who keeps the plan together, the committee) of the units that issued the duties. One query."""
    units = {duty.unit_id for duty in duties}
    found: dict[int, dict[bool, int]] = defaultdict(dict)
    kinds = Agency.objects.filter(valid_on(today), unit__in=units, kind__in=[COMMITTEE, *HOME_AFFAIRS]).order_by("pk")
    for pk, unit_id, kind in kinds.values_list("pk", "unit_id", "kind"):
        found[unit_id].setdefault(kind == COMMITTEE, pk)
    return {unit: (by_kind.get(False), by_kind.get(True)) for unit, by_kind in found.items()}
