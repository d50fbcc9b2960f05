"""The review: the document on the left, one draft after the other on the right."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.plans import access
from dondoc.plans.actions import task as tasks
from dondoc.plans.actions.resolving import choose_option, is_known
from dondoc.plans.forms import RuleForm, TaskForm, initial_of
from dondoc.plans.models import Plan, PlanState, Task, TaskAgency
from dondoc.plans.queries.above import NONE, tasks_above
from dondoc.plans.queries.blockers import blockers
from dondoc.plans.queries.plans import reading_status, rule_lines
from dondoc.plans.queries.review import ROLE_WORDS, draft_card, draft_list, understood
from dondoc.plans.views.asking import actor, plan_of, task_of
from dondoc.records.actions.forms import send_once
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import scope_for
from dondoc.web.doors import door
from dondoc.web.formats import said
from dondoc.web.pages import page
from dondoc.web.requests import Request

ADDED, SERVED = "them", "thuc-hien"


@door("GET")
def plan_review(request: Request, code: str) -> HttpResponse:
    plan = plan_of(request, code, "document__job", "above", to_edit=True)
    if reading_status(plan.document).phase != "done" or plan.state != PlanState.DRAFT:
        return redirect("plan", code)
    return _review_page(request, plan, request.GET.get("viec", ""))


@door("POST")
def task_edit(request: Request, code: str, task: str) -> HttpResponse:
    """Save one draft, and accept it, leave it out or take it up again, by the button that was pressed."""
    row = task_of(request, code, task)
    form = TaskForm(request.POST, year=row.plan.year)
    if request.htmx:
        return _autosave(request, row, form)
    verb = request.POST.get("lam", "luu")
    if verb in ("luu", "nhan") and not form.is_valid():
        return _review_page(request, row.plan, task, form=form)
    try:
        return send_once(request, lambda: _do(request, row, form, verb), at=timezone.now())
    except BadInput as refused:
        row.refresh_from_db()
        form.is_valid()
        form.add_error(None, said(refused))
        return _review_page(request, row.plan, task, form=form)


def _do(request: Request, task: Task, form: TaskForm, verb: str) -> str:
    who: dict[str, Any] = {"by": actor(request), "at": timezone.now()}
    edition = _edition(request)
    if verb == "bo":
        tasks.leave_out_task(task, reason=request.POST.get("reason", ""), edition=edition, **who)
    elif verb == "mo-lai":
        tasks.reopen_task(task, edition=edition, **who)
    else:
        _save_agencies(request, task, who)
        if tasks.edit_task(task, typed=form.typed(), edition=edition, **who):
            edition = task.edition
        if _save_served(request, task, edition, who):
            edition = task.edition
        if verb == "nhan":
            tasks.accept_task(task, edition=edition, **who)
    following = draft_list(task.plan).next_waiting(task.code) if verb in ("nhan", "bo") else task.code
    address = reverse("plan-review", args=[task.plan.code])
    return f"{address}?viec={following}" if following else address


def _save_agencies(request: Request, task: Task, who: dict[str, Any]) -> None:
    """Each printed name has a choice of its own; one more may be added with its role."""
    for row in list(task.agencies.select_related("agency", "group", "task__plan__unit")):
        choose_option(row, request.POST.get(f"a-{row.pk}", ""), **who)
    chosen, role = request.POST.get(ADDED, ""), request.POST.get(f"{ADDED}-vai", "")
    typed = " ".join(request.POST.get(f"{ADDED}-ten", "").split())
    if role in ROLE_WORDS and (typed or is_known(chosen)):
        with transaction.atomic():
            row = tasks.name_agency(task, role=role, printed=typed, **who)
            choose_option(row, chosen or "moi", **who)
            if not typed:
                TaskAgency.objects.filter(pk=row.pk).update(printed=(row.agency or row.group or row).name)  # type: ignore[union-attr]


def _save_served(request: Request, task: Task, edition: int, who: dict[str, Any]) -> bool:
    """Which task above it carries out, where the form asked; what is no longer there is left as it stands."""
    chosen = request.POST.get(SERVED, "")
    above = tasks_above(task.plan).filter(code=chosen).first()
    if above is None and chosen != NONE:
        return False
    return tasks.serve_task(task, above=above, edition=edition, **who)


def _autosave(request: Request, task: Task, form: TaskForm) -> HttpResponse:
    """What was typed so far, kept as a draft. Names wait until a button is pressed: choosing one may make a group."""
    context: dict[str, Any] = {"task": task, "at": timezone.now(), "refusal": ""}
    if not form.is_valid():
        context["refusal"] = " ".join(str(error) for errors in form.errors.values() for error in errors)
    else:
        try:
            who: dict[str, Any] = {"by": actor(request), "at": context["at"]}
            is_new = tasks.edit_task(task, typed=form.typed(), edition=_edition(request), **who)
            _save_served(request, task, task.edition if is_new else _edition(request), who)
        except BadInput as refused:
            context["refusal"] = said(refused)
    context["understood"] = understood(task.plan, task)
    return page(request, "plans/_saved.html", context)


def _edition(request: Request) -> int:
    value = request.POST.get("edition", "")
    return int(value) if value.isdecimal() and len(value) < 9 else -1


def _review_page(request: Request, plan: Plan, code: str, *, form: TaskForm | None = None) -> HttpResponse:
    document, drafts = plan.document, draft_list(plan)
    row = drafts.chosen(code)
    card = None
    if row is not None:
        task = Task.objects.select_related("edited_by", "serves").get(code=row.code)
        task.plan = plan
        card = draft_card(plan, task, on=scope_for(request).on)
        form = form or TaskForm(initial=initial_of(task), year=plan.year)
    unknown = TaskAgency.objects.filter(task__plan=plan, task__is_left_out=False, agency=None, group=None)
    context = {
        "plan": plan,
        "unknown_names": unknown.values("printed").distinct().count(),
        "blocks": document.blocks,
        "findings": document.reading.get("findings", []),
        "marks": set(card.anchors.values()) if card else set(),
        "drafts": drafts,
        "card": card,
        "form": form,
        "before": drafts.beside(row.code, -1) if row else "",
        "after": drafts.beside(row.code, 1) if row else "",
        "following": drafts.next_waiting(row.code) if row else "",
        "rules": rule_lines(plan),
        "rule_cycles": RuleForm.CYCLES,
        "blockers": blockers(plan),
        "roles": ROLE_WORDS,
        "posted": request.POST,
        "may_approve": access.may_approve(scope_for(request), plan),
    }
    return page(request, "plans/plan_review.html", context, status=422 if form is not None and form.errors else 200)


@door("POST")
def certain_accept(request: Request, code: str) -> HttpResponse:
    plan = plan_of(request, code, to_edit=True)
    count = tasks.accept_certain(plan, by=actor(request), at=timezone.now())
    messages.success(request, _("Đã xác nhận %(n)s nhiệm vụ chắc chắn.") % {"n": count})
    return redirect("plan-review", code)
