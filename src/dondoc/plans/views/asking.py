"""What every view of plans begins with: who asks, and the plan if that person may see it."""

from typing import cast

from django.http import Http404

from dondoc.accounts.models import User
from dondoc.plans import access
from dondoc.plans.models import Plan, Task
from dondoc.units.access import scope_for
from dondoc.web.found import found
from dondoc.web.requests import Request


def actor(request: Request) -> User:
    """The door let nobody else in."""
    return cast(User, request.user)


def plan_of(request: Request, code: str, *more: str, to_edit: bool = False, to_approve: bool = False) -> Plan:
    """The plan, with what `more` names, or 404; also 404 for one that the person sees but may not write."""
    scope = scope_for(request)
    rows = access.visible_plans(actor(request), scope.on, scope=scope)
    plan = found((rows.select_related(*more, "unit", "agency") if more else rows).filter(code=code))
    if to_edit and not access.may_edit(scope, plan):
        raise Http404
    if to_approve and not access.may_approve(scope, plan):
        raise Http404
    return plan


def task_of(request: Request, plan_code: str, code: str) -> Task:
    """A task that the person may write."""
    scope = scope_for(request)
    task = access.get_task_for(actor(request), code, scope.on, scope=scope)
    if task.plan.code != plan_code or not access.may_edit(scope, task.plan):
        raise Http404
    return task


def seen_task_of(request: Request, plan_code: str, code: str, *, to_revise: bool = False) -> Task:
    """A task of a plan that the person may see; 404 also for one that the person may not change once issued."""
    scope = scope_for(request)
    task = access.get_task_for(actor(request), code, scope.on, scope=scope)
    if task.plan.code != plan_code or (to_revise and not access.may_revise(scope, task.plan)):
        raise Http404
    return task
