"""One task with its versions, and what a change of it would do, as lines for the screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dondoc.duties.models import Obligation
from dondoc.duties.queries import Counts
from dondoc.duties.rules.carrying import Fate, Gathered, Lot, Told
from dondoc.duties.rules.occurrences import DutyOccurrence
from dondoc.plans.models import Task
from dondoc.plans.queries.amending import differing
from dondoc.plans.queries.plans import task_counts
from dondoc.plans.queries.review import ROLE_WORDS
from dondoc.toolkit.period_names import period_name
from dondoc.toolkit.sayings import Saying
from dondoc.units.models import Agency
from dondoc.web.formats import day

STANDS = {
    Lot.SETTLED: "đã xong",
    Lot.AWAITING: "chờ xác nhận",
    Lot.LATE: "quá hạn",
    Lot.EXCUSED: "được miễn",
    Lot.OPEN: "đang mở, trong hạn",
    Lot.NOT_OPEN: "chưa mở",
}
FATES = {
    Fate.STAYS: "giữ nguyên, tính cả vào nhiệm vụ mới",
    Fate.GOES_ON: "tiếp tục theo nội dung mới, giữ minh chứng và người làm",
    Fate.ENDS: "thôi thực hiện",
    Fate.BEGINS: "giao mới",
}


@dataclass(frozen=True, slots=True)
class FateLine:
    """How many obligations that stand so become what; some of them by name."""

    stands: str
    fate: str
    tone: str
    count: int
    examples: list[str]


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A version with what it changed against the one before it."""

    code: str
    version: int
    since: date | None
    reason: str
    by: str
    changed: list[str]
    task: Task


@dataclass(frozen=True, slots=True)
class TaskCard:
    task: Task
    agencies: list[tuple[str, list[str]]]
    counts: Counts
    duties: list[str]
    versions: list[VersionLine]


def task_card(task: Task, *, today: date) -> TaskCard:
    """A task for its page: six queries."""
    rows = Task.objects.filter(plan=task.plan, key=task.key).select_related("edited_by").order_by("version")
    versions = list(rows.prefetch_related("agencies__agency", "agencies__group"))
    counts, duties = task_counts(task, versions, today=today)
    return TaskCard(task, _agencies(versions, task), counts, duties, _lines(versions))


def _agencies(versions: Sequence[Task], task: Task) -> list[tuple[str, list[str]]]:
    shown = next(one for one in versions if one.pk == task.pk)
    named: dict[str, list[str]] = {}
    for row in shown.agencies.all():
        meant = row.agency or row.group
        named.setdefault(ROLE_WORDS.get(row.role, row.role), []).append(meant.name if meant else row.printed)
    return list(named.items())


def _lines(versions: Sequence[Task]) -> list[VersionLine]:
    lines = []
    for number, one in enumerate(versions):
        changed = differing(versions[number - 1], one) if number else []
        by = one.edited_by.full_name if one.edited_by and one.version > 1 else ""
        lines.append(VersionLine(one.code, one.version, one.effective_on, one.revised_reason, by, changed, one))
    return lines[::-1]


def seat_lines(task: Task) -> list[tuple[int, str, str]]:
    """Of each agency of a task: its row, role and name."""
    rows = task.agencies.select_related("agency", "group").order_by("pk")
    return [(row.pk, ROLE_WORDS.get(row.role, row.role), (row.agency or row.group or row).name) for row in rows]  # type: ignore[union-attr]


def fate_lines(
    told: Sequence[Gathered], times: dict[str, DutyOccurrence], held: dict[int, Obligation]
) -> list[FateLine]:
    """What becomes of the work, what ends first, then what goes on, begins, stays."""
    order = (Fate.ENDS, Fate.GOES_ON, Fate.BEGINS, Fate.STAYS)
    begun = {one.agency for kind in told for one in kind.first if one.pk is None}
    names = dict(Agency.objects.filter(pk__in=begun).values_list("pk", "name"))
    lines = []
    for kind in sorted(told, key=lambda kind: (order.index(kind.fate), kind.lot or "")):
        examples = [_example(one, times, held, names) for one in kind.first]
        tone = {Fate.ENDS: "bad", Fate.GOES_ON: "warn", Fate.BEGINS: "calm", Fate.STAYS: "good"}[kind.fate]
        stands = STANDS[kind.lot] if kind.lot else Saying("chưa có")
        lines.append(FateLine(stands, FATES[kind.fate], tone, kind.count, examples))
    return lines


def _example(one: Told, times: dict[str, DutyOccurrence], held: dict[int, Obligation], names: dict[int, str]) -> str:
    time = times.get(one.key)
    if one.pk is None:
        return _dated(names.get(one.agency, ""), time.label, time.due_on) if time else names[one.agency]
    row = held[one.pk]
    was = _dated(row.held_by.name, row.label, row.due_on)
    moved = time is not None and one.fate is Fate.GOES_ON and time.due_on != row.due_on
    return Saying("{was} → {day}", was=was, day=day(time.due_on)) if moved and time else was


def _dated(who: str, period: str, due_on: date | None) -> Saying:
    return Saying("{who}: {period}, hạn {day}", who=who, period=period_name(period) or period, day=day(due_on))
