"""Dialogues with the people: what was asked, what was promised, whether it was kept."""

from django.http import HttpResponse
from django.utils import timezone

from dondoc.meetings.queries.public import dialogue_sums, dialogues_before, dialogues_of, public_dialogues
from dondoc.portal.access import get_open_unit
from dondoc.portal.queries.places import open_communes
from dondoc.units.models import Level
from dondoc.web.doors import door
from dondoc.web.pages import page
from dondoc.web.requests import Request
from dondoc.web.tables import cut, open_at

PER_PAGE = 5


@door("GET", who="anyone")
def dialogues(request: Request, code: str) -> HttpResponse:
    """Those of the unit, the newest first; a province has its communes in a table beneath. `?buoi=` opens the page on
    which that dialogue stands today: what a feed told keeps leading there."""
    opened, today = get_open_unit(code), timezone.localdate()
    rows = dialogues_of(opened.unit)
    query = open_at(request.GET, "buoi", lambda wanted: dialogues_before(rows, wanted), PER_PAGE)
    pager = cut(query, rows.count(), PER_PAGE)
    start = (pager.number - 1) * PER_PAGE
    is_province = opened.unit.level == Level.PROVINCE
    context = {
        "opened": opened,
        "unit": opened.unit,
        "rows": public_dialogues(rows[start : start + PER_PAGE], today),
        "pager": pager,
        "sums": dialogue_sums(open_communes(opened.unit, today), today) if is_province else [],
        "today": today,
    }
    return page(request, "portal/dialogues.html", context)
