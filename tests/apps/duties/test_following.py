"""A person confirms who follows an agency: what it holds goes there by itself, unless several follow."""

from datetime import date, datetime

import pytest

from dondoc.duties.models import Obligation
from dondoc.records.worker import drain
from dondoc.units.models import Agency
from makers import make_agency, make_agency_succession, make_obligations, make_unit
from people import Cast


@pytest.fixture
def agencies(cast: Cast) -> tuple[Agency, Agency, Agency]:
    """An old department with four quarters of work, and two that may follow it."""
    province = make_unit("Minh Sơn")
    old = make_agency(province, "Sở Kế hoạch và Đầu tư", kind="t-ke-hoach-dau-tu")
    make_obligations(province, [("execute", old)])
    return (
        old,
        make_agency(province, "Sở Tài chính", kind="t-tai-chinh"),
        make_agency(province, "Sở Xây dựng", kind="x"),
    )


def test_what_an_agency_holds_goes_to_its_one_successor(
    cast: Cast, agencies: tuple[Agency, Agency, Agency], now: datetime
) -> None:
    old, finance, _ = agencies
    make_agency_succession(old, finance, by=cast.ha, on=date(2026, 3, 1), at=now)
    drain("test")
    assert Obligation.objects.filter(owed_by=old, held_by=finance).count() == Obligation.objects.count() > 0


def test_part_of_the_work_waits_for_a_person(
    cast: Cast, agencies: tuple[Agency, Agency, Agency], now: datetime
) -> None:
    old, finance, building = agencies
    make_agency_succession(old, finance, by=cast.ha, at=now, subject="đầu tư công")
    make_agency_succession(old, building, by=cast.ha, at=now)
    drain("test")
    assert not Obligation.objects.exclude(held_by=old).exists()
