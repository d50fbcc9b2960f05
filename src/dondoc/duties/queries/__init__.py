"""Reads of the engine: typed rows for screens, counts, lists, one obligation's page, proofs."""

from dondoc.duties.queries.lists import DutyCount, ObligationRow, counts_by_duty, in_work_order, late_list, rows_of
from dondoc.duties.queries.page import explanation_of, obligation_page
from dondoc.duties.queries.standing import standing
from dondoc.duties.queries.summary import (
    Counts,
    counts_of,
    summary_by_component,
    summary_by_section,
    summary_by_unit,
    summary_by_unit_and_section,
)

__all__ = [
    "Counts",
    "DutyCount",
    "ObligationRow",
    "counts_by_duty",
    "counts_of",
    "explanation_of",
    "in_work_order",
    "late_list",
    "obligation_page",
    "rows_of",
    "standing",
    "summary_by_component",
    "summary_by_section",
    "summary_by_unit",
    "summary_by_unit_and_section",
]
