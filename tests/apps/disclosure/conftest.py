"""A province whose communes owe what the law asks: Lan works in An Lạc, Tùng in another."""

from dataclasses import dataclass
from datetime import datetime

import pytest

from dondoc.disclosure.models import Item
from dondoc.duties.models import Obligation
from dondoc.units.models import AdministrativeUnit, Agency
from makers import make_agency, make_member, make_settlement, make_unit
from makers.disclosure import make_items
from people import Cast


@dataclass(frozen=True, slots=True)
class Place:
    province: AdministrativeUnit
    an_lac: Agency
    binh_hoa: Agency
    items: dict[str, Item]

    def owed(self, key: str, agency: Agency | None = None) -> Obligation:
        """The oldest that the item asks of An Lạc, or of another."""
        rows = Obligation.objects.filter(
            duty__source_code=self.items[key].code, held_by=agency or self.an_lac
        ).select_related("duty")
        return rows.order_by("due_on")[0]


@pytest.fixture
def place(cast: Cast) -> Place:
    province = make_unit("Minh Sơn")
    committee = make_agency(province)
    an_lac, binh_hoa = (
        make_agency(make_unit(name, level="commune", parent=province)) for name in ("An Lạc", "Bình Hòa")
    )
    make_settlement(an_lac.unit, "thôn Nà Lan")
    make_member(cast.lan, an_lac)
    make_member(cast.tung, binh_hoa)
    make_member(cast.chi, committee, "head")
    return Place(province, an_lac, binh_hoa, make_items(province))


@pytest.fixture
def autumn() -> datetime:
    from zoneinfo import ZoneInfo

    return datetime(2026, 10, 5, 9, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
