"""What a draft needs besides its tasks one by one: reporting rules, names, open groups, tasks by hand, its title."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.plans.actions import merging
from dondoc.plans.actions import plan as plans
from dondoc.plans.actions import regime as regimes
from dondoc.plans.actions import task as tasks
from dondoc.plans.actions.resolving import choose_option
from dondoc.plans.forms import HeadingForm, RuleForm, TaskForm, initial_of
from dondoc.plans.models import Plan, Task, TaskAgency
from dondoc.plans.queries.review import waiting_names
from dondoc.plans.views.asking import actor, plan_of, task_of
from dondoc.records.actions.forms import send_once
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import scope_for
from dondoc.units.actions.group import choose_members
from dondoc.units.models import Agency, AgencyGroup
from dondoc.web.doors import door
from dondoc.web.formats import said
from dondoc.web.found import found
from dondoc.web.pages import page
from dondoc.web.requests import Request


@door("POST")
def rule_confirm(request: Request, code: str, number: int) -> HttpResponse:
    """Confirm a reporting rule as read or as mended, or take away what is none."""
    plan = plan_of(request, code, to_edit=True)
    who: dict[str, Any] = {"by": actor(request), "at": timezone.now()}
    form = RuleForm(request.POST)
    if "bo" in request.POST:
        regimes.remove_rule(plan, number=number, **who)
    elif form.is_valid():
        due = _due(plan, number, form)
        regimes.confirm_rule(plan, number=number, cycle=form.cleaned_data["cycle"], due=due, **who)
    else:
        messages.error(request, _("Ngày của kỳ báo cáo phải từ 1 đến 31."))
    return redirect(f"{reverse('plan-review', args=[code])}#ky-bao-cao")


def _due(plan: Plan, number: int, form: RuleForm) -> dict[str, Any] | None:
    """What was read stays where the day was not changed: it may say more than a day (which month of the quarter)."""
    read = dict(plan.regime_rules[number].get("due") or {}) if number < len(plan.regime_rules) else {}
    day, before = form.cleaned_data["day"], form.cleaned_data["before"]
    if "month_day" in read and not day:
        return read | {"before": before}
    return {**read, "day": day, "before": before} if day else None


@door("GET", "POST")
def group_choose(request: Request, code: str, group: str) -> HttpResponse:
    """Who is meant by a name that the document leaves open."""
    plan = plan_of(request, code, to_edit=True)
    row = found(AgencyGroup.objects.filter(code=group, scope=plan.unit_id, kind=AgencyGroup.Kind.OPEN))
    agencies = Agency.objects.filter(unit=plan.unit_id, valid_to=None).order_by("search")
    error = ""
    if request.method == "POST":
        try:
            chosen = list(agencies.filter(code__in=request.POST.getlist("co-quan")))
            choose_members(row, members=chosen, on=timezone.localdate(), by=actor(request), at=timezone.now())
            messages.success(request, _("Đã chọn %(n)s cơ quan cho “%(name)s”.") % {"n": len(chosen), "name": row.name})
            return redirect("plan-review", code)
        except BadInput as refused:
            error = said(refused)
    used = plan.tasks.filter(agencies__group=row).order_by("order").distinct()
    members = set(row.members.filter(valid_to=None).values_list("agency__code", flat=True))
    context = {"plan": plan, "group": row, "agencies": agencies, "members": members, "tasks": used, "error": error}
    return page(request, "plans/group_choose.html", context, status=422 if error else 200)


@door("GET", "POST")
def names_resolve(request: Request, code: str) -> HttpResponse:
    """All names of the plan that wait to be known, on one page: each is said once for all its tasks."""
    plan = plan_of(request, code, to_edit=True)
    error = ""
    if request.method == "POST":
        try:
            count = _say_names(request, plan)
            messages.success(request, _("Đã rõ %(n)s tên cơ quan.") % {"n": count})
            return redirect("plan-review", code)
        except BadInput as refused:
            error = said(refused)
    rows, choices = waiting_names(plan, on=scope_for(request).on)
    context = {"plan": plan, "rows": rows, "choices": choices, "error": error, "posted": request.POST}
    return page(request, "plans/names_resolve.html", context, status=422 if error else 200)


def _say_names(request: Request, plan: Plan) -> int:
    """Names that were left open stay; one that refuses (two alike to be made) takes back all."""
    count = 0
    with transaction.atomic():
        for row in TaskAgency.objects.filter(task__plan=plan, agency=None, group=None).order_by("pk"):
            value = request.POST.get(f"a-{row.pk}", "")
            if value:
                fresh = TaskAgency.objects.select_related("task__plan__unit").get(pk=row.pk)
                for one in _alike(fresh) if value == "bo" else [fresh]:
                    choose_option(one, value, by=actor(request), at=timezone.now())
                count += 1
    return count


def _alike(row: TaskAgency) -> list[TaskAgency]:
    rows = TaskAgency.objects.filter(task__plan=row.task.plan, printed=row.printed, agency=None, group=None)
    return list(rows.select_related("task__plan__unit"))


@door("GET", "POST")
def task_add(request: Request, code: str) -> HttpResponse:
    """A task that the document has and the reading missed, written by hand; `?tach=` begins with another's text."""
    plan = plan_of(request, code, to_edit=True)
    model = plan.tasks.filter(code=request.GET.get("tach", "")).first()
    form = TaskForm(request.POST or None, year=plan.year, initial=initial_of(model) if model else {})
    if request.method == "POST" and form.is_valid():
        try:
            return send_once(request, lambda: _add(request, plan, form, model), at=timezone.now())
        except BadInput as refused:
            form.add_error(None, said(refused))
    context = {"plan": plan, "form": form, "model": model}
    return page(request, "plans/task_add.html", context, status=422 if form.errors else 200)


