"""What the background does for reports: what was accepted locks by its day."""

from datetime import datetime, timedelta

from django.utils import timezone

from dondoc.records.periodic import every
from dondoc.reports.actions.sending import lock_report
from dondoc.reports.models import Report
from dondoc.reports.rules.states import ReportState
from dondoc.toolkit.errors import BadInput


@every(timedelta(hours=1), "reports.lock")
def lock_accepted(now: datetime) -> int:
    """Reports that were accepted and whose lock day has passed; one that moved meanwhile is left to the next round."""
    today, locked = timezone.localtime(now).date(), 0
    due = Report.objects.filter(state=ReportState.ACCEPTED.value, period__locks_on__lt=today)
    for report in due.order_by("pk"):
        try:
            lock_report(report, by=None, at=now)
            locked += 1
        except BadInput:
            continue
    return locked
