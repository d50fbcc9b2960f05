"""Working days: Monday to Friday without days off, and the weekend days that are worked for them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache

from dondoc.schedule.rules.holidays import DayOff, WorkingWeekend, days_off, working_weekends

_ONE_DAY = timedelta(days=1)
_WEEKEND = {5: "Thứ Bảy", 6: "Chủ nhật"}


@dataclass(frozen=True, slots=True, eq=False)
class WorkingCalendar:
    """The national table, with what an office put over it: `extra_off` and `extra_working` win over the table. Two of
    them are one when they are the same object, so that what was counted with it can be kept."""

    extra_off: Mapping[date, DayOff] = field(default_factory=dict)
    extra_working: Mapping[date, WorkingWeekend] = field(default_factory=dict)

    def with_day_off(self, off: DayOff) -> "WorkingCalendar":
        """The same calendar with one more day off, such as one that a notice adds later."""
        return replace(self, extra_off={**self.extra_off, off.day: off})

    def with_working(self, swap: WorkingWeekend) -> "WorkingCalendar":
        return replace(self, extra_working={**self.extra_working, swap.day: swap})

    def why_off(self, day: date) -> str | None:
        """Why a day is not worked, in words for people; None for a working day."""
        if day in self.extra_off:
            return self.extra_off[day].why
        if day in self.extra_working:
            return None
        table, worked = _year(day.year)
        if day in table:
            return table[day].why
        return None if day in worked else _WEEKEND.get(day.weekday())

    def is_working(self, day: date) -> bool:
        return self.why_off(day) is None

    def next_working(self, day: date) -> date:
        """The day itself or the first working day after it."""
        while not self.is_working(day):
            day += _ONE_DAY
        return day

    def last_working(self, day: date) -> date:
        """The day itself or the last working day before it."""
        while not self.is_working(day):
            day -= _ONE_DAY
        return day

    def last_working_before(self, day: date) -> date:
        """ "trước ngày D": the last working day before D."""
        return self.last_working(day - _ONE_DAY)


NATIONAL = WorkingCalendar()


def calendar_with(off: Iterable[DayOff] = (), working: Iterable[WorkingWeekend] = ()) -> WorkingCalendar:
    """The national calendar with an office's own days over it."""
    return WorkingCalendar({o.day: o for o in off}, {w.day: w for w in working})


@cache
def _year(year: int) -> tuple[dict[date, DayOff], frozenset[date]]:
    return {off.day: off for off in days_off(year)}, frozenset(swap.day for swap in working_weekends(year))
