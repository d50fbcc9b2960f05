"""A schedule in one year: the windows in which it is to be done and the day each is due.

"trước ngày D" is due on the last working day before D. A day, a month, a quarter end with their last day; where that
is a day off, with the next working day, and the last working day before is the day to aim at (Bộ luật Dân sự 2015
Đ.148).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dondoc.schedule.rules.calendar import NATIONAL, WorkingCalendar
from dondoc.schedule.rules.expressions import Anchor, Point, Schedule
from dondoc.schedule.rules.periods import Period, month_end, periods

_ONE_DAY = timedelta(days=1)
_THIRDS = {"start": 10, "middle": 20}


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time that a thing is owed. `key` is unique within a schedule and does not change when the calendar does;
    `aim_on` is the day to aim at where `due_on` had to be moved."""

    key: str
    opens_on: date
    due_on: date
    aim_on: date | None = None


def occurrences(
    schedule: Schedule, year: int, calendar: WorkingCalendar = NATIONAL, *, base_cycle: str = "quarter"
) -> tuple[Occurrence, ...]:
    """What a schedule asks in a year, by due day.

    Continuous work, and what a law or another plan dates, is owed once per `base_cycle`. Events give nothing: they
    open when they happen. A stretch over several years is one window, told in each of them.
    """
    found = list(_raw(schedule, year, calendar, base_cycle))
    return tuple(sorted(found, key=lambda one: (one.due_on, one.opens_on, one.key)))


def _raw(schedule: Schedule, year: int, calendar: WorkingCalendar, base_cycle: str) -> Iterator[Occurrence]:
    if schedule.kind in ("month", "quarter", "year", "date"):
        for point in schedule.points:
            yield from _of_point(schedule, _in(point, year), year, calendar)
    elif schedule.kind == "range":
        yield from _of_range(schedule, year, calendar)
    elif schedule.kind == "recurring":
        for cycle in schedule.every or (base_cycle,):
            yield from _of_cycle(schedule, cycle, year, calendar)
    elif schedule.kind != "event":
        for period in periods(base_cycle, year):
            yield _ending(period.key, period.first, period.last, calendar)


def _of_point(schedule: Schedule, point: Point, year: int, calendar: WorkingCalendar) -> Iterator[Occurrence]:
    first, last = bounds(point)
    key = point.iso() or str(year)
    if schedule.op == "from":
        if first.year <= year:
            opens_on = max(first, date(year, 1, 1))
            yield _ending(f"{year}", opens_on, date(year, 12, 31), calendar)
    elif schedule.op == "before":
        due_on = calendar.last_working_before(first)
        if due_on.year == year or first.year == year:
            yield Occurrence(key, min(date(due_on.year, 1, 1), due_on), due_on)
    elif first.year == year:
        yield _ending(key, first, _part_end(schedule, first, last), calendar)


def _of_range(schedule: Schedule, year: int, calendar: WorkingCalendar) -> Iterator[Occurrence]:
    begin, end = (_in(point, year) for point in schedule.points)
    first, last = bounds(begin)[0], bounds(end)[1]
    if first.year <= year <= last.year:
        yield _ending(f"{begin.iso()}..{end.iso()}", first, max(first, last), calendar)


def _of_cycle(schedule: Schedule, cycle: str, year: int, calendar: WorkingCalendar) -> Iterator[Occurrence]:
    own = [anchor for anchor in schedule.anchors if anchor.cycle in (None, cycle)]
    with_year = "year" in schedule.every
    for period in periods(cycle, year, with_year=with_year):
        if cycle == "day":
            if calendar.is_working(period.first):
                yield Occurrence(period.key, period.first, period.first)
        elif not own:
            yield from _repeated(schedule.times, _ending(period.key, period.first, period.last, calendar))
        else:
            yield from _of_anchors(own, period, calendar)


def _repeated(times: int, occurrence: Occurrence) -> Iterator[Occurrence]:
    """Three times a year: three, all due with the year."""
    if times == 1:
        yield occurrence
    else:
        for number in range(1, times + 1):
            key = f"{occurrence.key}#{number}"
            yield Occurrence(key, occurrence.opens_on, occurrence.due_on, occurrence.aim_on)


def _of_anchors(anchors: list[Anchor], period: Period, calendar: WorkingCalendar) -> Iterator[Occurrence]:
    for number, anchor in enumerate(anchors, 1):
        day = day_of(anchor, period)
        if day is None:
            continue
        key = period.key if len(anchors) == 1 else f"{period.key}#{number}"
        if anchor.before:
            due_on = calendar.last_working_before(day)
            yield Occurrence(key, min(period.first, due_on), due_on)
        else:
            first = date(day.year, anchor.since, 1) if anchor.since else period.first
            yield _ending(key, min(first, day), day, calendar)


def day_of(anchor: Anchor, period: Period) -> date | None:
    """The day of the calendar; None where the anchor's month is not in the period ("15/6" in the second half-year)."""
    year, month = period.last.year, period.last.month
    if anchor.month is not None:
        if not period.first.month <= anchor.month <= period.last.month:
            return None
        month = anchor.month
    elif anchor.within == "first":
        month = period.first.month
    elif anchor.within == "next":
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    elif period.cycle == "week":
        return period.last
    end = month_end(year, month)
    return end.replace(day=min(anchor.day or end.day, end.day))


def bounds(point: Point) -> tuple[date, date]:
    """First and last day of a point that has its year."""
    year = point.year or 1
    if point.quarter is not None:
        return date(year, point.quarter * 3 - 2, 1), month_end(year, point.quarter * 3)
    if point.month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if point.day is None:
        return date(year, point.month, 1), month_end(year, point.month)
    day = date(year, point.month, min(point.day, month_end(year, point.month).day))
    return day, day


def _in(point: Point, year: int) -> Point:
    return point if point.year is not None else Point(year, point.quarter, point.month, point.day)


def _part_end(schedule: Schedule, first: date, last: date) -> date:
    """ "đầu tháng" ends on the 10th, "giữa tháng" on the 20th; of a quarter or a year the start is its first third."""
    if schedule.part not in ("start", "middle"):
        return last
    if first.month == last.month:
        return first.replace(day=_THIRDS[schedule.part])
    third = (last.month - first.month + 1) // 3
    return month_end(last.year, first.month + third * (1 if schedule.part == "start" else 2) - 1)


def _ending(key: str, first: date, last: date, calendar: WorkingCalendar) -> Occurrence:
    due_on = calendar.next_working(last)
    return Occurrence(key, first, due_on, calendar.last_working_before(due_on) if due_on != last else None)
