"""An issued plan amended: the document uploaded, compared, and only then reviewed and issued like any plan."""

from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.plans.actions import amending
from dondoc.plans.actions import plan as plans
from dondoc.plans.forms import AmendForm
from dondoc.plans.models import Plan, PlanState
from dondoc.plans.queries.amending import Change, changes_of
from dondoc.plans.queries.versions import FateLine, fate_lines
from dondoc.plans.views.asking import actor, plan_of, task_of
from dondoc.records.actions.forms import send_once
from dondoc.toolkit.errors import BadInput
from dondoc.web.doors import door
from dondoc.web.forms import add_refusal
from dondoc.web.pages import page
from dondoc.web.requests import Request


@door("GET", "POST")
def plan_amend(request: Request, code: str) -> HttpResponse:
    """Upload a document that amends an issued plan; the person says which of the three kinds it is."""
    plan = plan_of(request, code, to_edit=True)
    if plan.state != PlanState.ISSUED:
        raise Http404
    form = AmendForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            return send_once(request, lambda: _begin(request, plan, form), at=timezone.now())
        except BadInput as refused:
            add_refusal(form, refused, "file")
    return page(request, "plans/plan_amend.html", {"plan": plan, "form": form}, status=422 if form.errors else 200)


def _begin(request: Request, plan: Plan, form: AmendForm) -> str:
    file: UploadedFile[Any] = form.cleaned_data["file"]
    made, is_new = plans.upload_plan(
        plan.agency,
        chunks=file.chunks(),
        name=file.name or "",
        year=plan.year,
        amends=plan,
        amendment=form.cleaned_data["amendment"],
        by=actor(request),
        at=timezone.now(),
    )
    if not is_new:
        messages.warning(request, _("Tệp này đã được tải lên trước đây: đây là kế hoạch của nó."))
    return reverse("plan", args=[made.code])


@door("GET", "POST")
def plan_compare(request: Request, code: str) -> HttpResponse:
    """What an amending document changes, before anything changes. A match that is none may be parted (`tach`)."""
    plan = plan_of(request, code, "amends", to_edit=True)
    if plan.amends is None:
        raise Http404
    if request.method == "POST":
        task = task_of(request, code, request.POST.get("tach", ""))
        amending.part_ways(task, by=actor(request), at=timezone.now())
        return redirect("plan-compare", code)
    asked, may_ask = request.GET.get("viec", ""), plan.state not in (PlanState.ISSUED, PlanState.CLOSED)
    changes = changes_of(plan, today=timezone.localdate())
    rows = [(one, _fates(plan, one) if may_ask and one.new and one.new.code == asked else []) for one in changes]
    return page(request, "plans/plan_compare.html", {"plan": plan, "rows": rows, "asked": asked, "may_ask": may_ask})


def _fates(plan: Plan, change: Change) -> list[FateLine]:
    """Of a changed task: what becomes of each obligation. Asked for one task at a time: what every commune of the
    country owes by one task is thousands of them."""
    if change.kind != "changed":
        return []
    seen = amending.foresee_change(plan, change, at=timezone.now())
    return fate_lines(seen.told, seen.times, seen.held) if seen else []
