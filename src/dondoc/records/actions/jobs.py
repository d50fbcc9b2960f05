"""Work for the background: queued in the transaction that needs it, done by any worker."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from dondoc.records.actions import audit
from dondoc.records.models import Job, State
from dondoc.records.rules.codes import new_code
from dondoc.records.rules.sealing import plain
from dondoc.toolkit.errors import BadInput


def queue_job(
    kind: str,
    args: Mapping[str, Any],
    *,
    by: audit.Actor | None,
    at: datetime,
    key: str = "",
    not_before: datetime | None = None,
) -> Job:
    """Queue one job. The same `key` again is the same job, whatever became of it; without a key every call is new."""
    code = new_code()
    job, _ = Job.objects.get_or_create(
        key=key or f"{kind}:{code}",
        defaults={
            "code": code,
            "kind": kind,
            "args": plain(args),
            "created_at": at,
            "created_by_id": by.pk if by else None,
            "not_before": not_before or at,
        },
    )
    return job


def retry_job(job: Job, *, by: audit.Actor, at: datetime) -> None:
    """A person sends a failed job round again. Refuses a job that has not failed."""
    with transaction.atomic():
        if not Job.objects.filter(pk=job.pk, state=State.FAILED).update(
            state=State.WAITING, attempts=0, not_before=at, error=""
        ):
            raise BadInput("job-not-failed", "Việc này không ở trạng thái hỏng nên không chạy lại được.")
        audit.record("retry_job", ("job", job.code), by=by, at=at)
