"""What still stands between a plan and its issue, each with where to mend it."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from dondoc.plans.models import Plan, Task, TaskAgency
from dondoc.toolkit.sayings import Saying
from dondoc.units.models import AgencyGroup

OWING = ("lead", "execute")


@dataclass(frozen=True, slots=True)
class Blocker:
    """`kind` task | agency | group | rule | empty; `code` names the thing (a task, a group, the number of a rule)."""

    kind: str
    code: str
    text: Saying


def blockers(plan: Plan) -> list[Blocker]:
    """Everything in the order in which a person would mend it; none where the plan may be issued. Four queries."""
    return [*_of_tasks(plan), *_of_agencies(plan), *_of_groups(plan), *_of_rules(plan)]


def _of_tasks(plan: Plan) -> list[Blocker]:
    live = list(plan.tasks.filter(is_left_out=False, ended_on=None).order_by("order"))
    if not live:
        return [Blocker("empty", plan.code, Saying("Kế hoạch chưa có nhiệm vụ nào."))]
    return [
        Blocker("task", task.code, Saying("Nhiệm vụ {order} chưa xác nhận.", order=task.order))
        for task in live
        if not task.is_accepted
    ]


def _of_agencies(plan: Plan) -> list[Blocker]:
    unknown = Q(agency=None, group=None)
    past = Q(agency__valid_to__isnull=False, agency__successions__decided_at=None)
    rows = _named(plan).filter(unknown | past).select_related("task", "agency").distinct()
    told = [
        Blocker("agency", row.task.code, Saying("Nhiệm vụ {order}: {about}", order=row.task.order, about=_about(row)))
        for row in rows
    ]
    owing = set(_named(plan).filter(role__in=OWING).values_list("task_id", flat=True))
    accepted = Task.objects.filter(plan=plan, is_left_out=False, is_accepted=True, ended_on=None).order_by("order")
    missing = [
        Blocker(
            "agency", task.code, Saying("Nhiệm vụ {order} chưa có cơ quan chủ trì hoặc thực hiện.", order=task.order)
        )
        for task in accepted
        if task.pk not in owing
    ]
    return told + missing


def _about(row: TaskAgency) -> Saying:
    """A name that means nobody yet, or an agency that is no more and whose successor nobody decided."""
    if row.agency is None:
        return Saying("“{name}” chưa biết là cơ quan nào.", name=row.printed)
    return Saying("{agency} đã kết thúc hoạt động, chọn cơ quan kế thừa.", agency=row.agency.name)


def _of_groups(plan: Plan) -> list[Blocker]:
    """Open groups from which nobody was chosen: never silently everybody, never nobody."""
    used = _named(plan).filter(group__kind=AgencyGroup.Kind.OPEN).values("group_id")
    rows = AgencyGroup.objects.filter(pk__in=used, members=None).order_by("name")
    return [Blocker("group", row.code, Saying("“{name}” chưa chọn cơ quan cụ thể.", name=row.name)) for row in rows]


def _of_rules(plan: Plan) -> list[Blocker]:
    return [
        Blocker("rule", str(number), Saying("Kỳ báo cáo {number} chưa xác nhận.", number=number + 1))
        for number, rule in enumerate(plan.regime_rules)
        if not rule.get("is_confirmed")
    ]


def _named(plan: Plan) -> QuerySet[TaskAgency]:
    rows = TaskAgency.objects.filter(task__plan=plan, task__is_left_out=False, task__ended_on=None)
    return rows.select_related("task").order_by("task__order", "pk")
