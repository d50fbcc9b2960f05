"""What each part of the product can tell, under one name each: reports, the desk and evaluation ask here, and need not
know who answers.

    @tells(Figure("feedback.answered-in-time", "Phản ánh trả lời đúng hạn", Kind.SHARE, sections=(4,)))
    def answered_in_time(ask: Ask) -> Iterable[Told]: ...

An app registers in its `queries/figures.py`, imported from `AppConfig.ready`. Who asks has made sure that the units may
be seen; who answers gives one row for each unit that has something to tell, in few queries whatever their number; or
says what is to be added up (`Sums`): all that is asked for at once is then added up in one query.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from django.db.models import Aggregate, F, QuerySet, Value


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


@dataclass(frozen=True, slots=True)
class Sums:
    """Told by adding up `rows`: by `unit` (the path to its id), by `agency` too where it is one agency's own. Without a
    denominator it is a count or a sum alone."""

    rows: QuerySet[Any]
    numerator: Aggregate
    denominator: Aggregate | None = None
    unit: str = "unit"
    agency: str = ""
    href: str = ""


Teller = Callable[[Ask], Iterable[Told] | Sums]
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
    return _told([name], ask)[name]


def tell_all(ask: Ask, kinds: Collection[Kind] = tuple(Kind)) -> Iterator[tuple[Figure, list[Told]]]:
    """Each figure that speaks of what is asked, with what is told of it; kinds that are not wanted are not asked."""
    chosen = [one for one in figures(component=ask.component, section=ask.section) if one.kind in kinds]
    told = _told([figure.name for figure in chosen], ask)
    return ((figure, told[figure.name]) for figure in chosen)


def total_of(figure: Figure, told: Iterable[Told]) -> tuple[Decimal, Decimal | None]:
    """Sums over sums, in any order the same. Scores are not added: asking for their sum is a fault of ours."""
    if figure.kind is Kind.SCORE:
        raise ValueError("published scores are not added")
    rows = list(told)
    whole = [one.denominator for one in rows if one.denominator is not None]
    return sum((one.numerator for one in rows), Decimal()), (sum(whole, Decimal()) if whole else None)


def _told(names: Iterable[str], ask: Ask) -> dict[str, list[Told]]:
    answers = {name: _tellers[name][1](ask) for name in names}
    added = _added_up({name: one for name, one in answers.items() if isinstance(one, Sums)})
    return {
        name: [told for told in (added[name] if isinstance(one, Sums) else one) if told.unit_id in ask.units]
        for name, one in answers.items()
    }


def _added_up(sums: Mapping[str, Sums]) -> Mapping[str, list[Told]]:
    """By name, by unit and agency in order. One query, however many."""
    found: dict[str, list[Told]] = defaultdict(list)
    if not sums:
        return found
    first, *others = (_grouped(name, one) for name, one in sums.items())
    for name, unit, agency, above, below in sorted(first.union(*others, all=True) if others else first):
        whole = None if sums[name].denominator is None else Decimal(below)
        found[name].append(Told(unit, Decimal(above), whole, sums[name].href, agency or None))
    return found


def _grouped(name: str, one: Sums) -> QuerySet[Any, tuple[str, int, int, Any, Any]]:
    """Columns alike for all, so that they stand under each other; none is NULL, whose type PostgreSQL would guess."""
    by = {"told_unit": F(one.unit), "told_agency": F(one.agency) if one.agency else Value(0)}
    rows = one.rows.order_by().values(**by).annotate(told_above=one.numerator, told_below=one.denominator or Value(0))
    named: QuerySet[Any, tuple[str, int, int, Any, Any]] = rows.annotate(told_name=Value(name)).values_list(
        "told_name", *by, "told_above", "told_below"
    )
    return named


def _speaks_of(figure: Figure, component: str, section: int | None) -> bool:
    if component and figure.components:
        return component in figure.components
    return section is None or not figure.sections or section in figure.sections
