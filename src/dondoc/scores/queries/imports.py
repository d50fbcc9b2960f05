"""What was taken in, when, by whom, and what stands of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from dondoc.framework.models import Edition, EditionState, Index
from dondoc.framework.queries.names import part_name
from dondoc.scores.models import PublishedScore, ScoreImport
from dondoc.scores.queries.places import Place, place_of
from dondoc.scores.rules.panel import TOTAL
from dondoc.units.models import AdministrativeUnit


def imports() -> QuerySet[ScoreImport]:
    return ScoreImport.objects.select_related("index", "made_by", "undone_by").order_by("-pk")


@dataclass(frozen=True, slots=True)
class YearOfImport:
    """How many figures of how many places an import brought of a year."""

    year: int
    figures: int
    places: int


def years_in(batch: ScoreImport) -> list[YearOfImport]:
    counts: dict[int, list[str]] = {}
    for year, place in PublishedScore.objects.filter(batch=batch).values_list("year", "place"):
        counts.setdefault(year, []).append(place)
    return [YearOfImport(year, len(rows), len(set(rows))) for year, rows in sorted(counts.items(), reverse=True)]


def editions_to_fill(owners: Sequence[int]) -> list[Edition]:
    """Published editions whose results may be typed in: the national ones, and those of the own units; newest first."""
    rows = Edition.objects.filter(state=EditionState.PUBLISHED).select_related("index")
    return [one for one in rows.order_by("index__short_name", "-year") if one.index.owner_id in (None, *owners)]


def parts_to_fill(edition: Edition) -> list[tuple[str, str, Decimal, Decimal]]:
    """(code, label, least, most) of the total and every part of an edition, in its order."""
    total = (TOTAL, _("Điểm tổng hợp"), edition.total_min or Decimal(0), edition.total_max or Decimal(100))
    parts = edition.parts.exclude(level="indicator").order_by("order")
    return [total, *((p.code, f"{p.number} {part_name(p)}".strip(), p.scale_min, p.scale_max) for p in parts)]


def places_to_fill(index: Index, own: Sequence[Place]) -> list[tuple[str, str]]:
    """Where results of an index may be typed for: the own province; of an own index also the units within its owner."""
    found = [(place.key, place.name) for place in own]
    if index.owner is not None:
        below = AdministrativeUnit.objects.filter(parent=index.owner, valid_to=None).order_by("name")
        found += [(unit.code, unit.full_name) for unit in below]
        if place_of(index.owner) not in dict(found):
            found.insert(0, (place_of(index.owner), index.owner.name))
    return found


@dataclass(frozen=True, slots=True)
class OtherRow:
    """A place in a year of an index other than PAPI."""

    place: str
    name: str
    scores: dict[str, Decimal]
    rank: int | None


def other_rows(year: int, figures: dict[tuple[str, int], dict[str, Decimal]]) -> list[OtherRow]:
    """All places of an index in a year, best total first; places without a total last."""
    from dondoc.scores.adapters.tables import shipped_panel, successors
    from dondoc.scores.rules.ranking import ranks

    by_place: dict[str, dict[str, Decimal]] = {}
    for (code, at), column in figures.items():
        for place, score in column.items() if at == year else ():
            by_place.setdefault(place, {})[code] = score
    placed = ranks(figures.get((TOTAL, year), {}))
    known = {**{p: one.name for p, one in successors().items()}, **shipped_panel().provinces}
    units = AdministrativeUnit.objects.filter(code__in=[p for p in by_place if p not in known])
    names = known | {unit.code: unit.full_name for unit in units}
    rows = [OtherRow(place, names.get(place, place), scores, placed.get(place)) for place, scores in by_place.items()]
    return sorted(rows, key=lambda row: (row.rank is None, row.rank or 0, row.name))
