"""Goals of a plan: how far, how often met, whether met; and what each measures, said by a person."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from dondoc.plans import access
from dondoc.plans.actions.goal import set_measure
from dondoc.plans.forms import MeasureForm
from dondoc.plans.queries.goals import NOTHING, goal_rows, measure_for, measured_codes, place_of_plan
from dondoc.plans.views.asking import actor, plan_of
from dondoc.records.actions.forms import send_once
from dondoc.scores.queries.goals import goal_spec
from dondoc.scores.rules.panel import TOTAL
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import scope_for
from dondoc.web.doors import door
from dondoc.web.forms import add_refusal
from dondoc.web.found import found
from dondoc.web.pages import page
from dondoc.web.requests import Request


@door("GET")
def plan_goals(request: Request, code: str) -> HttpResponse:
    plan = plan_of(request, code, "unit__parent__parent")
    context = {
        "plan": plan,
        "rows": goal_rows(plan, plan.goals.order_by("pk")),
        "place": place_of_plan(plan),
        "may_edit": access.may_edit(scope_for(request), plan),
    }
    return page(request, "plans/plan_goals.html", context)


@door("GET", "POST")
def goal_measure(request: Request, code: str, number: int) -> HttpResponse:
    """What a goal measures, in any state of the plan: the words stay, only what is reckoned changes."""
    plan = plan_of(request, code, "unit__parent__parent", to_edit=True)
    goal = found(plan.goals.filter(pk=number, is_fact=False))
    goal.plan = plan
    initial = _initial(goal)
    codes = list(measured_codes(initial["base_year"]).items())
    form = MeasureForm(request.POST or None, initial=initial, codes=codes)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            kind, amount = form.cleaned_data["kind"], form.cleaned_data["amount"]
            spec = goal_spec(kind, amount) if kind else ""
            year = form.cleaned_data["base_year"]
            of = form.cleaned_data["code"] or TOTAL
            set_measure(goal, spec=spec, base_year=year, code=of, by=actor(request), at=timezone.now())
            return f"{reverse('plan-goals', args=[code])}#mt-{goal.pk}"

        try:
            return send_once(request, act, at=timezone.now())
        except BadInput as refused:
            field = {"base-year": "base_year", "component-unknown": "code"}.get(refused.code, "amount")
            add_refusal(form, _in_words(refused), field)
    context = {"plan": plan, "goal": goal, "form": form}
    return page(request, "plans/goal_measure.html", context, status=422 if form.errors else 200)


def _in_words(refused: BadInput) -> BadInput:
    if refused.code == "goal-unknown":
        return BadInput("goal-unknown", "Ghi số của mục tiêu, ví dụ 5 bậc hoặc 1,5 điểm.")
    return refused


def _initial(goal: Any) -> dict[str, Any]:
    measure = None if goal.measure == NOTHING else measure_for(goal, goal.plan)
    if measure is None:
        return {"kind": "", "base_year": goal.plan.year - 1}
    kind, amount = MeasureForm.parted(measure.spec)
    return {"kind": kind, "amount": amount, "base_year": measure.base_year, "code": measure.code}
