"""Pages of one province."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from dondoc.framework.queries.names import language
from dondoc.scores.access import may_take_in
from dondoc.scores.queries import national, profile
from dondoc.scores.queries.places import Place, heir_of
from dondoc.scores.queries.store import Store
from dondoc.scores.rules.sentences import breaks_told
from dondoc.scores.views.asking import code_asked, country_years, place_asked, store_now, year_asked
from dondoc.units.access import scope_for
from dondoc.web.doors import door
from dondoc.web.pages import page
from dondoc.web.requests import Request


@door("GET")
def place_page(request: Request, key: str) -> HttpResponse:
    """Where a province stands in a year: total, dimensions, components beside the middle and the best; its course."""
    store, place = store_now(), place_asked(key)
    years = profile.years_for(store, place) or country_years(store)
    year = year_asked(request, years)
    code = code_asked(request, store, year)
    told = profile.profile(store, place, year)
    context = {
        **head_of(store, place, told),
        "code": code,
        "codes": national.codes_of(store.panel, year),
        "dimensions": profile.dimensions_chart(told) if told.dimensions else None,
        "series": profile.series(store, place, code, year=year),
        "breaks": breaks_told(told.across, told.panel, _, language()),
        "heir": heir_of(key),
        "early": profile.early_totals(store, key),
        "may_take_in": place.is_merged and may_take_in(scope_for(request)),
    }
    if place.is_merged:
        shown, sides = profile.side_by_side(store, place, code)
        context |= {"side_years": shown, "sides": sides}
        context["sides_chart"] = profile.sides_chart(store, place, shown, sides) if sides else None
    return page(request, "scores/place.html", context)


def head_of(store: Store, place: Place, told: profile.Profile) -> dict[str, object]:
    """What every page of a province begins with: its standing in a line, whose figures they are."""
    source = profile.source_of(place.key) if told.kind == "other" else ""
    notes = {
        "published": "",
        "other": _("Số liệu của riêng tỉnh, không thuộc bảng công bố cả nước. Nguồn: %(source)s.") % {"source": source},
        "approximation": _(
            "Ước tính theo dân số từ kết quả các tỉnh trước sáp nhập; không phải kết quả PAPI được công bố."
        ),
    }
    return {
        "place": place,
        "told": told,
        "year": told.year,
        "years": told.years,
        "total": told.total,
        "kind_note": notes[told.kind],
    }
