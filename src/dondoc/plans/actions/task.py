"""Drafts of tasks in the hands of a person: edited, accepted, left out, written by hand."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F, Max

from dondoc.accounts.models import User
from dondoc.plans.models import Plan, PlanState, Task, TaskAgency
from dondoc.plans.queries.certain import is_sure
from dondoc.plans.rules.certainty import OWING
from dondoc.plans.rules.reading_again import product_list, schedule_json, target_parts
from dondoc.records.actions import audit
from dondoc.records.rules.codes import new_code
from dondoc.records.rules.sealing import plain
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.sayings import Saying
from dondoc.toolkit.text import clean, fold
from dondoc.units.models import Agency, AgencyGroup, Stance


@dataclass(frozen=True, slots=True)
class Typed:
    """What a person typed of a task. `products` has one on each line; `section` None where the plan names none."""

    content: str
    section: int | None = None
    component: str = ""
    products: str = ""
    target_text: str = ""
    schedule_text: str = ""


def edit_task(task: Task, *, typed: Typed, edition: int, by: User, at: datetime) -> bool:
    """Change a draft. `edition` is the one that the person saw: where another was quicker, nothing is written and the
    refusal (task-edited) says who and when. False where nothing differs."""
    fields = fields_of(task.plan, typed)
    if typed.component and typed.component != task.component:
        fields["component_is_confirmed"] = True
    changed = {name: value for name, value in fields.items() if getattr(task, name) != value}
    if not changed:
        return False
    before = {name: getattr(task, name) for name in changed}
    _write(task, edition, "edit_task", before=before, by=by, at=at, **changed)
    return True


def serve_task(task: Task, *, above: Task | None, edition: int, by: User, at: datetime) -> bool:
    """Say which task of the plan above a draft carries out (None: none). Refuses a task of another plan. False where it
    stands so already."""
    if above is not None and above.plan_id != task.plan.above_id:
        raise BadInput("serves-elsewhere", "Chọn một nhiệm vụ của kế hoạch cấp trên mà kế hoạch này thực hiện.")
    if task.serves_id == (above.pk if above else None):
        return False
    before = {"serves_id": task.serves_id}
    _write(task, edition, "serve_task", before=before, by=by, at=at, serves_id=above.pk if above else None)
    return True


def accept_task(task: Task, *, edition: int, by: User, at: datetime) -> None:
    """A person answers for the task as it stands. Refuses while a name is not resolved or nobody owes it."""
    rows = list(task.agencies.all())
    unknown = next((row for row in rows if row.agency_id is None and row.group_id is None), None)
    if unknown is not None:
        raise BadInput(
            "agency-unresolved",
            "“{name}” chưa biết là cơ quan nào. Chọn cơ quan, hoặc bỏ dòng này.",
            name=unknown.printed,
        )
    if not any(row.role in OWING for row in rows):
        raise BadInput("task-nobody", "Chưa có cơ quan chủ trì hoặc thực hiện. Thêm ít nhất một cơ quan.")
    fields: dict[str, Any] = {
        "is_accepted": True,
        "is_left_out": False,
        "left_out_reason": "",
        "component_is_confirmed": bool(task.component),
    }
    _write(task, edition, "accept_task", by=by, at=at, **fields)


def reopen_task(task: Task, *, edition: int, by: User, at: datetime) -> None:
    """Take back that a task was accepted or left out."""
    _write(task, edition, "reopen_task", by=by, at=at, is_accepted=False, is_left_out=False, left_out_reason="")


def leave_out_task(task: Task, *, reason: str, edition: int, by: User, at: datetime) -> None:
    """The draft is no task of this plan. Refuses without a reason; what was printed stays in the document."""
    reason = " ".join(clean(reason).split())[:300]
    if not reason:
        raise BadInput("reason-empty", "Chưa nêu lý do bỏ. Viết ngắn, ví dụ: trùng nhiệm vụ 12.")
    _write(task, edition, "leave_out_task", by=by, at=at, is_left_out=True, is_accepted=False, left_out_reason=reason)


def accept_certain(plan: Plan, *, by: User, at: datetime) -> int:
    """Accept all drafts that leave nothing to decide; how many. The others wait for a person."""
    with transaction.atomic():
        _refuse_issued(plan)
        waiting = plan.tasks.filter(is_accepted=False, is_left_out=False).prefetch_related("agencies")
        sure = [task for task in waiting if is_sure(task)]
        pks = [task.pk for task in sure]
        changed = Task.objects.filter(pk__in=pks, is_accepted=False, is_left_out=False)
        count = changed.update(is_accepted=True, edition=F("edition") + 1, edited_by=by, edited_at=at)
        if count:
            codes = [task.code for task in sure]
            audit.record_bulk("accept_certain", "task", codes, by=by, at=at, scope=plan.code)
    return count


def add_task(plan: Plan, *, typed: Typed, by: User, at: datetime, like: Task | None = None) -> Task:
    """A task written by hand, at the end of the plan. With `like` it is split off from another: with its agencies and
    its place in the document."""
    with transaction.atomic():
        _refuse_issued(plan)
        last = plan.tasks.aggregate(last=Max("order"))["last"] or 0
        code = new_code()
        task = Task.objects.create(
            code=code,
            key=code,
            plan=plan,
            order=last + 1,
            source="hand",
            original={"where": like.original.get("where", {})} if like else {},
            edited_by=by,
            edited_at=at,
            **fields_of(plan, typed),
        )
        if like is not None:
            TaskAgency.objects.bulk_create(
                TaskAgency(
                    task=task, role=row.role, printed=row.printed, agency_id=row.agency_id, group_id=row.group_id
                )
                for row in like.agencies.all()
            )
        after = {"plan": plan.code, "content": task.content, "split_from": like.code if like else ""}
        audit.record("add_task", ("task", code), by=by, at=at, after=after)
    return task


def name_agency(
    task: Task,
    *,
    role: str,
    printed: str,
    by: User,
    at: datetime,
    agency: Agency | None = None,
    group: AgencyGroup | None = None,
) -> TaskAgency:
    """Give a task one more agency or group in a role."""
    with transaction.atomic():
        _refuse_issued(task.plan)
        row = TaskAgency.objects.create(
            task=task, role=role, printed=printed[:400], agency=agency, group=group, is_requested=_is_requested(agency)
        )
        _tell_agency("name_agency", row, by=by, at=at)
    return row


def resolve_agency(
    row: TaskAgency,
    *,
    by: User,
    at: datetime,
    agency: Agency | None = None,
    group: AgencyGroup | None = None,
    also_same: bool = True,
) -> int:
    """Say whom a printed name means; the same name that waits elsewhere in the plan means the same (`also_same`). How
    many rows were told. The printed name stays."""
    if (agency is None) == (group is None):
        raise BadInput("agency-one", "Chọn một cơ quan hoặc một nhóm.")
    with transaction.atomic():
        _refuse_issued(row.task.plan)
        same = TaskAgency.objects.filter(pk=row.pk)
        if also_same:
            waiting = TaskAgency.objects.filter(
                task__plan=row.task.plan, printed=row.printed, agency=None, group=None
            ).values_list("pk", flat=True)
            same = TaskAgency.objects.filter(pk__in=[row.pk, *waiting])
        told = same.update(agency=agency, group=group)
        if agency is not None and agency.stance == Stance.REQUESTED:
            same.update(is_requested=True)
        row.refresh_from_db()
        _tell_agency("resolve_agency", row, by=by, at=at, rows=told)
    return told


def drop_agency(row: TaskAgency, *, by: User, at: datetime) -> None:
    """The printed name gives nobody work here."""
    with transaction.atomic():
        _refuse_issued(row.task.plan)
        _tell_agency("drop_agency", row, by=by, at=at)
        row.delete()


def fields_of(plan: Plan, typed: Typed) -> dict[str, Any]:
    """What was typed, understood: the columns of a task. Refuses an empty content."""
    content = clean(typed.content).strip()
    if not content:
        raise BadInput("content-empty", "Chưa có nội dung nhiệm vụ. Nhập nội dung như trong văn bản.")
    schedule_text, target_text = " ".join(clean(typed.schedule_text).split())[:400], clean(typed.target_text).strip()
    return {
        "content": content,
        "search": fold(content),
        "section": typed.section,
        "component": typed.component,
        "products": product_list(clean(typed.products)),
        "target_text": target_text,
        "targets": target_parts(target_text),
        "schedule_text": schedule_text,
        "schedule": schedule_json(schedule_text, year=plan.year),
    }


def _write(
    task: Task,
    edition: int,
    verb: str,
    *,
    by: User,
    at: datetime,
    before: Mapping[str, Any] | None = None,
    **fields: Any,
) -> None:
    """One change of a draft, by an UPDATE that names the edition that the person saw."""
    with transaction.atomic():
        _refuse_issued(task.plan)
        seen = Task.objects.filter(pk=task.pk, edition=edition)
        if not seen.update(edition=edition + 1, edited_by=by, edited_at=at, **fields):
            raise edited_meanwhile(task)
        told = {name: value for name, value in fields.items() if name not in ("search", "targets", "schedule")}
        audit.record(verb, ("task", task.code), by=by, at=at, before=plain(before or {}), after=plain(told))
    task.refresh_from_db()


def edited_meanwhile(task: Task) -> BadInput:
    now = Task.objects.select_related("edited_by").get(pk=task.pk)
    who = now.edited_by.full_name if now.edited_by else Saying("Người khác")
    return BadInput(
        "task-edited", "{who} vừa sửa nhiệm vụ này. Phần anh/chị gõ vẫn còn bên dưới: so lại rồi lưu lần nữa.", who=who
    )


def _refuse_issued(plan: Plan) -> None:
    """The row is asked, not the object: a plan may have been submitted a second ago. Locks nothing."""
    if not Plan.objects.filter(pk=plan.pk, state=PlanState.DRAFT).exists():
        raise BadInput(
            "plan-not-draft", "Kế hoạch không còn ở trạng thái soạn nên không sửa được nhiệm vụ. Nhờ lãnh đạo trả lại."
        )


def _is_requested(agency: Agency | None) -> bool:
    return agency is not None and agency.stance == Stance.REQUESTED


def _tell_agency(verb: str, row: TaskAgency, *, by: User, at: datetime, **more: Any) -> None:
    named = row.agency.code if row.agency else row.group.code if row.group else ""
    after = {"role": row.role, "printed": row.printed, "means": named, **more}
    audit.record(verb, ("task", row.task.code), by=by, at=at, after=after)
