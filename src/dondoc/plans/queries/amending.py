"""An amending document beside the plan that it amends: what stays, what changes, what is new, what goes, and what
becomes of the work that was given out. Told before anything changes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dondoc.duties.queries import Counts, counts_by_duty
from dondoc.plans.models import Amendment, Plan, Task
from dondoc.plans.queries.review import ROLE_WORDS
from dondoc.plans.queries.standing import standing_duties
from dondoc.toolkit.sayings import Saying

NOTHING = Counts()


@dataclass(frozen=True, slots=True)
class Change:
    """`kind` same | changed | new | gone | kept. `fields` are what differs; `fate` says what becomes of the work (of
    what changed, `actions.amending.foresee_change` tells it one by one)."""

    kind: str
    old: Task | None
    new: Task | None
    fields: list[str]
    fate: str


def former_tasks(plan: Plan) -> list[Task]:
    """The tasks that stand in the plan that `plan` amends."""
    if plan.amends_id is None:
        return []
    rows = Task.objects.filter(plan=plan.amends_id, is_left_out=False, ended_on=None).order_by("order")
    return list(rows.prefetch_related("agencies__agency", "agencies__group"))


def changes_of(plan: Plan, *, today: date) -> list[Change]:
    """Every task of both documents once, in the order of the new one, those that it does not have at the end."""
    old = {task.key: task for task in former_tasks(plan)}
    rows = plan.tasks.filter(is_left_out=False, ended_on=None).order_by("order")
    new = list(rows.prefetch_related("agencies__agency", "agencies__group"))
    counts = _counts(old.values(), today)
    told = [_change(old.get(task.key), task) for task in new]
    named = {task.key for task in new}
    return told + [_missing(plan, task, counts.get(key, NOTHING)) for key, task in old.items() if key not in named]


def _counts(former: Iterable[Task], today: date) -> dict[str, Counts]:
    """How the work stands, by the key of its task; a task may have its duty in a plan before the one amended."""
    duties = standing_duties(former)
    plans = {duty.plan_code for duty in duties.values()}
    found = {code: counts for plan in plans for code, counts in counts_by_duty(plan_code=plan, today=today).items()}
    return {key: found.get(duty.source_code, NOTHING) for key, duty in duties.items()}


def differing(old: Task, new: Task) -> list[str]:
    """What differs for those who owe the task, in words."""
    names = ("content", "schedule", "targets", "products", "component")
    return differing_fields(old, {name: getattr(new, name) for name in names}, _parties(new))


def differing_fields(old: Task, new: Mapping[str, Any], parties: set[tuple[str, int | None, int | None]]) -> list[str]:
    """The same where the new version is not kept yet."""
    pairs = {
        Saying("nội dung"): (old.content, new["content"]),
        Saying("thời gian"): (_time(old.schedule), _time(new["schedule"])),
        Saying("chỉ tiêu"): (old.targets, new["targets"]),
        Saying("sản phẩm"): (old.products, new["products"]),
        Saying("nội dung thành phần"): (old.component, new["component"]),
        Saying("cơ quan"): (_parties(old), parties),
        Saying("trục nội dung"): (old.section, new.get("section", old.section)),
    }
    return [name for name, (before, after) in pairs.items() if before != after]


def _time(schedule: Mapping[str, Any]) -> Any:
    """What is meant by a time; the words themselves where they were not understood."""
    return schedule.get("normalised"), schedule.get("text") if schedule.get("kind") == "other" else ""


def _parties(task: Task) -> set[tuple[str, int | None, int | None]]:
    return {(row.role, row.agency_id, row.group_id) for row in task.agencies.all() if row.role in ROLE_WORDS}


def _change(old: Task | None, new: Task) -> Change:
    if old is None:
        return Change("new", None, new, [], Saying("Giao mới từ ngày ban hành."))
    fields = differing(old, new)
    if not fields:
        return Change("same", old, new, [], Saying("Giữ nguyên mọi việc."))
    return Change("changed", old, new, fields, "")


def _missing(plan: Plan, old: Task, counts: Counts) -> Change:
    if plan.amendment != Amendment.REPLACE:
        return Change("kept", old, None, [], Saying("Văn bản mới không nêu: giữ nguyên."))
    fate = Saying(
        "{not_open} việc chưa mở, {open} việc đang mở trong hạn thôi thực hiện; {settled} việc đã xong, {awaiting} "
        "việc chờ xác nhận, {late} việc quá hạn giữ nguyên.",
        not_open=counts.not_open,
        open=counts.open + counts.returned - counts.late,
        settled=counts.settled,
        awaiting=counts.awaiting,
        late=counts.late,
    )
    return Change("gone", old, None, [], fate)
