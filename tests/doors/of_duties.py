"""Addresses of the engine."""

from typing import Any

from doors.rows import own, signed_in
from makers import make_agency, make_duty, make_member, make_obligations, make_unit
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


ROWS = {
    "occasions": signed_in(),
    "occasion-add": own(200, args=_of_event),
    "obligations-xlsx": signed_in(),
    "obligation": own(200, args=_of_obligation),
    "obligation-assign": own(200, args=_of_obligation),
    "obligation-file": own(404, args=lambda cast: [*_of_obligation(cast), "khong-co"]),
    "obligation-move": own(404, "post", args=lambda cast: [*_of_obligation(cast), "khong-co"]),
}
