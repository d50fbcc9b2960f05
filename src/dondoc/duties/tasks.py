"""What the background does for the engine: expansion, opening by the day, folding the counts."""

from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.duties.actions.expanding import KIND
from dondoc.duties.actions.expansion import expand_source
from dondoc.duties.actions.opening import open_due
from dondoc.duties.actions.summary import fold_summary
from dondoc.records.jobs import Run, job
from dondoc.records.periodic import every


@job(KIND)
def expand(run: Run, source_kind: str, source_code: str, year: int, with_history: bool = False) -> dict[str, Any]:
    """All that a source asks in a year. Each chunk commits only while the job is ours."""

    def step(done: int, total: int, note: str) -> AbstractContextManager[None]:
        return run.step(done, total, note)

    by = User.objects.filter(pk=run.row.created_by_id or 0).first()
    row = expand_source(
        source_kind, source_code, by=by, at=timezone.now(), year=year, with_history=with_history, step=step
    )
    return {"expansion": row.code, "made": row.made}


@every(timedelta(minutes=10), "duties.open")
def open_today(now: datetime) -> int:
    """What opens by the day. Asked often, so that a machine that was off at midnight makes it up."""
    return open_due(at=now)


@every(timedelta(seconds=5), "duties.fold")
def fold(now: datetime) -> int:  # noqa: ARG001 - every round is told the time
    return fold_summary()
