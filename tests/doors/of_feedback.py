"""Addresses of feedback: anybody writes and follows; officers read what is theirs."""

from datetime import date
from typing import Any
from uuid import uuid4

from dondoc.feedback.actions.complaints import receive_complaint
from dondoc.feedback.actions.signals import receive_signal
from doors.rows import Row, anyone, own, signed_in
from makers import LONG_AGO, make_member
from makers.feedback import Ward, make_answered, make_published, make_report, make_ward
from people import Cast


def _unit(_cast: Cast) -> list[Any]:
    return [make_ward().unit.code]


def _lans(cast: Cast) -> Ward:
    """Lan heads the committee that dispatches; she inspects too. Tùng and Minh are of no agency there."""
    ward = make_ward()
    make_member(cast.lan, ward.committee, "head")
    make_member(cast.lan, ward.inspectorate, "inspector")
    return ward


def _published(cast: Cast) -> list[Any]:
    ward = make_ward()
    return [ward.unit.code, make_published(ward, by=cast.lan).code]


def _report(cast: Cast) -> list[Any]:
    """A private one: not even the territorial line reads it."""
    return [make_report(_lans(cast), is_private=True).code]


def _answered(cast: Cast) -> list[Any]:
    return [make_answered(_lans(cast), by=cast.lan).code]


def _signal(cast: Cast) -> list[Any]:
    ward = _lans(cast)
    text = "Làm giấy tờ phải kèm phong bì."
    return [receive_signal(ward.intake, subject="bribe", text=text, sent_key=uuid4(), at=LONG_AGO)[0].code]


def _complaint(cast: Cast) -> list[Any]:
    row = receive_complaint(
        _lans(cast).committee, received_on=date(2026, 1, 5), subject="land", summary="QĐ thu hồi đất",
        name="Vũ Mai Hoa", by=cast.lan, at=LONG_AGO,
    )  # fmt: skip
    return ["khieu-nai", row.code]


ROWS = {
    "send-places": anyone(),
    "send-ways": anyone(args=_unit),
    "send-report": anyone(args=_unit),
    "send-signal": anyone(args=_unit),
    "send-channel": anyone(args=lambda cast: [*_unit(cast), "to-cao"]),
    "follow": anyone(),
    "follow-report": anyone(404, args=lambda _: ["khong-co"]),
    "follow-move": anyone(404, method="post", args=lambda _: ["khong-co", "danh-gia"]),
    "published-reports": anyone(args=_unit),
    "published-report": anyone(args=_published),
    "published-photo": anyone(404, args=lambda cast: [*_published(cast), "khong-co"]),
    "feedback-inbox": signed_in(),
    "feedback-sheet": signed_in(),
    "feedback-record-where": signed_in(),
    "feedback-record": own(200, args=lambda cast: [_lans(cast).unit.code]),
    "feedback-setup": Row((302, 404, 404, 404)),
    "feedback-setup-unit": own(200, args=lambda cast: [_lans(cast).unit.code]),
    "signals": signed_in(),
    "signal": own(200, args=_signal),
    "register-khieu-nai": signed_in(),
    "register-to-cao": signed_in(),
    "register-giai-trinh": signed_in(),
    "register-add": Row((302, 404, 404, 404), args=lambda _: ["to-cao"]),
    "register-case": own(200, args=_complaint),
    "register-step": own(404, "post", args=lambda cast: [*_complaint(cast), "khong-co"]),
    "feedback-report": own(200, args=_report),
    "feedback-publish": own(200, args=_answered),
    "feedback-private": own(302, "post", args=_report),
    "feedback-alike": own(404, "post", args=_report),
    "feedback-photo": own(404, args=lambda cast: [*_report(cast), "khong-co"]),
    "feedback-move": own(422, "post", args=lambda cast: [*_report(cast), "tiep-nhan"]),
}
