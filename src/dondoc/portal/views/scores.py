"""The published results of a province as anybody may read them. PAPI measures provinces: communes have none."""

from django.http import HttpResponse

from dondoc.portal.access import get_open_unit
from dondoc.portal.rules.openings import Part
from dondoc.scores.queries.places import place_named, place_of
from dondoc.scores.queries.profile import dimensions_chart, profile, side_by_side, years_for
from dondoc.scores.queries.store import stored
from dondoc.units.models import Level
from dondoc.web.doors import door
from dondoc.web.pages import page
from dondoc.web.requests import Request


@door("GET", who="anyone")
def scores(request: Request, code: str) -> HttpResponse:
    """The newest year, or `nam`; where a merged province has no result of its own, those that went up in it."""
    opened = get_open_unit(code)
    opened.demand(Part.SCORES)
    unit = opened.unit
    context: dict[str, object] = {"opened": opened, "unit": unit, "told": None, "sides": []}
    place = place_named(place_of(unit)) if unit.level == Level.PROVINCE else None
    if place is not None:
        store = stored()
        years = years_for(store, place)
        asked = request.GET.get("nam", "")
        if years:
            year = int(asked) if asked.isdecimal() and int(asked) in years else years[0]
            told = profile(store, place, year)
            context |= {"told": told, "chart": dimensions_chart(told) if told.dimensions else None}
        if place.is_merged:
            shown, sides = side_by_side(store, place)
            context |= {"sides": sides, "side_years": shown}
    return page(request, "portal/scores.html", context)
