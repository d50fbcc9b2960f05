"""Due moments found the slow way, for comparison: one day (or minute) after the other, with a list of days off written
down here by hand from the notices, and none of the product's own code."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

_OFF_DAYS = """
    2024-01-01 2024-02-08 2024-02-09 2024-02-10 2024-02-11 2024-02-12 2024-02-13 2024-02-14 2024-04-18
    2024-04-29 2024-04-30 2024-05-01 2024-09-02 2024-09-03
    2025-01-01 2025-01-27 2025-01-28 2025-01-29 2025-01-30 2025-01-31 2025-04-07 2025-04-30
    2025-05-01 2025-05-02 2025-09-01 2025-09-02
    2026-01-01 2026-01-02 2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20 2026-04-27 2026-04-30
    2026-05-01 2026-08-31 2026-09-01 2026-09-02 2026-11-24
"""
OFF = frozenset(_OFF_DAYS.split())
WORKED_SATURDAYS = {"2024-05-04", "2025-04-26", "2026-01-10", "2026-08-22"}
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


@dataclass
class Case:
    """A line of the table. `closes` is the closing hour or None; pauses are pairs, an open one ends with None."""

    name: str
    received: datetime
    number: int
    unit: str
    closes: time | None = None
    pauses: list[tuple[datetime, datetime | None]] = field(default_factory=list)
    extension: int = 0
    transfer: datetime | None = None
    declared_off: list[date] = field(default_factory=list)
    due: str = ""


def read_case(line: str) -> Case:
    """ "name | 12/02/2026 21:30 | 6 wd close 17:00 | pause A .. B; extend 3; transfer T; off D | due"."""
    name, received, rule, options, due = (cell.strip() for cell in line.split("|"))
    words = rule.split()
    case = Case(name, moment(received), int(words[0]), words[1], due=due)
    if "close" in words:
        case.closes = time.fromisoformat(words[3])
    for option in filter(None, (one.strip() for one in options.split(";"))):
        what, _, rest = option.partition(" ")
        if what == "pause":
            begin, _, end = rest.partition(" .. ")
            case.pauses.append((moment(begin), moment(end) if end else None))
        elif what == "extend":
            case.extension = int(rest)
        elif what == "transfer":
            case.transfer = moment(rest)
        else:
            assert what == "off"
            case.declared_off.append(datetime.strptime(rest, "%d/%m/%Y").date())  # noqa: DTZ007
    return case


def moment(text: str) -> datetime:
    return datetime.strptime(text, "%d/%m/%Y %H:%M")  # noqa: DTZ007 - Vietnamese time throughout


def walk(case: Case) -> str:
    """The due moment as the table writes it, or "đứng" while the clock stands still."""
    closed = [(begin, end) for begin, end in case.pauses if end is not None]
    end = _end(case, closed)
    still_open = [begin for begin, stop in case.pauses if stop is None]
    if any(begin <= end for begin in still_open):
        return "đứng"
    return "24:00 " + end.strftime("%d/%m/%Y") if case.unit != "h" else end.strftime("%H:%M %d/%m/%Y")


def _end(case: Case, closed: list[tuple[datetime, datetime]]) -> datetime:
    start = case.transfer or case.received
    if case.closes:
        late = start.time() > case.closes
        if late or not is_worked(start.date(), case.declared_off):
            day = start.date() + (DAY if late else 0 * DAY)
            while not is_worked(day, case.declared_off):
                day += DAY
            start = datetime.combine(day, time(7, 30))
    number = case.number + case.extension
    if case.unit == "h":
        return _after_minutes(start, number * 60, closed)
    day, counted = start.date(), 0
    while counted < number:
        day += DAY
        if not _touched(day, closed) and (case.unit == "d" or is_worked(day, case.declared_off)):
            counted += 1
    while not is_worked(day, case.declared_off) or (day > start.date() and _touched(day, closed)):
        day += DAY
    return datetime.combine(day, time(23, 59, 59))


def _after_minutes(start: datetime, minutes: int, closed: list[tuple[datetime, datetime]]) -> datetime:
    at = start
    while minutes:
        if not any(begin <= at < end for begin, end in closed):
            minutes -= 1
        at += MINUTE
    return at


def is_worked(day: date, declared_off: Iterable[date]) -> bool:
    if day in declared_off or day.isoformat() in OFF:
        return False
    return day.weekday() < 5 or day.isoformat() in WORKED_SATURDAYS


def _touched(day: date, closed: list[tuple[datetime, datetime]]) -> bool:
    return any(begin.date() <= day <= end.date() for begin, end in closed)
