"""The steps of a plan after its review: submitted, sent back, approved, issued, closed."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.plans.actions import plan as plans
from dondoc.plans.forms import ApprovalForm, ReasonForm, approval_of
from dondoc.plans.models import Plan
from dondoc.plans.views.asking import actor, plan_of
from dondoc.records.actions.forms import send_once
from dondoc.toolkit.errors import BadInput
from dondoc.web.doors import door
from dondoc.web.formats import said
from dondoc.web.forms import add_refusal
from dondoc.web.pages import page
from dondoc.web.requests import Request


@door("POST")
def plan_submit(request: Request, code: str) -> HttpResponse:
    plan = plan_of(request, code, to_edit=True)
    return _step(request, plan, plans.submit_plan, _("Đã trình. Lãnh đạo cơ quan xem và duyệt."))


@door("POST")
def plan_issue(request: Request, code: str) -> HttpResponse:
    plan = plan_of(request, code, to_edit=True)
    told = _("Đã ban hành. Việc của từng cơ quan đang được lập, sẽ hiện sau ít phút.")
    return _step(request, plan, plans.issue_plan, told)


@door("POST")
def plan_close(request: Request, code: str) -> HttpResponse:
    return _step(request, plan_of(request, code, to_edit=True), plans.close_plan, _("Kế hoạch đã kết thúc."))


def _step(request: Request, plan: Plan, act: Callable[..., Any], told: str) -> HttpResponse:
    """Do one step, or go back to the plan with why not."""

    def go() -> str:
        act(plan, by=actor(request), at=timezone.now())
        messages.success(request, told)
        return reverse("plan", args=[plan.code])

    try:
        return send_once(request, go, at=timezone.now())
    except BadInput as refused:
        messages.error(request, said(refused))
        return HttpResponse(status=303, headers={"Location": reverse("plan", args=[plan.code])})


@door("GET", "POST")
def plan_approve(request: Request, code: str) -> HttpResponse:
    """The head says yes with number, date and signer, or sends the plan back with a reason."""
    plan = plan_of(request, code, to_approve=True)
    is_return = "tra-lai" in request.POST
    approval = ApprovalForm(
        request.POST if request.method == "POST" and not is_return else None, initial=approval_of(plan)
    )
    reason = ReasonForm(request.POST if is_return else None)
    form = reason if is_return else approval
    if request.method == "POST" and form.is_valid():
        try:
            return send_once(request, lambda: _decide(request, plan, form), at=timezone.now())
        except BadInput as refused:
            add_refusal(form, refused)
    context = {"plan": plan, "form": approval, "reason": reason}
    return page(request, "plans/plan_approve.html", context, status=422 if form.errors else 200)


def _decide(request: Request, plan: Plan, form: ApprovalForm | ReasonForm) -> str:
    act = plans.approve_plan if isinstance(form, ApprovalForm) else plans.return_plan
    act(plan, **form.cleaned_data, by=actor(request), at=timezone.now())
    messages.success(request, _("Đã duyệt.") if isinstance(form, ApprovalForm) else _("Đã trả lại cho người soạn."))
    return reverse("plan", args=[plan.code])
