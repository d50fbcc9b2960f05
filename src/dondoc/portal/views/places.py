"""Which provinces and communes are open, and one of them."""

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.portal.access import get_open_unit
from dondoc.portal.queries.news import news_of
from dondoc.portal.queries.places import places
from dondoc.portal.queries.progress import progress_chart, progress_of
from dondoc.portal.queries.ways import ways_of
from dondoc.portal.rules.openings import Part
from dondoc.web.doors import door
from dondoc.web.pages import page
from dondoc.web.requests import Request


@door("GET", who="anyone")
def portal(request: Request) -> HttpResponse:
    """Find one's own commune or province."""
    wanted = request.GET.get("tim", "")[:80]
    return page(request, "portal/places.html", {"places": places(timezone.localdate(), wanted), "wanted": wanted})


@door("GET", who="anyone")
def unit(request: Request, code: str) -> HttpResponse:
    """The page of a unit: what one may do, what is new, how far the plan is."""
    opened, today = get_open_unit(code), timezone.localdate()
    context = {"opened": opened, "unit": opened.unit, "today": today}
    context |= {"ways": ways_of(opened.unit, today), "news": news_of(opened, 8)}
    if opened.has(Part.PROGRESS):
        told = progress_of(opened.unit, today)
        context |= {"progress": told, "chart": progress_chart(told, _("Việc đã xong theo từng trục nội dung"), "%")}
    return page(request, "portal/unit.html", context)
