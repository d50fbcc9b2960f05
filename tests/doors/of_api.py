"""Addresses that programs ask. A request without a key is refused by its own answer."""

from doors.rows import Row, anyone
from makers.feedback import make_report, make_ward
from people import Cast


def _brought(_cast: Cast) -> list[str]:
    return [make_report(make_ward(), channel="open311").code, "xml"]


def _unit(_cast: Cast) -> list[str]:
    make_ward()
    return ["xml"]


ROWS = {
    "api-clients": Row((302, 403, 403, 403)),
    "open311-discovery": anyone(args=lambda _: ["xml"]),
    "open311-services": anyone(args=_unit),
    "open311-service": anyone(404, args=lambda cast: ["khong-co", *_unit(cast)]),
    "open311-requests": anyone(args=_unit),
    "open311-request": anyone(args=_brought),
    "open311-token": anyone(args=_brought),
}
