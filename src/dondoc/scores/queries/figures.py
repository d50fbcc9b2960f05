"""What scores tell of a province: its published score of the total, a dimension or a component. Never added."""

from collections.abc import Iterator

from django.urls import reverse

from dondoc.figures.registry import Ask, Figure, Kind, Told, tells
from dondoc.framework.rules.papi import Concept
from dondoc.scores.queries.places import place_of
from dondoc.scores.queries.store import Store, panel_with, stored
from dondoc.scores.rules.panel import TOTAL
from dondoc.units.models import AdministrativeUnit, Level

PUBLISHED = Figure("scores.published", "Điểm PAPI đã công bố", Kind.SCORE, is_stock=True)


@tells(PUBLISHED)
def published(ask: Ask) -> Iterator[Told]:
    """The newest published score up to the year in which the period ends, of the provinces asked for. A component is
    named by its code ("D5_LAND") or its number in the one numbering ("5.3"). One query beside those of the store."""
    provinces = AdministrativeUnit.objects.filter(pk__in=ask.units, level=Level.PROVINCE)
    store = stored()
    for unit in provinces:
        told = _newest(store, unit, ask)
        if told:
            yield told


def _newest(store: Store, unit: AdministrativeUnit, ask: Ask) -> Told | None:
    place = place_of(unit)
    panel, _kind = panel_with(store, place, unit.name)
    for year in sorted({year for _code, year in panel.scores if year <= ask.ends_on.year}, reverse=True):
        code = _code(ask, panel.frame(year))
        score = panel.score(code, year, place) if code else None
        if score is not None:
            address = f"{reverse('scores-place', args=[place])}?nam={year}&chi-so={code}"
            return Told(unit.pk, score, href=address)
    return None


def _code(ask: Ask, frame: tuple[Concept, ...]) -> str:
    """The code that is asked for as the year names it; empty where the year does not measure it."""
    if ask.component:
        return next((c.code for c in frame if ask.component in (c.code, c.reference)), "")
    return f"D{ask.section}" if ask.section else TOTAL
