"""Many reports made one: figures by sums over sums, counts by task, component and dimension. Pure, and in any order of
the reports the same.

Nothing is guessed: what a report did not say counts as not said, who did not report counts as missing, both are shown.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import TypeVar

from dondoc.duties.rules.aims import Asked
from dondoc.duties.rules.judging import Figure, measured, met, total

K = TypeVar("K")


class Said(StrEnum):
    """What a report says of a thing owed; MISSING where there is no accepted report to say it."""

    DONE = "done"
    DONE_LATE = "done-late"
    NOTHING = "nothing"
    NOT_YET = "not-yet"
    MISSING = "missing"


SETTLED = frozenset({Said.DONE, Said.DONE_LATE, Said.NOTHING})


@dataclass(frozen=True, slots=True)
class Entry:
    """What one agency says of one obligation: `occurrence` tells those of one task in a period apart, in their order.
    `row` names the row of the report that holds it."""

    source: str
    said: Said
    occurrence: str = ""
    figures: Mapping[int, Figure] = field(default_factory=dict)
    row: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """A thing asked of many: `key` the duty, `section` the dimension (0: none)."""

    key: str
    title: str
    section: int = 0
    component: str = ""
    asked: tuple[Asked, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """How many obligations stand how. They add up; `owed` is their sum."""

    done: int = 0
    done_late: int = 0
    nothing: int = 0
    not_yet: int = 0
    missing: int = 0

    @property
    def owed(self) -> int:
        return self.done + self.done_late + self.nothing + self.not_yet + self.missing

    @property
    def settled(self) -> int:
        return self.done + self.done_late + self.nothing

    @property
    def rate(self) -> Decimal | None:
        """Settled of owed in per cent, 0..100; None where nothing was owed."""
        return _per_cent(self.settled, self.owed)

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.done + other.done,
            self.done_late + other.done_late,
            self.nothing + other.nothing,
            self.not_yet + other.not_yet,
            self.missing + other.missing,
        )


@dataclass(frozen=True, slots=True)
class Sum:
    """A figure over all who told it: `sources` how many they are; `is_met` None where it cannot be said."""

    part: int
    figure: Figure
    sources: int
    is_met: bool | None

    @property
    def measured(self) -> Decimal | None:
        value = measured(self.figure)
        return None if value is None else value.quantize(Decimal("0.1"), ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Line:
    """One task over all who owe it, with what each said, by source and occurrence."""

    task: Task
    counts: Counts
    sums: tuple[Sum, ...]
    entries: tuple[Entry, ...]


def consolidate(said: Iterable[tuple[Task, Entry]]) -> tuple[Line, ...]:
    """A line for each task, in the order of dimension, component, key. The same entry twice counts once."""
    tasks: dict[str, Task] = {}
    entries: dict[str, dict[tuple[str, str], Entry]] = {}
    for task, entry in said:
        tasks[task.key] = task
        entries.setdefault(task.key, {})[entry.source, entry.occurrence] = entry
    order = sorted(tasks.values(), key=lambda task: (task.section or 99, _numbers(task.component), task.key))
    return tuple(_line(task, [entries[task.key][key] for key in sorted(entries[task.key])]) for task in order)


def _line(task: Task, entries: Sequence[Entry]) -> Line:
    return Line(task, count(entries), tuple(_sums(task, entries)), tuple(entries))


def count(entries: Iterable[Entry]) -> Counts:
    by_said = dict.fromkeys(Said, 0)
    for entry in entries:
        by_said[entry.said] += 1
    return Counts(
        by_said[Said.DONE],
        by_said[Said.DONE_LATE],
        by_said[Said.NOTHING],
        by_said[Said.NOT_YET],
        by_said[Said.MISSING],
    )


def _sums(task: Task, entries: Sequence[Entry]) -> Iterable[Sum]:
    """Of each part that somebody told. Of a stock the last of a source counts, else they add up."""
    aims = {one.part: one.aim for one in task.asked}
    for part in sorted({part for entry in entries for part in entry.figures}):
        told = [(entry.source, entry.figures[part]) for entry in entries if part in entry.figures]
        last = {source: figure for source, figure in told if figure.is_stock}
        flows = [figure for _, figure in told if not figure.is_stock]
        summed = total([*flows, *last.values()])
        if summed is not None:
            aim = aims.get(part)
            yield Sum(part, summed, len({source for source, _ in told}), met(aim, summed) if aim else None)


def by_component(lines: Iterable[Line]) -> dict[str, Counts]:
    """Counts of each component; "" gathers what belongs to none. In the order of their numbers."""
    found = _added((line.task.component, line.counts) for line in lines)
    return dict(sorted(found.items(), key=lambda one: _numbers(one[0])))


def by_section(lines: Iterable[Line]) -> dict[int, Counts]:
    return dict(sorted(_added((line.task.section, line.counts) for line in lines).items()))


def overall(lines: Iterable[Line]) -> Counts:
    return sum((line.counts for line in lines), Counts())


def _added(counted: Iterable[tuple[K, Counts]]) -> dict[K, Counts]:
    found: dict[K, Counts] = {}
    for key, counts in counted:
        found[key] = found.get(key, Counts()) + counts
    return found


def _numbers(component: str) -> tuple[int, ...]:
    return tuple(int(piece) for piece in component.split(".") if piece.isdigit()) or (99,)


def _per_cent(part: int, whole: int) -> Decimal | None:
    return (Decimal(100 * part) / whole).quantize(Decimal("0.1"), ROUND_HALF_UP) if whole else None
