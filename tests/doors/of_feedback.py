"""Addresses of feedback: anybody writes and follows; officers read what is theirs."""

from typing import Any

from doors.rows import anyone
from makers.feedback import make_published, make_ward
from people import Cast


def _unit(_cast: Cast) -> list[Any]:
    return [make_ward().unit.code]


def _published(cast: Cast) -> list[Any]:
    ward = make_ward()
    return [ward.unit.code, make_published(ward, by=cast.lan).code]


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
}
