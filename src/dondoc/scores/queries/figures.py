"""What scores tell of a province: its published score of the total, a dimension or a component. Never added."""

from collections.abc import Iterator

from django.urls import reverse

from dondoc.figures.registry import EVERY, Ask, Figure, Kind, Told, tells
from dondoc.framework.rules.papi import Concept
from dondoc.scores.queries.places import place_of
from dondoc.scores.queries.store import Store, panel_with, stored
from dondoc.scores.rules.comparability import crossing
from dondoc.scores.rules.panel import TOTAL, Panel
from dondoc.units.models import AdministrativeUnit, Level

PUBLISHED = Figure("scores.published", "Điểm PAPI đã công bố", Kind.SCORE, is_stock=True)


@tells(PUBLISHED)
def published(ask: Ask) -> Iterator[Told]:
    """The newest published score up to the year in which the period ends, of the provinces asked for. A component is
    named by its code ("D5_LAND") or its number in the one numbering ("5.3"). One query beside those of the store."""
    provinces = AdministrativeUnit.objects.filter(pk__in=ask.units, level=Level.PROVINCE)
    store = stored()
    for unit in provinces:
        yield from _newest(store, unit, ask)


def _newest(store: Store, unit: AdministrativeUnit, ask: Ask) -> Iterator[Told]:
    """Of the newest year in which what is asked for was published."""
    place = place_of(unit)
    panel, _kind = panel_with(store, place, unit.name)
    for year in sorted({year for _code, year in panel.scores if year <= ask.ends_on.year}, reverse=True):
        found = [_told(panel, unit, place, code, reference, year) for code, reference in _codes(ask, panel.frame(year))]
        if any(found):
            yield from filter(None, found)
            return


def _told(panel: Panel, unit: AdministrativeUnit, place: str, code: str, reference: str, year: int) -> Told | None:
    score = panel.score(code, year, place)
    if score is None:
        return None
    before = None if crossing(panel, year, code).is_break else panel.score(code, year - 1, place)
    address = f"{reverse('scores-place', args=[place])}?nam={year}&chi-so={code}"
    return Told(unit.pk, score, href=address, component=reference, year=year, before=before)


def _codes(ask: Ask, frame: tuple[Concept, ...]) -> list[tuple[str, str]]:
    """(code, number) of what is asked for as the year names it; nothing where the year does not measure it."""
    if ask.component:
        return [(c.code, c.reference or "") for c in frame if c.level == "component" and _is_meant(c, ask.component)]
    return [(f"D{ask.section}", "") if ask.section else (TOTAL, "")]


def _is_meant(one: Concept, component: str) -> bool:
    """Every one is named by its number, so what has none in our one numbering is asked for by its code alone."""
    return component in (one.code, one.reference) or (component == EVERY and bool(one.reference))
