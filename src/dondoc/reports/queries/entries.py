"""What a row holds, as the rules read it."""

from dondoc.reports.models import ReportRow
from dondoc.reports.rules.answers import Entry, entry_from


def stored(row: ReportRow) -> Entry:
    return entry_from(row.figures, answer=row.answer, text=row.text, reason=row.reason, is_claimed=row.is_claimed)
