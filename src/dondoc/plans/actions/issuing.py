"""From accepted tasks to duties of the engine, and the word to expand them."""

from datetime import datetime

from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.duties.actions.duty import create_duty
from dondoc.duties.actions.expanding import queue_expansion
from dondoc.duties.actions.regime import create_regime
from dondoc.duties.models import Duty, Regime
from dondoc.plans.actions.amending import end_former, reason_of
from dondoc.plans.actions.carrying import queue_carrying
from dondoc.plans.actions.parties import parties_of
from dondoc.plans.actions.reporting import open_reports
from dondoc.plans.models import Plan, Task
from dondoc.plans.queries.standing import SOURCE, standing_duties


def open_duties(plan: Plan, *, by: User, at: datetime) -> int:
    """One duty for each task that stands, with all its parties; obligations follow in the background. Called in the
    transaction that issues the plan."""
    regime = create_regime(
        plan.unit, source=("plan", plan.code), rules=plan.regime_rules, title=plan.title, by=by, at=at
    )
    live = plan.tasks.filter(is_left_out=False, ended_on=None).order_by("order")
    former = end_former(plan, by=by, at=at)
    live = live.exclude(code__in=former.going_on)
    tasks = list(live.select_related("serves").prefetch_related("agencies__agency", "agencies__group"))
    for task in tasks:
        old = former.replaced.get(task.key)
        new = _open_duty(plan, task, regime, old, by=by, at=at)
        if old is not None:
            queue_carrying(old, new, reason=reason_of(plan), by=by, at=at)
    open_reports(plan, regime, on=plan.issued_on or timezone.localtime(at).date(), by=by, at=at)
    queue_expansion("plan", plan.code, by=by, at=at, year=plan.year)
    return len(tasks)


def _open_duty(plan: Plan, task: Task, regime: Regime, old: Duty | None, *, by: User, at: datetime) -> Duty:
    return create_duty(
        (SOURCE, task.code),
        unit=plan.unit,
        title=task.content,
        parties=parties_of(task),
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
        replaces=old,
    )


def _served(task: Task) -> Duty | None:
    """The duty above that a task fulfils, where the task above was given out."""
    if task.serves is None:
        return None
    return standing_duties([task.serves]).get(task.serves.key)
