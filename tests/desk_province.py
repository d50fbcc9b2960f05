"""A small province at work: two communes, a department, and a duty that all three owe."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dondoc.accounts.models import User
from dondoc.duties.actions.duty import Party, create_duty
from dondoc.duties.actions.expansion import expand_source
from dondoc.duties.models import Obligation, Part
from dondoc.units.models import AdministrativeUnit, Agency
from makers import make_agency, make_group, make_member, make_unit
from people import Cast


@dataclass(frozen=True, slots=True)
class Province:
    """Lan acts for An Lạc, Tùng for Hòa Bình, Minh for the department that leads, Hà for Home Affairs, Chi heads."""

    unit: AdministrativeUnit
    committee: Agency
    department: Agency
    an_lac: Agency
    hoa_binh: Agency

    def owed_by(self, agency: Agency) -> Obligation:
        return Obligation.objects.get(owed_by=agency)


def make_province(cast: Cast, now: datetime) -> Province:
    unit = make_unit("Minh Sơn")
    committee = make_agency(unit)
    department = make_agency(unit, "Sở Tư pháp", kind="t-tu-phap")
    home_affairs = make_agency(unit, "Sở Nội vụ", kind="t-noi-vu")
    an_lac, hoa_binh = (make_agency(make_unit(name, level="commune", parent=unit)) for name in ("An Lạc", "Hòa Bình"))
    people: tuple[tuple[User, Agency, str], ...] = (
        (cast.lan, an_lac, "officer"),
        (cast.tung, hoa_binh, "officer"),
        (cast.minh, department, "officer"),
        (cast.ha, home_affairs, "focal"),
        (cast.chi, committee, "head"),
    )
    for user, agency, role in people:
        make_member(user, agency, role)
    made = Province(unit, committee, department, an_lac, hoa_binh)
    give_work(made, now)
    return made


def give_work(province: Province, now: datetime, *, due_on: date | None = None, source: str = "t1") -> None:
    """The communes owe a public list by a day (3 November unless said), the department leads."""
    day = due_on or now.date() - timedelta(days=7)
    group = make_group(province.unit)
    create_duty(
        ("task", source),
        unit=province.unit,
        title="Niêm yết danh sách hộ nghèo tại trụ sở",
        parties=[Party(Part.LEAD, agency=province.department), Party(Part.EXECUTE, group=group)],
        issued_on=date(2026, 1, 12),
        by=None,
        at=now,
        schedule={"kind": "date", "text": str(day), "normalised": {"date": day.isoformat(), "op": "on"}},
        section=2,
        component="D2_POOR",
        products=["Biên bản niêm yết"],
    )
    expand_source("task", source, by=None, at=now, year=2026)
