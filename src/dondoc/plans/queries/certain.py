"""Which drafts leave nothing to decide."""

from dondoc.plans.models import Task
from dondoc.plans.rules.certainty import is_certain


def is_sure(task: Task) -> bool:
    """Whether a draft leaves nothing to decide; its agencies are read with it."""
    rows = list(task.agencies.all())
    return is_certain(
        task.original,
        schedule_kind=str(task.schedule.get("kind", "")),
        roles=[row.role for row in rows],
        are_resolved=all(row.agency_id or row.group_id for row in rows),
    )
