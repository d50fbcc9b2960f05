"""Who made what public: the matrix, and one unit with its shortest way to green."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dondoc.disclosure import access
from dondoc.disclosure.actions.catalogue import adopt_catalogue, expand_items
from dondoc.disclosure.queries.standing import ItemRow, item_rows, matrix, way_to_green
from dondoc.disclosure.rules.catalogue import SURE
from dondoc.records.actions.forms import send_once
from dondoc.records.serving import download
from dondoc.units.access import scope_for
from dondoc.units.models import AdministrativeUnit, Level
from dondoc.web.doors import door
from dondoc.web.pages import page
from dondoc.web.requests import Request
from dondoc.web.sheets import MEDIA_TYPE, write_sheet

MOST_UNITS, SHOWN = 200, 6
_HEADS = ("Đơn vị", "Nội dung", "Căn cứ", "Kỳ", "Hạn", "Tình trạng", "Còn phải làm", "Phát hiện", "Mã nội dung")


@door("GET")
def board(request: Request) -> HttpResponse:
    """Own unit alone: its page. A line below: the matrix of communes."""
    scope = scope_for(request)
    units = list(access.visible_units(scope)[:MOST_UNITS])
    if not units:
        return page(request, "disclosure/board.html", {"units": [], "chart": None})
    if len(units) == 1:
        return HttpResponseRedirect(reverse("disclosure-unit", args=[units[0].code]))
    communes = [unit for unit in units if unit.level == Level.COMMUNE]
    rows = item_rows(communes, scope.on)
    links = {unit.pk: reverse("disclosure-unit", args=[unit.code]) for unit in units}
    own = [unit for unit in units if unit.pk in scope.own_units]
    context = {
        "units": units,
        "own": own,
        "chart": matrix(rows, communes, links) if rows else None,
        "figures": _figures(rows),
        "worst": _worst(communes, rows),
        "may_keep": any(access.may_keep_items(scope, unit.pk) for unit in own),
    }
    return page(request, "disclosure/board.html", context)


@door("GET")
def board_sheet(request: Request) -> HttpResponse:
    """The same as a workbook."""
    scope = scope_for(request)
    rows = item_rows(list(access.visible_units(scope)[:MOST_UNITS]), scope.on)
    content = write_sheet("Công khai", _HEADS, (_line(row) for row in rows))
    return download(content, MEDIA_TYPE, "cong-khai.xlsx")


@door("GET")
def unit(request: Request, code: str) -> HttpResponse:
    """One unit: what to do now, then every item with its ground."""
    scope = scope_for(request)
    one = access.get_unit_for(scope, code)
    rows = item_rows([one], scope.on)
    context = {
        "unit": one,
        "rows": rows,
        "way": way_to_green(rows),
        "shown": SHOWN,
        "figures": _figures(rows),
        "sure": SURE,
        "may_publish": access.may_publish(scope, one.pk),
        "may_keep": access.may_keep_items(scope, one.pk),
        "year": scope.on.year,
        "quarter": (scope.on.month + 2) // 3,
    }
    return page(request, "disclosure/unit.html", context)


@door("POST")
def adopt(request: Request, code: str) -> HttpResponse:
    """Take over the shipped catalogue and make what this year owes."""
    scope = scope_for(request)
    one = access.get_unit_for(scope, code)
    if not access.may_keep_items(scope, one.pk):
        raise Http404

    def go() -> str:
        now = timezone.now()
        count = adopt_catalogue(one, by=request.user, at=now)
        expand_items(one, year=scope.on.year, by=request.user, at=now)
        said = ngettext("Đã thêm %(n)s nội dung phải công khai.", "Đã thêm %(n)s nội dung phải công khai.", count)
        messages.success(request, said % {"n": count})
        return reverse("disclosure-unit", args=[one.code])

    return send_once(request, go, at=timezone.now())


def _figures(rows: list[ItemRow]) -> list[tuple[str, str, str]]:
    asked = [row for row in rows if row.obligation]
    counted = (
        (sum(row.is_green for row in asked), _("nội dung đạt")),
        (sum(row.is_late for row in asked), _("quá hạn")),
        (sum(bool(row.mendable) for row in rows), _("có phát hiện")),
        (len({row.item.pk for row in rows if not row.item.when}), _("chưa rõ tần suất")),
    )
    return [(str(count), label, "") for count, label in counted]


def _worst(units: list[AdministrativeUnit], rows: list[ItemRow]) -> list[tuple[AdministrativeUnit, int, int]]:
    """Units by what is late and what was found, the worst first."""
    told = [
        (
            unit,
            sum(row.is_late for row in rows if row.unit.pk == unit.pk),
            sum(bool(row.mendable) for row in rows if row.unit.pk == unit.pk),
        )
        for unit in units
    ]
    return sorted((one for one in told if one[1] or one[2]), key=lambda one: (-one[1], -one[2]))[:5]


def _line(row: ItemRow) -> tuple[Any, ...]:
    due: date | None = row.due_on
    found = " ".join(one.says for one in row.findings)
    return (
        row.unit.full_name, row.item.name, row.item.basis, row.label, due, row.words, " ".join(row.steps), found,
        row.item.code,
    )  # fmt: skip
