"""Which duty stands behind a task. A task that goes on unchanged from a plan that was amended has its duty there: both
are of one key."""

from collections.abc import Iterable

from dondoc.duties.models import Duty
from dondoc.plans.models import Task

SOURCE = "task"


def standing_duties(tasks: Iterable[Task]) -> dict[str, Duty]:
    """The duty that nobody has ended, by the key of its task. Two queries for any number of tasks."""
    keys = dict(Task.objects.filter(key__in={task.key for task in tasks}).values_list("code", "key"))
    duties = Duty.objects.filter(source_kind=SOURCE, source_code__in=keys, ended_on=None)
    found = duties.select_related("regime", "replaces", "unit").order_by("pk")
    return {keys[duty.source_code]: duty for duty in found}
