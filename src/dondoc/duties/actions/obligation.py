"""What people do with an obligation. Who may is asked of `access` before; what the state allows is decided here."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from dondoc.accounts.models import User
from dondoc.duties.actions.evidence import Proof, use_proofs, write_figures
from dondoc.duties.actions.moves import KIND, move
from dondoc.duties.models import Contribution, EvidenceUse, Obligation, Part
from dondoc.duties.rules import judging
from dondoc.duties.rules.explaining import page_of
from dondoc.duties.rules.states import State
from dondoc.records.actions import audit
from dondoc.toolkit.errors import BadInput
from dondoc.units.models import Agency


def settle(
    obligation: Obligation,
    *,
    by: User | None,
    at: datetime,
    text: str = "",
    evidence: Sequence[Proof] = (),
    figures: Mapping[int, judging.Figure] | None = None,
    claimed: bool = False,
    is_entered_for: bool = False,
    through: Obligation | None = None,
) -> State:
    """Say that it is done, with proof. Where a lead has to confirm it waits for that; the day of this claim counts.
    Refuses an empty account, one without proof that is not marked as claimed, and a state that has moved on (then
    nothing is written). `is_entered_for`: the focal point above enters it for an agency without an account; `through`:
    the own obligation that serves this one and was settled a moment ago (`actions.serving`)."""
    text, proofs, figures = text.strip(), [one for one in evidence if not one.is_empty], figures or {}
    _refuse_elsewhere(obligation)
    with transaction.atomic():
        is_proved = bool(proofs) or EvidenceUse.objects.filter(obligation=obligation, removed_at=None).exists()
        if not (text or is_proved or figures):
            raise BadInput("settle-empty", "Chưa có nội dung: ghi kết quả, thêm minh chứng hoặc số liệu rồi gửi lại.")
        if not is_proved and not claimed:
            raise BadInput(
                "proof-missing",
                "Chưa có minh chứng: thêm số văn bản, đường dẫn hoặc tệp; nếu chưa có, đánh dấu “tự khai”.",
            )
        if not is_proved and not text:
            raise BadInput("claim-empty", "Việc tự khai cần nói rõ đã làm gì: ghi kết quả vào ô nội dung.")
        after = {"text": text, "claimed": not is_proved, "entered_for": is_entered_for, **_through(through)}
        state = move(
            obligation,
            "settle",
            by=by,
            at=at,
            settled_at=at,
            needs_confirmation=waits(obligation),
            after={**after, "evidence": [_said(proof) for proof in proofs], "figures": _figures_said(figures)},
            note=text,
            reason="",
            is_claimed=not is_proved,
            is_entered_for=is_entered_for,
        )
        use_proofs(obligation, proofs, by=by, at=at)
        write_figures(obligation, figures)
    return state


def claim_nothing(
    obligation: Obligation,
    *,
    by: User,
    at: datetime,
    reason: str,
    is_entered_for: bool = False,
    through: Obligation | None = None,
) -> State:
    """ "Không phát sinh": nothing of the kind came up in the period. Refuses without a reason. `through`: as in
    `settle`."""
    reason = demanded(reason, "Ghi lý do không phát sinh: vì sao kỳ này không có việc.")
    _refuse_elsewhere(obligation)
    with transaction.atomic():
        return move(
            obligation,
            "claim_nothing",
            by=by,
            at=at,
            settled_at=at,
            after={"reason": reason, "entered_for": is_entered_for, **_through(through)},
            reason=reason,
            is_claimed=False,
            is_entered_for=is_entered_for,
        )


def confirm(obligation: Obligation, *, by: User, at: datetime, note: str = "") -> State:
    """The lead says yes: done, on the day on which it was claimed."""
    with transaction.atomic():
        return move(
            obligation, "confirm", by=by, at=at, settled_at=obligation.settled_at or at, after={"note": note.strip()}
        )


def return_(obligation: Obligation, *, by: User, at: datetime, reason: str) -> State:
    """Back to who did it, with what is missing. It is owed again, by the same day as before."""
    reason = demanded(reason, "Ghi lý do trả lại: thiếu gì, cần sửa gì.")
    with transaction.atomic():
        return move(obligation, "return", by=by, at=at, settled_at=None, after={"reason": reason}, reason=reason)


def withdraw(obligation: Obligation, *, by: User, at: datetime) -> State:
    """Take back what waits for confirmation, to mend it. What was entered stays."""
    with transaction.atomic():
        return move(obligation, "withdraw", by=by, at=at, settled_at=None)


def revoke(obligation: Obligation, *, by: User | None, at: datetime, reason: str) -> State:
    """What settled it holds no longer (a list was taken down early): it is owed again."""
    reason = demanded(reason, "Ghi lý do hủy kết quả.")
    with transaction.atomic():
        return move(obligation, "revoke", by=by, at=at, settled_at=None, after={"reason": reason}, reason=reason)


def excuse(obligation: Obligation, *, by: User | None, at: datetime, reason: str) -> State:
    """Nobody owes it any more. Refuses without a reason."""
    reason = demanded(reason, "Ghi lý do miễn: căn cứ nào, ai quyết định.")
    with transaction.atomic():
        return move(obligation, "excuse", by=by, at=at, settled_at=None, after={"reason": reason}, reason=reason)


def assign(obligation: Obligation, *, to: User | None, by: User, at: datetime, position: str = "") -> None:
    """Say who in the agency does it: a person, or whoever holds a position (neither: nobody in particular). The version
    stays: no text is refused for it."""
    before = obligation.assigned_to.code if obligation.assigned_to else obligation.position
    position = "" if to else position[:120]
    with transaction.atomic():
        Obligation.objects.filter(pk=obligation.pk).update(assigned_to=to, position=position)
        told = {"to": to.code if to else position}
        audit.record("assign", (KIND, obligation.code), by=by, at=at, before={"to": before}, after=told)
    obligation.assigned_to, obligation.position = to, position


def contribute(obligation: Obligation, *, agency: Agency, text: str, by: User, at: datetime) -> Contribution:
    """What a coordinating agency adds. Refuses an empty text."""
    text = demanded(text, "Ghi nội dung phối hợp.")
    with transaction.atomic():
        added = Contribution.objects.create(obligation=obligation, agency=agency, text=text, by=by, at=at)
        audit.record("contribute", (KIND, obligation.code), by=by, at=at, after={"agency": agency.code, "text": text})
    return added


def waits(obligation: Obligation) -> bool:
    """Whether a lead has to say yes to it."""
    return obligation.part == Part.EXECUTE and obligation.duty.needs_confirmation


def _refuse_elsewhere(obligation: Obligation) -> None:
    """A case is settled where it is dealt with: an answer that was sent, a list that was posted."""
    if page_of(obligation.duty.source_kind, obligation.code, obligation.explained):
        raise BadInput("settle-elsewhere", "Việc này xong khi hồ sơ của nó xong: mở hồ sơ để xử lý, không báo tại đây.")


def demanded(text: str, sentence: str) -> str:
    """The words without the spaces around them; refused (`reason-missing`) where there are none."""
    text = text.strip()
    if not text:
        raise BadInput("reason-missing", sentence)
    return text


def _through(below: Obligation | None) -> dict[str, Any]:
    """For the trail: the work by which it was settled."""
    if below is None:
        return {}
    unit = below.duty.unit
    return {"through": {"code": below.code, "title": below.duty.title, "unit": f"{unit.kind} {unit.name}"}}


def _said(proof: Proof) -> str:
    if proof.existing:
        return f"existing:{proof.existing.code}"
    return proof.number or proof.url or (proof.upload.name if proof.upload else proof.title)


def _figures_said(figures: Mapping[int, judging.Figure]) -> list[dict[str, Any]]:
    return [
        {"part": part, "numerator": str(one.numerator), "denominator": str(one.denominator or "")}
        for part, one in sorted(figures.items())
    ]
