"""The working calendar and the terms that hold now: the shipped tables with the office's own rows over them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from time import monotonic

from dondoc.schedule.models import OfficeDay, OfficeTimer
from dondoc.schedule.rules import NATIONAL, Deadline, Pause, WorkingCalendar
from dondoc.schedule.rules.calendar import calendar_with
from dondoc.schedule.rules.holidays import DayOff, WorkingWeekend, days_off, working_weekends
from dondoc.schedule.rules.timers import KEYS, TIMERS, TimerRule, timer_on
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.sayings import Saying

KEPT_SECONDS = 10.0
_held: tuple[float, WorkingCalendar] | None = None
_terms: tuple[float, tuple[TimerRule, ...]] | None = None


def current_calendar() -> WorkingCalendar:
    """The national table with the office's own days over it; `NATIONAL` itself where it has none. Kept for ten seconds:
    every page asks for it, and another process may have changed it."""
    global _held
    if _held is None or monotonic() - _held[0] > KEPT_SECONDS:
        _held = monotonic(), _unless_same(_held, calendar_of(standing_days()))
    return _held[1]


def forget_calendar() -> None:
    """After a change of days or terms in this process; and between tests."""
    global _held, _terms
    _held = _terms = None


def _unless_same(held: tuple[float, WorkingCalendar] | None, fresh: WorkingCalendar) -> WorkingCalendar:
    """The same object while nothing changed: what was counted with it stays known."""
    if held is None or (held[1].extra_off, held[1].extra_working) != (fresh.extra_off, fresh.extra_working):
        return fresh
    return held[1]


def standing_days() -> list[OfficeDay]:
    return list(OfficeDay.objects.filter(withdrawn_at=None).order_by("day"))


def calendar_of(days: Iterable[OfficeDay]) -> WorkingCalendar:
    """A calendar of some own days over the national table."""
    days = list(days)
    if not days:
        return NATIONAL
    off = [DayOff(one.day, one.name, one.decision) for one in days if one.kind == OfficeDay.Kind.OFF]
    working = [
        WorkingWeekend(one.day, one.instead_of or one.day, one.decision)
        for one in days
        if one.kind == OfficeDay.Kind.WORKING
    ]
    return calendar_with(off, working)


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day of a year's table: national (no code) or the office's own."""

    day: date
    is_off: bool
    name: str
    decision: str
    certainty: str
    code: str = ""


def year_rows(year: int) -> list[DayRow]:
    """All days off and worked weekends of a year, the office's own in the place of the national ones. One query."""
    rows = {off.day: DayRow(off.day, True, off.name, off.decision, off.certainty) for off in days_off(year)}
    for swap in working_weekends(year):
        name = f"Làm bù cho ngày {swap.instead_of:%d/%m/%Y}"
        rows[swap.day] = DayRow(swap.day, False, name, swap.decision, swap.certainty)
    for one in standing_days():
        if one.day.year == year:
            is_off = one.kind == OfficeDay.Kind.OFF
            rows[one.day] = DayRow(one.day, is_off, one.name, one.decision, "own", one.code)
    return [rows[day] for day in sorted(rows)]


def timer(key: str, on: date) -> TimerRule:
    """The term of a key on a day. Refuses where none is known: the office enters it before anything is counted."""
    return _known(key, on, find_timer(key, on))


def timer_if(key: str, on: date, *, row: OfficeTimer, holds: bool) -> TimerRule:
    """The same if a row of the office held as well, or were withdrawn."""
    others = OfficeTimer.objects.filter(key=key, withdrawn_at=None).exclude(pk=row.pk).order_by("pk")
    rows = [*others, row] if holds else others
    return _known(key, on, timer_on(key, on, [*TIMERS, *map(_own, rows)]))


def _known(key: str, on: date, found: TimerRule | None) -> TimerRule:
    if found is None:
        raise BadInput(
            "timer-unknown",
            "Chưa có thời hạn “{label}” cho ngày {on:%d/%m/%Y}: quản trị nhập ở Lịch làm việc, Thời hạn.",
            label=Saying(label_of(key)),
            on=on,
        )
    return found


def find_timer(key: str, on: date) -> TimerRule | None:
    """The same, or None. Asking for a key that is in no table is a fault of ours."""
    if key not in KEYS:
        raise KeyError(key)
    return timer_on(key, on, [*TIMERS, *own_timers(key)])


def deadline_of(
    key: str, start: datetime, *, on: date, pauses: tuple[Pause, ...] = (), calendar: WorkingCalendar | None = None
) -> tuple[TimerRule, Deadline]:
    """The rule that holds on a day and the end of its term from `start`, by the calendar that holds now or `calendar`,
    one that may come to hold."""
    rule = timer(key, on)
    return rule, rule.deadline(start, calendar=calendar or current_calendar(), pauses=pauses)


def own_timers(key: str = "") -> list[TimerRule]:
    """The office's own terms, kept as long as the calendar."""
    global _terms
    if _terms is None or monotonic() - _terms[0] > KEPT_SECONDS:
        rows = OfficeTimer.objects.filter(withdrawn_at=None).order_by("pk")
        _terms = monotonic(), tuple(_own(row) for row in rows)
    return [rule for rule in _terms[1] if key in ("", rule.key)]


def label_of(key: str) -> str:
    return next((rule.label for rule in TIMERS if rule.key == key), key)


def _own(row: OfficeTimer) -> TimerRule:
    shipped = next(rule for rule in TIMERS if rule.key == row.key)
    return TimerRule(
        row.key,
        shipped.label,
        row.number,
        row.unit,  # type: ignore[arg-type]  # kept to the choices by the form and the action
        row.citation,
        "V",
        row.valid_from,
        row.valid_to,
        shipped.counts,
        shipped.is_local,
        is_own=True,
    )
