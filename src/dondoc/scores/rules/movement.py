"""A change on the year before, beside what is usual.

Half of the yearly movement of a province is noise of the sample: consecutive changes correlate at -0.43, where pure
noise would give -0.5. So a change is shown against the mean change of all provinces and against the spread of such
changes in other years of the same kind (one sample on both sides, or two). Figures of spread are floats: they are
estimates, not results.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from math import fsum, sqrt
from statistics import correlation, fmean

from dondoc.scores.rules.comparability import Crossing, crossing
from dondoc.scores.rules.panel import TOTAL, Panel

# One-sided 90 %: one province in ten moves so far by chance alone in one direction.
UNUSUAL = 1.2816


@dataclass(frozen=True, slots=True)
class Volatility:
    """How a code moves from year to year: over `pairs` pairs of years, means of the pairs.

    `spread` is the standard deviation of changes of the provinces about their mean change, in points of the score;
    `reliability` the correlation of provinces' scores with the year before.
    """

    pairs: int
    spread: float
    reliability: float


@dataclass(frozen=True, slots=True)
class Movement:
    """A province's change: `change` in points, `relative` against the mean of the provinces in both years.

    `usual` is how such changes go (None where no pair of years tells), `is_unusual` whether |relative| goes beyond what
    one in ten does by chance in that direction.
    """

    change: Decimal
    relative: Decimal
    usual: Volatility | None
    is_unusual: bool
    across: Crossing


def movement(panel: Panel, code: str, year: int, province: str) -> Movement | None:
    """The change on the year before; None where either score is missing or the scale changed between them."""
    before, now = panel.column(code, year - 1), panel.column(code, year)
    across = crossing(panel, year, code)
    if province not in before or province not in now or across.is_rescaled:
        return None
    changes = _changes(panel, code, year)
    change = now[province] - before[province]
    relative = change - sum(changes, Decimal(0)) / len(changes)
    usual = volatility(panel, code, is_new_sample=across.is_new_sample)
    is_unusual = usual is not None and abs(relative) > UNUSUAL * usual.spread
    return Movement(change, relative, usual, is_unusual, across)


def volatility(panel: Panel, code: str = TOTAL, *, is_new_sample: bool = False) -> Volatility | None:
    """The usual movement of a code from year to year, within one sample or over a new one. None without such years.

    Pairs of years between which the scale changed are left out.
    """
    pairs = list(_pairs(panel, code, is_new_sample))
    if not pairs:
        return None
    spreads = [_spread([now - then for then, now in pair]) for pair in pairs]
    likeness = [correlation(*zip(*pair, strict=True)) for pair in pairs]
    return Volatility(len(pairs), fmean(spreads), fmean(likeness))


def _spread(values: list[float]) -> float:
    """The standard deviation of a sample; that of the standard library is exact and far slower."""
    mean = fsum(values) / len(values)
    return sqrt(fsum((value - mean) ** 2 for value in values) / (len(values) - 1))


def _pairs(panel: Panel, code: str, is_new_sample: bool) -> Iterator[list[tuple[float, float]]]:
    for year in panel.years(code):
        across = crossing(panel, year, code)
        then, now = panel.column(code, year - 1), panel.column(code, year)
        shared = then.keys() & now.keys()
        if across.is_new_sample == is_new_sample and not across.is_rescaled and len(shared) > 2:
            yield [(float(then[province]), float(now[province])) for province in sorted(shared)]


def _changes(panel: Panel, code: str, year: int) -> list[Decimal]:
    before, now = panel.column(code, year - 1), panel.column(code, year)
    return [now[province] - before[province] for province in now if province in before]
