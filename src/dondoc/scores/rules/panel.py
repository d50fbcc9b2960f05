"""The published results of all provinces and years, and what is known of their comparability.

A panel is plain data; it says nothing of ranks or groups. Codes are those of `framework`: "TOTAL", "D1".."D8", and
components ("D1_KNOW"). Scores are Decimals as published (four places at most); what was not published is absent, and
a 0 in a source stands for that.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import IntEnum

from dondoc.framework.rules.papi import Concept, framework

TOTAL = "TOTAL"
# Results of 2025 and later are those of the 34 provinces (NQ 202/2025/QH15).
FIRST_YEAR_OF_34 = 2025


GROUPS = ("Thấp", "Trung bình thấp", "Trung bình cao", "Cao")


class Group(IntEnum):
    """The four groups in which results are published; the greater the better."""

    LOW = 0
    MID_LOW = 1
    MID_HIGH = 2
    HIGH = 3

    @property
    def words(self) -> str:
        """As plans print it."""
        return GROUPS[self]

    @property
    def next(self) -> "Group | None":
        """The group above; None for the highest."""
        return Group(self + 1) if self < Group.HIGH else None


@dataclass(frozen=True, slots=True)
class Bound:
    """The published ends of one group, both inside it; `lower` has as many decimal places as were printed."""

    group: Group
    lower: Decimal
    upper: Decimal
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """Years that seem to share one sample of villages. `is_expected`: foreseen, not yet seen in results."""

    first: int
    last: int | None
    is_expected: bool = False

    def holds(self, year: int) -> bool:
        """Whether the year belongs to the block; an open end holds all that follow."""
        return self.first <= year and (self.last is None or year <= self.last)


@dataclass(frozen=True, slots=True)
class Absence:
    """Results of a province that were not published: `missing` dimensions, or ("all",), and the reason if given."""

    missing: tuple[str, ...]
    reason: str


@dataclass(frozen=True)
class Panel:
    """`scores` by (code, year), then by province; `provinces` are names by official code of 2011-2024.

    `frames` are published editions of the framework, `later` the names of the 34 provinces since 2025.
    `breaks` are (year, component) whose make-up changed against the year before. `national` holds the values of the
    whole country as published, estimated from the pooled sample: never the mean of provinces.
    """

    provinces: Mapping[str, str]
    scores: Mapping[tuple[str, int], Mapping[str, Decimal]]
    bounds: Mapping[tuple[str, int], tuple[Bound, ...]] = field(default_factory=dict)
    blocks: tuple[Block, ...] = ()
    breaks: frozenset[tuple[int, str]] = frozenset()
    absences: Mapping[tuple[int, str], Absence] = field(default_factory=dict)
    national: Mapping[tuple[str, int], Decimal] = field(default_factory=dict)
    frames: Mapping[int, tuple[Concept, ...]] = field(default_factory=dict)
    later: Mapping[str, str] = field(default_factory=dict)

    def frame(self, year: int) -> tuple[Concept, ...]:
        """What is measured in a year: a published edition of the framework, else our own table."""
        held = self.frames.get(year)
        return framework(year) if held is None else held

    def names(self, year: int) -> Mapping[str, str]:
        """The provinces of a year by name: the 34 of today since 2025, where they are known."""
        return self.later if year >= FIRST_YEAR_OF_34 and self.later else self.provinces

    def column(self, code: str, year: int) -> Mapping[str, Decimal]:
        """Scores of all provinces that have one; empty where the code was not measured."""
        return self.scores.get((code, year), {})

    def score(self, code: str, year: int, province: str) -> Decimal | None:
        """One figure, or None."""
        return self.column(code, year).get(province)

    def years(self, code: str = TOTAL) -> tuple[int, ...]:
        """Years with results of a code, in order."""
        return tuple(sorted(year for known, year in self.scores if known == code))

    def codes(self, year: int) -> tuple[str, ...]:
        """Codes with results in a year: the total, dimensions, components."""
        return tuple(sorted((code for code, of in self.scores if of == year), key=lambda c: (c != TOTAL, "_" in c, c)))


def as_published(cell: str) -> Decimal | None:
    """A cell of a table of scores: empty and 0 mean that nothing was published."""
    text = cell.strip()
    score = Decimal(text) if text else None
    return score if score else None


def level_of(code: str) -> str:
    """index | dimension | component."""
    return "index" if code == TOTAL else "component" if "_" in code else "dimension"
