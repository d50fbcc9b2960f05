"""Two drafts of a plan in review that say the same: one takes in the other."""

from datetime import datetime
from typing import Any

from django.db import transaction

from dondoc.accounts.models import User
from dondoc.plans.actions.task import Typed, edit_task, edited_meanwhile, leave_out_task
from dondoc.plans.models import Task, TaskAgency
from dondoc.records.actions import audit
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.text import clean, key


def merge_tasks(into: Task, other: Task, *, reason: str, edition: int, by: User, at: datetime) -> None:
    """Take `other` into `into`: contents, products, targets and agencies are put together, the time and the component
    of `into` stay, and `into` waits to be accepted again. The key stays; where `other` alone goes on with a task of an
    amended plan, that key is kept. `other` is left out and says into which. Refuses without a reason, two plans, a
    task that is left out; `edition` is that of `into` which the person saw."""
    reason = " ".join(clean(reason).split())
    if not reason:
        raise BadInput("reason-empty", "Chưa nêu lý do gộp. Viết ngắn, ví dụ: hai dòng cùng một việc.")
    if into.plan_id != other.plan_id or into.pk == other.pk or into.is_left_out or other.is_left_out:
        raise BadInput("merge-wrong", "Chọn một nhiệm vụ khác còn trong bản soạn này để gộp vào.")
    with transaction.atomic():
        if into.edition != edition:
            raise edited_meanwhile(into)
        edit_task(into, typed=_together(into, other), edition=edition, by=by, at=at)
        _take_agencies(into, other)
        _take_key(into, other)
        Task.objects.filter(pk=into.pk).update(is_accepted=False)
        told = f"Gộp vào nhiệm vụ {into.order}: {reason}"
        leave_out_task(other, reason=told, edition=other.edition, by=by, at=at)
        after: dict[str, Any] = {"merged": other.code, "reason": reason, "key": into.key}
        audit.record("merge_tasks", ("task", into.code), by=by, at=at, after=after)
    into.refresh_from_db()


def _together(into: Task, other: Task) -> Typed:
    products = list(dict.fromkeys([*into.products, *other.products]))
    return Typed(
        content=_joined(into.content, other.content, "; "),
        section=into.section if into.section is not None else other.section,
        component=into.component or other.component,
        products="\n".join(str(one) for one in products),
        target_text=_joined(into.target_text, other.target_text, "; "),
        schedule_text=into.schedule_text or other.schedule_text,
    )


def _joined(first: str, second: str, sign: str) -> str:
    """Both, or one where the other says nothing more."""
    if not second or key(second) in key(first):
        return first
    return f"{first.rstrip(' .;')}{sign}{second}" if first else second


def _take_agencies(into: Task, other: Task) -> None:
    has = {(row.role, row.agency_id, row.group_id, row.printed) for row in into.agencies.all()}
    named = {(role, agency, group) for role, agency, group, _ in has if agency or group}
    for row in other.agencies.all():
        is_there = (row.role, row.agency_id, row.group_id) in named
        if not is_there and (row.role, row.agency_id, row.group_id, row.printed) not in has:
            same = {name: getattr(row, name) for name in ("role", "printed", "agency_id", "group_id", "is_requested")}
            TaskAgency.objects.create(task=into, **same)


def _take_key(into: Task, other: Task) -> None:
    """The one that goes on with a former task gives its key; the key of a task is its own code where none does."""
    if into.key == into.code and other.key != other.code:
        former = {"key": other.key, "version": other.version}
        Task.objects.filter(pk=other.pk).update(key=other.code, version=1)
        Task.objects.filter(pk=into.pk).update(**former)
