"""The yearly plan and the list of a quarter as .docx."""

from django.http import Http404, HttpResponse

from dondoc.disclosure import access
from dondoc.disclosure.queries.papers import list_paper, plan_paper
from dondoc.records.serving import download
from dondoc.units.access import scope_for
from dondoc.web.doors import door
from dondoc.web.papers import WORD
from dondoc.web.requests import Request

YEARS = range(2023, 2100)


@door("GET")
def plan(request: Request, code: str, year: int) -> HttpResponse:
    scope = scope_for(request)
    unit = access.get_unit_for(scope, code)
    if year not in YEARS:
        raise Http404
    items = list(access.items_of(unit, scope.on))
    content = plan_paper(access.committee_of(unit, scope.on), items, year=year, today=scope.on)
    return download(content, WORD, f"ke-hoach-cong-khai-{year}.docx")


@door("GET")
def listing(request: Request, code: str, year: int, quarter: int) -> HttpResponse:
    scope = scope_for(request)
    unit = access.get_unit_for(scope, code)
    if quarter not in (1, 2, 3, 4) or year not in YEARS:
        raise Http404
    content = list_paper(access.committee_of(unit, scope.on), year=year, quarter=quarter, today=scope.on)
    return download(content, WORD, f"danh-muc-cong-khai-quy-{quarter}-{year}.docx")
