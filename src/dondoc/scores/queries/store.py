"""The stored results as one panel in memory, made anew when something was taken in, undone or published.

The rows of an index are read once for each process; a short look at a stamp tells whether they still stand. Where
nothing was stored yet the shipped tables answer, so that the first page of a new installation is not empty.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, TypeVar

from django.db.models import Model, QuerySet, Value
from django.utils.translation import get_language

from dondoc.framework.queries.frames import frames_of, frames_stamp
from dondoc.scores.adapters.tables import shipped_panel, successors
from dondoc.scores.models import AbsenceNote, BreakNote, GroupBound, PopulationWeight, PublishedScore, ScoreImport
from dondoc.scores.rules.comparability import with_new_samples
from dondoc.scores.rules.panel import FIRST_YEAR_OF_34, TOTAL, Absence, Bound, Group, Panel
from dondoc.scores.rules.provinces import find_province
from dondoc.scores.rules.successors import approximation
from dondoc.units.models import AdministrativeUnit

PAPI = "papi"
# Of a year with fewer provinces there is no place and no group: a province that knows its own result early, say.
ENOUGH = 10
MOST_KEPT = 400
T = TypeVar("T")
Figures = Mapping[tuple[str, int], Decimal]


@dataclass(frozen=True)
class Store:
    """`panel` holds the national results; `others` the figures of places outside it, by (code, year): a province before
    the country is known, a made-up province of a trial. They stand beside the panel and rank nobody."""

    panel: Panel
    others: Mapping[str, Figures] = field(default_factory=dict)
    weights: Mapping[str, int] = field(default_factory=dict)
    memo: dict[tuple[object, ...], Any] = field(default_factory=dict, compare=False, repr=False)

    def once(self, key: tuple[object, ...], make: Callable[[], T]) -> T:
        """What was reckoned from these results before, or is now: it stands as long as they do, for each language that
        its words are in."""
        key = (get_language(), *key)
        if key not in self.memo:
            if len(self.memo) > MOST_KEPT:
                self.memo.clear()
            self.memo[key] = make()
        kept: T = self.memo[key]
        return kept


_held: dict[str, tuple[tuple[object, ...], Store]] = {}


def stored(index: str = PAPI) -> Store:
    """What is stored of an index now. Three short queries while nothing has changed."""
    stamp = _stamp(index)
    held = _held.get(index)
    if held is None or held[0] != stamp:
        held = _held[index] = (stamp, _load(index))
    return held[1]


def _stamp(index: str) -> tuple[object, ...]:
    """Codes of imports are drawn at random: numbers of rows come again after a transaction that was given up."""
    batches = ScoreImport.objects.filter(index__code=index).order_by("pk").values_list("code", "undone_at")
    tables: list[type[Model]] = [GroupBound, AbsenceNote, BreakNote]
    stamps = [_entered(table, kind) for kind, table in enumerate(tables, 1)]
    entered = _entered(PopulationWeight, 0).union(*stamps, all=True)
    return (tuple(batches), frozenset(entered), *frames_stamp(index))


def _entered(table: type[Model], kind: int) -> QuerySet[Any, Any]:
    """Rows of what people entered as (kind, number, when); a row that was taken out is missing among them."""
    rows: QuerySet[Any, Any] = table._default_manager.annotate(kind=Value(kind)).values_list("kind", "pk", "entered_at")
    return rows


def _load(index: str) -> Store:
    frames = frames_of(index)
    base = shipped_panel() if index == PAPI else Panel({}, {})
    later = {place: one.name for place, one in successors().items()}
    panel = replace(base, frames=frames, later=later, bounds={**base.bounds, **_bounds()})
    panel = _noted(panel) if index == PAPI else panel
    rows, weights = figures_of(index), dict(PopulationWeight.objects.values_list("place", "population"))
    if not rows and index == PAPI:
        return Store(panel, weights=weights)
    national, others = _parted(rows, {*base.provinces, *later})
    names = {**later, **base.provinces}
    panel = replace(panel, scores=national, provinces=base.provinces, later=names if not base.provinces else later)
    return Store(panel, others, weights)


def _noted(panel: Panel) -> Panel:
    """The panel with what people noted of years: absences over those shipped, components and samples that changed."""
    absences = {
        (one.year, one.place): Absence(tuple(one.missing.split()), one.reason) for one in AbsenceNote.objects.all()
    }
    noted = set(BreakNote.objects.values_list("year", "code"))
    return replace(
        panel, absences={**panel.absences, **absences},
        breaks=panel.breaks | {(year, code) for year, code in noted if code != TOTAL},
        blocks=with_new_samples(panel.blocks, {year for year, code in noted if code == TOTAL}),
    )  # fmt: skip


def _bounds() -> dict[tuple[str, int], tuple[Bound, ...]]:
    """Published ends that people entered, over those that were shipped."""
    found: dict[tuple[str, int], tuple[Bound, ...]] = {}
    for row in GroupBound.objects.order_by("-group"):
        lower = Decimal(row.lower)
        found[row.code, row.year] = (*found.get((row.code, row.year), ()), Bound(Group(row.group), lower, lower))
    return found


def figures_of(index: str) -> dict[tuple[str, int], dict[str, Decimal]]:
    """The unweighted figures that stand, by (code, year) and place: of several imports the latest speaks."""
    found: dict[tuple[str, int], dict[str, Decimal]] = {}
    rows = PublishedScore.objects.filter(
        batch__index__code=index, batch__undone_at=None, statistic="unweighted"
    ).order_by("batch_id")
    for code, year, place, score in rows.values_list("code", "year", "place", "score").iterator(5000):
        found.setdefault((code, year), {})[place] = score
    return found


def _parted(
    rows: Mapping[tuple[str, int], Mapping[str, Decimal]], national: set[str]
) -> tuple[dict[tuple[str, int], dict[str, Decimal]], dict[str, dict[tuple[str, int], Decimal]]]:
    """National results, and those of places that rank nobody."""
    whole: dict[tuple[str, int], dict[str, Decimal]] = {}
    others: dict[str, dict[tuple[str, int], Decimal]] = {}
    full = {year for (_, year), column in rows.items() if len(column.keys() & national) >= ENOUGH}
    for key, column in rows.items():
        for place, score in column.items():
            if key[1] in full and place in national:
                whole.setdefault(key, {})[place] = score
            else:
                others.setdefault(place, {})[key] = score
    return whole, others


def panel_with(store: Store, place: str, name: str = "") -> tuple[Panel, str]:
    """`_panel_with`, reckoned once."""
    return store.once(("panel", place, name), lambda: _panel_with(store, place, name))


def _panel_with(store: Store, place: str, name: str) -> tuple[Panel, str]:
    """The panel in which a place stands, and how: "published", "other" (its own figures stand beside the country's), or
    "approximation" (of a merged province). The places of all others stay as they were published: they are reckoned
    with the guest only on the guest's own pages."""
    panel = store.panel
    figures: dict[tuple[str, int], Decimal] = {}
    kind = "published"
    one = successors().get(place)
    if one is not None and one.is_merged:
        figures |= {k: v for k, v in approximation(panel, one, store.weights).items() if k[1] < FIRST_YEAR_OF_34}
        kind = "approximation" if figures else kind
    elif place in store.others and place not in panel.provinces:
        figures, kind = dict(store.others[place]), "other"
    names = {**panel.provinces, place: panel.provinces.get(place) or panel.later.get(place) or name or place}
    if not figures:
        return replace(panel, provinces=names), kind
    scores = dict(panel.scores)
    for key, score in figures.items():
        if key in panel.scores:
            scores[key] = {**panel.scores[key], place: score}
    return replace(panel, provinces=names, scores=scores), kind


def years_of(panel: Panel) -> tuple[int, ...]:
    """Years with totals of the country, newest first."""
    return tuple(reversed(panel.years(TOTAL)))


def panel_named(asked: str) -> tuple[Panel, str] | None:
    """The panel in which the place that a text names stands, and its key: one of 2011-2024 first, else one that ranks
    nobody (its own figures, an approximation). Without a text the country's alone. None where nothing is stored."""
    if not ScoreImport.objects.filter(index__code=PAPI, undone_at=None).exists():
        return None
    store = stored()
    if not asked:
        return store.panel, ""
    others = AdministrativeUnit.objects.filter(code__in=store.others).values_list("code", "name")
    names = {**store.panel.later, **dict(others), **store.panel.provinces}
    place = find_province(asked, names)
    return panel_with(store, place, names[place])[0], place
