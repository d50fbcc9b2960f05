"""Lists of plans, and one plan in the form of its annex with the live states of its tasks."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from dondoc.duties.models import Duty
from dondoc.duties.queries import Counts, counts_by_duty
from dondoc.duties.rules.aims import asked_of
from dondoc.duties.rules.reporting import Timing, report_periods
from dondoc.framework.queries.names import part_name
from dondoc.framework.rules import framework
from dondoc.plans.models import Plan, PlanDocument, PlanState, Task
from dondoc.plans.queries.review import ROLE_WORDS
from dondoc.plans.rules.regime_words import rule_words
from dondoc.records.models import State as JobState
from dondoc.schedule.rules.reporting import CYCLE_OF
from dondoc.toolkit.period_names import period_name
from dondoc.toolkit.sayings import Saying
from dondoc.toolkit.text import fold
from dondoc.web import formats

STATE_TONES = {"draft": "calm", "submitted": "warn", "approved": "warn", "issued": "good", "closed": "calm"}


SHEET_HEADS = (
    "Mã", "TT", "Trục nội dung", "Nội dung thành phần", "Nhiệm vụ", "Chủ trì", "Thực hiện", "Phối hợp",
    "Hướng dẫn, theo dõi", "Thời gian", "Chỉ tiêu", "Sản phẩm", "Số việc", "Đã xong", "Chờ xác nhận", "Quá hạn",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TaskRow:
    """`targets` as printed, `asked` as understood."""

    code: str
    order: int
    subcode: str
    heading: str
    content: str
    component: str
    targets: str
    schedule: str
    products: list[str]
    agencies: dict[str, list[str]]
    count: Counts
    is_accepted: bool
    version: int = 1
    effective_on: date | None = None
    revised_reason: str = ""
    asked: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Tasks under one heading: a dimension of the index, or an agency that leads."""

    name: str
    rows: list[TaskRow] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ReadingStatus:
    """Where the reading of a document is. `phase` reading | failed | refused | done."""

    phase: str
    done: int = 0
    total: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class RuleLine:
    number: int
    words: str
    text: str
    cycle: str
    day: int | None
    is_before: bool
    is_confirmed: bool
    is_inferred: bool
    days: list[Saying] = field(default_factory=list)
    who: str = ""


def listed_plans(plans: QuerySet[Plan], *, wanted: str = "", year: str = "") -> QuerySet[Plan]:
    """Plans by words of their titles, marks or not, and by year; the newest first, with how many tasks stand."""
    rows = plans.annotate(
        standing=Count("tasks", filter=Q(tasks__is_left_out=False, tasks__ended_on=None)),
        accepted=Count("tasks", filter=Q(tasks__is_accepted=True, tasks__ended_on=None)),
    )
    for word in fold(wanted).split():
        rows = rows.filter(search__contains=word)
    if year.isdecimal() and len(year) == 4:
        rows = rows.filter(year=int(year))
    return rows.order_by("-year", "-pk")


def reading_status(document: PlanDocument) -> ReadingStatus:
    job = document.job
    if document.refusal:
        return ReadingStatus("refused", note=document.refusal)
    if document.read_at:
        return ReadingStatus("done")
    if job is None or job.state == JobState.FAILED:
        return ReadingStatus("failed")
    return ReadingStatus("reading", job.done, job.total, job.note)


def plan_parts(plan: Plan, *, by: str, today: date) -> list[Part]:
    """The tasks of a plan under their dimension, or by the agency that leads (`by` "co-quan"). Three queries, and what
    an issued plan's work counts."""
    live = plan.tasks.filter(is_left_out=False, ended_on=None).order_by("order")
    tasks = list(live.prefetch_related("agencies__agency", "agencies__group"))
    is_given = plan.state in (PlanState.ISSUED, PlanState.CLOSED)
    counts = _counts(plan, tasks, today) if is_given else {}
    rows = [(task, _row(task, counts.get(task.code, Counts()))) for task in tasks]
    return _by_agency(rows) if by == "co-quan" else _by_section(plan, rows)


def _counts(plan: Plan, live: list[Task], today: date) -> dict[str, Counts]:
    """By the code of a task. What stays under its earlier versions is counted with it, without what they let off; so is
    what stands in the plans that this one amends."""
    counts = dict(counts_by_duty(plan_code=plan.code, today=today))
    reports = Duty.objects.filter(plan_code=plan.code, source_kind="report", serves__isnull=False)
    served = dict(reports.values_list("source_code", "serves__source_code"))
    codes = {task.key: task.code for task in live}
    keys = dict(Task.objects.filter(code__in=set(served.values()) - set(codes.values())).values_list("code", "key"))
    for code, task in served.items():
        name = codes.get(keys.get(task, ""), task)
        counts[name] = counts.get(name, Counts()) + counts.pop(code, Counts())
    later = {task.key: task.code for task in live if task.version > 1}
    if later:
        for code, key in plan.tasks.filter(key__in=later).exclude(ended_on=None).values_list("code", "key"):
            _add_former(counts, later[key], counts.get(code, Counts()))
    if plan.amends is not None:
        _add_amended(counts, plan.amends, later, today)
    return counts


