"""The steps of numbered cases: in which state each is possible, what it asks, what it does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dondoc.accounts.models import User
from dondoc.feedback.actions import accounts, complaints, denunciations
from dondoc.feedback.rules.registers import AccountState, ComplaintState, DenunciationState

Given = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Step:
    """`needs` are fields of `StepForm`; `act` gets the row and what was given."""

    slug: str
    label: str
    states: Sequence[str]
    needs: Sequence[str]
    act: Callable[[Any, Given, User, datetime], object]


def _decided(state: DenunciationState) -> Callable[[Any, Given, User, datetime], object]:
    return lambda row, given, by, at: denunciations.decide_denunciation(row, state=state, on=given["on"], by=by, at=at)


STEPS: dict[str, Sequence[Step]] = {
    "khieu-nai": (
        Step(
            "thu-ly", "Thụ lý", (ComplaintState.RECEIVED,), ("on",),
            lambda row, given, by, at: complaints.accept_complaint(row, on=given["on"], by=by, at=at),
        ),
        Step(
            "khong-thu-ly", "Không thụ lý", (ComplaintState.RECEIVED,), ("on", "text"),
            lambda row, given, by, at: complaints.refuse_complaint(
                row, on=given["on"], reason=given["text"], by=by, at=at
            ),
        ),
        Step(
            "giai-quyet", "Ghi quyết định giải quyết", (ComplaintState.ACCEPTED,), ("on", "document", "finding"),
            lambda row, given, by, at: complaints.settle_complaint(
                row, on=given["on"], decision=given["document"], finding=given["finding"], by=by, at=at
            ),
        ),
        Step(
            "tam-dinh-chi", "Tạm đình chỉ", (ComplaintState.ACCEPTED,), (),
            lambda row, _given, by, at: complaints.suspend_complaint(row, by=by, at=at),
        ),
        Step(
            "tiep-tuc", "Tiếp tục giải quyết", (ComplaintState.SUSPENDED,), (),
            lambda row, _given, by, at: complaints.continue_complaint(row, by=by, at=at),
        ),
        Step(
            "gui", "Ghi ngày gửi quyết định", (ComplaintState.SETTLED,), ("on",),
            lambda row, given, by, at: complaints.send_decision(row, on=given["on"], by=by, at=at),
        ),
        Step(
            "dinh-chi", "Đình chỉ", (ComplaintState.RECEIVED, ComplaintState.ACCEPTED, ComplaintState.SUSPENDED),
            ("text",),
            lambda row, given, by, at: complaints.withdraw_complaint(row, reason=given["text"], by=by, at=at),
        ),
    ),
    "to-cao": (
        Step("thu-ly", "Thụ lý", (DenunciationState.RECEIVED,), ("on",), _decided(DenunciationState.ACCEPTED)),
        Step(
            "chuyen", "Chuyển cơ quan có thẩm quyền", (DenunciationState.RECEIVED,), ("on",),
            _decided(DenunciationState.FORWARDED),
        ),
        Step(
            "khong-thu-ly", "Không thụ lý", (DenunciationState.RECEIVED,), ("on",),
            _decided(DenunciationState.NOT_ACCEPTED),
        ),
        Step(
            "thong-bao", "Ghi ngày thông báo thụ lý", (DenunciationState.ACCEPTED,), ("on",),
            lambda row, given, by, at: denunciations.notify_denunciation(row, on=given["on"], by=by, at=at),
        ),
        Step(
            "ket-luan", "Ghi kết luận", (DenunciationState.ACCEPTED,), ("on", "finding"),
            lambda row, given, by, at: denunciations.settle_denunciation(
                row, on=given["on"], finding=given["finding"], by=by, at=at
            ),
        ),
        Step(
            "gia-han", "Gia hạn", (DenunciationState.ACCEPTED,), (),
            lambda row, _given, by, at: denunciations.extend_denunciation(row, by=by, at=at),
        ),
        Step(
            "cong-khai", "Ghi ngày công khai kết luận", (DenunciationState.SETTLED,), ("on",),
            lambda row, given, by, at: denunciations.publish_conclusion(row, on=given["on"], by=by, at=at),
        ),
    ),
    "giai-trinh": (
        Step(
            "tiep-nhan", "Tiếp nhận", (AccountState.RECEIVED,), ("on",),
            lambda row, given, by, at: accounts.accept_request(row, on=given["on"], by=by, at=at),
        ),
        Step(
            "tu-choi", "Từ chối", (AccountState.RECEIVED,), ("on", "text"),
            lambda row, given, by, at: accounts.refuse_request(row, on=given["on"], reason=given["text"], by=by, at=at),
        ),
        Step(
            "giai-trinh", "Ghi văn bản giải trình", (AccountState.ACCEPTED,), ("on", "document"),
            lambda row, given, by, at: accounts.explain_request(
                row, on=given["on"], document=given["document"], by=by, at=at
            ),
        ),
        Step(
            "gia-han", "Gia hạn", (AccountState.ACCEPTED,), ("text",),
            lambda row, given, by, at: accounts.extend_request(row, reason=given["text"], by=by, at=at),
        ),
    ),
}  # fmt: skip
