"""Makers of what must be public: each calls the action that makes it."""

from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.disclosure.actions.catalogue import add_item, adopt_catalogue, expand_items
from dondoc.disclosure.actions.consultation import open_consultation, send_comment
from dondoc.disclosure.actions.ledger import add_entry, open_collection
from dondoc.disclosure.actions.publication import Place, publish
from dondoc.disclosure.models import Collection, Comment, Consultation, Item, LedgerEntry, Publication
from dondoc.duties.actions.evidence import Upload
from dondoc.units.models import AdministrativeUnit, Agency
from makers import LONG_AGO


def _picture() -> bytes:
    from io import BytesIO

    from PIL import Image

    out = BytesIO()
    Image.new("RGB", (8, 8), "white").save(out, "PNG")
    return out.getvalue()


PNG = _picture()


def make_items(unit: AdministrativeUnit, *, at: datetime = LONG_AGO, year: int = 2026) -> dict[str, Item]:
    """The shipped catalogue taken over by a unit, with what the year owes; by key."""
    adopt_catalogue(unit, by=None, at=at)
    expand_items(unit, year=year, by=None, at=at)
    return {item.key: item for item in Item.objects.filter(unit=unit)}


def make_item(
    unit: AdministrativeUnit, name: str = "Biên bản họp thôn", *, at: datetime = LONG_AGO, **more: Any
) -> Item:
    more.setdefault("basis", "Kế hoạch 31/KH-UBND")
    more.setdefault("when", "Hằng quý")
    item = add_item(unit, name=name, by=None, at=at, **more)
    expand_items(unit, year=2026, by=None, at=at)
    return item


def photo(name: str = "bang-tin.png", content: bytes = PNG) -> Upload:
    return Upload(name, [content])


def on_board(day: date, **more: Any) -> Place:
    return Place("board", day, **more)


def make_publication(
    item: Item, agency: Agency, *, by: User, at: datetime, title: str = "Dự toán ngân sách năm 2026", **more: Any
) -> Publication:
    """On the board since that day, with a photo, and in the net."""
    day = at.date()
    more.setdefault("places", [on_board(day), Place("portal", day, url="https://anlac.sonhai.gov.vn/ngan-sach")])
    more.setdefault("photos", [photo()])
    return publish(item, unit=agency.unit, agency=agency, title=title, by=by, at=at, **more)


def make_consultation(agency: Agency, *, by: User, at: datetime, days: int = 21, **more: Any) -> Consultation:
    day = timezone.localtime(at).date()
    more = {"title": "Dự thảo quy ước thôn", "about": "Xin ý kiến về quy ước mới.", "starts_on": day} | more
    more.setdefault("ends_on", day + timedelta(days=days))
    return open_consultation(agency, by=by, at=at, **more)


def make_comment(consultation: Consultation, *, at: datetime, name: str = "") -> Comment:
    return send_comment(consultation, text="Đề nghị bỏ khoản 3 vì khó làm.", name=name, at=at)


def make_collection(agency: Agency, *, by: User, at: datetime, **more: Any) -> Collection:
    more = {"agreed": 80, "households": 100} | more
    return open_collection(
        agency, name="Làm đường Nà Lan", purpose="Bê tông hóa 600 m", asked_by="Trưởng thôn",
        agreed_on=timezone.localtime(at).date(), by=by, at=at, **more,
    )  # fmt: skip


def make_entry(
    collection: Collection, *, by: User, at: datetime, side: str = "collected", amount: int = 5_000_000
) -> LedgerEntry:
    day = timezone.localtime(at).date()
    return add_entry(collection, side=side, amount=amount, on=day, what="Thu đợt 1", by=by, at=at)
