"""What each part of the product can tell, under one name each: reports, the desk and evaluation ask here, and need not
know who answers.

    @tells(Figure("feedback.answered-in-time", "Phản ánh trả lời đúng hạn", Kind.SHARE, sections=(4,)))
    def answered_in_time(ask: Ask) -> Iterable[Told]: ...

An app registers in its `queries/figures.py`, imported from `AppConfig.ready`. Who asks has made sure that the units may
be seen; who answers gives one row for each unit that has something to tell, in few queries whatever their number.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    """COUNT and MONEY (whole đồng) are sums; SHARE is a sum over a sum, 0..100 %; DURATION is a sum of days over how
    many; SCORE is a published figure and is never added."""

    COUNT = "count"
    SHARE = "share"
    DURATION = "duration"
    MONEY = "money"
    SCORE = "score"


KIND_WORDS = {
    Kind.COUNT: "số lượng",
    Kind.SHARE: "tỷ lệ",
    Kind.DURATION: "thời gian",
    Kind.MONEY: "số tiền",
    Kind.SCORE: "điểm",
}


@dataclass(frozen=True, slots=True)
class Figure:
    """`sections` and `components` say which dimensions and components of the index it speaks of (empty: any).
    `is_stock`: as of the last day of the period, else within it. `less_is_better` for lateness and the like."""

    name: str
    label: str
    kind: Kind
    sections: tuple[int, ...] = ()
    components: tuple[str, ...] = ()
    is_stock: bool = False
    less_is_better: bool = False
    in_evaluation: bool = False


EVERY = "*"


@dataclass(frozen=True, slots=True)
class Ask:
    """Of which administrative units (ids), from which day to which (both within), of which component or dimension.
    Component EVERY: of each one that there is, where the teller knows them (named figures alone)."""

    units: frozenset[int]
    starts_on: date
    ends_on: date
    component: str = ""
    section: int | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What a unit has to tell; `href` leads to what stands behind it. `agency_id` where it is one agency's own. Of a
    published score: `year`, and `before`, that of the year before where the two compare; `component` by its number."""

    unit_id: int
    numerator: Decimal
    denominator: Decimal | None = None
    href: str = ""
    agency_id: int | None = None
    component: str = ""
    year: int | None = None
    before: Decimal | None = None


Teller = Callable[[Ask], Iterable[Told]]
_tellers: dict[str, tuple[Figure, Teller]] = {}


def tells(figure: Figure) -> Callable[[Teller], Teller]:
    """Register who tells a figure. A name is told by one alone."""

    def register(teller: Teller) -> Teller:
        held = _tellers.get(figure.name)
        if held is not None and held[0] != figure:
            raise ValueError(f"figure {figure.name} is told by two")
        _tellers[figure.name] = (figure, teller)
        return teller

    return register


def figures(*, component: str = "", section: int | None = None) -> list[Figure]:
    """All that is told, or what speaks of a component or dimension; by name."""
    found = [figure for figure, _ in _tellers.values() if _speaks_of(figure, component, section)]
    return sorted(found, key=lambda figure: figure.name)


def tell(name: str, ask: Ask) -> list[Told]:
    """What the units have to tell of one figure; nothing from units that were not asked for."""
    _, teller = _tellers[name]
    return [one for one in teller(ask) if one.unit_id in ask.units]


def tell_all(ask: Ask, names: Collection[str] | None = None) -> Iterator[tuple[Figure, list[Told]]]:
    """Each figure that speaks of what is asked, with what is told of it."""
    for figure in figures(component=ask.component, section=ask.section):
        if names is None or figure.name in names:
            yield figure, tell(figure.name, ask)


def total_of(figure: Figure, told: Iterable[Told]) -> tuple[Decimal, Decimal | None]:
    """Sums over sums, in any order the same. Scores are not added: asking for their sum is a fault of ours."""
    if figure.kind is Kind.SCORE:
        raise ValueError("published scores are not added")
    rows = list(told)
    whole = [one.denominator for one in rows if one.denominator is not None]
    return sum((one.numerator for one in rows), Decimal()), (sum(whole, Decimal()) if whole else None)


def _speaks_of(figure: Figure, component: str, section: int | None) -> bool:
    if component and figure.components:
        return component in figure.components
    return section is None or not figure.sections or section in figure.sections
