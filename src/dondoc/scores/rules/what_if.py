"""What total, place and group a province would have had with other scores of some components, all else as it was.

Only sums move, so the answer is exact; what it leaves out is the noise of the sample (`movement`).
A component that rises lifts its dimension and the total by the same points; nothing ranks lower for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from math import sqrt

from dondoc.scores.rules.comparability import scale
from dondoc.scores.rules.groups import Placement, placements
from dondoc.scores.rules.movement import volatility
from dondoc.scores.rules.panel import TOTAL, Group, Panel
from dondoc.scores.rules.ranking import ranks
from dondoc.scores.rules.standing import nothing_published
from dondoc.toolkit.errors import BadInput

# Eight in ten lie within this many standard deviations of a normal spread.
EIGHT_IN_TEN = 1.2816


@dataclass(frozen=True, slots=True)
class Sampled:
    """Where a total would lie in eight of ten samples, others standing still; places and groups of both ends."""

    low: Decimal
    high: Decimal
    worst_rank: int
    best_rank: int
    lowest: Group
    highest: Group


def sampled(panel: Panel, province: str, year: int, total: Decimal) -> Sampled | None:
    """The uncertainty that the sample alone brings to a total. A change of one year within a sample holds the noise of
    two measurements, so the noise of one is its spread by the root of two: an upper bound, since true change is in it
    too. None where no pair of years tells."""
    usual = volatility(panel, TOTAL)
    if usual is None:
        return None
    half = Decimal(str(round(EIGHT_IN_TEN * usual.spread / sqrt(2), 4)))
    ends = [_placed(panel, province, year, score) for score in (total - half, total + half)]
    return Sampled(
        total - half, total + half, ends[0].rank, ends[1].rank, ends[0].placement.group, ends[1].placement.group
    )


@dataclass(frozen=True, slots=True)
class Supposed:
    """The total, place and group under a supposition; `added` points against what was published."""

    total: Decimal
    added: Decimal
    rank: int
    of: int
    placement: Placement


def suppose(panel: Panel, province: str, year: int, moved: Mapping[str, Decimal]) -> Supposed:
    """The result with components at other scores ("D1_KNOW": 1.5). Refused for a code or score that the year lacks."""
    column = panel.column(TOTAL, year)
    if province not in column:
        raise nothing_published(panel, province, year)
    added = sum((_added(panel, province, year, code, score) for code, score in moved.items()), Decimal(0))
    return _placed(panel, province, year, column[province] + added)


def _placed(panel: Panel, province: str, year: int, total: Decimal) -> Supposed:
    column = panel.column(TOTAL, year)
    supposed = {**column, province: total}
    placed = placements(supposed, panel.bounds.get((TOTAL, year), ()))[province]
    return Supposed(total, total - column[province], ranks(supposed)[province], len(supposed), placed)


def _added(panel: Panel, province: str, year: int, code: str, score: Decimal) -> Decimal:
    ends, now = scale(code, year, panel), panel.score(code, year, province)
    if ends is None or now is None or "_" not in code:
        raise BadInput("component-unknown", "Năm {year} không có nội dung thành phần “{code}”.", year=year, code=code)
    if not Decimal(ends[0]) <= score <= Decimal(ends[1]):
        raise BadInput(
            "score-outside-scale",
            "Điểm {score} của {code} nằm ngoài thang {low}-{high}.",
            score=score,
            code=code,
            low=ends[0],
            high=ends[1],
        )
    return score - now
