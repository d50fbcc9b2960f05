"""The country in a year: every province with its place, group and change, and the map of tiles."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse
from django.utils.translation import gettext as _

from dondoc.framework.queries.names import language
from dondoc.scores.adapters.tables import successors, tiles
from dondoc.scores.queries.places import short_name
from dondoc.scores.queries.store import Store
from dondoc.scores.rules.comparability import crossing
from dondoc.scores.rules.groups import Placement, placements
from dondoc.scores.rules.panel import FIRST_YEAR_OF_34, TOTAL, Group, Panel
from dondoc.scores.rules.ranking import ranks
from dondoc.scores.rules.standing import numbered
from dondoc.web.formats import number, said
from dondoc.web.plots import Spot, TileChart, tile_chart


@dataclass(frozen=True, slots=True)
class NationalRow:
    """A province in a year. `change` and `places` are None where the year before does not compare."""

    place: str
    name: str
    score: Decimal
    rank: int
    placement: Placement
    change: Decimal | None
    places: int | None

    @property
    def group_words(self) -> str:
        return self.placement.group.words + (" *" if self.placement.is_at_cut else "")

    @property
    def group_said(self) -> str:
        """The same in the language of the reader; files keep the words of the index."""
        return said(self.placement.group.words) + (" *" if self.placement.is_at_cut else "")


@dataclass(frozen=True, slots=True)
class Missing:
    """A province without a result in a year, and why, where it was said."""

    place: str
    name: str
    what: str
    reason: str


def national_rows(store: Store, code: str, year: int) -> list[NationalRow]:
    """All provinces with a result of the code in the year, the best first."""
    return store.once(("national", code, year), lambda: _rows(store.panel, code, year))


def _rows(panel: Panel, code: str, year: int) -> list[NationalRow]:
    column, before = panel.column(code, year), panel.column(code, year - 1)
    placed, now = placements(column, panel.bounds.get((code, year), ())), ranks(column)
    then = ranks(before)
    comparable = before and not crossing(panel, year, code).is_rescaled
    rows = [
        NationalRow(
            place,
            panel.names(year).get(place) or panel.provinces[place],
            score,
            now[place],
            placed[place],
            score - before[place] if comparable and place in before else None,
            then[place] - now[place] if comparable and place in before else None,
        )
        for place, score in column.items()
    ]
    return sorted(rows, key=lambda row: (row.rank, row.name))


def missing_in(panel: Panel, year: int) -> list[Missing]:
    """Provinces without a total in a year, with what is missing and the reason where it was said."""
    found = []
    for place, name in panel.names(year).items():
        if place not in panel.column(TOTAL, year):
            known = panel.absences.get((year, place))
            what = ", ".join(known.missing) if known and known.missing != ("all",) else ""
            found.append(Missing(place, name, what, known.reason if known else ""))
    return found


def codes_of(panel: Panel, year: int) -> list[tuple[str, str]]:
    """(code, name) of all that has results in a year, in the order of the index: the total, each dimension with its
    components."""
    order = {concept.code: (concept.code[:2], concept.level != "dimension", concept.number or concept.reference or "")
             for concept in panel.frame(year)}  # fmt: skip
    known = [code for code in panel.codes(year) if code != TOTAL]
    rest = sorted(known, key=lambda code: order.get(code, (code, True, "")))
    return [(TOTAL, _("Điểm tổng hợp")), *((code, numbered(panel, code, year, language())) for code in rest)]


def national_map(store: Store, code: str, year: int, *, marked: Sequence[str] = ()) -> TileChart:
    """Every province as a tile, shaded by its group, with its place."""
    of = "34" if year >= FIRST_YEAR_OF_34 else "63"
    rows = {row.place: row for row in national_rows(store, code, year)}
    names = store.panel.names(year)
    spots = {
        place: _spot(place, names.get(place, place), rows.get(place), year, place in marked) for place in tiles(of)
    }
    best = [row.name for row in rows.values() if row.placement.group == Group.HIGH]
    title = _("%(count)s tỉnh, thành phố thuộc nhóm Cao năm %(year)s") % {"count": len(best), "year": year}
    return tile_chart(title, [(int(group), said(group.words)) for group in reversed(Group)], tiles(of), spots)


def _spot(place: str, name: str, row: NationalRow | None, year: int, is_marked: bool) -> Spot:
    href = f"{reverse('scores-place', args=[place])}?nam={year}"
    if row is None:
        return Spot(name, short_name(place, name), "–", _("không có kết quả"), None, href, is_marked)
    told = _("%(score)s điểm, hạng %(rank)s, nhóm %(group)s") % {
        "score": number(row.score, 2),
        "rank": row.rank,
        "group": row.group_said,
    }
    return Spot(name, short_name(place, name), str(row.rank), told, int(row.placement.group), href, is_marked)


@dataclass(frozen=True, slots=True)
class MergedRow:
    """One of the 34 with what its predecessors had in a year; `approximation` where all weights are known."""

    place: str
    name: str
    members: list[tuple[str, str, Decimal | None, int | None]]
    approximation: Decimal | None


def merged_rows(store: Store, code: str, year: int) -> list[MergedRow]:
    """The 34 provinces of today by the results of a year before the mergers."""
    from dondoc.scores.queries.store import panel_with

    rows = {row.place: row for row in national_rows(store, code, year)}
    found = []
    for place, one in successors().items():
        members = [
            (m, store.panel.provinces[m], rows[m].score if m in rows else None, rows[m].rank if m in rows else None)
            for m in one.members
        ]
        whole = panel_with(store, place)[0].score(code, year, place) if one.is_merged else None
        found.append(MergedRow(place, one.name, members, whole))
    return sorted(found, key=lambda row: row.name)


def merged_map(store: Store, code: str, year: int, *, marked: Sequence[str] = ()) -> TileChart:
    """The 34 provinces of today: shaded where one result stands for the whole, else with the places of predecessors."""
    rows = {row.place: row for row in national_rows(store, code, year)}
    spots = {}
    for merged in merged_rows(store, code, year):
        held = [rows[m[0]] for m in merged.members if m[0] in rows]
        groups = {int(row.placement.group) for row in held}
        level = groups.pop() if len(groups) == 1 and len(held) == len(merged.members) else None
        told = "; ".join(_("%(name)s: hạng %(rank)s") % {"name": row.name, "rank": row.rank} for row in held) or _(
            "không có kết quả"
        )
        spots[merged.place] = Spot(
            merged.name,
            short_name(merged.place, merged.name),
            "·".join(str(row.rank) for row in held) or "–",
            told,
            level,
            f"{reverse('scores-place', args=[merged.place])}?nam={year}",
            merged.place in marked,
        )
    title = _("Thứ hạng năm %(year)s của các tỉnh nay thuộc 34 tỉnh, thành phố") % {"year": year}
    return tile_chart(title, [(int(group), said(group.words)) for group in reversed(Group)], tiles("34"), spots)
