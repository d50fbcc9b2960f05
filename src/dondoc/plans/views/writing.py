"""A plan written here, without a document; and its place between the levels: what it serves, who below serves it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.plans import access
from dondoc.plans.actions import writing
from dondoc.plans.forms import WriteForm
from dondoc.plans.queries.cascade import cascade_of
from dondoc.plans.views.asking import actor, plan_of
from dondoc.records.actions.forms import send_once
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import scope_for
from dondoc.web.doors import door
from dondoc.web.formats import said
from dondoc.web.found import found
from dondoc.web.pages import page
from dondoc.web.requests import Request


@door("GET", "POST")
def plan_write(request: Request) -> HttpResponse:
    """Choose whose plan, of which year, from which plan; the draft opens in its review."""
    scope = scope_for(request)
    agencies = access.issuing_agencies(scope)
    if not agencies:
        return page(request, "plans/plan_write.html", {"form": None}, status=403 if request.method == "POST" else 200)
    seen = access.visible_plans(actor(request), scope.on, scope=scope).filter(state__in=access.PUBLISHED)
    first = {"year": scope.on.year + 1, "source": request.GET.get("tu", "")}
    form = WriteForm(request.POST or None, agencies=agencies, plans=list(seen.order_by("-year", "-pk")), initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            return send_once(request, lambda: _write(request, form), at=timezone.now())
        except BadInput as refused:
            form.add_error(None, said(refused))
    return page(request, "plans/plan_write.html", {"form": form}, status=422 if form.errors else 200)


def _write(request: Request, form: WriteForm) -> str:
    agency = form.agencies[form.cleaned_data["agency"]]
    source, year = form.plans[form.cleaned_data["source"]], form.cleaned_data["year"]
    is_own = source.unit_id == agency.unit_id
    tasks = writing.from_last(source, year=year) if is_own else writing.from_above(source, agency, year=year)
    if not tasks:
        raise BadInput("plan-empty", "Kế hoạch đã chọn không giao việc nào cho đơn vị này. Chọn kế hoạch khác.")
    rules = source.regime_rules if is_own else []
    new = writing.NewPlan(year, form.cleaned_data["title"], tasks, above=None if is_own else source, rules=rules)
    made = writing.write_plan(agency, new=new, by=actor(request), at=timezone.now())
    messages.success(request, _("Đã lập bản soạn. Xem từng nhiệm vụ rồi trình lãnh đạo."))
    return reverse("plan-review", args=[made.code])


@door("GET")
def cascade(request: Request, code: str) -> HttpResponse:
    """Who below has issued an own plan, and which tasks nobody below has taken up."""
    plan = plan_of(request, code)
    if plan.state not in access.PUBLISHED or plan.unit.level == "commune":
        raise Http404
    context = {"plan": plan, "told": cascade_of(plan, today=scope_for(request).on)}
    return page(request, "plans/plan_cascade.html", context)


@door("POST")
def link_above(request: Request, code: str) -> HttpResponse:
    """Say which plan of the level above this one carries out."""
    plan, scope = plan_of(request, code, to_edit=True), scope_for(request)
    seen = access.visible_plans(actor(request), scope.on, scope=scope)
    theirs = seen.filter(unit=plan.unit.parent_id, year=plan.year, state__in=access.PUBLISHED)
    above = found(theirs.filter(code=request.POST.get("cap-tren", "")))
    try:
        count = writing.set_above(plan, above=above, by=actor(request), at=timezone.now())
        messages.success(request, _("Đã gắn với kế hoạch cấp trên: %(n)s nhiệm vụ nối được.") % {"n": count})
    except BadInput as refused:
        messages.error(request, said(refused))
    return redirect("plan", code)
