"""One province: where it stands in a year, how it came there, and what was published of those that went up in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from django.utils.translation import gettext as _

from dondoc.framework.queries.names import language
from dondoc.scores.models import PublishedScore
from dondoc.scores.queries.national import codes_of
from dondoc.scores.queries.places import Place
from dondoc.scores.queries.store import PAPI, Figures, Store, panel_with
from dondoc.scores.rules.comparability import Crossing, crossing, is_rescaled, scale
from dondoc.scores.rules.panel import TOTAL, Panel
from dondoc.scores.rules.standing import Line, Standing, numbered, result, standing
from dondoc.toolkit.errors import BadInput
from dondoc.web.charts import LineChart, line_chart
from dondoc.web.formats import said
from dondoc.web.plots import DotChart, dot_chart


@dataclass(frozen=True, slots=True)
class ProfileLine:
    """One figure beside the middle and the best of the country."""

    code: str
    name: str
    line: Line
    median: Decimal
    scale: tuple[str, str]
    is_component: bool

    @property
    def to_median(self) -> Decimal:
        """Points behind the middle; 0 where it is passed."""
        return max(Decimal(0), self.median - self.line.result.score)

    @property
    def change(self) -> Decimal | None:
        return self.line.movement.change if self.line.movement else None


@dataclass(frozen=True, slots=True)
class Profile:
    """A province in a year. `kind` says whose figures these are: published, other (its own), or an approximation;
    `standing` is None where the year has nothing of it, and `absence` says why."""

    place: Place
    year: int
    years: tuple[int, ...]
    kind: str
    panel: Panel
    standing: Standing | None
    lines: tuple[ProfileLine, ...]
    across: Crossing
    absence: str = ""

    @property
    def total(self) -> Line | None:
        return self.standing.total if self.standing else None

    @property
    def dimensions(self) -> list[ProfileLine]:
        return [line for line in self.lines if not line.is_component]


def years_for(store: Store, place: Place) -> tuple[int, ...]:
    """Years of the country in which the place has anything, newest first."""
    panel, _kind = panel_with(store, place.key, place.name)
    found = {year for (_code, year), column in panel.scores.items() if place.key in column}
    return tuple(sorted(found, reverse=True))


def profile(store: Store, place: Place, year: int) -> Profile:
    return store.once(("profile", place.key, place.name, year), lambda: _profile(store, place, year))


def _profile(store: Store, place: Place, year: int) -> Profile:
    panel, kind = panel_with(store, place.key, place.name)
    across, years = crossing(panel, year), years_for(store, place) or tuple(reversed(panel.years(TOTAL)))
    try:
        found = standing(panel, place.key, year)
    except BadInput as refused:
        formed = _("tỉnh hình thành từ ngày 01/7/2025, chưa có kết quả riêng của năm này.")
        return Profile(place, year, years, kind, panel, None, (), across, formed if place.is_merged else said(refused))
    lines = tuple(
        ProfileLine(
            line.result.code,
            numbered(panel, line.result.code, year, language()),
            line,
            median(panel.column(line.result.code, year).values()),
            scale(line.result.code, year, panel) or ("0", "10"),
            is_component,
        )
        for line, is_component in _in_order(found, panel)
    )
    return Profile(place, year, years, kind, panel, found, lines, across)


def _in_order(found: Standing, panel: Panel) -> list[tuple[Line, bool]]:
    """Each dimension before its components; components whose dimension has no score stand by themselves."""
    by_code = {line.result.code: line for line in (*found.dimensions, *found.components)}
    return [(by_code[code], "_" in code) for code, _name in codes_of(panel, found.year) if code in by_code]


def dimensions_chart(of: Profile) -> DotChart:
    """The dimensions beside the middle and the best; the title names the one that lies furthest behind the middle."""
    rows = [
        (
            line.name,
            line.line.result.score,
            line.median,
            line.line.best[1],
            Decimal(line.scale[0]),
            Decimal(line.scale[1]),
        )
        for line in of.dimensions
    ]
    weakest = max(of.dimensions, key=lambda line: line.median - line.line.result.score)
    gap = weakest.median - weakest.line.result.score
    title = (
        _("Kém trung vị nhiều nhất ở “%(name)s”") % {"name": weakest.name}
        if gap > 0
        else _("Cả %(count)s chỉ số nội dung đều từ trung vị trở lên") % {"count": len(rows)}
    )
    return dot_chart(title, (of.place.name, _("trung vị"), _("cao nhất")), rows)


@dataclass(frozen=True, slots=True)
class Series:
    """A figure over the years: score beside the middle, place, and the years that compare with none before."""

    code: str
    name: str
    scores: LineChart
    ranks: LineChart
    breaks: tuple[str, ...]


def series(store: Store, place: Place, code: str, *, year: int) -> Series | None:
    """One figure of a place over all years of the country; None where it was never published."""
    return store.once(("series", place.key, place.name, code, year), lambda: _series(store, place, code, year))


def _series(store: Store, place: Place, code: str, year: int) -> Series | None:
    panel, _kind = panel_with(store, place.key, place.name)
    years = [at for at in panel.years(code) if any(p in panel.column(code, at) for p in (place.key,))]
    if not years:
        return None
    whole = range(years[0], years[-1] + 1)
    # Points are told from the last change of scale on: before it they mean something else.
    first = max((at for at in whole if at > years[0] and is_rescaled(code, at, panel)), default=years[0])
    own = [(at, result(panel, code, at, place.key)) for at in whole]
    broken = [str(at) for at in whole if at > whole[0] and _breaks(panel, code, at)]
    middle = [(str(at), median(panel.column(code, at).values()) if panel.column(code, at) else None) for at in whole]
    scored = [(str(at), found.score if found else None) for at, found in own]
    since = first - whole[0]
    name = numbered(panel, code, year, language())
    scores = line_chart(
        _("Điểm từ năm %(year)s") % {"year": first},
        _("điểm"),
        [(place.name, scored[since:]), (_("Trung vị"), middle[since:])],
        places=2,
        breaks=[at for at in broken if int(at) > first],
    )
    placed = [(str(at), found.rank if found else None) for at, found in own]
    places = line_chart(
        _("Thứ hạng từ năm %(year)s") % {"year": whole[0]}, _("hạng, 1 là cao nhất"), [(place.name, placed)],
        breaks=broken, is_rank=True,
    )  # fmt: skip
    return Series(code, name, scores, places, tuple(broken))


def _breaks(panel: Panel, code: str, year: int) -> bool:
    across = crossing(panel, year, code)
    return across.is_new_sample or across.is_rescaled or (code != TOTAL and bool(across.redefined))


@dataclass(frozen=True, slots=True)
class Side:
    """A predecessor in a year, beside the others."""

    place: str
    name: str
    results: dict[int, tuple[Decimal, int, str]]


def side_by_side(store: Store, place: Place, code: str = TOTAL) -> tuple[list[int], list[Side]]:
    """The years, newest first, and each predecessor's score, place and group in them."""
    panel = store.panel
    sides = []
    for member in place.members:
        found = {}
        for year in panel.years(code):
            if one := result(panel, code, year, member):
                found[year] = (one.score, one.rank, said(one.placement.group.words))
        sides.append(Side(member, Place(member, panel.provinces[member]).dated, found))
    return sorted({year for side in sides for year in side.results}, reverse=True), sides


