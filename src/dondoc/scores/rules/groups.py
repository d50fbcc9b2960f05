"""The four groups: by the published bounds where they are known, else by quarters.

The official wording is quartiles: at or above the 75th percentile "Cao", 50-75 "Trung bình cao", 25-50 "Trung bình
thấp", below that "Thấp" (papi.org.vn, data page). Linear quantiles (type 7) with a score on the cut going up reproduce
the sizes of 2019 and 2020 and the bounds of dimension 6 in 2022; the totals of 2022 and 2023 were cut in other ways.
So the bounds come first, and a score that the rule leaves on a cut is marked.
"""

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dondoc.scores.rules.panel import Bound, Group

Cuts = tuple[Decimal, Decimal, Decimal]


@dataclass(frozen=True, slots=True)
class Placement:
    """A group and what it rests on. `is_at_cut`: the score lies on a cut, so that it may be published one lower."""

    group: Group
    is_published: bool
    is_at_cut: bool = False


@dataclass(frozen=True, slots=True)
class Threshold:
    """Where a group begins: `at` the least score that may be enough, `surely` the one that is enough by any rule."""

    group: Group
    at: Decimal
    surely: Decimal


def cuts(scores: Collection[Decimal]) -> Cuts:
    """The three quartiles, linear (type 7), exact. At least one score."""
    ordered = sorted(scores)
    return _quantile(ordered, 1), _quantile(ordered, 2), _quantile(ordered, 3)


def _quantile(ordered: Sequence[Decimal], quarter: int) -> Decimal:
    at, rest = divmod((len(ordered) - 1) * quarter, 4)
    return ordered[at] + (ordered[at + 1] - ordered[at]) * rest / 4 if rest else ordered[at]


def by_rule(score: Decimal, at: Cuts) -> Group:
    """The group by quarters; a score on a cut goes up."""
    return Group(bisect_right(at, score))


def groups_by_rule(scores: Mapping[str, Decimal]) -> dict[str, Group]:
    """Groups of all provinces by quarters alone, the one rule that stands in every year: for comparing years."""
    at = cuts(scores.values()) if scores else None
    return {province: by_rule(score, at) for province, score in scores.items()} if at else {}


def placements(scores: Mapping[str, Decimal], bounds: Sequence[Bound] = ()) -> dict[str, Placement]:
    """The group of each province with a score. Bounds may be known for the upper groups alone (totals of 2023).

    Below the published bounds the rule decides; if those bounds put a score that lies on a cut below it, so do we.
    """
    if not scores:
        return {}
    at = cuts(scores.values())
    goes_down = any(_published(score, bounds) not in (None, by_rule(score, at)) for score in scores.values())
    return {province: _placement(score, at, bounds, goes_down) for province, score in scores.items()}


def _placement(score: Decimal, at: Cuts, bounds: Sequence[Bound], goes_down: bool) -> Placement:
    if (group := _published(score, bounds)) is not None:
        return Placement(group, is_published=True)
    is_at_cut = score in at
    group = Group(by_rule(score, at) - (is_at_cut and goes_down))
    below = min((bound.group for bound in bounds), default=None)
    if below is not None and group >= below:
        return Placement(Group(below - 1), is_published=True)
    return Placement(group, is_published=False, is_at_cut=is_at_cut)


def _published(score: Decimal, bounds: Sequence[Bound]) -> Group | None:
    """The group whose published lower end the score reaches, in the places that were printed."""
    reached = [b.group for b in bounds if score.quantize(b.lower) >= b.lower]
    return max(reached, default=None)


def threshold(group: Group, scores: Mapping[str, Decimal], bounds: Sequence[Bound] = ()) -> Threshold:
    """Where a group above the lowest begins in a year: its published lower end, or the cut.

    Where the cut is a province's own score and nothing was published, only the next score above is surely enough.
    """
    for bound in bounds:
        if bound.group == group:
            return Threshold(group, bound.lower, bound.lower)
    at = cuts(scores.values())[group - 1]
    above = [score for score in scores.values() if score > at]
    return Threshold(group, at, min(above, default=at) if at in scores.values() else at)
