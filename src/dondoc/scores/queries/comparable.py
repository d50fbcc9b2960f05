"""With whom a province is compared: the nearest by past profile, its region, provinces of like population.

The reader chooses, sees who they are, and the address keeps the choice.
"""

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.translation import gettext as _

from dondoc.scores.adapters.tables import regions, successors
from dondoc.scores.queries.places import Place
from dondoc.scores.queries.store import Store, panel_with
from dondoc.scores.rules.neighbours import neighbours
from dondoc.scores.rules.panel import TOTAL, Panel
from dondoc.scores.rules.regions import OF_34, OF_63, Region, alike_in_population, places_in, population_of, region_of
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.text import fold

PROFILE, REGION, POPULATION, BOTH = "", "vung", "dan-so", "vung-dan-so"


@dataclass(frozen=True, slots=True)
class Comparable:
    """`key` as the address carries it, `words` as the reader chose it; the places as (key, name), most alike first."""

    key: str
    words: str
    places: list[tuple[str, str]]
    source: str = ""


def choices(place: Place, year: int, store: Store) -> list[tuple[str, str]]:
    """By what a place may be compared: (key, words). Where its own region is not known any region may be chosen."""
    own, population = _region(place, year, ""), _population(store, place)
    found = [(PROFILE, _("5 nơi giống nhất theo điểm các nội dung"))]
    if own is not None:
        found.append((REGION, _("cùng vùng %(name)s") % {"name": own.name}))
    if population:
        found.append((POPULATION, _("dân số gần bằng")))
    if own is not None and population:
        found.append((BOTH, _("cùng vùng và dân số gần bằng")))
    if own is None:
        of = OF_34 if place.is_merged else OF_63
        told = [(f"{REGION}-{one.code}", _("vùng %(name)s") % {"name": one.name}) for one in regions() if one.of == of]
        found += told
    return found


def comparable(store: Store, place: Place, year: int, key: str) -> Comparable:
    """The provinces that a place is compared with; an unknown choice is the first one."""
    words = dict(choices(place, year, store))
    chosen = key if key in words else PROFILE
    return store.once(
        ("comparable", place.key, place.name, year, chosen), lambda: _comparable(store, place, year, chosen, words)
    )


def _comparable(store: Store, place: Place, year: int, key: str, words: dict[str, str]) -> Comparable:
    panel, _kind = panel_with(store, place.key, place.name)
    among = set(panel.column(TOTAL, year)) - {place.key, *place.members}
    source = ""
    if key.startswith(REGION):
        region = _region(place, year, key.removeprefix(f"{REGION}-"))
        among &= places_in(region, year, successors()) if region else set()
        source = region.source if region else ""
    if key in (POPULATION, BOTH):
        others = {one: population_of(one, store.weights, successors()) for one in among}
        among = set(alike_in_population(_population(store, place) or 0, others))
    found = _nearest(panel, place, year, among, 5 if key == PROFILE else None)
    names = {**panel.provinces, **panel.names(year)}
    return Comparable(key, words[key], [(one, names[one]) for one in found], source)


def _nearest(panel: Panel, place: Place, year: int, among: Collection[str], count: int | None) -> list[str]:
    """Most alike first; of a place without a profile those chosen by region or population, by name."""
    try:
        return [near.province for near in neighbours(panel, place.key, year, count=count, among=among)]
    except BadInput:
        return [] if count else sorted(among, key=lambda one: fold(panel.provinces[one]))


def _region(place: Place, year: int, code: str) -> Region | None:
    """The region that is named, else the place's own."""
    of = OF_34 if place.is_merged else OF_63
    named = next((one for one in regions() if one.of == of and one.code == code), None)
    return named or region_of(place.key, year, regions(), is_merged=place.is_merged)


def _population(store: Store, place: Place) -> int | None:
    return population_of(place.key, store.weights, successors())
