"""Targets judged part by part from figures, by sums over sums: never by averaging percentages.

A share is numerator over denominator (0..100 by construction). A count is a number of times or things. A duration is
met when no case took longer. A yes-no is met when all said yes. Coverage counts units: those that met it over those
that owe it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from dondoc.toolkit.errors import BadInput


class Kind(StrEnum):
    """What a figure measures."""

    SHARE = "share"
    COUNT = "count"
    DURATION = "duration"
    YES_NO = "yes-no"


@dataclass(frozen=True, slots=True)
class Aim:
    """One part of a target: `op` ">=" | "=" | "<=" and `value` in the unit of its kind (a share in per cent)."""

    kind: Kind
    op: str
    value: Decimal
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """One entered figure. A share needs both numbers; a count its numerator; a duration its longest case as numerator
    and how many cases as denominator; a yes-no 1 or 0 over 1. `is_stock` marks a state at the period's end (the last
    one counts), else the periods add up."""

    kind: Kind
    numerator: Decimal
    denominator: Decimal | None = None
    is_stock: bool = False

    def __post_init__(self) -> None:
        if self.numerator < 0 or (self.denominator is not None and self.denominator < 0):
            raise BadInput("figure-negative", "Số liệu không được âm: sửa lại tử số hoặc mẫu số.")
        if self.kind is Kind.SHARE and (self.denominator is None or self.numerator > self.denominator):
            raise BadInput("figure-share", "Tỷ lệ cần tử số và mẫu số, tử số không lớn hơn mẫu số: xem lại hai số này.")


def total(figures: Iterable[Figure]) -> Figure | None:
    """Figures of many agencies (or periods of a flow) as one; None for none. The order does not matter."""
    found = list(figures)
    if not found:
        return None
    kind = found[0].kind
    if any(figure.kind is not kind for figure in found):
        raise ValueError("figures of one part have one kind")
    if kind is Kind.DURATION:
        longest = max(figure.numerator for figure in found)
        return Figure(kind, longest, sum((figure.denominator or Decimal(1) for figure in found), Decimal(0)))
    numerator = sum((figure.numerator for figure in found), Decimal(0))
    if kind is Kind.COUNT:
        return Figure(kind, numerator)
    return Figure(kind, numerator, sum((figure.denominator or Decimal(1) for figure in found), Decimal(0)))


def measured(figure: Figure) -> Decimal | None:
    """The number that is compared; None where nothing can be said (a share of nothing)."""
    if figure.kind in (Kind.SHARE, Kind.YES_NO):
        if not figure.denominator:
            return None
        return figure.numerator * 100 / figure.denominator
    return figure.numerator


def met(aim: Aim, figure: Figure | None) -> bool | None:
    """Whether the figure meets the aim; None where it cannot be said."""
    value = measured(figure) if figure else None
    if value is None:
        return None
    if aim.op == "<=":
        return value < aim.value if aim.strict else value <= aim.value
    if aim.op == "=" and aim.kind is Kind.SHARE and aim.value != 100:
        return value == aim.value
    return value > aim.value if aim.strict else value >= aim.value


def coverage(outcomes: Iterable[bool | None]) -> Figure:
    """Units that met something over all units that owe it: a unit that said nothing has not met it."""
    found = list(outcomes)
    return Figure(Kind.SHARE, Decimal(sum(outcome is True for outcome in found)), Decimal(len(found)))
