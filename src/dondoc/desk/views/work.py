"""Việc của tôi: what the own agencies must do, to be settled from here."""

from datetime import date
from typing import Any, cast

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.desk.demo.tips import tips_for
from dondoc.desk.queries.filters import STATES, Filter, narrowed, read_filter
from dondoc.desk.queries.saved import saved_part
from dondoc.desk.queries.work import grouped, plan_names
from dondoc.desk.views.sheets import obligations_as_sheet
from dondoc.duties.access import own_obligations
from dondoc.duties.models import Obligation
from dondoc.duties.queries import in_work_order, rows_of
from dondoc.framework.queries.names import dimension_names
from dondoc.units.access import scope_for
from dondoc.units.models import Role
from dondoc.web.doors import door
from dondoc.web.pages import page
from dondoc.web.requests import Request
from dondoc.web.tables import cut

PER_PAGE = 40
TO_DO = "con-phai-lam"


@door("GET")
def my_work(request: Request) -> HttpResponse:
    user, scope, chosen = cast(User, request.user), scope_for(request), read_filter(request.GET)
    mine = own_obligations(scope)
    found = narrowed(mine, chosen, scope.on, default=TO_DO)
    pager = cut(request.GET, found.count(), PER_PAGE)
    start = (pager.number - 1) * PER_PAGE
    rows = rows_of(in_work_order(found, user, scope.on)[start : start + PER_PAGE], scope.on, user=user)
    context: dict[str, Any] = {
        "groups": grouped(rows),
        "pager": pager,
        "chosen": chosen,
        "states": STATES,
        "dimensions": dimension_names(),
        "plans": plans_of(mine),
        "counts": _counts(mine, scope.on),
        "has_any": bool(rows) or mine.exists(),
        "has_role": bool(scope.agencies),
        "is_head": scope.has_any(Role.HEAD),
        "tips": () if chosen.is_narrow else tips_for(user),
        "saved": saved_part(user, scope, "my-work", chosen),
        "sheet": chosen.link("/viec-cua-toi/viec.xlsx"),
    }
    return page(request, "desk/my_work.html", context, fragment="desk/_my_work.html")


@door("GET")
def my_work_sheet(request: Request) -> HttpResponse:
    user, scope = cast(User, request.user), scope_for(request)
    found = narrowed(own_obligations(scope), read_filter(request.GET), scope.on, default=TO_DO)
    rows = rows_of(in_work_order(found, user, scope.on), scope.on, user=user)
    return obligations_as_sheet(rows, name=_("viec-cua-toi"))


def plans_of(rows: QuerySet[Obligation]) -> list[tuple[str, str]]:
    """Plans that the rows come from, for the filter."""
    codes = set(rows.order_by().values_list("duty__plan_code", flat=True).distinct()[:200])
    return sorted(plan_names(codes).items(), key=lambda pair: pair[1])


def _counts(rows: QuerySet[Obligation], today: date) -> list[tuple[str, str, str]]:
    """The figures on top: how many are late, come in a week, wait, came back; each leads to its list."""
    told = []
    for state, label in (
        ("qua-han", _("quá hạn")),
        ("sap-den-han", _("đến hạn trong 7 ngày")),
        ("bi-tra-lai", _("bị trả lại")),
        ("cho-xac-nhan", _("chờ xác nhận")),
    ):
        count = narrowed(rows, Filter(state=state), today).count()
        told.append((str(count), label, f"?trang-thai={state}"))
    return told
