"""A plan's reporting rules: the base cycle, in which continuous work is owed once, and the day it is due in it."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from dondoc.schedule.rules.expressions import Anchor, Within
from dondoc.schedule.rules.reporting import CYCLE_OF

# Cycles that do not overlap with themselves over a year; nine months is a part of the year and never a base.
_BASES = ("month", "quarter", "half-year", "year")
DEFAULT = "quarter"


def base_cycle_of(rules: Iterable[Mapping[str, Any]]) -> str:
    """The finest cycle of the rules: what is reported by month, quarter and year is done by month. A quarter if the
    rules name none."""
    named = {CYCLE_OF.get(str(rule.get("cycle")), "") for rule in rules}
    return next((cycle for cycle in _BASES if cycle in named), DEFAULT)


def anchors_of(rules: Iterable[Mapping[str, Any]], cycle: str) -> tuple[Anchor, ...]:
    """The day of the base cycle on which its report is due, where the rules print one; else none, and the cycle's own
    end counts."""
    for rule in rules:
        due = rule.get("due")
        if CYCLE_OF.get(str(rule.get("cycle"))) == cycle and due:
            return (_anchor(due),)
    return ()


def _anchor(due: Mapping[str, Any]) -> Anchor:
    before = bool(due.get("before"))
    if due.get("month_day"):
        month, day = (int(number) for number in str(due["month_day"]).split("-"))
        return Anchor(day=day, month=month, before=before)
    return Anchor(day=int(due["day"]), within=cast("Within | None", due.get("within")), before=before)
