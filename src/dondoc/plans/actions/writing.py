"""A plan written without a document: from last year's, from the plan of the level above, from what is weak. It is a
draft like any other: reviewed, put before the head, approved, issued."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.db import transaction

from dondoc.accounts.models import User
from dondoc.duties.actions.duty import tie_above
from dondoc.plans.actions.task import Typed, fields_of
from dondoc.plans.models import Goal, Plan, PlanDocument, PlanState, Task, TaskAgency
from dondoc.plans.queries.standing import standing_duties
from dondoc.plans.rules.matching import Named, match_tasks
from dondoc.plans.rules.writing import moved_on
from dondoc.records.actions import audit
from dondoc.records.rules.codes import new_code
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.text import clean, fold
from dondoc.units.models import Agency, AgencyGroup

TITLE = "Kế hoạch nâng cao Chỉ số hiệu quả quản trị và hành chính công cấp tỉnh (PAPI) năm {year}"


@dataclass(frozen=True, slots=True)
class Place:
    """An agency or a group in its role of a new task."""

    role: str
    printed: str
    agency: Agency | None = None
    group: AgencyGroup | None = None
    is_requested: bool = False


@dataclass(frozen=True, slots=True)
class NewTask:
    """A task of a plan to be written. `why` says where it comes from; with `dropped` it stands there left out, with the
    reason."""

    typed: Typed
    places: Sequence[Place] = ()
    heading: str = ""
    subcode: str = ""
    why: str = ""
    dropped: str = ""
    serves: Task | None = None


@dataclass(frozen=True, slots=True)
class NewGoal:
    """A goal in words, and as scores understand it ("rank+5"), of the total or of a part ("D5_LAND")."""

    text: str
    measure: str = ""
    code: str = ""
    kind: str = "goal"


@dataclass(frozen=True, slots=True)
class NewPlan:
    """What a person asked for."""

    year: int
    title: str = ""
    tasks: Sequence[NewTask] = ()
    goals: Sequence[NewGoal] = ()
    above: Plan | None = None
    rules: Sequence[Mapping[str, object]] = field(default_factory=list)


def write_plan(agency: Agency, *, new: NewPlan, by: User, at: datetime) -> Plan:
    """Begin a plan of an agency without a document. Refuses a year that cannot be and a plan without tasks."""
    if not 2011 <= new.year <= 2100:
        raise BadInput("year-wrong", "Năm {year} không hợp lệ. Nhập năm của kế hoạch, ví dụ 2027.", year=new.year)
    if not new.tasks:
        raise BadInput("plan-empty", "Chưa có nhiệm vụ nào. Chọn ít nhất một nhiệm vụ hoặc một nội dung đề xuất.")
    title = " ".join(clean(new.title).split()) or TITLE.format(year=new.year)
    with transaction.atomic():
        plan = Plan.objects.create(
            code=new_code(),
            unit=agency.unit,
            agency=agency,
            year=new.year,
            title=title,
            search=fold(title),
            above=new.above,
            regime_rules=[{**rule, "is_confirmed": False} for rule in new.rules],
            created_by=by,
            created_at=at,
        )
        PlanDocument.objects.create(plan=plan, read_at=at)
        Goal.objects.bulk_create(
            Goal(plan=plan, kind=one.kind, text=one.text, measure=one.measure, measure_code=one.code)
            for one in new.goals
        )
        tasks = [_task(plan, order, one) for order, one in enumerate(new.tasks, 1)]
        Task.objects.bulk_create(tasks)
        TaskAgency.objects.bulk_create(_named(task, one) for task, new_one in zip(tasks, new.tasks, strict=True)
                                       for one in new_one.places)  # fmt: skip
        after = {"tasks": len(tasks), "year": new.year, "above": new.above.code if new.above else ""}
        audit.record("write_plan", ("plan", plan.code), by=by, at=at, after=after)
    return plan


def from_last(
    plan: Plan, *, year: int, endings: Mapping[str, str] | None = None, dropped: Mapping[str, str] | None = None
) -> list[NewTask]:
    """The tasks of an earlier plan for another year: the same agencies, their times moved on. `endings` says by the
    code of a task how it ended, `dropped` why it is not carried over."""
    endings, dropped = endings or {}, dropped or {}
    told = []
    for task in _standing(plan):
        ended = endings.get(task.code, "")
        why = f"Từ nhiệm vụ {task.subcode or task.order} của kế hoạch năm {plan.year}{f': {ended}' if ended else ''}."
        told.append(replace(_like(task, by=year - plan.year), why=why, dropped=dropped.get(task.code, "")))
    return told


def from_above(plan: Plan, agency: Agency, *, year: int) -> list[NewTask]:
    """What the plan of the level above asks of a unit: the tasks that one of its agencies leads or carries out, each
    knowing the task that it serves. The unit's own agency leads; those named above stay in their words."""
    told = []
    for task in _standing(plan):
        if any(_asks(row, agency) for row in task.agencies.all() if row.role in ("lead", "execute")):
            like = _like(task, by=year - plan.year)
            why = f"Thực hiện nhiệm vụ {task.subcode or task.order} của {plan.agency.name}."
            told.append(replace(like, places=[Place("lead", agency.name, agency=agency)], why=why, serves=task))
    return told


