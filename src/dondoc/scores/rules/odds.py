"""How often provinces that started from the same place met a goal, with an honest interval.

"The same place" is the group at the start, and for "the first N" the band of places (1 to N, N+1 to 2N, beyond): where
one starts decides more than anything else, because the top falls back and the bottom rises by itself. Rates within one
sample and over a new one are kept apart. They tell what happened, not what plans achieved.

The interval is Wilson's: sensible for few cases and for rates of 0 and 1, without the needless width of
Clopper-Pearson's. Cases of one year are not independent of each other, so the truth is somewhat wider; the lowest and
highest rate of a single year stand beside it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import sqrt

from dondoc.scores.rules.goals import GROUP, GROUP_AT, KEEP, KEEP_GROUP, LEVEL, RANK, SCORE, TOP, Goal
from dondoc.scores.rules.panel import Group
from dondoc.scores.rules.transitions import Transition

Z = 1.959964
FEW = 30


@dataclass(frozen=True, slots=True)
class Rate:
    """`met` of `cases`; `interval` at 95 % (Wilson); `lowest`, `highest` the rates of single years. All 0..1."""

    met: int
    cases: int
    interval: tuple[float, float]
    lowest: float
    highest: float

    @property
    def share(self) -> float:
        """The rate itself."""
        return self.met / self.cases

    @property
    def is_few(self) -> bool:
        """Whether it rests on so few cases that it says little."""
        return self.cases < FEW


@dataclass(frozen=True, slots=True)
class Start:
    """Where a province stands in its base year: what decides which cases are like it."""

    rank: int
    group: Group
    score: Decimal


def is_met(goal: Goal, case: Transition, start: Start) -> bool | None:
    """Whether a case met the goal; None where it cannot tell (no common scale). A level is a gain from the start."""
    if goal.kind in (SCORE, LEVEL):
        return _has_gained(goal, case.gain, start)
    judged: dict[str, bool] = {
        RANK: case.climbed >= goal.amount,
        GROUP: case.group_after - case.group >= goal.count,
        GROUP_AT: case.group_after >= goal.count,
        TOP: case.rank_after <= goal.count,
        KEEP: case.climbed >= 0,
        KEEP_GROUP: case.group_after >= case.group,
    }
    return judged[goal.kind]


def _has_gained(goal: Goal, gain: Decimal | None, start: Start) -> bool | None:
    if gain is None:
        return None
    if goal.kind == LEVEL:
        return gain >= goal.amount - start.score
    return gain >= goal.amount if goal.amount else gain > 0


def rate(
    goals: Sequence[Goal], cases: Iterable[Transition], start: Start, *, is_new_sample: bool | None = None
) -> Rate | None:
    """The rate of meeting all goals from a like start; within one sample, over a new one, or both (None).

    None where no case tells. Goals judged together ("score higher and group higher") are rated together.
    """
    likeness = [_alike(goal, start) for goal in goals]
    outcomes: dict[int, list[bool]] = {}
    for case in cases:
        if is_new_sample in (None, case.is_new_sample) and all(is_alike(case) for is_alike in likeness):
            verdicts = [is_met(goal, case, start) for goal in goals]
            if None not in verdicts:
                outcomes.setdefault(case.year, []).append(all(verdicts))
    return _rate(outcomes) if outcomes else None


def _alike(goal: Goal, start: Start) -> Callable[[Transition], bool]:
    if goal.kind == TOP:
        low, high = band(goal.count, start.rank)
        return lambda case: low <= case.rank <= high
    return lambda case: case.group == start.group


def band(first: int, rank: int) -> tuple[int, int]:
    """The places from which a start is like this one when the goal is "the first N"."""
    if rank <= first:
        return 1, first
    return (first + 1, 2 * first) if rank <= 2 * first else (2 * first + 1, 999)


def _rate(outcomes: dict[int, list[bool]]) -> Rate:
    met, cases = sum(map(sum, outcomes.values())), sum(map(len, outcomes.values()))
    shares = [sum(year) / len(year) for year in outcomes.values()]
    return Rate(met, cases, wilson(met, cases), min(shares), max(shares))


def wilson(met: int, cases: int, z: float = Z) -> tuple[float, float]:
    """The score interval of a share (E. B. Wilson, 1927), within 0..1. `cases` at least 1."""
    share = met / cases
    middle = share + z * z / (2 * cases)
    half = z * sqrt(share * (1 - share) / cases + z * z / (4 * cases * cases))
    scale = 1 + z * z / cases
    low, high = (middle - half) / scale, (middle + half) / scale
    return (0.0 if met == 0 else low), (1.0 if met == cases else high)
