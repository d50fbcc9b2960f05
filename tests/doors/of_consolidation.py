"""Addresses of consolidations: Lan acts for Home Affairs, which receives; Minh leads a commune that reports; Tùng is in
another."""

from typing import Any

from doors.rows import Row, own, signed_in
from makers import make_member
from makers.consolidation import make_consolidation
from makers.reports import make_reporting
from people import Cast


def _one(cast: Cast) -> list[Any]:
    """Lan joins Home Affairs as its head once the report is in; Minh leads a commune and sees no consolidation."""
    setting = make_reporting(cast)
    made = make_consolidation(setting, cast)
    make_member(cast.lan, setting.home_affairs, "head")
    return [made.code]


def _line(cast: Cast) -> list[Any]:
    return [*_one(cast), 1]


ROWS = {
    "consolidations": signed_in(),
    "report-burden": signed_in(),
    "report-burden-sheet": signed_in(),
    "consolidation-open": Row((302, 404, 404, 404), method="post"),
    "consolidation": own(200, args=_one),
    "consolidation-line": own(200, args=_line),
    "consolidation-counts": own(200, args=_one),
    "consolidation-read": own(302, "post", args=_one),
    "consolidation-submit": own(302, "post", args=_one),
    "consolidation-take-back": own(422, "post", args=_one),
    "consolidation-approve": own(200, args=_one),
    "consolidation-issue": own(422, "post", args=_one),
    "passages-choose": own(302, "post", args=_one),
    "passage-add": own(404, "post", args=_one),
    "consolidation-document": own(200, args=_one),
    "consolidation-pdf": own(404, args=_one),
    "consolidation-sheet": own(200, args=_one),
    "consolidation-theme": own(200, args=_line),
    "consolidation-excerpt": own(200, args=_one),
    "consolidation-agenda": own(200, args=_one),
}
