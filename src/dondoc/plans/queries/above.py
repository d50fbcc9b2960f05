"""Which task of the plan above a draft may carry out: those that speak of the same first, then all."""

from dataclasses import dataclass

from django.db.models import QuerySet

from dondoc.plans.models import Plan, Task
from dondoc.plans.rules.matching import Named, likest

NONE = "-"


@dataclass(frozen=True, slots=True)
class AboveChoice:
    """`value` is the code of the task that stands as served. Options are (code, words)."""

    plan: Plan
    value: str
    suggested: list[tuple[str, str]]
    others: list[tuple[str, str]]


def above_choice(plan: Plan, task: Task) -> AboveChoice | None:
    """None where the plan is tied to none above. One query."""
    if plan.above is None:
        return None
    theirs = list(tasks_above(plan))
    named = [Named(one.code, one.content, one.component) for one in theirs]
    codes = {one.key: one.code for one in theirs}
    best = [codes[key] for key in likest(named, Named(task.key, task.content, task.component))]
    words = {one.code: f"{one.subcode or one.order}. {one.content[:110]}" for one in theirs}
    served = task.serves.key if task.serves else ""
    value = next((one.code for one in theirs if one.key == served), "")
    suggested = [(code, words[code]) for code in best]
    return AboveChoice(plan.above, value, suggested, [pair for pair in words.items() if pair not in suggested])


def tasks_above(plan: Plan) -> QuerySet[Task]:
    """The standing tasks of the plan above."""
    return Task.objects.filter(plan=plan.above_id, is_left_out=False, ended_on=None).order_by("order")
