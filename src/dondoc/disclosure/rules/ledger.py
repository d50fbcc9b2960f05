"""Money that people gave of their own will: whole đồng, entries that are only added, sums that agree.

At least two thirds of the households of a settlement agree before anything is asked (Luật 10/2022/QH15 Đ.20, 21).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    COLLECTED = "collected"
    SPENT = "spent"


SIDES = {Side.COLLECTED: "thu", Side.SPENT: "chi"}


@dataclass(frozen=True, slots=True)
class Line:
    """One entry. A reversal has the opposite sign of what it takes back and stands on the same side."""

    side: Side
    amount: int


@dataclass(frozen=True, slots=True)
class Sums:
    """`left` is what was collected without what was spent."""

    collected: int = 0
    spent: int = 0

    @property
    def left(self) -> int:
        return self.collected - self.spent

    def plus(self, line: Line) -> "Sums":
        if line.side is Side.COLLECTED:
            return Sums(self.collected + line.amount, self.spent)
        return Sums(self.collected, self.spent + line.amount)


def sums_of(lines: Iterable[Line]) -> Sums:
    """The order does not matter; money is whole đồng, so nothing is rounded."""
    sums = Sums()
    for line in lines:
        sums = sums.plus(line)
    return sums


def reversal(line: Line) -> Line:
    return Line(line.side, -line.amount)


def is_agreed(agreed: int, households: int) -> bool:
    """At least two thirds, in integers: 67 of 100, 2 of 3."""
    return households > 0 and agreed <= households and 3 * agreed >= 2 * households
