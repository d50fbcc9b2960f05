"""Addresses of plans."""

from typing import Any

from dondoc.plans.models import Goal, Plan
from doors.rows import own, signed_in
from makers import make_agency, make_group, make_member, make_plan, make_unit
from people import Cast


def lans_plan(cast: Cast) -> Plan:
    """A draft of Lan's own agency, of which she is the head; Minh works beside her in another agency."""
    unit = make_unit("Minh Sơn")
    committee, justice = make_agency(unit), make_agency(unit, "Sở Tư pháp", kind="so-tu-phap")
    make_member(cast.lan, committee, "head")
    make_member(cast.minh, justice, "officer")
    return make_plan(committee, by=cast.lan)


def _of_plan(cast: Cast) -> list[Any]:
    return [lans_plan(cast).code]


def _of_task(cast: Cast) -> list[Any]:
    plan = lans_plan(cast)
    return [plan.code, plan.tasks.order_by("order")[0].code]


def _of_group(cast: Cast) -> list[Any]:
    plan = lans_plan(cast)
    return [plan.code, make_group(plan.unit, "Cơ quan liên quan khác", kind="open").code]


def _of_goal(cast: Cast) -> list[Any]:
    plan = lans_plan(cast)
    return [plan.code, Goal.objects.create(plan=plan, kind="rank", text="Tăng 5 bậc", normalised={}).pk]


ROWS = {
    "plans": signed_in(),
    "plan-upload": signed_in(),
    "plan": own(200, args=_of_plan),
    "plan-file": own(200, args=_of_plan),
    "plan-file-replace": own(422, "post", args=_of_plan),
    "plan-review": own(200, args=_of_plan),
    "plan-accept-certain": own(302, "post", args=_of_plan),
    "task-edit": own(422, "post", args=_of_task),
    "plan-write": signed_in(),
    "plan-docx": own(200, args=_of_plan),
    "plan-cascade": own(404, args=_of_plan),
    "plan-above": own(404, "post", args=_of_plan),
    "task": own(200, args=_of_task),
    "task-revise": own(200, args=_of_task),
    "task-merge": own(302, "post", args=_of_task),
    "plan-rule": own(302, "post", args=lambda cast: [*_of_plan(cast), 0]),
    "plan-group": own(200, args=_of_group),
    "plan-xlsx": own(200, args=_of_plan),
    "plan-amend": own(404, args=_of_plan),
    "plan-compare": own(404, args=_of_plan),
    "plan-names": own(200, args=_of_plan),
    "plan-goals": own(200, args=_of_plan),
    "goal-measure": own(200, args=_of_goal),
    "plan-heading": own(200, args=_of_plan),
    "task-add": own(200, args=_of_plan),
    "plan-submit": own(303, "post", args=_of_plan),
    "plan-approve": own(200, args=_of_plan),
    "plan-issue": own(303, "post", args=_of_plan),
    "plan-close": own(303, "post", args=_of_plan),
}
