"""Addresses of the engine."""

from typing import Any

from doors.rows import Row, own, signed_in
from makers import make_agency, make_agency_succession, make_duty, make_member, make_obligations, make_unit
from makers.duties import make_difficulty
from people import Cast


def _of_obligation(cast: Cast) -> list[Any]:
    """Work of Lan's ward alone; Tùng and Minh, of no agency there, are strangers to it."""
    ward = make_agency(make_unit("An Lạc", level="commune", kind="phường"))
    make_member(cast.lan, ward, "head")
    return [make_obligations(ward.unit, [("lead", ward)])[0].code]


def _of_event(cast: Cast) -> list[Any]:
    """A duty of Lan's ward alone that waits for an event."""
    ward = make_agency(make_unit("An Lạc", level="commune", kind="phường"))
    make_member(cast.lan, ward, "head")
    return [make_duty(ward.unit, [("lead", ward)], schedule={"kind": "event", "text": "Trước bầu cử"}).code]


def _headed(cast: Cast) -> list[Any]:
    ward = make_agency(make_unit("An Lạc", level="commune", kind="phường"))
    make_member(cast.lan, ward, "head")
    return [ward.code]


def _of_split(cast: Cast) -> list[Any]:
    """A department of Lan's province that two follow, with work that waits."""
    province = make_unit("Minh Sơn")
    committee, old = make_agency(province), make_agency(province, "Sở Cũ", kind="x")
    make_member(cast.lan, committee, "focal")
    make_obligations(province, [("lead", old)])
    for name in ("Sở Một", "Sở Hai"):
        make_agency_succession(old, make_agency(province, name, kind="x"), by=cast.ha)
    return [old.code]


def _asked(cast: Cast) -> list[Any]:
    """What Lan's ward asked of the committee of its province."""
    province = make_unit("Minh Sơn")
    ward = make_agency(make_unit("An Lạc", level="commune", parent=province))
    make_member(cast.lan, ward)
    return [make_difficulty(ward, to=make_agency(province), by=cast.lan).code]


ROWS = {
    "difficulties": signed_in(),
    "difficulty-raise": Row((302, 404, 404, 200), args=lambda cast: _asked(cast)[:0]),
    "difficulty": own(200, args=_asked),
    "difficulty-move": own(404, "post", args=lambda cast: [*_asked(cast), "khong-co"]),
    "splits": signed_in(),
    "split": own(200, args=_of_split),
    "assignment-agencies": signed_in(),
    "assignment-rules": own(200, args=_headed),
    "assignment-apply": own(302, "post", args=_headed),
    "assignment-withdraw": own(404, "post", args=lambda cast: [*_headed(cast), "khong-co"]),
    "occasions": signed_in(),
    "occasion-add": own(200, args=_of_event),
    "obligations-upload": signed_in(),
    "obligations-trial": signed_in(404, args=lambda _: ["khong-co"]),
    "obligation": own(200, args=_of_obligation),
    "obligation-assign": own(200, args=_of_obligation),
    "obligation-file": own(404, args=lambda cast: [*_of_obligation(cast), "khong-co"]),
    "obligation-move": own(404, "post", args=lambda cast: [*_of_obligation(cast), "khong-co"]),
}
