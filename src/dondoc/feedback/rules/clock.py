"""One clock for the four flows: from when a term runs, what stops it, what lengthens it, when it ends and why.

A rule is data (number, unit, citation); this module only reads it. The days themselves are counted by
`schedule.rules.explain`; here stands what is peculiar to cases: receipt after office hours, waiting for the citizen,
a transfer, one extension, and the moment to speak up before the end.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from dondoc.schedule.rules import Deadline, Pause, WorkingCalendar, explain
from dondoc.schedule.rules.deadlines import VIETNAM

OPENS_AT = time(7, 30)
WARNS_AT = time(8, 0)
_ONE_DAY = timedelta(days=1)


class Unit(StrEnum):
    """What a term is counted in. Hours are clock hours; days are calendar days unless the law says working days."""

    HOURS = "hours"
    DAYS = "days"
    WORKING_DAYS = "working_days"


@dataclass(frozen=True, slots=True)
class Rule:
    """So many hours or days, by whose word. With `closes_at` what comes in after that hour or on a day off counts as
    received when the office next opens; without it the clock runs from the very moment."""

    number: int
    unit: Unit
    citation: str = ""
    closes_at: time | None = None


@dataclass(frozen=True, slots=True)
class Stop:
    """A stretch of waiting for the citizen; still open while `ends_at` is None."""

    begins_at: datetime
    ends_at: datetime | None = None
    why: str = "Chờ người gửi bổ sung"


@dataclass(frozen=True, slots=True)
class Term:
    """`deadline` is None while the clock stands still. `received_at` is when it came, `starts_at` from when it is
    counted, `warn_at` when to tell the head that the end is near."""

    received_at: datetime
    starts_at: datetime
    rule: Rule
    number: int
    deadline: Deadline | None
    warn_at: datetime | None
    stands_since: datetime | None = None

    @property
    def due(self) -> datetime | None:
        return self.deadline.due if self.deadline else None


def starts_at(received_at: datetime, rule: Rule, calendar: WorkingCalendar) -> datetime:
    """From when a term is counted: the receipt, or the next opening of the office where the rule closes it."""
    here = _here(received_at)
    if rule.closes_at is None:
        return here
    if calendar.is_working(here.date()) and here.time() <= rule.closes_at:
        return here
    day = calendar.next_working(here.date() + (_ONE_DAY if here.time() > rule.closes_at else timedelta()))
    return datetime.combine(day, OPENS_AT, VIETNAM)


def term(
    received_at: datetime,
    rule: Rule,
    *,
    calendar: WorkingCalendar,
    stops: Sequence[Stop] = (),
    extended_by: int = 0,
    counted_from: datetime | None = None,
) -> Term:
    """The term of one step of a case. `extended_by` is in the rule's own unit and lengthens the term itself, so that
    days off and stops within the extension are skipped as well. `counted_from` is the moment of a transfer that was
    made in time: the term of the one who took over begins there. An open stop that began before the end holds the
    clock; one that began after it changes nothing: what is late stays late."""
    begins = starts_at(counted_from or received_at, rule, calendar)
    number = rule.number + extended_by
    ended = [Pause(one.begins_at, one.ends_at, one.why) for one in stops if one.ends_at is not None]
    deadline = _count(begins, number, rule.unit, calendar, ended)
    held = min((_here(one.begins_at) for one in stops if one.ends_at is None), default=None)
    if held is not None and held <= deadline.due:
        return Term(_here(received_at), begins, rule, number, None, None, held)
    return Term(_here(received_at), begins, rule, number, deadline, warn_at(begins, deadline, rule.unit, calendar))


def warn_at(begins: datetime, deadline: Deadline, unit: Unit, calendar: WorkingCalendar) -> datetime:
    """When the head is told: in the morning of the last working day before the due day; of a term of hours when three
    quarters of it are over. Never before the term begins."""
    if unit is Unit.HOURS:
        return deadline.due - (deadline.due - begins) / 4
    day = calendar.last_working_before(deadline.due.date())
    morning = datetime.combine(max(day, begins.date()), WARNS_AT, VIETNAM)
    return max(morning, begins)


def may_restart(sent_at: datetime, transfer: Term, earlier_transfers: int) -> bool:
    """Whether the one who takes over has the whole term: on the first transfer, made within the limit for transfers.
    After that the citizen waits no longer for who passes the case around."""
    return earlier_transfers == 0 and transfer.due is not None and _here(sent_at) <= transfer.due


def _count(begins: datetime, number: int, unit: Unit, calendar: WorkingCalendar, pauses: Sequence[Pause]) -> Deadline:
    if unit is Unit.HOURS:
        return explain(begins, hours=number, calendar=calendar, pauses=pauses)
    if unit is Unit.DAYS:
        return explain(begins, days=number, calendar=calendar, pauses=pauses)
    return explain(begins, working_days=number, calendar=calendar, pauses=pauses)


def _here(moment: datetime) -> datetime:
    return moment.replace(tzinfo=VIETNAM) if moment.tzinfo is None else moment.astimezone(VIETNAM)
