"""Addresses of disclosure."""

from datetime import UTC, datetime
from typing import Any

from django.utils import timezone

from dondoc.disclosure.models import Item, Publication
from dondoc.duties.models import Obligation
from dondoc.units.models import Agency
from doors.rows import anyone, own, signed_in
from makers import make_agency, make_member, make_unit
from makers.disclosure import make_collection, make_consultation, make_item, make_publication
from people import Cast

AT = datetime(2026, 11, 2, 2, 0, tzinfo=UTC)


def _item(cast: Cast) -> Item:
    """An item of Lan's ward alone, of which she is the head."""
    ward = make_agency(make_unit("An Lạc", level="commune", kind="phường"))
    make_member(cast.lan, ward, "head")
    return make_item(ward.unit)


def _publication(cast: Cast) -> Publication:
    item = _item(cast)
    return make_publication(item, item.unit.agencies.get(), by=cast.lan, at=AT)


def _of_unit(cast: Cast) -> list[Any]:
    return [_item(cast).unit.code]


def _of_item(cast: Cast) -> list[Any]:
    item = _item(cast)
    return [item.unit.code, item.code]


def _of_publication(cast: Cast) -> list[Any]:
    return [_publication(cast).code]


def _of_posting(cast: Cast) -> list[Any]:
    one = _publication(cast)
    return [one.code, one.postings.order_by("pk")[0].code]


def _ward(cast: Cast) -> Agency:
    ward = make_agency(make_unit("An Lạc", level="commune", kind="phường"))
    make_member(cast.lan, ward, "head")
    return ward


def _consultation(cast: Cast) -> list[Any]:
    now = timezone.now()
    return [make_consultation(_ward(cast), by=cast.lan, at=now).code]


def _collection(cast: Cast) -> list[Any]:
    return [make_collection(_ward(cast), by=cast.lan, at=AT).code]


def _owed(cast: Cast) -> list[Any]:
    return [Obligation.objects.filter(duty__source_code=_item(cast).code).order_by("due_on")[0].code]


ROWS = {
    "disclosure-nothing": own(422, "post", args=_owed),
    "disclosure-plan": own(200, args=lambda cast: [*_of_unit(cast), 2026]),
    "disclosure-list": own(200, args=lambda cast: [*_of_unit(cast), 2026, 4]),
    "consultations": own(200, args=_of_unit),
    "consultation": own(200, args=_consultation),
    "consultation-act": own(422, "post", args=lambda cast: [*_consultation(cast), "tong-hop"]),
    "comment": anyone(args=_consultation),
    "consultation-file": anyone(404, args=lambda cast: [*_consultation(cast), "khong-co"]),
    "collections": own(200, args=_of_unit),
    "collection": own(200, args=_collection),
    "collection-act": own(422, "post", args=lambda cast: [*_collection(cast), "ghi"]),
    "ledger": anyone(args=_collection),
    "ledger-sheet": anyone(args=_collection),
    "disclosure-owed": own(302, args=_owed),
    "disclosure": signed_in(),
    "disclosure-sheet": signed_in(),
    "disclosure-unit": own(200, args=_of_unit),
    "disclosure-adopt": own(302, "post", args=_of_unit),
    "disclosure-item-add": own(200, args=_of_unit),
    "disclosure-item": own(200, args=lambda cast: [_item(cast).code]),
    "publish": own(200, args=_of_item),
    "disclosure-decision": own(200, args=_of_item),
    "publication": own(200, args=_of_publication),
    "publication-postings": own(422, "post", args=_of_publication),
    "posting-down": own(422, "post", args=_of_posting),
    "posting-proof": own(422, "post", args=_of_posting),
    "posting-link": own(422, "post", args=_of_posting),
    "publication-correct": own(422, "post", args=_of_publication),
    "publication-withdraw": own(422, "post", args=_of_publication),
    "publication-open": own(302, "post", args=_of_publication),
    "publication-use": own(404, "post", args=lambda cast: [*_of_publication(cast), "khong-co"]),
    "publication-file": own(404, args=lambda cast: [*_of_publication(cast), "khong-co"]),
}
