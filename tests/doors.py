"""Who may do what at which address, in one table. A new address without a row here fails `test_permissions`.

Rows: name of the address -> expected status for (nobody, stranger, colleague, right person), by GET unless said. An app
adds its rows with its addresses. `Row.args` fills the address; a row may ask for things made by the makers.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from dondoc.plans.models import Plan
from makers import make_agency, make_group, make_member, make_plan, make_unit
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
}
