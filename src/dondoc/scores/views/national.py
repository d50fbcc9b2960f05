"""The country: table and map of a year, comparison of provinces, the method."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from dondoc.framework.models import Index
from dondoc.framework.queries.names import language, part_name
from dondoc.scores.access import may_take_in
from dondoc.scores.queries import national
from dondoc.scores.queries.comparison import MOST, compared, comparison_chart
from dondoc.scores.queries.imports import other_rows
from dondoc.scores.queries.places import dated_names
from dondoc.scores.queries.profile import early_totals, profile
from dondoc.scores.queries.store import PAPI, Store, figures_of
from dondoc.scores.rules.comparability import crossing
from dondoc.scores.rules.panel import TOTAL, Group
from dondoc.scores.rules.sentences import breaks_told
from dondoc.scores.views.asking import code_asked, country_years, own_places, store_now, year_asked
from dondoc.toolkit.text import fold
from dondoc.units.access import scope_for
from dondoc.web.doors import door
from dondoc.web.formats import said
from dondoc.web.found import found
from dondoc.web.pages import page
from dondoc.web.requests import Request
from dondoc.web.tables import Column, Table, Tag, read_table

TONES = {Group.HIGH: "good", Group.MID_HIGH: "calm", Group.MID_LOW: "warn", Group.LOW: "bad"}


@door("GET")
def country(request: Request) -> HttpResponse:
    """The reader's own province first, then all of them in the year and figure asked for."""
    store = store_now()
    years = country_years(store)
    year = year_asked(request, years)
    code = code_asked(request, store, year)
    own = own_places(request)
    marked = [place.key for place in own]
    merges = request.GET.get("ban-do") == "34"
    chart = national.merged_map if merges else national.national_map
    context = {
        "year": year,
        "years": years,
        "code": code,
        "codes": national.codes_of(store.panel, year),
        "text": request.GET.get("q", ""),
        "group": request.GET.get("nhom", ""),
        "groups": [(str(int(group)), said(group.words)) for group in reversed(Group)],
        "own": [(place, profile(store, place, year), early_totals(store, place.key)) for place in own],
        "table": _table(request, store, code, year),
        "map": chart(store, code, year, marked=marked),
        "merges": merges,
        "missing": national.missing_in(store.panel, year) if code == TOTAL else [],
        "breaks": breaks_told(crossing(store.panel, year, code), store.panel, _, language()),
        "may_take_in": may_take_in(scope_for(request)),
        "others": list(Index.objects.exclude(code=PAPI).order_by("pk")),
    }
    return page(request, "scores/country.html", context)


def _table(request: Request, store: Store, code: str, year: int) -> Table:
    rows = national.national_rows(store, code, year)
    wanted, group = fold(request.GET.get("q", "")).strip(), request.GET.get("nhom", "")
    rows = [
        row
        for row in rows
        if (not wanted or wanted in fold(row.name)) and (not group or group == str(int(row.placement.group)))
    ]
    columns: list[Column[national.NationalRow]] = [
        Column("tinh", "Tỉnh, thành phố", lambda r: r.name, sort="name", href=lambda r: _to(r.place, year)),
        Column("hang", "Hạng", lambda r: r.rank, "number", sort="rank"),
        Column("diem", "Điểm", lambda r: r.score, "number", sort="score", places=2),
        Column("nhom", "Nhóm", lambda r: Tag(r.group_said, TONES[r.placement.group]), "tag"),
        Column("thay-doi", "± điểm", lambda r: r.change, "number", sort="change", places=2),
        Column("bac", "± bậc", lambda r: r.places, "number", sort="places"),
    ]
    caption = _("Kết quả năm %(year)s: %(what)s") % {
        "year": year,
        "what": dict(national.codes_of(store.panel, year))[code],
    }
    return read_table(
        request, columns, rows, caption=caption, empty=_("Không có tỉnh nào khớp."), per_page=70, order="hang"
    )


def _to(place: str, year: int) -> str:
    return f"{reverse('scores-place', args=[place])}?nam={year}"


@door("GET")
def compare(request: Request) -> HttpResponse:
    """A few provinces side by side: `?tinh=67&tinh=10`."""
    store = store_now()
    years = country_years(store)
    year = year_asked(request, years)
    own = own_places(request)
    chosen = request.GET.getlist("tinh")[:MOST] or [place.key for place in own][:1]
    sides = compared(store, chosen, year)
    known = dated_names()
    listed = [(key, known.get(key, name)) for key, name in store.panel.names(year).items()]
    names: list[tuple[str, str]] = sorted(listed, key=lambda item: fold(item[1]))
    # Who comes from the page of a place that this year has no results of finds it among the choices.
    names += [(place.key, place.dated) for place in [*own, *sides.places] if place.key not in dict(names)]
    context: dict[str, Any] = {
        "year": year,
        "years": years,
        "chosen": chosen,
        "slots": [chosen[at] if at < len(chosen) else "" for at in range(MOST)],
        "names": names,
        "found": sides,
        "chart": comparison_chart(store, sides.places) if sides.places else None,
        "codes": [(code, name) for code, name in national.codes_of(store.panel, year)],
    }
    return page(request, "scores/compare.html", context)


@door("GET")
def other_results(request: Request, code: str) -> HttpResponse:
    """Results of an index other than PAPI, a year at a time."""
    index = found_index(code)
    figures = figures_of(code)
    years = sorted({year for _code, year in figures}, reverse=True)
    year = year_asked(request, years)
    edition = index.editions.filter(year=year).first()
    parts = [(part.code, part_name(part)) for part in edition.parts.order_by("order")] if edition else []
    context = {
        "index": index,
        "year": year,
        "years": years,
        "parts_of": [part for part in parts if (part[0], year) in figures],
        "rows": other_rows(year, figures),
        "edition": edition,
        "may_take_in": may_take_in(scope_for(request)),
    }
    return page(request, "scores/other.html", context)


def found_index(code: str) -> Index:
    return found(Index.objects.filter(code=code))


@door("GET")
def method(request: Request) -> HttpResponse:
    """How every figure of these pages is made, with its sources and limits."""
    store = store_now()
    return page(request, "scores/method.html", {"blocks": store.panel.blocks, "years": country_years(store)})
