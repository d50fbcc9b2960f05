"""Plans as anybody may read them."""

from django.http import HttpResponse
from django.utils import timezone

from dondoc.plans.queries.plans import plan_parts, total_of
from dondoc.portal.access import get_open_unit, get_public_plan, public_plans
from dondoc.portal.rules.openings import Part
from dondoc.web.doors import door
from dondoc.web.pages import page
from dondoc.web.requests import Request


@door("GET", who="anyone")
def plan_list(request: Request, code: str) -> HttpResponse:
    opened = get_open_unit(code)
    context = {"opened": opened, "unit": opened.unit, "plans": public_plans(opened)}
    return page(request, "portal/plans.html", context)


@door("GET", who="anyone")
def plan(request: Request, code: str, plan: str) -> HttpResponse:
    """The tasks of a plan by dimension; how far each is, where the unit opened that."""
    opened = get_open_unit(code)
    shown = get_public_plan(opened, plan)
    parts = plan_parts(shown, by="", today=timezone.localdate())
    context = {
        "opened": opened,
        "unit": opened.unit,
        "plan": shown,
        "parts_of_plan": parts,
        "total": total_of(parts),
        "has_progress": opened.has(Part.PROGRESS),
    }
    return page(request, "portal/plan.html", context)