def _add_amended(counts: dict[str, Counts], former: Plan | None, later: Mapping[str, str], today: date) -> None:
    """What stands in the plans that this one amends, by the task that goes on with it."""
    while former is not None:
        keys = dict(Task.objects.filter(plan=former).values_list("code", "key"))
        duties = Duty.objects.filter(plan_code=former.code, ended_on__isnull=False)
        ended = set(duties.values_list("source_code", flat=True))
        for code, count in counts_by_duty(plan_code=former.code, today=today).items():
            name = later.get(keys.get(code, ""))
            if name is None:
                continue
            if code in ended:
                _add_former(counts, name, count)
            else:
                counts[name] = counts.get(name, Counts()) + count
        former = former.amends


def _add_former(counts: dict[str, Counts], name: str, kept: Counts) -> None:
    """Of a version that ended, without what it let off."""
    counts[name] = counts.get(name, Counts()) + kept._replace(exempt=0)


def task_counts(task: Task, versions: Sequence[Task], *, today: date) -> tuple[Counts, list[str]]:
    """How the work of a task stands over all its versions (those of the plan that it goes on from too), and the codes
    of the duties behind it."""
    former = Task.objects.filter(key=task.key).values_list("code", flat=True)
    codes = {one.code for one in versions} | set(former)
    duties = dict(Duty.objects.filter(source_kind="task", source_code__in=codes).values_list("source_code", "code"))
    plans = set(Duty.objects.filter(code__in=duties.values()).values_list("plan_code", flat=True))
    total = Counts()
    for plan in plans:
        for code, counts in counts_by_duty(plan_code=plan, today=today).items():
            if code in duties:
                total += counts._replace(exempt=0) if code != task.code else counts
    return total, list(duties.values())


def total_of(parts: list[Part]) -> Counts:
    """The sum over all tasks; a task that stands under two agencies is counted once."""
    counts = {row.code: row.count for part in parts for row in part.rows}
    return sum(counts.values(), Counts())


def sheet_line(part: Part, row: TaskRow) -> tuple[object, ...]:
    """One line under `SHEET_HEADS`."""
    named = ["; ".join(row.agencies.get(word, ())) for word in ROLE_WORDS.values()]
    count = row.count
    return (
        row.code, row.subcode or row.order, part.name, row.component, row.content, *named, row.schedule, row.targets,
        "; ".join(row.products), count.total, count.settled, count.awaiting, count.late,
    )  # fmt: skip


def rule_lines(plan: Plan) -> list[RuleLine]:
    lines = []
    for number, rule in enumerate(plan.regime_rules):
        due: dict[str, Any] = rule.get("due") or {}
        lines.append(
            RuleLine(
                number,
                rule_words(rule),
                str(rule.get("text", "")),
                str(rule.get("cycle", "")),
                due.get("day"),
                bool(due.get("before")),
                bool(rule.get("is_confirmed")),
                not due,
                _days_of(rule, plan.year),
                str(rule.get("who") or ""),
            )
        )
    return lines


def _days_of(rule: Mapping[str, Any], year: int) -> list[Saying]:
    """The days that the rule gives in the year of the plan: a person confirms days, not words."""
    cycle = CYCLE_OF.get(str(rule.get("cycle")))
    found = report_periods(cycle, Timing(due=rule.get("due") or None), year=year) if cycle else ()
    return [
        Saying(
            "{period}: chốt {closes}, hạn {due}",
            period=period_name(one.label) or one.label,
            closes=formats.day(one.closes_on),
            due=formats.day(one.due_on),
        )
        for one in found
    ]


def _row(task: Task, count: Counts) -> TaskRow:
    named: dict[str, list[str]] = defaultdict(list)
    for one in task.agencies.all():
        meant = one.agency or one.group
        named[ROLE_WORDS.get(one.role, one.role)].append(meant.name if meant else one.printed)
    return TaskRow(
        task.code,
        task.order,
        task.subcode,
        task.heading,
        task.content,
        task.component,
        task.target_text,
        task.schedule_text,
        [str(one) for one in task.products],
        dict(named),
        count,
        task.is_accepted,
        task.version,
        task.effective_on,
        task.revised_reason,
        "; ".join(one.text for one in asked_of(task.targets)),
    )


def _by_section(plan: Plan, rows: list[tuple[Task, TaskRow]]) -> list[Part]:
    names = {int(c.reference): f"{c.reference}. {part_name(c)}" for c in framework(plan.year) if c.level == "dimension"}  # type: ignore[arg-type]
    in_order = sorted(rows, key=lambda pair: (pair[0].section or 99, pair[0].order))
    return [
        Part(names.get(section or 0, _("Nhiệm vụ chung")), [row for _, row in pairs])
        for section, pairs in groupby(in_order, key=lambda pair: pair[0].section)
    ]


def _by_agency(rows: list[tuple[Task, TaskRow]]) -> list[Part]:
    named: dict[str, list[TaskRow]] = defaultdict(list)
    for row in (row for _task, row in rows):
        for name in row.agencies.get("Chủ trì") or row.agencies.get("Thực hiện") or [_("Chưa có cơ quan")]:
            named[name].append(row)
    return [Part(name, named[name]) for name in sorted(named)]
