"""Theo dõi: where it is late, on what, by whom; every number leads to what stands behind it."""

from typing import Any, cast

from django.db.models import F, QuerySet
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.desk.queries import monitor as counts
from dondoc.desk.queries.filters import STATES, Filter, narrowed, read_filter
from dondoc.desk.queries.saved import saved_part
from dondoc.desk.queries.work import plan_names
from dondoc.desk.views.sheets import obligations_as_sheet, sheet
from dondoc.desk.views.work import plans_of
from dondoc.duties.access import DECIDING, visible_obligations
from dondoc.duties.models import Obligation
from dondoc.duties.queries import Counts, ObligationRow, rows_of
from dondoc.framework.queries.names import dimension_name, dimension_names, part_name
from dondoc.framework.rules.papi import DIMENSIONS
from dondoc.units.access import scope_for
from dondoc.web.charts import BarChart, bar_chart
from dondoc.web.doors import door
from dondoc.web.pages import page
from dondoc.web.requests import Request
from dondoc.web.tables import Column, Table, Tag, cut, read_table

PER_PAGE = 50
LONGEST_SHEET = 50_000


@door("GET")
def monitor(request: Request) -> HttpResponse:
    """The heat map of units by dimension, progress by dimension, and the table of units beneath."""
    scope, chosen = scope_for(request), read_filter(request.GET)
    rows = counts.unit_rows(_visible(request), scope, scope.on, plan=chosen.plan)
    total = sum((row.total for row in rows), Counts())
    context = {
        "heat": counts.heat(rows, reverse("monitor-obligations")),
        "progress": _progress(rows),
        "table": _unit_table(request, rows),
        "total": total,
        "chosen": chosen,
        "plans": plans_of(_visible(request)),
        "has_any": bool(rows),
        "tabs": tabs(request, "monitor"),
    }
    return page(request, "desk/monitor.html", context)


@door("GET")
def late(request: Request) -> HttpResponse:
    """What is late, the oldest first; can be narrowed as any list."""
    return _list(request, title=_("Việc quá hạn"), here="monitor-late", default="qua-han")


@door("GET")
def obligations(request: Request) -> HttpResponse:
    """What stands behind a number: the obligations of a unit, a dimension, a task, a state."""
    return _list(request, title=_("Danh sách việc"), here="monitor-obligations", default="tat-ca")


@door("GET")
def obligations_sheet(request: Request) -> HttpResponse:
    scope = scope_for(request)
    found = narrowed(_visible(request), read_filter(request.GET), scope.on)
    return obligations_as_sheet(rows_of(_by_day(found)[:LONGEST_SHEET], scope.on, is_long=True), name="theo-doi-viec")


@door("GET")
def coverage(request: Request) -> HttpResponse:
    """Each task: how many of those that owe it have done it."""
    rows = _coverage_rows(request)
    columns: list[Column[counts.CoverageRow]] = [
        Column("nhiem-vu", "Nhiệm vụ", lambda r: r.title, href=lambda r: _behind(r.code), sort="x"),
        Column("truc", "Trục", lambda r: r.section, "number", sort="x"),
        Column("co-quan", "Cơ quan phải làm", lambda r: r.agencies, "number", sort="x"),
        Column("da-mo", "Đã mở", lambda r: r.counts.asked, "number", sort="x", total=True),
        Column("xong", "Đã xong", lambda r: r.counts.settled, "number", sort="x", total=True),
        Column("qua-han", "Quá hạn", lambda r: r.counts.late, "number", sort="x", total=True),
        Column("do-phu", "Độ phủ (%)", lambda r: counts.per_cent(r.counts), "number", sort="x", places=1),
    ]
    table = read_table(
        request, columns, rows, caption=_("Độ phủ của từng nhiệm vụ"), empty=_("Chưa có nhiệm vụ nào được giao.")
    )
    return page(request, "desk/coverage.html", {"table": table, "tabs": tabs(request, "monitor-coverage")})


@door("GET")
def coverage_sheet(request: Request) -> HttpResponse:
    heads = ("Mã nhiệm vụ", "Trục", "Nhiệm vụ", "Cơ quan phải làm", "Đã mở", "Đã xong", "Quá hạn")
    rows = _coverage_rows(request)
    cells = ((r.code, r.section, r.title, r.agencies, r.counts.asked, r.counts.settled, r.counts.late) for r in rows)
    return sheet("do-phu-nhiem-vu", heads, cells)


@door("GET")
def units_sheet(request: Request) -> HttpResponse:
    scope = scope_for(request)
    rows = counts.unit_rows(_visible(request), scope, scope.on, plan=read_filter(request.GET).plan)
    heads = ("Mã đơn vị", "Đơn vị", "Trục", "Đã mở", "Đã xong", "Chờ xác nhận", "Quá hạn", "Quá hạn nhiều")
    cells = (
        (row.code, row.name, section or None, c.asked, c.settled, c.awaiting, c.late, c.long_late)
        for row in rows
        for section, c in sorted(row.by_section.items())
    )
    return sheet("theo-doi-don-vi", heads, cells)


