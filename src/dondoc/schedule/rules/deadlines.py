"""Deadlines that explain themselves: which days count, which do not and why.

The day of the event is day zero (Bộ luật Dân sự 2015 Đ.147 khoản 2). A term of days that would end on a day off ends
with the next working day, at 24:00 (Đ.148 khoản 5, 6); the last working day before is given as the day to aim at.
Hours are clock hours: they run at night and on days off, and are not moved.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

from dondoc.schedule.rules.calendar import NATIONAL, WorkingCalendar

VIETNAM = timezone(timedelta(hours=7))
_END_OF_DAY = time(23, 59, 59)
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Pause:
    """A stretch in which the clock stands still. For terms of days every day that it touches is left out; for hours the
    stretch itself."""

    begins_at: datetime
    ends_at: datetime
    why: str = "Tạm dừng"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A day that was passed over, and why."""

    day: date
    why: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """When a term ends. `counted` are the days of the term, `skipped` those passed over on the way, `aim` the last
    working day before a term that had to be moved (None: it was not)."""

    start: datetime
    due: datetime
    counted: tuple[date, ...]
    skipped: tuple[Skipped, ...]
    aim: date | None = None

    def as_json(self) -> dict[str, object]:
        return {
            "start": self.start.isoformat(),
            "due": self.due.isoformat(),
            "aim": self.aim.isoformat() if self.aim else None,
            "counted": [day.isoformat() for day in self.counted],
            "skipped": [{"day": one.day.isoformat(), "why": one.why} for one in self.skipped],
        }


def explain(
    start: datetime,
    *,
    working_days: int | None = None,
    days: int | None = None,
    hours: int | None = None,
    calendar: WorkingCalendar = NATIONAL,
    pauses: Sequence[Pause] = (),
) -> Deadline:
    """The end of a term of working days, of days, or of hours: exactly one of them, not negative.

    A start without a zone is Vietnamese time. A term of no days ends with its first day, or the next working day.
    """
    given = [number for number in (working_days, days, hours) if number is not None]
    if len(given) != 1 or given[0] < 0:
        raise ValueError("exactly one of working_days, days, hours, and not negative")
    start, pauses = _here(start), [Pause(_here(p.begins_at), _here(p.ends_at), p.why) for p in pauses]
    if working_days is not None:
        return _of_working_days(start, working_days, calendar, pauses)
    if days is not None:
        return _of_days(start, days, calendar, pauses)
    return _of_hours(start, hours or 0, pauses)


def _of_working_days(start: datetime, number: int, calendar: WorkingCalendar, pauses: Sequence[Pause]) -> Deadline:
    counted, skipped, day = _walk(start.date(), number, pauses, calendar)
    return _settled(start, day, counted, skipped, calendar, pauses)


def _of_days(start: datetime, number: int, calendar: WorkingCalendar, pauses: Sequence[Pause]) -> Deadline:
    counted, skipped, day = _walk(start.date(), number, pauses, None)
    return _settled(start, day, counted, skipped, calendar, pauses)


def _walk(
    day: date, number: int, pauses: Sequence[Pause], calendar: WorkingCalendar | None
) -> tuple[list[date], list[Skipped], date]:
    """Goes on from day zero until `number` days have counted; with a calendar only working days count."""
    counted: list[date] = []
    skipped: list[Skipped] = []
    while len(counted) < number:
        day += _ONE_DAY
        why = _why_paused(day, pauses) or (calendar.why_off(day) if calendar else None)
        if why:
            skipped.append(Skipped(day, why))
        else:
            counted.append(day)
    return counted, skipped, day


def _settled(
    start: datetime,
    day: date,
    counted: list[date],
    skipped: list[Skipped],
    calendar: WorkingCalendar,
    pauses: Sequence[Pause],
) -> Deadline:
    """Moves an end on a day off to the next working day, and says so."""
    end = day
    while why := calendar.why_off(end) or (_why_paused(end, pauses) if end > start.date() else None):
        skipped.append(Skipped(end, why))
        end += _ONE_DAY
    before = calendar.last_working_before(end)
    aim = before if end != day and before > start.date() else None
    due = datetime.combine(end, _END_OF_DAY, VIETNAM)
    return Deadline(start, due, tuple(counted), tuple(skipped), aim)


def _of_hours(start: datetime, number: int, pauses: Sequence[Pause]) -> Deadline:
    due = start + timedelta(hours=number)
    for pause in sorted(pauses, key=lambda one: one.begins_at):
        begins_at = max(pause.begins_at, start)
        if begins_at < due and pause.ends_at > begins_at:
            due += pause.ends_at - begins_at
    touched = [start.date() + n * _ONE_DAY for n in range((due.date() - start.date()).days + 1)]
    skipped = [Skipped(day, _why_paused(day, pauses) or "") for day in touched if _is_all_paused(day, pauses)]
    paused = {one.day for one in skipped}
    return Deadline(start, due, tuple(day for day in touched if day not in paused), tuple(skipped))


def _why_paused(day: date, pauses: Sequence[Pause]) -> str | None:
    return next((p.why for p in pauses if p.begins_at.date() <= day <= p.ends_at.date()), None)


def _is_all_paused(day: date, pauses: Sequence[Pause]) -> bool:
    begins_at = datetime.combine(day, time.min, VIETNAM)
    return any(p.begins_at <= begins_at and p.ends_at >= begins_at + _ONE_DAY for p in pauses)


def _here(moment: datetime) -> datetime:
    return moment.replace(tzinfo=VIETNAM) if moment.tzinfo is None else moment.astimezone(VIETNAM)
