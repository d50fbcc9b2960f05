"""What sending a report would settle above: the tasks of the levels above that its rows serve."""

from datetime import date

from dondoc.duties.queries.above import Above, above_of
from dondoc.duties.rules.states import MOVES
from dondoc.reports.models import Answer, Report, ReportRow

SHOWN = 40  # rows that are asked about; a few queries for each
_MAY_BE_SETTLED = [state.value for state in MOVES["settle"]]


def above_in(report: Report, on: date) -> list[tuple[ReportRow, Above]]:
    """Row and what it settles above; what lacks something there stands with what it lacks. What has a row of its own
    goes by that row."""
    rows = report.rows.filter(answer=Answer.DONE, is_kept=False, obligation__state__in=_MAY_BE_SETTLED)
    rows = rows.exclude(obligation__duty__serves=None).order_by("position")
    rows = rows.select_related("obligation__duty", "obligation__held_by")
    told = set(report.rows.values_list("obligation__code", flat=True))
    found = [(row, each) for row in rows[:SHOWN] for each in above_of(row.obligation, on)]
    return [(row, each) for row, each in found if each.one.code not in told]
