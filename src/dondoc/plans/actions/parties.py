"""Who has which part in a task, as the engine takes it."""

from dondoc.duties.actions.duty import Party
from dondoc.duties.models import Part
from dondoc.plans.models import Task

PARTS = {
    "lead": Part.LEAD,
    "execute": Part.EXECUTE,
    "coordinate": Part.COORDINATE,
    "guide_monitor": Part.SUPERVISE,
}


def parties_of(task: Task) -> list[Party]:
    return [Party(PARTS[row.role], row.agency, row.group, row.printed, row.is_requested) for row in task.agencies.all()]
