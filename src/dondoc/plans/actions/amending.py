"""An amending document carried out: what goes on is matched, what changed is given out anew, what a replacing document
no longer has ends. What is settled, waits for confirmation or is late never changes."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.duties.actions.duty import end_duty
from dondoc.duties.actions.expanding import queue_expansion
from dondoc.duties.actions.obligation import excuse
from dondoc.duties.models import Duty, Obligation
from dondoc.duties.rules.states import OWED
from dondoc.plans.models import Amendment, Plan, PlanState, Task
from dondoc.plans.queries.amending import changes_of, former_tasks
from dondoc.plans.rules.matching import Named, match_tasks
from dondoc.records.actions import audit
from dondoc.records.actions.jobs import queue_job
from dondoc.records.jobs import Run
from dondoc.toolkit.errors import BadInput

ENDED = "Nhiệm vụ được thay bằng văn bản sửa đổi."
CHUNK = 100


def match_former(plan: Plan, tasks: Sequence[Task]) -> None:
    """Give the drafts of an amending document the keys of the tasks that they go on with; not saved here."""
    former = {task.key: task for task in former_tasks(plan)}
    old = [Named(key, task.content, task.component) for key, task in former.items()]
    pairs = match_tasks(old, [Named(task.key, task.content, task.component) for task in tasks])
    for task in tasks:
        if task.key in pairs:
            task.key = pairs[task.key]
            task.version = former[task.key].version + 1


def part_ways(task: Task, *, by: User, at: datetime) -> None:
    """A person says that a draft is no continuation of the former task but a new one."""
    if task.key == task.code or task.plan.state != PlanState.DRAFT:
        raise BadInput("match-none", "Nhiệm vụ này không nối với nhiệm vụ cũ nào, hoặc kế hoạch đã trình.")
    with transaction.atomic():
        Task.objects.filter(pk=task.pk).update(key=task.code, version=1)
        audit.record("part_ways", ("task", task.code), by=by, at=at, before={"key": task.key})


def end_former(plan: Plan, *, by: User, at: datetime) -> set[str]:
    """In the transaction that issues an amending plan: end the duties that changed or went, and queue the letting off
    of what they owe in time. Gives the codes of the new tasks that go on under their old duty."""
    if plan.amends is None:
        return set()
    today = timezone.localtime(at).date()
    on = plan.issued_on or today
    going_on, ended = set(), []
    for change in changes_of(plan, today=today):
        if change.kind == "same" and change.new is not None:
            going_on.add(change.new.code)
        elif change.kind in ("changed", "gone") and change.old is not None:
            ended.append(change.old)
    duties = list(Duty.objects.filter(source_kind="task", source_code__in=[task.code for task in ended]))
    for duty in duties:
        end_duty(duty, on=on, reason=ENDED, by=by, at=at)
    Task.objects.filter(pk__in=[task.pk for task in ended]).update(ended_on=on)
    if duties:
        queue_expansion("plan", plan.amends.code, by=by, at=at, year=plan.amends.year)
        queue_job(
            "plans.let-off", {"duties": [duty.code for duty in duties]}, by=by, at=at, key=f"plans.let-off:{plan.code}"
        )
    after = {"amendment": plan.amendment, "ended": len(duties), "going_on": len(going_on)}
    audit.record("end_former", ("plan", plan.amends.code), by=by, at=at, after=after)
    if plan.amendment == Amendment.REPLACE:
        Plan.objects.filter(pk=plan.amends.pk, state=PlanState.ISSUED).update(state=PlanState.CLOSED)
    return going_on


def let_off(run: Run, duty_codes: Sequence[str], *, by: User) -> int:
    """What ended duties still owe and is not late is excused, in short steps; harmless when begun again."""
    today = timezone.localdate()
    states = [state.value for state in OWED]
    open_ones = Obligation.objects.filter(duty__code__in=list(duty_codes), state__in=states).exclude(due_on__lt=today)
    rows = list(open_ones.order_by("pk"))
    for start in range(0, len(rows), CHUNK):
        with run.step(start, len(rows), "đang chuyển việc"):
            for row in rows[start : start + CHUNK]:
                excuse(row, by=by, at=timezone.now(), reason=ENDED)
    return len(rows)
