"""Who may do what at which address, in one table. A new address without a row here fails `test_permissions`.

Rows: name of the address -> expected status for (nobody, stranger, colleague, right person), by GET unless said. An app
adds its rows with its addresses. `Row.args` fills the address; a row may ask for things made by the makers.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dondoc.plans.models import Plan
from dondoc.units.models import Agency, Membership
from makers import make_agency, make_delegation, make_group, make_member, make_obligations, make_plan, make_unit
from people import Cast

PEOPLE = ("nobody", "tung", "minh", "lan")


@dataclass(frozen=True, slots=True)
class Row:
    """`expected` is in the order of PEOPLE."""

    expected: tuple[int, int, int, int]
    method: str = "get"
    args: Callable[[Cast], list[Any]] = field(default=lambda _cast: [])


def anyone(status: int = 200, **more: Any) -> Row:
    return Row((status,) * 4, **more)


def signed_in(status: int = 200, **more: Any) -> Row:
    return Row((302, status, status, status), **more)


DOORS: dict[str, Row] = {
    "home": signed_in(),
    "health": anyone(),
    "language": anyone(302, method="post"),
    "account": signed_in(),
    "sign-in": Row((200, 302, 302, 302)),
    "demo-sign-in": anyone(404, method="post", args=lambda cast: [cast.lan.code]),
    "sign-out": anyone(302, method="post"),
    "sign-out-everywhere": signed_in(302, method="post"),
    "password-change": signed_in(),
    "invitation-accept": anyone(422, args=lambda _: ["khong-co"]),
}


def lans_plan(cast: Cast) -> Plan:
    """A draft of Lan's own agency, of which she is the head; Minh works beside her in another agency."""
    unit = make_unit("Minh Sơn")
    committee, justice = make_agency(unit), make_agency(unit, "Sở Tư pháp", kind="so-tu-phap")
    make_member(cast.lan, committee, "head")
    make_member(cast.minh, justice, "officer")
    return make_plan(committee, by=cast.lan)


def _of_plan(cast: Cast) -> list[Any]:
    return [lans_plan(cast).code]


def _of_task(cast: Cast) -> list[Any]:
    plan = lans_plan(cast)
    return [plan.code, plan.tasks.order_by("order")[0].code]


def _of_group(cast: Cast) -> list[Any]:
    plan = lans_plan(cast)
    return [plan.code, make_group(plan.unit, "Cơ quan liên quan khác", kind="open").code]


def own(status: int, method: str = "get", args: Callable[[Cast], list[Any]] = _of_plan) -> Row:
    """A plan's draft: only for its own agency, here Lan."""
    return Row((302, 404, 404, status), method=method, args=args)


DOORS |= {
    "plans": signed_in(),
    "plan-upload": signed_in(),
    "plan": own(200),
    "plan-file": own(200),
    "plan-file-replace": own(422, "post"),
    "plan-review": own(200),
    "plan-accept-certain": own(302, "post"),
    "task-edit": own(422, "post", _of_task),
    "plan-rule": own(302, "post", lambda cast: [*_of_plan(cast), 0]),
    "plan-group": own(200, args=_of_group),
    "plan-xlsx": own(200),
    "plan-amend": own(404),
    "plan-compare": own(404),
    "plan-names": own(200),
    "plan-heading": own(200),
    "task-add": own(200),
    "plan-submit": own(303, "post"),
    "plan-approve": own(200),
    "plan-issue": own(303, "post"),
    "plan-close": own(303, "post"),
}

DOORS |= {
    "briefing": signed_in(404),
    "demo-document": signed_in(404),
    "my-work": signed_in(),
    "my-work-sheet": signed_in(),
    "monitor": signed_in(),
    "monitor-obligations": signed_in(),
    "monitor-obligations-sheet": signed_in(),
    "monitor-late": signed_in(),
    "monitor-coverage": signed_in(),
    "monitor-coverage-sheet": signed_in(),
    "monitor-units-sheet": signed_in(),
    "calendar": signed_in(),
    "calendar-address": signed_in(method="post"),
    "calendar-feed": anyone(404, args=lambda _: ["khong-co"]),
    "log": signed_in(),
    "search": signed_in(),
}


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


def administrators(method: str = "get", args: Callable[[Cast], list[Any]] = lambda _cast: []) -> Row:
    """Closed to all four; what an administrator does there is tested with the pages."""
    return Row((302, 403, 403, 403), method=method, args=args)


DOORS |= {
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
    "units-import": administrators(),
    "people": administrators(),
    "person": administrators(args=lambda cast: [cast.lan.code]),
    "person-password": administrators("post", lambda cast: [cast.lan.code]),
    "person-close": administrators("post", lambda cast: [cast.lan.code]),
}


def _of_obligation(cast: Cast) -> list[Any]:
    """Work of Lan's ward alone; Tùng and Minh, of no agency there, are strangers to it."""
    ward = make_agency(make_unit("An Lạc", level="commune", kind="phường"))
    make_member(cast.lan, ward, "head")
    return [make_obligations(ward.unit, [("lead", ward)])[0].code]


DOORS |= {
    "obligations-xlsx": signed_in(),
    "obligation": own(200, args=_of_obligation),
    "obligation-assign": own(200, args=_of_obligation),
    "obligation-file": own(404, args=lambda cast: [*_of_obligation(cast), "khong-co"]),
    "obligation-move": own(404, "post", lambda cast: [*_of_obligation(cast), "khong-co"]),
}
