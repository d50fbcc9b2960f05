"""An amending document carried out: what goes on is matched, the work of what changed goes on under its new version,
what a replacing document no longer has ends. What is settled, waits for confirmation or is late never changes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.duties.actions.duty import end_duty
from dondoc.duties.actions.expanding import queue_expansion
from dondoc.duties.actions.obligation import excuse
from dondoc.duties.actions.replacing import Foreseen, foresee
from dondoc.duties.models import Duty, Obligation, Regime
from dondoc.duties.rules.regimes import base_cycle_of
from dondoc.duties.rules.states import OWED
from dondoc.plans.actions.parties import parties_of
from dondoc.plans.models import Amendment, Plan, PlanState, Task
from dondoc.plans.queries.amending import Change, changes_of, former_tasks
from dondoc.plans.queries.standing import SOURCE, standing_duties
from dondoc.plans.rules.matching import Named, match_tasks
from dondoc.records.actions import audit
from dondoc.records.actions.jobs import queue_job
from dondoc.records.jobs import Run
from dondoc.toolkit.errors import BadInput
from dondoc.web import formats

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


@dataclass(frozen=True, slots=True)
class Former:
    """What an amending plan leaves of the one before: the codes of its own tasks that go on under their old duty, and
    by key the ended duties whose work goes on under a new one."""

    going_on: frozenset[str] = frozenset()
    replaced: Mapping[str, Duty] = field(default_factory=dict)


def reason_of(plan: Plan) -> str:
    """Why the work changed, as those who owe it read it."""
    on = f" ngày {formats.day(plan.issued_on)}" if plan.issued_on else ""
    return f"{plan.get_amendment_display()} theo văn bản số {plan.number}{on}."


def foresee_change(plan: Plan, change: Change, *, at: datetime) -> Foreseen | None:
    """What becomes of each obligation of a changed task when the amending plan is issued. Nothing is written; None
    where nobody owes the task yet."""
    if change.old is None or change.new is None:
        return None
    old = standing_duties([change.old]).get(change.old.key)
    if old is None:
        return None
    today = timezone.localtime(at).date()
    regime = Regime(rules=plan.regime_rules, base_cycle=base_cycle_of(plan.regime_rules))
    same = {"unit": plan.unit, "source_kind": SOURCE, "plan_code": plan.code, "replaces": old, "regime": regime}
    new = Duty(schedule=change.new.schedule, issued_on=plan.issued_on or today, **same)
    parties = [party for party in parties_of(change.new) if party.agency or party.group]
    return foresee(old, new, parties=parties, year=plan.year, today=today)


def end_former(plan: Plan, *, by: User, at: datetime) -> Former:
    """In the transaction that issues an amending plan: end the duties that changed or went, and queue the letting off
    of what went. What changed is carried over once its new duty is there."""
    if plan.amends is None:
        return Former()
    today = timezone.localtime(at).date()
    on = plan.issued_on or today
    told = changes_of(plan, today=today)
    ended = [one.old for one in told if one.kind in ("changed", "gone") and one.old is not None]
    duties = standing_duties(ended)
    for duty in duties.values():
        end_duty(duty, on=on, reason=reason_of(plan), by=by, at=at)
    Task.objects.filter(pk__in=[task.pk for task in ended]).update(ended_on=on)
    gone = [one.old.key for one in told if one.kind == "gone" and one.old is not None]
    _let_go([duty for key, duty in duties.items() if key in gone], plan, by=by, at=at)
    going_on = frozenset(one.new.code for one in told if one.kind == "same" and one.new is not None)
    after = {"amendment": plan.amendment, "ended": len(duties), "going_on": len(going_on)}
    audit.record("end_former", ("plan", plan.amends.code), by=by, at=at, after=after)
    if plan.amendment == Amendment.REPLACE:
        Plan.objects.filter(pk=plan.amends.pk, state=PlanState.ISSUED).update(state=PlanState.CLOSED)
    return Former(going_on, {key: duty for key, duty in duties.items() if key not in gone})


def _let_go(duties: Sequence[Duty], plan: Plan, *, by: User, at: datetime) -> None:
    """What has not opened of any former duty closes with its expansion; what is open in time is excused by a job."""
    if plan.amends is not None:
        queue_expansion("plan", plan.amends.code, by=by, at=at, year=plan.amends.year)
    for code in {duty.plan_code for duty in duties} - {plan.amends.code if plan.amends else ""}:
        queue_expansion("plan", code, by=by, at=at, year=plan.year)
    if duties:
        codes = [duty.code for duty in duties]
        queue_job("plans.let-off", {"duties": codes}, by=by, at=at, key=f"plans.let-off:{plan.code}")


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
