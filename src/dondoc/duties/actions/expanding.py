"""Expansion in the background: one job for a source and a year, harmless when begun again after its worker died."""

from datetime import datetime

from dondoc.duties.models import Expansion
from dondoc.records.actions import audit
from dondoc.records.actions.jobs import queue_job
from dondoc.records.models import Job

KIND = "duties.expand"


def queue_expansion(
    source_kind: str, source_code: str, *, by: audit.Actor | None, at: datetime, year: int, with_history: bool = False
) -> Job:
    """Queue the expansion of a source. Called inside the transaction that issues the plan, the two stand or fall
    together. A further call queues another run only when the one before is done."""
    done = Expansion.objects.filter(
        source_kind=source_kind, source_code=source_code, year=year, published_at__isnull=False
    ).count()
    args = {"source_kind": source_kind, "source_code": source_code, "year": year, "with_history": with_history}
    return queue_job(KIND, args, by=by, at=at, key=f"{KIND}:{source_kind}:{source_code}:{year}:{done}")
