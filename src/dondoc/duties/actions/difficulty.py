"""Difficulties: raised on an obligation or by themselves, owed as a question by who can settle it, forwarded,
answered."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.duties.actions.case import open_case, set_due, settle_by
from dondoc.duties.actions.duty import Party, create_duty
from dondoc.duties.actions.obligation import demanded, excuse
from dondoc.duties.models import Difficulty, DifficultyStep, Duty, Obligation, Part
from dondoc.duties.queries.answers import TITLE, moved_answers, term_of
from dondoc.duties.rules.states import CLOSED
from dondoc.records.actions import audit
from dondoc.records.rules.codes import new_code
from dondoc.toolkit.errors import BadInput
from dondoc.units.models import Agency

KIND = "difficulty"
State = Difficulty.State


def raise_difficulty(
    agency: Agency,
    *,
    text: str,
    to: Agency,
    by: User,
    at: datetime,
    obligation: Obligation | None = None,
    wish: str = "",
) -> Difficulty:
    """Ask who can settle it, and let them owe the answer within the term of the day. Refuses an empty text, the agency
    itself as owner, and work of another agency."""
    text = demanded(text, "Ghi khó khăn, vướng mắc: điều gì, ở đâu, từ khi nào.")
    _refuse_owner(agency, to)
    if obligation is not None and obligation.held_by_id != agency.pk:
        raise BadInput("difficulty-elsewhere", "Việc này không do cơ quan anh/chị thực hiện. Chọn việc khác.")
    with transaction.atomic():
        row = Difficulty.objects.create(
            code=new_code(), agency=agency, obligation=obligation, text=text, wish=wish.strip(), owner=to, raised_by=by,
            raised_at=at,
        )  # fmt: skip
        _ask(row, to, by, at)
        after = {"agency": agency.code, "to": to.code, "obligation": obligation.code if obligation else ""}
        audit.record("raise_difficulty", (KIND, row.code), by=by, at=at, after=after)
    return row


def forward_difficulty(difficulty: Difficulty, *, to: Agency, note: str, by: User, at: datetime) -> None:
    """Not ours to settle: another owner, with a term of its own; what the first owed is done by this. Refuses without a
    reason, to who raised it, to an owner that had it before, and what is answered already."""
    note = demanded(note, "Ghi lý do chuyển: vì sao thuộc thẩm quyền cơ quan kia.")
    _refuse_owner(difficulty.agency, to)
    if difficulty.steps.filter(owner=to).exists():
        raise BadInput(
            "difficulty-circle",
            "{agency} đã nhận câu hỏi này trước đó. Trả lời, hoặc chọn cơ quan khác.",
            agency=to.name,
        )
    with transaction.atomic():
        _move(difficulty, State.OPEN, owner=to)
        step = _last(difficulty)
        _settle(difficulty, step, f"Đã chuyển {to.name}", by, at)
        DifficultyStep.objects.filter(pk=step.pk).update(forwarded_at=at, note=note)
        _ask(difficulty, to, by, at)
        after = {"to": to.code, "note": note}
        audit.record("forward_difficulty", (KIND, difficulty.code), by=by, at=at, after=after)


def answer_difficulty(difficulty: Difficulty, *, text: str, by: User, at: datetime) -> None:
    """The answer goes back to who raised it and stands on their work; the question is settled by it. Refuses an empty
    answer, and what was answered or withdrawn meanwhile."""
    text = demanded(text, "Ghi nội dung trả lời: cách giải quyết, ai làm, đến khi nào.")
    with transaction.atomic():
        _move(difficulty, State.ANSWERED, answer=text, answered_by=by, answered_at=at)
        _settle(difficulty, _last(difficulty), "Đã trả lời", by, at)
        audit.record("answer_difficulty", (KIND, difficulty.code), by=by, at=at, after={"text": text})


def withdraw_difficulty(difficulty: Difficulty, *, reason: str, by: User, at: datetime) -> None:
    """Who raised it needs no answer any more: nobody owes one. Refuses without a reason."""
    reason = demanded(reason, "Ghi lý do rút: đã tự giải quyết, hay không còn vướng.")
    with transaction.atomic():
        _move(difficulty, State.WITHDRAWN)
        owed = _last(difficulty).obligation
        if owed.state not in CLOSED:
            excuse(owed, by=by, at=at, reason=f"Người nêu đã rút: {reason}")
        audit.record("withdraw_difficulty", (KIND, difficulty.code), by=by, at=at, after={"reason": reason})


def count_anew(*, at: datetime) -> int:
    """Days of answers that are still owed, by the calendar that stands now; how many moved."""
    why = "lịch làm việc thay đổi"
    return sum(set_due(one.step.obligation, **one.told, reason=why, by=None, at=at) for one in list(moved_answers(at)))


def duty_of(owner: Agency, *, by: User, at: datetime) -> Duty:
    """The duty under which an agency owes its answers; made with the first question."""
    return create_duty(
        (KIND, owner.code),
        unit=owner.unit,
        title=TITLE,
        parties=[Party(Part.LEAD, agency=owner)],
        issued_on=timezone.localtime(at).date(),
        schedule={"kind": "event", "text": "Khi có khó khăn, vướng mắc được nêu"},
        by=by,
        at=at,
    )


def _ask(difficulty: Difficulty, owner: Agency, by: User, at: datetime) -> None:
    owed = open_case(
        duty_of(owner, by=by, at=at),
        agency=owner,
        key=difficulty.code,
        label=f"Khó khăn của {difficulty.agency.name}",
        opens_on=timezone.localtime(at).date(),
        **term_of(difficulty, at),
        by=by,
        at=at,
    )
    DifficultyStep.objects.create(difficulty=difficulty, owner=owner, obligation=owed, asked_at=at)


def _settle(difficulty: Difficulty, step: DifficultyStep, title: str, by: User, at: datetime) -> None:
    href = reverse("difficulty", args=[difficulty.code])
    settle_by(step.obligation, record=(KIND, difficulty.code), title=title, by=by, at=at, href=href)


def _last(difficulty: Difficulty) -> DifficultyStep:
    return difficulty.steps.select_related("obligation__duty").latest("pk")


def _move(difficulty: Difficulty, state: State, **fields: Any) -> None:
    """An UPDATE that names the old state and owner: the second of two is told."""
    rows = Difficulty.objects.filter(pk=difficulty.pk, state=State.OPEN, owner=difficulty.owner_id)
    if not rows.update(state=state, **fields):
        raise BadInput("state-moved", "Câu hỏi này vừa được trả lời, chuyển hoặc rút. Tải lại trang để xem.")
    difficulty.state = state
    for name, value in fields.items():
        setattr(difficulty, name, value)


def _refuse_owner(agency: Agency, to: Agency) -> None:
    if to.pk == agency.pk:
        raise BadInput("difficulty-self", "Cơ quan nêu không tự trả lời mình. Chọn cơ quan có thẩm quyền giải quyết.")
    if to.valid_to is not None:
        raise BadInput("difficulty-owner", "Cơ quan này không còn hoạt động. Chọn cơ quan khác.")
