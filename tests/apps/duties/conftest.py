"""A small province for the engine: Home Affairs leads, three communes execute; Lan and Tùng work in two of them."""

from dataclasses import dataclass
from datetime import datetime

import pytest

from dondoc.units.models import AdministrativeUnit, Agency, AgencyGroup
from makers import make_agency, make_group, make_member, make_unit
from people import Cast


@dataclass(frozen=True, slots=True)
class Province:
    province: AdministrativeUnit
    lead: Agency
    an_lac: Agency
    binh_hoa: Agency
    cam_my: Agency
    communes: AgencyGroup


@pytest.fixture
def place(cast: Cast) -> Province:
    """Minh is of the leading department, Hà its focal point, Chi of the province's committee."""
    province = make_unit("Minh Sơn")
    units = [make_unit(name, level="commune", parent=province) for name in ("An Lạc", "Bình Hòa", "Cẩm Mỹ")]
    an_lac, binh_hoa, cam_my = (make_agency(unit) for unit in units)
    lead = make_agency(province, "Sở Nội vụ", kind="so-noi-vu")
    committee = make_agency(province)
    make_member(cast.lan, an_lac)
    make_member(cast.tung, binh_hoa)
    make_member(cast.ha, lead, "focal")
    make_member(cast.chi, committee, "committee")
    other = make_agency(province, "Sở Y tế", kind="so-y-te")
    make_member(cast.minh, other)
    return Province(province, lead, an_lac, binh_hoa, cam_my, make_group(province))


@pytest.fixture
def spring() -> datetime:
    from zoneinfo import ZoneInfo

    return datetime(2026, 4, 6, 9, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
