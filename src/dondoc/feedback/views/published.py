"""What is published of a unit's reports and questions: by subject and village, searchable without marks."""

from django.http import FileResponse, HttpResponse
from django.utils import timezone

from dondoc.feedback.models import Photo
from dondoc.feedback.queries.public import (
    SHOWN,
    public_rows,
    published,
    searched,
    services_of,
    settlements_of,
)
from dondoc.feedback.rules.stages import Kind
from dondoc.records.serving import serve_file
from dondoc.units.models import AdministrativeUnit
from dondoc.web.doors import door
from dondoc.web.found import found
from dondoc.web.pages import page
from dondoc.web.requests import Request
from dondoc.web.tables import cut

PER_PAGE = 20
KINDS = {"phan-anh": Kind.REPORT, "cau-hoi": Kind.QUESTION}


@door("GET", who="anyone")
def published_list(request: Request, unit: str) -> HttpResponse:
    """Reports (`loai=phan-anh`), questions (`loai=cau-hoi`) or both, twenty at a time."""
    place, query = _unit(unit), request.GET
    kind = KINDS.get(query.get("loai", ""), "")
    rows = searched(
        published(place, kind=kind),
        words=query.get("tim", ""),
        service=query.get("linh-vuc", "")[:16],
        settlement=query.get("thon", "")[:16],
    )
    pager = cut(query, rows.count(), PER_PAGE)
    start = (pager.number - 1) * PER_PAGE
    today = timezone.localdate()
    context = {
        "unit": place,
        "rows": public_rows(rows[start : start + PER_PAGE]),
        "pager": pager,
        "kind": query.get("loai", ""),
        "query": query,
        "services": services_of(place, today),
        "settlements": settlements_of(place, today),
        "takes": place.intake.closed_at is None,
    }
    return page(request, "feedback/published_list.html", context)


@door("GET", who="anyone")
def published_one(request: Request, unit: str, code: str) -> HttpResponse:
    place = _unit(unit)
    rows = public_rows(published(place).filter(code=code)[:1])
    if not rows:
        found(published(place).filter(code=code))
    return page(request, "feedback/published_one.html", {"unit": place, "row": rows[0]})


@door("GET", who="anyone")
def published_photo(request: Request, unit: str, code: str, photo: str) -> FileResponse:
    """The copy made for the public, never the photo as it was sent."""
    rows = Photo.objects.filter(
        code=photo,
        choice__in=SHOWN,
        shown__isnull=False,
        report__in=published(_unit(unit)).filter(code=code).order_by(),
    )
    one = found(rows.select_related("shown"))
    assert one.shown is not None
    response = serve_file(one.shown, f"anh-{one.number}.jpg", wants_inline=True)
    response["Cache-Control"] = "public, max-age=300"
    return response


def _unit(code: str) -> AdministrativeUnit:
    """A unit that takes or took reports; published ones stay readable."""
    return found(AdministrativeUnit.objects.filter(code=code, intake__isnull=False).select_related("parent", "intake"))
