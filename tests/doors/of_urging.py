"""Addresses of urging. Lan heads a ward that has let nothing go; Tùng and Minh act for no agency there."""

from typing import Any

from dondoc.duties.actions.regime import create_regime
from doors.rows import administrators, own, signed_in
from makers import make_agency, make_member, make_unit
from makers.urging import AT, make_letter, make_rule, make_signed_letter
from people import Cast


def _head(cast: Cast) -> list[Any]:
    ward = make_agency(make_unit("An Lạc", level="commune", kind="phường"))
    make_member(cast.lan, ward, "head")
    return []


def _agency(cast: Cast) -> list[Any]:
    _head(cast)
    (one,) = cast.lan.memberships.all()
    return [one.agency.code]


def _letter(cast: Cast) -> list[Any]:
    return [make_letter(cast.lan).code]


def _copied(cast: Cast) -> list[Any]:
    return [make_signed_letter(cast.lan).code]


def _batch(cast: Cast) -> list[Any]:
    return [make_letter(cast.lan).batch]


def _regime(cast: Cast) -> list[Any]:
    """An administrator's page: a head finds none."""
    _head(cast)
    (one,) = cast.lan.memberships.all()
    return [create_regime(one.agency.unit, source=("plan", "kh9"), rules=[], by=None, at=AT).code]


def _rule(cast: Cast) -> list[Any]:
    _head(cast)
    (one,) = cast.lan.memberships.all()
    return [make_rule(9, agency=one.agency).code]


ROWS = {
    "urging": own(200, args=_head),
    "urging-sheet": own(200, args=_head),
    "urging-asked": own(200, args=_head),
    "urging-agency": own(200, args=_agency),
    "letters-write": own(422, "post", args=lambda cast: [*_head(cast), "qua-han"]),
    "letters": signed_in(),
    "letters-zip": own(200, args=_batch),
    "letter-docx": own(200, args=_letter),
    "letter": own(200, args=_letter),
    "letter-copy": own(200, args=_copied),
    "letter-withdraw": own(302, "post", args=_letter),
    "way-up": own(200, args=_head),
    "way-up-docx": own(200, args=_head),
    "urging-rules": own(200, args=_head),
    "way-up-rule": own(404, "post", args=_head),
    "way-up-regime": own(404, "get", args=_regime),
    "urging-rule-end": own(302, "post", args=_rule),
    "messages": administrators(),
    "message-decide": administrators("post", args=lambda _cast: [1]),
    "notices": signed_in(),
    "notices-read": signed_in(302, method="post"),
    "notice-choices": signed_in(),
}
