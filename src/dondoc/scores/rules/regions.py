"""Socio-economic regions of the provinces, as the national master plan draws them: for the 63 and for the 34.

A region says where a province lies, not how it does: it is one way of choosing whom to compare with, beside the
likeness of past profiles and of population.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dondoc.scores.rules.panel import FIRST_YEAR_OF_34
from dondoc.scores.rules.successors import Successor

OF_63, OF_34 = "63", "34"
# Populations are alike from two thirds of one's own to one and a half of it.
ALIKE_FROM, ALIKE_TO = 2 / 3, 3 / 2


@dataclass(frozen=True, slots=True)
class Region:
    """A region of one map: `of` is "63" or "34", `places` its provinces; `since` and `until` are ISO days."""

    of: str
    code: str
    name: str
    places: tuple[str, ...]
    since: str
    until: str
    source: str


def region_of(place: str, year: int, regions: Sequence[Region], *, is_merged: bool) -> Region | None:
    """The region of a place in the results of a year: by the map of the 34 for a merged province in any year, since it
    stood in no earlier one. None for a place that no map holds."""
    of = OF_34 if is_merged or year >= FIRST_YEAR_OF_34 else OF_63
    return next((one for one in regions if one.of == of and place in one.places), None)


def places_in(region: Region, year: int, successors: Mapping[str, Successor]) -> frozenset[str]:
    """The provinces of a region that results of a year speak of: before 2025 those that went up in today's."""
    if region.of == OF_34 and year < FIRST_YEAR_OF_34:
        return frozenset(member for place in region.places for member in successors[place].members)
    return frozenset(region.places)


def population_of(place: str, populations: Mapping[str, int], successors: Mapping[str, Successor]) -> int | None:
    """The population of a place: as it was entered, of a merged province the sum of all that went up in it."""
    members = successors[place].members if place in successors else ()
    if place in populations or not members or any(member not in populations for member in members):
        return populations.get(place)
    return sum(populations[member] for member in members)


def alike_in_population(population: int, others: Mapping[str, int | None]) -> frozenset[str]:
    """Those whose population is from two thirds to one and a half of the one given."""
    return frozenset(p for p, known in others.items() if known and ALIKE_FROM <= known / population <= ALIKE_TO)
