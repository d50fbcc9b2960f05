"""One task of an issued plan changed by a decision: another version of it takes its place, with the reason and the day
from which it holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.duties.actions.duty import Party, create_duty, end_duty
from dondoc.duties.actions.replacing import Foreseen, foresee
from dondoc.duties.models import Duty
from dondoc.plans.actions.carrying import queue_carrying
from dondoc.plans.actions.parties import PARTS
from dondoc.plans.actions.task import Typed, fields_of
from dondoc.plans.models import PlanState, Task, TaskAgency
from dondoc.plans.queries.amending import differing_fields
from dondoc.plans.queries.standing import SOURCE, standing_duties
from dondoc.plans.rules.certainty import OWING
from dondoc.records.actions import audit
from dondoc.records.rules.codes import new_code
from dondoc.records.rules.sealing import plain
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.text import clean
from dondoc.units.models import Agency, AgencyGroup


@dataclass(frozen=True, slots=True)
class Seat:
    """An agency or a group (one of them) in its role of the new version, with the name as printed."""

    role: str
    printed: str
    agency: Agency | None = None
    group: AgencyGroup | None = None
    is_requested: bool = False


@dataclass(frozen=True, slots=True)
class Revision:
    """What a person asks: the task as it shall be, why, and from which day."""

    typed: Typed
    seats: Sequence[Seat]
    reason: str
    effective_on: date


def preview_revision(task: Task, *, revision: Revision, at: datetime) -> Foreseen:
    """What would become of everything; refuses what `revise_task` refuses. Nothing is written."""
    today = timezone.localtime(at).date()
    values, changed = _checked(task, revision, today)
    old = _duty_of(task)
    new = _unsaved_duty(task, old, values, today)
    seen = foresee(old, new, parties=_parties(revision.seats), year=task.plan.year, today=today)
    _refuse_past(changed, seen, today)
    return seen


def revise_task(task: Task, *, revision: Revision, edition: int, by: User, at: datetime) -> Task:
    """Put a new version in the place of a task of an issued plan: the same key, a version more, the day from which it
    holds, the reason. Its duty ends and the new one goes on with what is open in time; what is settled, waits for a
    yes or is late never changes. The work moves by a job. Refuses without a reason, a day to come or before the plan,
    a task that nobody owes, a time that has passed, and what another person changed meanwhile."""
    preview_revision(task, revision=revision, at=at)
    today = timezone.localtime(at).date()
    values, changed = _checked(task, revision, today)
    old = _duty_of(task)
    with transaction.atomic():
        seen = Task.objects.filter(pk=task.pk, edition=edition, ended_on=None, plan__state=PlanState.ISSUED)
        if not seen.update(ended_on=revision.effective_on, edition=edition + 1, edited_by=by, edited_at=at):
            raise BadInput("task-edited", "Người khác vừa thay đổi nhiệm vụ này: tải lại trang để xem bản mới nhất.")
        made = _new_version(task, values, revision, by, at)
        end_duty(old, on=today, reason=revision.reason, by=by, at=at)
        new = _open_duty(made, old, revision, today, by, at)
        queue_carrying(old, new, reason=_reason(revision), by=by, at=at)
        told = {"replaces": task.code, "version": made.version, "effective_on": revision.effective_on}
        after = plain({**told, "reason": _reason(revision), "changed": changed, **_told(made)})
        audit.record("revise_task", ("task", made.code), by=by, at=at, before=plain(_told(task)), after=after)
    return made


def _checked(task: Task, revision: Revision, today: date) -> tuple[dict[str, Any], list[str]]:
    if task.plan.state != PlanState.ISSUED or task.ended_on is not None:
        raise BadInput("plan-not-issued", "Chỉ thay đổi được nhiệm vụ đang thực hiện của kế hoạch đã ban hành.")
    if not _reason(revision):
        raise BadInput("reason-empty", "Chưa nêu lý do thay đổi. Ghi căn cứ: văn bản hoặc ý kiến chỉ đạo nào, của ai.")
    if revision.effective_on > today or revision.effective_on < (task.plan.issued_on or today):
        raise BadInput("effective-wrong", "Ngày hiệu lực phải từ ngày ban hành kế hoạch đến hôm nay. Sửa lại ngày.")
    if not any(seat.role in OWING for seat in revision.seats):
        raise BadInput("task-nobody", "Chưa có cơ quan chủ trì hoặc thực hiện. Giữ hoặc thêm ít nhất một cơ quan.")
    values = fields_of(task.plan, revision.typed)
    seats = {
        (one.role, one.agency.pk if one.agency else None, one.group.pk if one.group else None) for one in revision.seats
    }
    changed = differing_fields(task, values, seats)
    if not changed:
        raise BadInput("revision-empty", "Chưa có gì thay đổi so với nhiệm vụ hiện tại.")
    return values, changed


def _refuse_past(changed: list[str], seen: Foreseen, today: date) -> None:
    if "thời gian" in changed and seen.times and all(one.due_on < today for one in seen.times.values()):
        raise BadInput("schedule-past", "Thời gian mới đã qua: không còn kỳ nào từ hôm nay. Ghi thời gian sắp tới.")


def _duty_of(task: Task) -> Duty:
    duty = standing_duties([task]).get(task.key)
    if duty is None:
        raise BadInput("duty-none", "Nhiệm vụ này chưa được giao cho cơ quan nào: chờ việc giao xong rồi thử lại.")
    return duty


def _unsaved_duty(task: Task, old: Duty, values: dict[str, Any], today: date) -> Duty:
    same = {"regime": old.regime, "unit": old.unit, "source_kind": SOURCE, "plan_code": task.plan.code}
    return Duty(schedule=values["schedule"], issued_on=today, replaces=old, **same)


def _new_version(task: Task, values: dict[str, Any], revision: Revision, by: User, at: datetime) -> Task:
    same = ("plan_id", "key", "order", "source", "subcode", "heading", "original", "serves_id")
    made = Task.objects.create(
        code=new_code(),
        version=task.version + 1,
        effective_on=revision.effective_on,
        revised_reason=_reason(revision),
        is_accepted=True,
        component_is_confirmed=bool(values["component"]),
        edited_by=by,
        edited_at=at,
        **{name: getattr(task, name) for name in same},
        **values,
    )
    TaskAgency.objects.bulk_create(
        TaskAgency(
            task=made,
            role=seat.role,
            printed=seat.printed[:400],
            agency=seat.agency,
            group=seat.group,
            is_requested=seat.is_requested,
        )
        for seat in revision.seats
    )
    return made


def _open_duty(made: Task, old: Duty, revision: Revision, today: date, by: User, at: datetime) -> Duty:
    return create_duty(
        (SOURCE, made.code),
        unit=old.unit,
        title=made.content,
        parties=_parties(revision.seats),
        issued_on=today,
        by=by,
        at=at,
        plan_code=made.plan.code,
        schedule=made.schedule,
        products=made.products,
        targets=made.targets,
        component=made.component,
        section=made.section,
        regime=old.regime,
        serves=old.serves,
        replaces=old,
    )


def _parties(seats: Sequence[Seat]) -> list[Party]:
    return [Party(PARTS[one.role], one.agency, one.group, one.printed, one.is_requested) for one in seats]


def _reason(revision: Revision) -> str:
    return " ".join(clean(revision.reason).split())[:300]


def _told(task: Task) -> dict[str, Any]:
    names = ("content", "component", "section", "schedule_text", "target_text", "products")
    return {name: getattr(task, name) for name in names}
