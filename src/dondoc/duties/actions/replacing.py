"""A version of a duty that takes the place of another: foreseen first, then carried out by the same rule.

The old duty ends; what is settled, waits or is late stays under it. What is open in time or has not opened goes on
under the new one with its proofs, its people and its code, on the new day. What is no longer asked is let off; the
expansion of the new duty makes what nobody has yet.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F, Q, QuerySet

from dondoc.accounts.models import User
from dondoc.duties.actions import summary
from dondoc.duties.actions.duty import Party, party_row
from dondoc.duties.actions.expansion import REPLACED, Step, expand_source, keep_occurrences
from dondoc.duties.actions.obligation import excuse
from dondoc.duties.models import Duty, Obligation, Occurrence
from dondoc.duties.queries.moving import duty_occurrences, going_on
from dondoc.duties.queries.owners import Finder, Owner
from dondoc.duties.rules.carrying import EVENT, Fate, Gathered, Held, Lot, Told, fates, gathered
from dondoc.duties.rules.occurrences import DutyOccurrence
from dondoc.duties.rules.states import OWED, SETTLED, State
from dondoc.records.actions import audit
from dondoc.schedule.queries import current_calendar
from dondoc.schedule.rules import WorkingCalendar

CHUNK = 200
SHOWN = 8  # of each kind, by name
MOVABLE = (State.OPEN.value, State.RETURNED.value, State.NOT_OPEN.value)
MOVED = (
    "duty", "occurrence", "label", "explained", "opens_on", "due_at", "due_on", "aim_on", "part", "is_requested",
    "section", "component", "version",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What would become of everything, counted, and the new times by key. `held` names the rows that are shown of each
    kind."""

    told: list[Gathered]
    times: dict[str, DutyOccurrence]
    held: dict[int, Obligation]


@dataclass(frozen=True, slots=True)
class _Times:
    """How the times of the old version go on, and the times that the new one asks."""

    times: dict[str, DutyOccurrence]
    pairs: dict[str, str]
    asked: list[str]


def foresee(
    old: Duty, new: Duty, *, parties: Sequence[Party], year: int, today: date, calendar: WorkingCalendar | None = None
) -> Foreseen:
    """What becomes of the obligations of `old` when `new` (not kept yet) takes its place today: how many of each kind,
    and the first of them. Nothing is written."""
    ids = Finder(today).ids_among([party_row(new, party) for party in parties], new.schedule)
    times = _new_times(old, new, year, calendar or current_calendar())
    told = gathered(_held(old, today), owners=ids, pairs=times.pairs, asked=times.asked, most=SHOWN)
    shown = [one.pk for kind in told for one in kind.first if one.pk is not None]
    return Foreseen(told, times.times, old.obligations.select_related("held_by").in_bulk(shown))


def carry_over(
    old: Duty,
    new: Duty,
    *,
    reason: str,
    year: int,
    by: User,
    at: datetime,
    today: date,
    calendar: WorkingCalendar | None = None,
    step: Step,
) -> dict[str, int]:
    """Carry out what was foreseen, in short steps, and make what is missing. How many went on, ended, began. Begun
    again after a fault it changes nothing twice: what has moved is no longer under the old duty."""
    calendar = calendar or current_calendar()
    owners = {owner.place.agency_id: owner for owner in Finder(today).owners_of(new).owing}
    seen = _new_times(old, new, year, calendar)
    told = fates(list(_held(old, today)), owners=owners, pairs=seen.pairs, asked=seen.asked)
    goes = [one for one in told if one.fate is Fate.GOES_ON and one.pk is not None]
    ends = [one.pk for one in told if one.fate is Fate.ENDS and one.pk is not None]
    total = len(goes) + len(ends)
    with step(0, total, "đang chuyển việc"):
        _keep_times(old, new, [seen.times[one.key] for one in goes if one.key in seen.times])
    common = dict(old.occurrences.values_list("key", "due_on"))
    for start in range(0, len(goes), CHUNK):
        with step(start, total, "đang chuyển việc"):
            _move(goes[start : start + CHUNK], new, owners, seen.times, common, today, by, at)
    why = f"{REPLACED}: {reason}"[:300]
    for start in range(0, len(ends), CHUNK):
        with step(len(goes) + start, total, "đang thôi việc cũ"):
            for row in _movable(ends[start : start + CHUNK], today):
                excuse(row, by=by, at=at, reason=why)
    made = expand_source(new.source_kind, new.source_code, by=by, at=at, year=year, calendar=calendar, step=step).made
    return {"went_on": len(goes), "ended": len(ends), "began": made}


