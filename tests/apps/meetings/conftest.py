"""A province with two communes; Lan writes for An Lạc, Tùng for the other."""

from dataclasses import dataclass
from datetime import datetime

import pytest

from dondoc.duties.models import Obligation
from dondoc.units.models import AdministrativeUnit, Agency
from makers import make_agency, make_member, make_settlement, make_unit
from makers.meetings import make_norms
from people import Cast


@dataclass(frozen=True, slots=True)
class Place:
    province: AdministrativeUnit
    an_lac: Agency
    economy: Agency
    binh_hoa: Agency

    def owed(self, source: str, agency: Agency | None = None):
        rows = Obligation.objects.filter(duty__source_kind=source, held_by=agency or self.an_lac)
        return rows.order_by("due_on", "pk")


@pytest.fixture
def place(cast: Cast) -> Place:
    province = make_unit("Minh Sơn")
    committee = make_agency(province)
    an_lac, binh_hoa = (
        make_agency(make_unit(name, level="commune", parent=province)) for name in ("An Lạc", "Bình Hòa")
    )
    economy = make_agency(an_lac.unit, "Phòng Kinh tế", kind="x-kinh-te")
    make_settlement(an_lac.unit, "thôn Nà Lan")
    make_member(cast.lan, an_lac)
    make_member(cast.tung, binh_hoa)
    make_member(cast.chi, committee, "head")
    make_norms(province)
    return Place(province, an_lac, economy, binh_hoa)


@pytest.fixture
def autumn() -> datetime:
    """A Tuesday."""
    from zoneinfo import ZoneInfo

    return datetime(2026, 10, 6, 15, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
