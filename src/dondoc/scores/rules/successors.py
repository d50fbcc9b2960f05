"""A merged province and those that went up in it: their results side by side, and an approximation that is called one.

PAPI measures what a sample of people says within the borders of its time; nobody published a result of a merged
province for years before the merger. The mean of its predecessors, weighted by population, only says what such a result
may have been near: an indicator's mean over all people is the weighted mean of its parts, but samples, weights and
groups are not made again. So it is computed when shown, marked, and never stored as published.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from dondoc.scores.rules.panel import Panel

_PLACES = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class Successor:
    """A province of today: `place` is its key, `members` the provinces of 2011-2024 within its borders."""

    place: str
    name: str
    members: tuple[str, ...]

    @property
    def is_merged(self) -> bool:
        """Whether it was put together of several."""
        return len(self.members) > 1


def weighted(scores: Mapping[str, Decimal], weights: Mapping[str, int]) -> Decimal | None:
    """The mean of all members' scores by weight, four places; None where a member has no score or no weight: what is
    missing is not filled in. It lies between the least and the greatest of them."""
    if not scores or any(not weights.get(member) for member in scores):
        return None
    whole = sum(weights[member] for member in scores)
    summed = sum((score * weights[member] for member, score in scores.items()), Decimal(0))
    return (summed / whole).quantize(_PLACES)


def approximation(panel: Panel, successor: Successor, weights: Mapping[str, int]) -> dict[tuple[str, int], Decimal]:
    """What each figure of a merged province may have been near, by (code, year); where all members have a score."""
    found: dict[tuple[str, int], Decimal] = {}
    for (code, year), column in panel.scores.items():
        if all(member in column for member in successor.members):
            value = weighted({member: column[member] for member in successor.members}, weights)
            if value is not None:
                found[code, year] = value
    return found