def set_above(plan: Plan, *, above: Plan, by: User, at: datetime) -> int:
    """Say which plan of the level above a plan carries out; its tasks that are plainly the same serve those above. How
    many do. Refuses a plan that is not issued, of the same level, or of another year."""
    if above.state not in (PlanState.ISSUED, PlanState.CLOSED) or above.year != plan.year or above.pk == plan.pk:
        raise BadInput("above-wrong", "Chọn kế hoạch cấp trên đã ban hành của cùng năm.")
    tasks = {task.key: task for task in plan.tasks.filter(is_left_out=False, ended_on=None)}
    theirs = {task.key: task for task in above.tasks.filter(is_left_out=False, ended_on=None)}
    named = [Named(key, task.content, task.component) for key, task in theirs.items()]
    pairs = match_tasks(named, [Named(key, task.content, task.component) for key, task in tasks.items()])
    with transaction.atomic():
        Plan.objects.filter(pk=plan.pk).update(above=above)
        for own, served in pairs.items():
            Task.objects.filter(pk=tasks[own].pk, serves=None).update(serves=theirs[served])
        _tie_duties([tasks[own].pk for own in pairs], by=by, at=at)
        after = {"above": above.code, "serving": len(pairs)}
        audit.record("set_above", ("plan", plan.code), by=by, at=at, after=after)
    return len(pairs)


def _tie_duties(tasks: Iterable[int], *, by: User, at: datetime) -> None:
    """What was given out before it was tied serves the duty above too."""
    tied = [task for task in Task.objects.filter(pk__in=list(tasks)).select_related("serves") if task.serves]
    own = standing_duties(tied)
    above = standing_duties([task.serves for task in tied if task.serves])
    for task in tied:
        if task.serves and task.key in own and task.serves.key in above:
            tie_above(own[task.key], above[task.serves.key], by=by, at=at)


def _standing(plan: Plan) -> Iterable[Task]:
    live = plan.tasks.filter(is_left_out=False, ended_on=None).order_by("order")
    return live.prefetch_related("agencies__agency", "agencies__group")


def _like(task: Task, *, by: int) -> NewTask:
    places = [Place(row.role, row.printed, row.agency, row.group, row.is_requested) for row in task.agencies.all()]
    typed = Typed(
        moved_on(task.content, by=by),
        task.section,
        task.component,
        "\n".join(str(one) for one in task.products),
        moved_on(task.target_text, by=by),
        moved_on(task.schedule_text, by=by),
    )
    return NewTask(typed, places, task.heading, task.subcode)


def _asks(row: TaskAgency, agency: Agency) -> bool:
    """Whether a row of a task above means the unit of an agency: by name, or as one of a group."""
    if row.agency is not None:
        return row.agency.unit_id == agency.unit_id
    if row.group is None:
        return False
    return _is_member(row.group, agency)


def _is_member(group: AgencyGroup, agency: Agency) -> bool:
    from django.utils import timezone

    from dondoc.units.queries import member_ids

    ids = member_ids(group, timezone.localdate())
    return Agency.objects.filter(pk__in=list(ids), unit=agency.unit_id).exists()


def _task(plan: Plan, order: int, new: NewTask) -> Task:
    code = new_code()
    findings = [{"code": "carried-over", "message": new.why, "place": None}] if new.why else []
    return Task(
        code=code,
        key=code,
        plan=plan,
        order=order,
        source="written",
        heading=new.heading[:400],
        subcode=new.subcode[:16],
        serves=new.serves,
        is_left_out=bool(new.dropped),
        left_out_reason=new.dropped[:300],
        component_is_confirmed=bool(new.typed.component),
        original={"source": "appendix", "where": {}, "confidence": {}, "findings": findings},
        **fields_of(plan, new.typed),
    )


def _named(task: Task, one: Place) -> TaskAgency:
    return TaskAgency(
        task=task, role=one.role, printed=one.printed[:400], agency=one.agency, group=one.group,
        is_requested=one.is_requested,
    )  # fmt: skip