def _new_times(old: Duty, new: Duty, year: int, calendar: WorkingCalendar) -> _Times:
    times = {one.key: one for one in _times(new, year, calendar)}
    asked = [one.key for one in times.values() if one.due_on >= new.issued_on]
    return _Times(times, going_on(old, new, year=year, calendar=calendar), asked)


def _held(old: Duty, today: date) -> Iterator[Held]:
    """As little of what is held as the rule needs: a task of every commune is thousands of rows. Two queries."""
    rows = _published(old.obligations)
    past = set(rows.filter(state__in=_OWED, due_on__lt=today).values_list("pk", flat=True).iterator())
    told = rows.order_by("due_on", "pk").values_list("pk", "held_by", "occurrence", "state")
    for pk, holder, key, state in told.iterator():
        yield Held(pk, holder, key, Lot.LATE if pk in past else _LOTS[state])


def _lot(state: State) -> Lot:
    """Of what is not past its day."""
    if state in SETTLED:
        return Lot.SETTLED
    if state in OWED:
        return Lot.OPEN
    return {State.AWAITING: Lot.AWAITING, State.NOT_OPEN: Lot.NOT_OPEN}.get(state, Lot.EXCUSED)


_LOTS = {state.value: _lot(state) for state in State}
_OWED = [state.value for state in OWED]


def _times(duty: Duty, year: int, calendar: WorkingCalendar) -> tuple[DutyOccurrence, ...]:
    return duty_occurrences(duty, year=year, calendar=calendar, issued_on=duty.issued_on, with_history=True)


def _keep_times(old: Duty, new: Duty, times: Sequence[DutyOccurrence]) -> None:
    keep_occurrences(new, list({one.key: one for one in times}.values()))
    for one in old.occurrences.filter(key__startswith=EVENT):
        days: dict[str, Any] = {name: getattr(one, name) for name in ("opens_on", "due_at", "due_on", "aim_on")}
        Occurrence.objects.get_or_create(
            duty=new, key=one.key, defaults={"label": one.label, "explained": one.explained, **days}
        )


def _move(
    goes: Sequence[Told],
    new: Duty,
    owners: dict[int, Owner],
    times: dict[str, DutyOccurrence],
    common: dict[str, date | None],
    today: date,
    by: audit.Actor,
    at: datetime,
) -> None:
    """Rows are asked again under a lock: what was settled a moment ago stays where it is."""
    keys = {one.pk: one.key for one in goes}
    rows = list(_movable(keys, today))
    summary.changed_many(rows, change=-1)
    for row in rows:
        is_common = row.due_on == common.get(row.occurrence)
        row.occurrence = keys[row.pk]
        time = times.get(row.occurrence)
        if time is not None and is_common:  # a day that was set for one agency alone stays its own
            row.label, row.explained = time.label, {}
            row.opens_on = time.opens_on if row.state == State.NOT_OPEN.value else min(row.opens_on, time.opens_on)
            row.due_at, row.due_on, row.aim_on = time.due_at, time.due_on, time.aim_on
        owner = owners[row.held_by_id]
        row.duty, row.part, row.is_requested = new, owner.part, owner.is_requested
        row.section, row.component, row.version = new.section, new.component, row.version + 1
    Obligation.objects.bulk_update(rows, MOVED)
    summary.changed_many(rows, change=1)
    audit.record_bulk("carry_over", "obligation", [row.code for row in rows], by=by, at=at, scope=new.code)


def _movable(ids: Any, today: date) -> QuerySet[Obligation]:
    rows = Obligation.objects.filter(pk__in=list(ids), state__in=MOVABLE).select_related("duty")
    rows = rows.exclude(state__in=[state.value for state in OWED], due_on__lt=today)
    return rows.select_for_update(of=("self",)).order_by(F("due_on").asc(nulls_last=True), "pk")


def _published(rows: Any) -> Any:
    return rows.filter(Q(expansion=None) | Q(expansion__published_at__isnull=False))
