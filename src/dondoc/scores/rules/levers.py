"""What would have to move: gaps of every component, what others gained from the same start, the fewest that suffice.

Peers are provinces that started in the same quarter of the component, in years with the same sample, scale and make-up
on both sides. `good_gain` is what one in four of them gained or more. It holds luck: who starts low by chance rises by
itself, and a component with low reliability is a poor lever however large its gains look. Two components that each
gain well in one case of four seldom do so together, so a set of many is a long shot.

Method: a sum of equal parts is taken apart again and its parts are moved one by one, as the handbook of OECD and JRC on
composite indicators (2008) advises ("back to the data", sensitivity); nothing is weighted or modelled.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from statistics import median

from dondoc.scores.rules.comparability import crossing
from dondoc.scores.rules.groups import Threshold, cuts, groups_by_rule, threshold
from dondoc.scores.rules.movement import volatility
from dondoc.scores.rules.neighbours import neighbours
from dondoc.scores.rules.panel import Panel
from dondoc.scores.rules.standing import name_of, nothing_published
from dondoc.toolkit.errors import BadInput

# Beyond four components the sets are too many to list and too unlikely to matter: the largest gains alone are given.
_MOST_LISTED, _LARGEST_SET = 5, 4


@dataclass(frozen=True, slots=True)
class Gains:
    """What peers gained in points: the middle one, and what one in four reached; over so many cases."""

    typical: Decimal
    good: Decimal
    cases: int


@dataclass(frozen=True, slots=True)
class Lever:
    """One component of a province: gaps are points up to that mark, 0 where it is passed; None where there is none.
    `to_alike` is the gap to the best of the provinces that it is compared with.

    `in_one_year`, `in_three_years` are gains of peers; `reliability` the likeness of the year before (0..1).
    """

    code: str
    name: str
    score: Decimal
    to_median: Decimal
    to_best: Decimal
    next_group: Threshold | None
    in_one_year: Gains | None
    in_three_years: Gains | None
    reliability: float | None
    to_alike: Decimal | None = None

    @property
    def to_next_group(self) -> Decimal | None:
        """Points to the group above by quarters."""
        return self.next_group.at - self.score if self.next_group else None

    @property
    def realistic(self) -> Decimal:
        """Points that may be hoped for in a year: the good gain of peers, never beyond the best province."""
        return max(Decimal(0), min(self.in_one_year.good, self.to_best)) if self.in_one_year else Decimal(0)


@dataclass(frozen=True, slots=True)
class Bundle:
    """Components whose realistic gains together reach a need. `firmness` 0..1: their reliability, by points."""

    codes: tuple[str, ...]
    points: Decimal
    firmness: float


def levers(panel: Panel, province: str, year: int, alike: Sequence[str] | None = None) -> tuple[Lever, ...]:
    """All components of a province in a year, in the order of the index; refused where none was published. `alike` are
    the provinces to compare with; without them those that are nearest by past profile."""
    codes = [code for code in panel.codes(year) if "_" in code and province in panel.column(code, year)]
    if not codes:
        raise nothing_published(panel, province, year)
    others = _alike(panel, province, year) if alike is None else alike
    return tuple(_lever(panel, code, year, province, others) for code in codes)


def _alike(panel: Panel, province: str, year: int) -> tuple[str, ...]:
    """The provinces most like one; none where it has no full profile."""
    try:
        return tuple(near.province for near in neighbours(panel, province, year))
    except BadInput:
        return ()


def _lever(panel: Panel, code: str, year: int, province: str, alike: Sequence[str]) -> Lever:
    column = panel.column(code, year)
    score, group = column[province], groups_by_rule(column)[province]
    usual = volatility(panel, code)
    return Lever(
        code,
        name_of(code, year, panel),
        score,
        max(Decimal(0), median(column.values()) - score),
        max(column.values()) - score,
        threshold(group.next, column) if group.next else None,
        gains(panel, code, group, years=1),
        gains(panel, code, group, years=3),
        usual.reliability if usual else None,
        max((max(Decimal(0), column[near] - score) for near in alike if near in column), default=None),
    )


def gains(panel: Panel, code: str, group: int, *, years: int) -> Gains | None:
    """What provinces that started in a quarter (0 the lowest) of a component gained; None without such cases."""
    found = sorted(_gains(panel, code, group, years))
    return Gains(median(found), cuts(found)[2], len(found)) if found else None


def _gains(panel: Panel, code: str, group: int, years: int) -> Iterator[Decimal]:
    for start in panel.years(code):
        before, after = panel.column(code, start), panel.column(code, start + years)
        between = [crossing(panel, year, code) for year in range(start + 1, start + years + 1)]
        if after and not any(across.is_break for across in between):
            groups = groups_by_rule(before)
            yield from (after[p] - before[p] for p in before if groups[p] == group and p in after)


def fewest(found: Sequence[Lever], needs: Decimal) -> tuple[Bundle, ...]:
    """The smallest sets of components whose realistic gains reach the points needed, firmest first, five at most.

    One empty set where nothing is needed; none where all gains together do not suffice.
    """
    usable = sorted((lever for lever in found if lever.realistic > 0), key=lambda lever: lever.realistic, reverse=True)
    if needs <= 0:
        return (Bundle((), Decimal(0), 1.0),)
    size = next((n for n in range(1, len(usable) + 1) if _points(usable[:n]) >= needs), None)
    if size is None:
        return ()
    sets = combinations(usable, size) if size <= _LARGEST_SET else iter([tuple(usable[:size])])
    bundles = [_bundle(chosen) for chosen in sets if _points(chosen) >= needs]
    return tuple(sorted(bundles, key=lambda bundle: (-bundle.firmness, -bundle.points, bundle.codes))[:_MOST_LISTED])


def _points(chosen: Sequence[Lever]) -> Decimal:
    return sum((lever.realistic for lever in chosen), Decimal(0))


def _bundle(chosen: Sequence[Lever]) -> Bundle:
    points = _points(chosen)
    firm = sum(float(lever.realistic) * max(0.0, lever.reliability or 0.0) for lever in chosen)
    return Bundle(tuple(lever.code for lever in chosen), points, firm / float(points))
