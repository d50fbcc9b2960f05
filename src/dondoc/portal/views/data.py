"""Open data: the page that describes the tables, the tables, the catalogue."""

from django.conf import settings
from django.http import Http404, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils import timezone

from dondoc.portal.access import get_open_unit
from dondoc.portal.queries.datasets import datasets_of, rows_of_dataset
from dondoc.portal.rules.datasets import catalogue, write_csv
from dondoc.records.serving import download
from dondoc.web.doors import door
from dondoc.web.formats import capital
from dondoc.web.pages import page
from dondoc.web.requests import Request


@door("GET", who="anyone")
def data(request: Request, code: str) -> HttpResponse:
    opened = get_open_unit(code)
    context = {"opened": opened, "unit": opened.unit, "datasets": datasets_of(opened)}
    return page(request, "portal/data.html", context)


@door("GET", who="anyone")
def table(request: Request, code: str, key: str) -> HttpResponse:
    """One table as CSV."""
    opened, today = get_open_unit(code), timezone.localdate()
    told = rows_of_dataset(opened, key, today)
    if told is None:
        raise Http404
    return _shared(download(write_csv(*told).encode(), "text/csv; charset=utf-8", f"{key}-{code}.csv"))


@door("GET", who="anyone")
def dcat(request: Request, code: str) -> HttpResponse:
    """The catalogue for portals of open data."""
    opened = get_open_unit(code)
    pairs = [(one, _full(reverse("portal-table", args=[code, one.key]))) for one in datasets_of(opened)]
    address = _full(reverse("portal-dcat", args=[code]))
    told = catalogue(capital(opened.unit.full_name), address, pairs, changed_on=timezone.localdate())
    return _shared(JsonResponse(told, content_type="application/ld+json", json_dumps_params={"ensure_ascii": False}))


def _full(path: str) -> str:
    return f"{settings.SITE_URL}{path}"


def _shared(response: HttpResponse) -> HttpResponse:
    """Anybody's program may read it, from any site."""
    response["Access-Control-Allow-Origin"] = "*"
    response["Cache-Control"] = "public, max-age=600"
    return response
