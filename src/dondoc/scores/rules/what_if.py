"""What total, place and group a province would have had with other scores of some components, all else as it was.

Only sums move, so the answer is exact; what it leaves out is the noise of the sample (`movement`).
A component that rises lifts its dimension and the total by the same points; nothing ranks lower for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from dondoc.scores.rules.comparability import scale
from dondoc.scores.rules.groups import Placement, placements
from dondoc.scores.rules.panel import TOTAL, Panel
from dondoc.scores.rules.ranking import ranks
from dondoc.scores.rules.standing import nothing_published
from dondoc.toolkit.errors import BadInput


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
    supposed = {**column, province: column[province] + added}
    placed = placements(supposed, panel.bounds.get((TOTAL, year), ()))[province]
    return Supposed(supposed[province], added, ranks(supposed)[province], len(supposed), placed)


def _added(panel: Panel, province: str, year: int, code: str, score: Decimal) -> Decimal:
    ends, now = scale(code, year, panel), panel.score(code, year, province)
    if ends is None or now is None or "_" not in code:
        raise BadInput("component-unknown", f"Năm {year} không có nội dung thành phần “{code}”.")
    if not Decimal(ends[0]) <= score <= Decimal(ends[1]):
        raise BadInput("score-outside-scale", f"Điểm {score} của {code} nằm ngoài thang {ends[0]}-{ends[1]}.")
    return score - now
