"""Which due days are reminded of today, and by which rule. Days are working days, as everywhere in the product."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from dondoc.schedule.rules import WorkingCalendar
from dondoc.toolkit.sayings import Saying

BACK, AHEAD = 400, 120  # calendar days: what is late for longer is in the list of the late and up the line by then


@dataclass(frozen=True, slots=True)
class Reminder:
    """`offset` working days from the due day (below zero: before it), then every `every` working days (0: once)."""

    offset: int
    every: int = 0

    def speaks_at(self, passed: int) -> bool:
        """`passed`: working days since the due day; 0 on it, below zero before it."""
        if passed == self.offset:
            return True
        return (
            bool(self.every) and self.offset >= 0 and passed > self.offset and (passed - self.offset) % self.every == 0
        )

    @property
    def words(self) -> Saying:
        if self.offset < 0:
            return Saying("trước hạn {days} ngày làm việc", days=-self.offset)
        late = Saying("quá hạn {days} ngày làm việc", days=self.offset)
        start = late if self.offset else Saying("đúng ngày đến hạn")
        if not self.every:
            return start
        return Saying("{start}, sau đó cứ {days} ngày làm việc một lần", start=start, days=self.every)


def passed_by_day(today: date, calendar: WorkingCalendar) -> Mapping[date, int]:
    """For each due day that can be reminded of: how many working days it lies back (below zero: ahead). A due day that
    has gone by lies back one working day at least, also over a weekend; told in one walk over the days."""
    found = {today: 0}
    count = 0
    for number in range(1, AHEAD + 1):
        day = today + timedelta(days=number)
        count += calendar.is_working(day)
        found[day] = -count
    count = 0
    for number in range(1, BACK + 1):
        day = today - timedelta(days=number)
        count += calendar.is_working(day + timedelta(days=1))
        found[day] = max(count, 1)
    return found


def days_to_remind(
    rules: Iterable[Reminder], today: date, calendar: WorkingCalendar
) -> dict[date, tuple[Reminder, ...]]:
    """Due days that one of the rules speaks of today, each with those rules. None on a day off: nobody is written to,
    and since days are counted as working days nothing falls between."""
    if not calendar.is_working(today):
        return {}
    given = list(rules)
    told = {
        day: tuple(rule for rule in given if rule.speaks_at(passed))
        for day, passed in passed_by_day(today, calendar).items()
    }
    return {day: speaking for day, speaking in told.items() if speaking}
