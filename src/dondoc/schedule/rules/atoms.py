"""The pieces of a time expression, and the words they are written with.

An `Atom` is one piece found in folded letters: points of the calendar, a cycle, a day of a cycle, an occasion … What
pieces mean together is decided by `phrases` and `recurrence`.
"""

from dataclasses import dataclass
from typing import Literal

from dondoc.schedule.rules.expressions import Anchor, Part, Point

Name = Literal[
    "points", "half", "cycle", "bare", "periodic", "anchor", "continuous", "event", "by-law", "plan", "reference"
]

WORDS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10}
COUNT = r"(?:\d{1,2}|mot|hai|ba|bon|sau|chin)"
UNIT = r"(?:ngay|tuan|thang|quy|qui|nam)(?![a-z0-9])"

_MONTHS_OF = {"month": 1, "quarter": 3, "half-year": 6, "nine-month": 9, "year": 12}
_UNITS = {"ngay": "day", "tuan": "week", "thang": "month", "quy": "quarter", "qui": "quarter", "nam": "year"}
_CYCLE_OF = {months: cycle for cycle, months in _MONTHS_OF.items()}


@dataclass(frozen=True, slots=True)
class Atom:
    """One piece, at letters start..end. Which further fields are filled depends on `name`:

    points and half: `points`, `is_range`, `part`; cycle and bare: `cycles`, `times`; anchor: `anchor`, and `cycles`
    where the words name one ("ngày 10 tháng cuối quý"); event: `phases`.
    """

    name: Name
    start: int
    end: int
    points: tuple[Point, ...] = ()
    is_range: bool = False
    part: Part | None = None
    cycles: tuple[str, ...] = ()
    times: int = 1
    anchor: Anchor | None = None
    phases: tuple[str, ...] = ()


def count(word: str | None) -> int:
    """ "06" and "sáu" are 6; nothing is 1."""
    if not word:
        return 1
    return int(word) if word.isdigit() else WORDS[word]


def cycle_of(number: int, unit: str) -> str:
    """6 "thang" is a half-year, 2 "nam" is "2-year"; 1 "thang" a month."""
    base = _UNITS[unit]
    if base not in _MONTHS_OF:
        return base if number == 1 else f"{number}-{base}"
    return _CYCLE_OF.get(number * _MONTHS_OF[base]) or f"{number}-{base}"


def times_in(times: int, cycle: str) -> tuple[str, int]:
    """Twice a year is every half-year; three times a year has no name of its own: ("year", 3)."""
    months = _MONTHS_OF.get(cycle, 0)
    if times > 1 and months and months % times == 0 and months // times in _CYCLE_OF:
        return _CYCLE_OF[months // times], 1
    return cycle, times


def months_of(cycle: str) -> int:
    """Length of a cycle in months; 0 for days and weeks. A single quarter comes once a year."""
    if cycle in _MONTHS_OF:
        return _MONTHS_OF[cycle]
    if cycle in ("Q1", "Q2", "Q3", "Q4"):
        return 12
    number, _, base = cycle.partition("-")
    return int(number) * _MONTHS_OF.get(base, 0) if number.isdigit() else 0
