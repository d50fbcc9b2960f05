"""What the product itself counted in the time of an obligation (reports answered, lists posted, receptions): offered
beside the form that settles it, taken over with one click, never written by itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from dondoc.duties.models import Obligation
from dondoc.duties.rules.aims import Asked
from dondoc.duties.rules.judging import Kind as FigureKind
from dondoc.figures.registry import Ask, Kind, tell_all, total_of
from dondoc.web import formats

KINDS = {Kind.SHARE: FigureKind.SHARE, Kind.COUNT: FigureKind.COUNT}


@dataclass(frozen=True, slots=True)
class ToldLine:
    """A figure of the obligation's unit: in words, by numbers, and where what stands behind it is listed."""

    name: str
    label: str
    text: str
    kind: Kind
    numerator: Decimal
    denominator: Decimal | None
    href: str


def told_of(one: Obligation, today: date) -> list[ToldLine]:
    """From the day on which it opened to its due day or today; of its component, or of its dimension where it has none.
    Asked for by a click, not with every page."""
    if one.section is None and not one.component:
        return []
    ends_on = min(today, one.due_on or today)
    ask = Ask(frozenset({one.unit_id}), min(one.opens_on, ends_on), ends_on, one.component, one.section)
    lines = []
    for figure, told in tell_all(ask, KINDS):
        if told:
            numerator, denominator = total_of(figure, told)
            text = _text(numerator, denominator)
            lines.append(ToldLine(figure.name, figure.label, text, figure.kind, numerator, denominator, told[0].href))
    return lines


def taken_over(lines: Sequence[ToldLine], name: str, asked: Sequence[Asked]) -> dict[str, Any]:
    """What a chosen line puts into the form: its figure in the first part of its kind, its words in the text."""
    line = next((each for each in lines if each.name == name), None)
    if line is None:
        return {}
    initial: dict[str, Any] = {"text": f"{line.label}: {line.text}."}
    part = next((each.part for each in asked if each.kind is KINDS[line.kind]), None)
    if part is not None:
        initial[f"n{part}"] = f"{line.numerator.normalize():f}"
        if line.denominator is not None:
            initial[f"d{part}"] = f"{line.denominator.normalize():f}"
    return initial


def _text(numerator: Decimal, denominator: Decimal | None) -> str:
    if denominator is None:
        return formats.number(numerator.normalize() if numerator else Decimal(0))
    whole = _("%(n)s trên %(d)s") % {"n": formats.number(int(numerator)), "d": formats.number(int(denominator))}
    return f"{whole} ({formats.share(int(numerator), int(denominator))})"
