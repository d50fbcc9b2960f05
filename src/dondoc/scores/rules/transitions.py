"""What became of every province from one year to the next: the cases on which rates of goals rest.

Ranks are those among provinces with a total in both years; groups are by quarters in both years, whatever was
published, so that one rule stands in all years. A pair of years whose scale differs has no change of score.
"""

from dataclasses import dataclass
from decimal import Decimal

from dondoc.scores.rules.comparability import crossing
from dondoc.scores.rules.groups import groups_by_rule
from dondoc.scores.rules.panel import TOTAL, Group, Panel
from dondoc.scores.rules.ranking import common_ranks


@dataclass(frozen=True, slots=True)
class Transition:
    """One province from `year` to the next. `gain` is None where the scale changed between them."""

    province: str
    year: int
    is_new_sample: bool
    rank: int
    rank_after: int
    group: Group
    group_after: Group
    gain: Decimal | None

    @property
    def climbed(self) -> int:
        """Places won; negative where lost."""
        return self.rank - self.rank_after


def transitions(panel: Panel, code: str = TOTAL) -> tuple[Transition, ...]:
    """All cases of the panel, by year and province: those with a score in two years that follow each other. Of a
    dimension or component the pairs of years between which its make-up changed are left out."""
    years = [year for year in panel.years(code) if panel.column(code, year + 1)]
    return tuple(case for year in years for case in _of_year(panel, code, year))


def _of_year(panel: Panel, code: str, year: int) -> list[Transition]:
    before, after = panel.column(code, year), panel.column(code, year + 1)
    if 2 * len(before.keys() & after.keys()) < len(before):  # the 63 became 34: no year goes on into the next
        return []
    ranks, ranks_after = common_ranks(before, after)
    groups, groups_after = groups_by_rule(before), groups_by_rule(after)
    across = crossing(panel, year + 1, code)
    if code != TOTAL and (across.redefined or across.replaced):
        return []
    return [
        Transition(
            province,
            year,
            across.is_new_sample,
            ranks[province],
            ranks_after[province],
            groups[province],
            groups_after[province],
            None if across.is_rescaled else after[province] - before[province],
        )
        for province in sorted(ranks)
    ]