def _add(request: Request, plan: Plan, form: TaskForm, model: Task | None) -> str:
    task = tasks.add_task(plan, typed=form.typed(), like=model, by=actor(request), at=timezone.now())
    return f"{reverse('plan-review', args=[plan.code])}?viec={task.code}"


@door("POST")
def task_merge(request: Request, code: str, task: str) -> HttpResponse:
    """Take another draft into this one; the review shows what came of it, or why not."""
    row = task_of(request, code, task)
    edition = request.POST.get("edition", "")
    address = f"{reverse('plan-review', args=[code])}?viec={task}"

    def go() -> str:
        other = row.plan.tasks.filter(code=request.POST.get("gop", "")).first() or row  # with itself is refused
        seen = int(edition) if edition.isdecimal() and len(edition) < 9 else -1
        who: dict[str, Any] = {"by": actor(request), "at": timezone.now()}
        merging.merge_tasks(row, other, reason=request.POST.get("ly-do-gop", ""), edition=seen, **who)
        messages.success(request, _("Đã gộp. Xem lại nội dung, cơ quan, thời gian rồi xác nhận."))
        return address

    try:
        return send_once(request, go, at=timezone.now())
    except BadInput as refused:
        messages.error(request, said(refused))
        return redirect(address)


@door("GET", "POST")
def heading_edit(request: Request, code: str) -> HttpResponse:
    """Title and year of a draft, and the last published result beside each goal."""
    plan = plan_of(request, code, to_edit=True)
    first = {"title": plan.title, "year": plan.year}
    form = HeadingForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        who: dict[str, Any] = {"by": actor(request), "at": timezone.now()}
        try:
            results = {goal.pk: request.POST.get(f"kq-{goal.pk}", goal.last_result) for goal in plan.goals.all()}
            plans.enter_results(plan, results=results, **who)
            if form.cleaned_data != first:
                plans.edit_heading(plan, **form.cleaned_data, **who)
            messages.success(request, _("Đã lưu."))
            return redirect("plan", code)
        except BadInput as refused:
            form.add_error(None, said(refused))
    context = {"plan": plan, "form": form, "goals": plan.goals.order_by("pk"), "posted": request.POST}
    return page(request, "plans/heading_edit.html", context, status=422 if form.errors else 200)
