"""What a unit made public, drafts before the people, the ledger of contributions, the calendar."""

from django.http import FileResponse, Http404, HttpResponse
from django.utils import timezone

from dondoc.disclosure.queries.public import PublicItem, public_consultations, public_file, public_items, public_ledger
from dondoc.meetings.queries.calendar import public_calendar
from dondoc.portal.access import get_open_unit
from dondoc.portal.queries.openness import searched_items
from dondoc.records.actions.files import make_public_copy
from dondoc.records.serving import serve_file
from dondoc.toolkit.text import fold
from dondoc.web.doors import door
from dondoc.web.pages import page
from dondoc.web.requests import Request
from dondoc.web.tables import cut, open_at

PER_PAGE = 25


@door("GET", who="anyone")
def items(request: Request, code: str) -> HttpResponse:
    """What was made public, the newest first; searched without marks. `?ban=` opens the page on which that
    publication stands today."""
    opened, wanted = get_open_unit(code), request.GET.get("tim", "")[:80]
    rows = searched_items(public_items(opened.unit, timezone.localdate()), fold(wanted))
    query = open_at(request.GET, "ban", lambda wanted: _before(rows, wanted), PER_PAGE)
    pager = cut(query, len(rows), PER_PAGE)
    start = (pager.number - 1) * PER_PAGE
    context = {"opened": opened, "unit": opened.unit, "rows": rows[start : start + PER_PAGE], "pager": pager}
    return page(request, "portal/items.html", context | {"wanted": wanted})


@door("GET", who="anyone")
def item_file(request: Request, code: str, file: str) -> FileResponse:
    """A paper or photo that the unit opened. A picture goes out without its place and device."""
    opened = get_open_unit(code)
    one = public_file(opened.unit, file, timezone.localdate())
    if one is None:
        raise Http404
    response = serve_file(
        make_public_copy(one.file, at=timezone.now()), one.original_name, wants_inline="xem" in request.GET
    )
    response["Cache-Control"] = "public, max-age=300"
    return response


@door("GET", who="anyone")
def drafts(request: Request, code: str) -> HttpResponse:
    opened = get_open_unit(code)
    rows = public_consultations(opened.unit, timezone.localdate())
    return page(request, "portal/drafts.html", {"opened": opened, "unit": opened.unit, "rows": rows})


@door("GET", who="anyone")
def ledger(request: Request, code: str) -> HttpResponse:
    opened = get_open_unit(code)
    return page(
        request, "portal/ledger.html", {"opened": opened, "unit": opened.unit, "rows": public_ledger(opened.unit)}
    )


@door("GET", who="anyone")
def calendar(request: Request, code: str) -> HttpResponse:
    """Receptions, dialogues, events: what comes first, then what was lately."""
    opened, today = get_open_unit(code), timezone.localdate()
    rows = public_calendar(opened.unit, today)
    context = {
        "opened": opened,
        "unit": opened.unit,
        "coming": [row for row in rows if row.on >= today],
        "past": [row for row in reversed(rows) if row.on < today],
    }
    return page(request, "portal/calendar.html", context)


def _before(rows: list[PublicItem], code: str) -> int:
    """How many stand before the one of the code; none for a code that is not among them."""
    return next((count for count, one in enumerate(rows) if one.code == code), 0)
