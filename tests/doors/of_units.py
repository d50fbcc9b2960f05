"""Addresses of units."""

from collections.abc import Callable
from datetime import date
from typing import Any

from dondoc.units.models import Agency, Membership
from doors.rows import Row, administrators, own, signed_in
from makers import make_agency, make_delegation, make_group, make_member, make_unit
from people import Cast


def lans_ward(cast: Cast) -> Agency:
    """Lan leads a ward, Minh is an officer in it, Tùng has nothing to do with it."""
    committee = make_agency(make_unit("An Lạc", level="commune", kind="phường"))
    make_member(cast.lan, committee, "committee")
    make_member(cast.minh, committee, "officer")
    return committee


def _of_agency(cast: Cast) -> list[Any]:
    return [lans_ward(cast).code]


def _of_unit(cast: Cast) -> list[Any]:
    return [lans_ward(cast).unit.code]


def _of_role(cast: Cast) -> list[Any]:
    return [Membership.objects.get(agency=lans_ward(cast), user=cast.lan).code]


def _of_delegation(cast: Cast) -> list[Any]:
    role = Membership.objects.get(agency=lans_ward(cast), user=cast.lan)
    days = {"starts_on": date(2026, 1, 5), "ends_on": date(2026, 2, 5)}
    return [make_delegation(role, cast.minh, **days, by=cast.lan).code]


def _of_ward_group(cast: Cast) -> list[Any]:
    return [make_group(lans_ward(cast).unit, "Các đơn vị liên quan", kind="open").code]


def in_ward(minh: int, lan: int, method: str = "get", args: Callable[[Cast], list[Any]] = _of_agency) -> Row:
    """An agency: 404 for a stranger; its officer sees it, its leader shapes it."""
    return Row((302, 404, minh, lan), method=method, args=args)


def of_unit(lan: int, method: str = "get") -> Row:
    """Units are public facts: without the role one is told so, not sent away."""
    return Row((302, 403, 403, lan), method=method, args=_of_unit)


ROWS = {
    "agencies": signed_in(),
    "agency": in_ward(200, 200),
    "agency-edit": in_ward(403, 200),
    "agency-end": in_ward(403, 422, "post"),
    "agency-follow": in_ward(403, 422, "post"),
    "role-grant": in_ward(403, 200),
    "role-invite": in_ward(403, 200),
    "role-end": in_ward(403, 302, "post", _of_role),
    "role-delegate": in_ward(403, 200, args=_of_role),
    "delegation-revoke": in_ward(403, 302, "post", _of_delegation),
    "groups": signed_in(),
    "group": in_ward(200, 200, args=_of_ward_group),
    "units": signed_in(),
    "unit": signed_in(args=_of_unit),
    "agency-create": of_unit(200),
    "agency-defaults": of_unit(302, "post"),
    "group-create": of_unit(200),
    "settlements-add": of_unit(200),
    "paper-templates": own(200, args=_of_unit),
    "paper-symbols": own(200, args=_of_unit),
    "paper-template": own(200, args=lambda cast: [*_of_unit(cast), "REPORT"]),
    "paper-template-drop": own(302, "post", args=lambda cast: [*_of_unit(cast), "REPORT"]),
    "units-import": administrators(),
    "people": administrators(),
    "person": administrators(args=lambda cast: [cast.lan.code]),
    "person-password": administrators("post", lambda cast: [cast.lan.code]),
    "person-close": administrators("post", lambda cast: [cast.lan.code]),
}