def sides_chart(store: Store, place: Place, years: Sequence[int], sides: Sequence[Side]) -> LineChart:
    """Totals of the predecessors since 2018, when the scale last changed; an approximation as a line of its own."""
    panel, kind = panel_with(store, place.key, place.name)
    shown = sorted(year for year in years if year >= 2018)
    lines: list[tuple[str, list[tuple[str, Decimal | None]]]] = [
        (side.name, [(str(y), side.results[y][0] if y in side.results else None) for y in shown]) for side in sides
    ]
    if kind == "approximation":
        guessed = [(str(y), panel.score(TOTAL, y, place.key)) for y in shown]
        lines.append((_("Ước tính"), guessed))
    broken = [str(y) for y in shown if y > shown[0] and crossing(panel, y).is_new_sample]
    return line_chart(_("Điểm của các tỉnh trước sáp nhập"), _("điểm"), lines, places=2, breaks=broken)


def early_figures(store: Store, place: str) -> Figures:
    """Figures of a place in years of which the country is not known."""
    known = set(store.panel.years(TOTAL))
    return {key: score for key, score in store.others.get(place, {}).items() if key[1] not in known}


def early_totals(store: Store, place: str) -> list[tuple[int, Decimal]]:
    return sorted(((year, score) for (code, year), score in early_figures(store, place).items() if code == TOTAL))


def source_of(place: str) -> str:
    """Where the last own figures of a place outside the country came from."""
    row = PublishedScore.objects.filter(place=place, batch__undone_at=None, batch__index__code=PAPI)
    return row.order_by("-batch_id").values_list("batch__source", flat=True).first() or ""
