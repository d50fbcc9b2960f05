"""Where a province stands in a year: total, dimensions and components, each beside all others and the year before."""

from dataclasses import dataclass
from decimal import Decimal

from dondoc.framework.rules.papi import framework
from dondoc.scores.rules.groups import Placement, Threshold, placements, threshold
from dondoc.scores.rules.movement import Movement, Volatility, movement, volatility
from dondoc.scores.rules.panel import TOTAL, Panel
from dondoc.scores.rules.ranking import common_ranks, ranks
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.sayings import Saying


@dataclass(frozen=True, slots=True)
class Result:
    """One figure of a province: the score as published, its place among `of` provinces with a score, its group."""

    code: str
    year: int
    score: Decimal
    rank: int
    of: int
    placement: Placement


@dataclass(frozen=True, slots=True)
class Line:
    """One figure with what it is compared with.

    `places` won against the published rank of the year before (negative: lost), `places_in_common` among provinces with
    a score in both years. `mean` is that of provinces, `national` what was published for the whole country: two things.
    `next_group` is where the group above begins, None in the highest. `usual` is how the figure moves within
    one sample, and so how noisy it is.
    """

    result: Result
    name: str
    movement: Movement | None
    places: int | None
    places_in_common: int | None
    best: tuple[str, Decimal]
    mean: Decimal
    national: Decimal | None
    next_group: Threshold | None
    usual: Volatility | None

    @property
    def gap_to_best(self) -> Decimal:
        """Points behind the best province; 0 for the best itself."""
        return self.best[1] - self.result.score

    @property
    def gap_to_next_group(self) -> Decimal | None:
        """Points behind the least score that may be enough for the group above; None in the highest group."""
        return self.next_group.at - self.result.score if self.next_group else None


@dataclass(frozen=True, slots=True)
class Standing:
    """All figures of a province in a year. `total` is None where dimensions are missing, named in `missing`."""

    province: str
    year: int
    total: Line | None
    dimensions: tuple[Line, ...]
    components: tuple[Line, ...]
    missing: tuple[str, ...] = ()
    reason: str = ""


def result(panel: Panel, code: str, year: int, province: str) -> Result | None:
    """One figure with its place and group, None where it was not published."""
    column = panel.column(code, year)
    if province not in column:
        return None
    placed = placements(column, panel.bounds.get((code, year), ()))[province]
    return Result(code, year, column[province], ranks(column)[province], len(column), placed)


def standing(panel: Panel, province: str, year: int) -> Standing:
    """Everything about a province in a year; refused where nothing was published, with the reason that was given."""
    lines = {code: line for code in panel.codes(year) if (line := _line(panel, code, year, province))}
    absence = panel.absences.get((year, province))
    if not lines:
        raise nothing_published(panel, province, year)
    return Standing(
        province,
        year,
        lines.get(TOTAL),
        tuple(line for code, line in lines.items() if code != TOTAL and "_" not in code),
        tuple(line for code, line in lines.items() if "_" in code),
        absence.missing if absence else (),
        absence.reason if absence else "",
    )


def nothing_published(panel: Panel, province: str, year: int) -> BadInput:
    """The refusal of a province and year without a result: "year-unknown" or "result-absent"."""
    years = panel.years(TOTAL)
    if year not in years:
        return BadInput(
            "year-unknown",
            "Chưa có kết quả PAPI năm {year}: số liệu có từ năm {first} đến năm {last}.",
            year=year,
            first=years[0],
            last=years[-1],
        )
    absence = panel.absences.get((year, province))
    others = [known for known in years if province in panel.column(TOTAL, known) and abs(known - year) == 1]
    hint: Saying | str = ""
    if len(others) > 1:
        hint = Saying("; có thể xem năm {before} hoặc {after}", before=others[0], after=others[1])
    elif others:
        hint = Saying("; có thể xem năm {other}", other=others[0])
    return BadInput(
        "result-absent",
        "Kết quả PAPI tổng hợp năm {year} của {name} không được công bố{why}{hint}.",
        year=year,
        name=panel.provinces[province],
        why=f" ({absence.reason})" if absence and absence.reason else "",
        hint=hint,
    )


def _line(panel: Panel, code: str, year: int, province: str) -> Line | None:
    found = result(panel, code, year, province)
    if found is None:
        return None
    column = panel.column(code, year)
    moved = movement(panel, code, year, province)
    above = found.placement.group.next
    return Line(
        found,
        name_of(code, year, panel),
        moved,
        *_places(panel, code, year, province),
        max(column.items(), key=lambda item: item[1]),
        sum(column.values(), Decimal(0)) / len(column),
        panel.national.get((code, year)),
        threshold(above, column, panel.bounds.get((code, year), ())) if above else None,
        moved.usual if moved and not moved.across.is_new_sample else volatility(panel, code),
    )


def _places(panel: Panel, code: str, year: int, province: str) -> tuple[int | None, int | None]:
    before, now = panel.column(code, year - 1), panel.column(code, year)
    if province not in before:
        return None, None
    shared, shared_now = common_ranks(before, now)
    return ranks(before)[province] - ranks(now)[province], shared[province] - shared_now[province]


def name_of(code: str, year: int, panel: Panel | None = None, language: str = "vi") -> str:
    """The name of a code as it stood in a year, in Vietnamese ("vi") or, where it has one, English ("en")."""
    if code == TOTAL:
        return "Total PAPI score (unweighted)" if language == "en" else "Chỉ số PAPI tổng hợp (không trọng số)"
    frame = panel.frame(year) if panel else framework(year)
    return next((concept.named(language) for concept in frame if concept.code == code), code)


def numbered(panel: Panel, code: str, year: int, language: str = "vi") -> str:
    """A code by the number and name that its year prints: "5.2 Giấy chứng nhận quyền sử dụng đất"."""
    concept = next((concept for concept in panel.frame(year) if concept.code == code), None)
    number_ = concept.number or concept.reference if concept else None
    name = name_of(code, year, panel, language)
    return f"{number_} {name}" if number_ else name
