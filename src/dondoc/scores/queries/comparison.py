"""A few provinces side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from dondoc.scores.queries.national import codes_of
from dondoc.scores.queries.places import Place, place_named
from dondoc.scores.queries.store import Store, panel_with
from dondoc.scores.rules.comparability import crossing
from dondoc.scores.rules.panel import TOTAL
from dondoc.scores.rules.standing import result
from dondoc.web.charts import LineChart, line_chart
from dondoc.web.formats import said

MOST = 4
SINCE = 2018


@dataclass(frozen=True, slots=True)
class Compared:
    """Rows of (code, name, scores in the order of the places); `best` marks the highest of a row."""

    year: int
    places: list[Place]
    rows: list[tuple[str, str, list[Decimal | None], Decimal | None]]
    ranks: list[tuple[int, int, str] | None]


def compared(store: Store, keys: Sequence[str], year: int) -> Compared:
    places = [place for key in dict.fromkeys(keys) if (place := place_named(key))]
    panels = [panel_with(store, place.key, place.name)[0] for place in places]
    rows = []
    for code, name in codes_of(store.panel, year):
        scores = [panel.score(code, year, place.key) for panel, place in zip(panels, places, strict=True)]
        known = [score for score in scores if score is not None]
        rows.append((code, name, scores, max(known) if len(known) > 1 else None))
    ranks: list[tuple[int, int, str] | None] = []
    for panel, place in zip(panels, places, strict=True):
        found = result(panel, TOTAL, year, place.key)
        ranks.append((found.rank, found.of, said(found.placement.group.words)) if found else None)
    return Compared(year, places, rows, ranks)


def comparison_chart(store: Store, places: Sequence[Place]) -> LineChart:
    """Places of the total since the scale last changed; broken where a new sample lies between."""
    years = [year for year in store.panel.years(TOTAL) if year >= SINCE]
    lines = []
    for place in places:
        panel, _kind = panel_with(store, place.key, place.name)
        found = [(str(year), result(panel, TOTAL, year, place.key)) for year in years]
        lines.append((place.dated, [(year, one.rank if one else None) for year, one in found]))
    broken = [str(year) for year in years[1:] if crossing(store.panel, year).is_new_sample]
    return line_chart(
        _("Thứ hạng tổng hợp từ năm %(year)s") % {"year": SINCE}, _("hạng, 1 là cao nhất"), lines,
        breaks=broken, is_rank=True,
    )  # fmt: skip
