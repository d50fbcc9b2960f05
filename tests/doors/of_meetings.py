"""Addresses of meetings."""

from datetime import UTC, date, datetime
from typing import Any

from dondoc.duties.models import Obligation
from dondoc.meetings.actions.reception import refuse_visit
from dondoc.meetings.models import Dialogue, Promise, Reception, Visit
from dondoc.units.models import Agency
from doors.rows import anyone, own, signed_in
from makers import make_agency, make_member, make_unit
from makers.meetings import make_dialogue, make_norms, make_promise, make_reception, make_visit
from people import Cast

AT = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
DAY = date(2026, 11, 2)


def _ward(cast: Cast) -> Agency:
    """Lan's ward alone, of which she is the head."""
    ward = make_agency(make_unit("An Lạc", level="commune", kind="phường"))
    make_member(cast.lan, ward, "head")
    return ward


def _reception(cast: Cast) -> Reception:
    return make_reception(_ward(cast), on=DAY, by=cast.lan, at=AT)


def _visit(cast: Cast) -> Visit:
    return make_visit(_reception(cast), by=cast.lan, at=AT)


def _refused(cast: Cast) -> list[Any]:
    visit = _visit(cast)
    refuse_visit(visit, ground="other", reason="Đã có kết luận cuối cùng", by=cast.lan, at=AT)
    return [visit.code]


def _dialogue(cast: Cast) -> Dialogue:
    return make_dialogue(_ward(cast), on=DAY, by=cast.lan, at=AT)


def _promise(cast: Cast) -> Promise:
    visit = _visit(cast)
    return make_promise(visit, visit.reception.agency, by=cast.lan, at=AT)


def _owed(cast: Cast) -> list[Any]:
    ward = _ward(cast)
    make_norms(ward.unit)
    return [Obligation.objects.filter(held_by=ward, duty__source_kind="reception").order_by("due_on")[0].code]


def _of_unit(cast: Cast) -> list[Any]:
    return [_ward(cast).unit.code]


ROWS = {
    "meetings": signed_in(),
    "meetings-sheet": signed_in(),
    "meetings-calendar": anyone(args=_of_unit),
    "meetings-owed": own(302, args=_owed),
    "meetings-unit": own(200, args=_of_unit),
    "meetings-adopt": own(302, "post", args=_of_unit),
    "reception-add": own(200, args=_of_unit),
    "dialogue-add": own(200, args=_of_unit),
    "event-add": own(200, args=_of_unit),
    "reception": own(200, args=lambda cast: [_reception(cast).code]),
    "reception-held": own(422, "post", args=lambda cast: [_reception(cast).code]),
    "reception-missed": own(422, "post", args=lambda cast: [_reception(cast).code]),
    "visit-add": own(422, "post", args=lambda cast: [_reception(cast).code]),
    "visit": own(200, args=lambda cast: [_visit(cast).code]),
    "refusal-document": own(200, args=_refused),
    "visit-act": own(422, "post", args=lambda cast: [_visit(cast).code, "hua"]),
    "dialogue": own(200, args=lambda cast: [_dialogue(cast).code]),
    "dialogue-file": own(404, args=lambda cast: [_dialogue(cast).code, "khong-co"]),
    "dialogue-act": own(422, "post", args=lambda cast: [_dialogue(cast).code, "hoi"]),
    "promise": own(200, args=lambda cast: [_promise(cast).code]),
    "promise-file": own(404, args=lambda cast: [_promise(cast).code, "khong-co"]),
    "promise-act": own(422, "post", args=lambda cast: [_promise(cast).code, "xong"]),
}
