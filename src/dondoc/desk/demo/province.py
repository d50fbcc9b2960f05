"""The units and agencies of the demo: two tiers since 1/7/2025, with what was merged before."""

from datetime import date, datetime

from dondoc.desk.demo.places import COMMUNES, DISTRICTS, PROVINCE, PROVINCE_NAME
from dondoc.units.actions.agency import create_agency
from dondoc.units.actions.defaults import create_default_agencies
from dondoc.units.actions.unit import create_unit, follow_unit
from dondoc.units.models import AdministrativeUnit, Agency, Succession

CHANGE = date(2025, 7, 1)
LAST_DAY = date(2025, 6, 30)
DEPARTMENTS_LAST_DAY = date(2025, 2, 28)
FORMER = (
    ("t-ke-hoach-dau-tu", "Sở Kế hoạch và Đầu tư"),
    ("t-thong-tin", "Sở Thông tin và Truyền thông"),
    ("t-ldtbxh", "Sở Lao động - Thương binh và Xã hội"),
    ("t-giao-thong", "Sở Giao thông vận tải"),
)


def make_province(*, at: datetime) -> dict[tuple[str, str], Agency]:
    """Agencies by (name of the commune or "", kind)."""
    province = create_unit(PROVINCE, level="province", kind="tỉnh", name=PROVINCE_NAME, by=None, at=at)
    districts = [
        create_unit(
            f"demo-h{number}",
            level="district",
            kind="huyện",
            name=name,
            parent=province,
            valid_to=LAST_DAY,
            by=None,
            at=at,
        )
        for number, name in enumerate(DISTRICTS, 1)
    ]
    units = [province, *(_commune(number, province, districts, at) for number in range(len(COMMUNES)))]
    create_default_agencies(units, on=CHANGE, by=None, at=at)
    _former_departments(province, at)
    names = {unit.pk: "" if unit == province else unit.name for unit in units}
    rows = Agency.objects.filter(unit__in=units, valid_to=None).select_related("unit")
    return {(names[row.unit_id], row.kind): row for row in rows}


def _former_departments(province: AdministrativeUnit, at: datetime) -> None:
    """Departments that ended on 28/2/2025; whoever followed them is proposed, and a person confirms it."""
    for kind, name in FORMER:
        create_agency(province, name=name, kind=kind, valid_to=DEPARTMENTS_LAST_DAY, by=None, at=at)


def _commune(
    number: int, province: AdministrativeUnit, districts: list[AdministrativeUnit], at: datetime
) -> AdministrativeUnit:
    one = COMMUNES[number]
    unit = create_unit(
        f"demo-x{number + 1:02}", level="commune", kind=one.kind, name=one.name, parent=province, valid_from=CHANGE,
        by=None, at=at,
    )  # fmt: skip
    for place, name in enumerate(one.before):
        old = create_unit(
            f"demo-c{number + 1:02}{place}", level="commune", kind="xã", name=name, parent=districts[number % 2],
            valid_to=LAST_DAY, by=None, at=at,
        )  # fmt: skip
        follow_unit(old, successor=unit, kind=Succession.Kind.MERGE, on=CHANGE, by=None, at=at)
    return unit
