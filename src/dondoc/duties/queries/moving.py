"""What a calendar makes of the days of what is still owed: asked before it is done, and by the action that does it."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from dondoc.duties.models import Duty, Obligation, Occurrence, Period, Regime
from dondoc.duties.rules.carrying import EVENT, key_pairs
from dondoc.duties.rules.occurrences import DutyOccurrence, occurrence_of_event, occurrences_of
from dondoc.duties.rules.regimes import DEFAULT, anchors_of
from dondoc.duties.rules.schedules import schedule_from
from dondoc.duties.rules.states import OWED, State
from dondoc.schedule.foresight import Moving
from dondoc.schedule.rules import WorkingCalendar

STILL = [state.value for state in (*OWED, State.NOT_OPEN)]
# A term of working days that runs over the changed day ends within this many days of it.
REACH = timedelta(days=45)
NEVER = date(1, 1, 1)  # before any day: all times of the year, none of them the past
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Move:
    """An occurrence whose due day is another by a calendar."""

    kept: Occurrence
    to: DutyOccurrence


def duty_occurrences(
    duty: Duty, *, year: int, calendar: WorkingCalendar, issued_on: date, with_history: bool = False
) -> tuple[DutyOccurrence, ...]:
    """What the schedule of a duty asks in a year under its regime."""
    regime = duty.regime
    cycle = regime.base_cycle if regime else DEFAULT
    return occurrences_of(
        duty.schedule,
        year=year,
        issued_on=issued_on,
        calendar=calendar,
        base_cycle=cycle,
        base_anchors=anchors_of(regime.rules, cycle) if regime else (),
        with_history=with_history,
    )


def going_on(old: Duty, new: Duty, *, year: int, calendar: WorkingCalendar) -> dict[str, str]:
    """Which times of a duty go on as which times of the one that takes its place."""
    before, after = (
        [one.key for one in duty_occurrences(duty, year=year, calendar=calendar, issued_on=NEVER, with_history=True)]
        for duty in (old, new)
    )
    events = old.occurrences.filter(key__startswith=EVENT).values_list("key", flat=True)
    return key_pairs([*before, *events], after, is_event=schedule_from(new.schedule).kind == "event")


def duties_about(days: Collection[date]) -> QuerySet[Duty]:
    """Duties with a day so near to one of `days` that it may move."""
    first, last = min(days) - REACH, max(days) + REACH
    near = Occurrence.objects.filter(due_on__gte=first, due_on__lte=last).values("duty")
    return Duty.objects.filter(pk__in=near).select_related("regime").order_by("pk")


def regimes_about(days: Collection[date]) -> dict[Regime, set[int]]:
    """Regimes with a period due near one of `days`, and the years of these periods."""
    first, last = min(days) - REACH, max(days) + REACH
    found: dict[Regime, set[int]] = {}
    for period in Period.objects.filter(due_on__gte=first, due_on__lte=last).select_related("regime"):
        found.setdefault(period.regime, set()).add(int(_YEAR.findall(period.key)[0]))
    return found


def moves_of(
    duty: Duty, *, years: Collection[int], calendar: WorkingCalendar, today: date | None = None
) -> Iterator[Move]:
    """Where the kept day of an occurrence is not the day that the calendar gives. With `today` a day that was still to
    come does not move into the past: nobody is made late by a holiday."""
    kept = {one.key: one for one in Occurrence.objects.filter(duty=duty, due_on__isnull=False)}
    for one in _asked(duty, years, calendar):
        old = kept.get(one.key)
        if old is None or old.due_on is None or old.due_on == one.due_on:
            continue
        if today is None or not one.due_on < today <= old.due_on:
            yield Move(old, one)


def owed_at(move: Move) -> QuerySet[Obligation]:
    """What is still owed and stands at the common day: a day that was set for one agency alone stays."""
    kept = move.kept
    return Obligation.objects.filter(duty=kept.duty_id, occurrence=kept.key, due_on=kept.due_on, state__in=STILL)


def years_about(days: Collection[date]) -> range:
    """An occurrence of a year may be due in the next."""
    return range(min(days).year - 1, max(days).year + 2)


def foreseen(calendar: WorkingCalendar, days: Collection[date], today: date) -> list[Moving]:
    """For the page of the working calendar: what would move if `calendar` held, nothing written."""
    found = []
    for duty in duties_about(days):
        for move in moves_of(duty, years=years_about(days), calendar=calendar, today=today):
            count = owed_at(move).count()
            if count and move.kept.due_on:
                found.append(Moving(duty.title, move.kept.label, move.kept.due_on, move.to.due_on, count))
    return found


def _asked(duty: Duty, years: Collection[int], calendar: WorkingCalendar) -> Iterator[DutyOccurrence]:
    for year in years:
        yield from duty_occurrences(duty, year=year, calendar=calendar, issued_on=duty.issued_on, with_history=True)
    for occasion in duty.occasions.order_by("pk"):
        recorded_on = occasion.recorded_at.date()
        yield occurrence_of_event(
            duty.schedule, code=occasion.code, name=occasion.name, on=occasion.on, recorded_on=recorded_on,
            calendar=calendar,
        )  # fmt: skip