def tabs(request: Request, here: str) -> list[tuple[str, str, bool]]:
    """The ways to look; who urges has the list of the late by agency, with its letters, beside them."""
    named = [
        (_("Bản đồ nhiệt"), "monitor"),
        (_("Việc quá hạn"), "monitor-late"),
        (_("Độ phủ nhiệm vụ"), "monitor-coverage"),
        (_("Nội dung thành phần"), "components"),
    ]
    if scope_for(request).has_any(*DECIDING):
        named.append((_("Đôn đốc"), "urging"))
    return [(label, reverse(name), name == here) for label, name in named]


def _visible(request: Request) -> QuerySet[Obligation]:
    scope = scope_for(request)
    return visible_obligations(cast(User, request.user), scope.on, scope=scope)


def _by_day(rows: QuerySet[Obligation]) -> QuerySet[Obligation]:
    return rows.order_by(F("due_on").asc(nulls_last=True), "pk")


def _list(request: Request, *, title: str, here: str, default: str) -> HttpResponse:
    user, scope, chosen = cast(User, request.user), scope_for(request), read_filter(request.GET)
    found = narrowed(_visible(request), chosen, scope.on, default=default)
    pager = cut(request.GET, found.count(), PER_PAGE)
    start = (pager.number - 1) * PER_PAGE
    rows = rows_of(_by_day(found)[start : start + PER_PAGE], scope.on, user=user)
    used = chosen if chosen.state else Filter(**{**_asdict(chosen), "state": default})
    is_default = not chosen.is_narrow and here == "monitor-obligations"
    context: dict[str, Any] = {
        "title": title,
        "rows": rows,
        "pager": pager,
        "chosen": used,
        "is_narrow": bool(chosen.words or chosen.plan or chosen.section),
        "states": STATES,
        "dimensions": dimension_names(),
        "plans": plans_of(_visible(request)),
        "plan_names": plan_names({row.plan_code for row in rows}),
        "saved": saved_part(user, scope, "monitor-obligations", chosen if is_default else used),
        "narrowed_to": _narrowed_to(chosen, rows),
        "sheet": used.link(reverse("monitor-obligations-sheet")),
        "tabs": tabs(request, here),
        "address": reverse(here),
    }
    return page(request, "desk/obligations.html", context, fragment="desk/_obligations.html")


def _asdict(chosen: Filter) -> dict[str, Any]:
    return {name: getattr(chosen, name) for name in Filter.__slots__}


def _narrowed_to(chosen: Filter, rows: list[ObligationRow]) -> str:
    """What an address from the heat map or a task narrows to, in words."""
    parts = []
    if chosen.unit and rows:
        parts.append(rows[0].unit)
    if chosen.duty and rows:
        parts.append(rows[0].title)
    if chosen.component:
        parts.append(_("nội dung thành phần %(code)s") % {"code": chosen.component})
    if chosen.section:
        parts.append(_("trục %(n)s: %(name)s") % {"n": chosen.section, "name": dimension_name(chosen.section)})
    return " · ".join(parts)


def _behind(duty: str) -> str:
    return Filter(duty=duty).link(reverse("monitor-obligations"))


def _coverage_rows(request: Request) -> list[counts.CoverageRow]:
    scope, chosen = scope_for(request), read_filter(request.GET)
    return counts.coverage(narrowed(_visible(request), chosen, scope.on), scope.on)


def _unit_table(request: Request, rows: list[counts.UnitRow]) -> Table:
    address = reverse("monitor-obligations")
    columns: list[Column[counts.UnitRow]] = [
        Column("don-vi", "Đơn vị", lambda r: r.name, href=lambda r: Filter(unit=r.code).link(address), sort="x"),
        Column("da-mo", "Đã mở", lambda r: r.total.asked, "number", sort="x", total=True),
        Column("xong", "Đã xong", lambda r: r.total.settled, "number", sort="x", total=True),
        Column("cho", "Chờ xác nhận", lambda r: r.total.awaiting, "number", sort="x", total=True),
        Column("qua-han", "Quá hạn", lambda r: r.total.late, "number", sort="x", total=True),
        Column("ty-le", "Tỷ lệ xong (%)", lambda r: counts.per_cent(r.total), "number", sort="x", places=1),
        Column("muc", "Tình hình", _mark, "tag"),
    ]
    return read_table(request, columns, rows, caption=_("Theo đơn vị"), empty=_("Chưa có đơn vị nào có việc."))


def _mark(row: counts.UnitRow) -> Tag:
    share = counts.late_share(row.total)
    if not row.total.late:
        return Tag(_("không quá hạn"), "good")
    return Tag(_("quá hạn nhiều"), "bad") if share > 0.15 else Tag(_("có quá hạn"), "warn")


def _progress(rows: list[counts.UnitRow]) -> BarChart:
    """Share of what opened that is settled, by dimension; the worst is marked and said in the title."""
    found = counts.by_section(rows)
    values = []
    for number, one in enumerate(DIMENSIONS, 1):
        c = found.get(number, Counts())
        if c.asked:
            values.append((f"{number}. {part_name(one)}", round(100 * c.settled / c.asked, 1)))
    least = min(values, key=lambda pair: pair[1], default=("", 0.0))
    title = _("Chậm nhất: trục %(name)s") % {"name": least[0]} if least[0] else _("Tiến độ theo trục")
    return bar_chart(title, _("% việc đã mở được hoàn thành"), values, top=100, marked=least[0], places=1)
