"""From accepted tasks to duties of the engine, and the word to expand them."""

from datetime import datetime

from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.duties.actions.duty import Party, create_duty
from dondoc.duties.actions.expanding import queue_expansion
from dondoc.duties.actions.regime import create_regime
from dondoc.duties.models import Duty, Part, Regime
from dondoc.plans.actions.amending import end_former
from dondoc.plans.actions.reporting import open_reports
from dondoc.plans.models import Plan, Task

SOURCE = "task"
PARTS = {
    "lead": Part.LEAD,
    "execute": Part.EXECUTE,
    "coordinate": Part.COORDINATE,
    "guide_monitor": Part.SUPERVISE,
}


def open_duties(plan: Plan, *, by: User, at: datetime) -> int:
    """One duty for each task that stands, with all its parties; obligations follow in the background. Called in the
    transaction that issues the plan."""
    regime = create_regime(
        plan.unit, source=("plan", plan.code), rules=plan.regime_rules, title=plan.title, by=by, at=at
    )
    live = plan.tasks.filter(is_left_out=False, ended_on=None).order_by("order")
    going_on = end_former(plan, by=by, at=at)
    live = live.exclude(code__in=going_on)
    tasks = list(live.select_related("serves").prefetch_related("agencies__agency", "agencies__group"))
    for task in tasks:
        _open_duty(plan, task, regime, by=by, at=at)
    open_reports(plan, regime, on=plan.issued_on or timezone.localtime(at).date(), by=by, at=at)
    queue_expansion("plan", plan.code, by=by, at=at, year=plan.year)
    return len(tasks)


def _open_duty(plan: Plan, task: Task, regime: Regime, *, by: User, at: datetime) -> None:
    parties = [
        Party(PARTS[row.role], row.agency, row.group, row.printed, row.is_requested) for row in task.agencies.all()
    ]
    create_duty(
        (SOURCE, task.code),
        unit=plan.unit,
        title=task.content,
        parties=parties,
        issued_on=plan.issued_on or timezone.localtime(at).date(),
        by=by,
        at=at,
        plan_code=plan.code,
        schedule=task.schedule,
        products=task.products,
        targets=task.targets,
        component=task.component,
        section=task.section,
        regime=regime,
        serves=_served(task),
    )


def _served(task: Task) -> Duty | None:
    """The duty above that a task fulfils, where the task above was given out."""
    if task.serves is None:
        return None
    return Duty.objects.filter(source_kind=SOURCE, source_code=task.serves.code).first()
