"""What the background does for reports: what was accepted locks by its day, many are made one."""

from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from dondoc.records.jobs import Run, job
from dondoc.records.periodic import every
from dondoc.reports.actions.consolidating import build
from dondoc.reports.actions.consolidation import JOB
from dondoc.reports.actions.sending import lock_report
from dondoc.reports.models import Consolidation, Report
from dondoc.reports.rules.states import EDITABLE, ReportState
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


@job(JOB)
def consolidate(run: Run, code: str) -> dict[str, Any]:
    """All reports of the period read and made one; each piece commits only while the job is ours. What went to the head
    meanwhile stays as it was."""

    def step(done: int, total: int, note: str) -> AbstractContextManager[None]:
        return run.step(done, total, note)

    row = Consolidation.objects.select_related("agency").get(code=code)
    if ReportState(row.state) in EDITABLE:
        build(row, at=timezone.now(), step=step)
    return {"consolidation": code}
