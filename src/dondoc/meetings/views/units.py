"""Tiếp dân, đối thoại: a unit's page, and every commune for those above."""

from typing import cast

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.duties.access import get_obligation_for
from dondoc.meetings import access
from dondoc.meetings.actions.norms import adopt_norms, expand_norms
from dondoc.meetings.models import Dialogue, Norm, Reception
from dondoc.meetings.queries.calendar import public_calendar
from dondoc.meetings.queries.overview import UnitRow, unit_page, unit_rows
from dondoc.meetings.rules.norms import DIALOGUE
from dondoc.records.actions.forms import send_once
from dondoc.records.serving import download
from dondoc.units.access import scope_for, valid_on
from dondoc.units.models import AdministrativeUnit, Level
from dondoc.web.doors import door
from dondoc.web.found import found
from dondoc.web.ical import write_calendar
from dondoc.web.pages import page
from dondoc.web.requests import Request
from dondoc.web.sheets import MEDIA_TYPE, write_sheet
from dondoc.web.tables import Column, read_table

MOST_UNITS = 400
COLUMNS: list[Column[UnitRow]] = [
    Column(
        "don-vi", "Đơn vị", lambda row: row.unit.full_name, sort="x",
        href=lambda row: reverse("meetings-unit", args=[row.unit.code]),
    ),
    Column("tiep", "Đã tiếp", lambda row: row.held, "number", sort="x", total=True),
    Column("phai-tiep", "Phải tiếp", lambda row: row.owed, "number", sort="x", total=True),
    Column("da-lam", "Việc đã hứa: xong", lambda row: row.kept, "number", sort="x", total=True),
    Column("da-hua", "Việc đã hứa", lambda row: row.promised, "number", sort="x", total=True),
    Column("doi-thoai", "Đối thoại", lambda row: row.dialogues, "number", sort="x", total=True),
    Column("qua-han", "Quá hạn", lambda row: row.late, "number", sort="x", total=True),
]  # fmt: skip


@door("GET")
def meetings(request: Request) -> HttpResponse:
    """One's own unit, or the table of all communes below."""
    scope = scope_for(request)
    units = list(access.visible_units(scope)[:MOST_UNITS])
    if len(units) == 1:
        return HttpResponseRedirect(reverse("meetings-unit", args=[units[0].code]))
    communes = [unit for unit in units if unit.level == Level.COMMUNE]
    table = read_table(
        request, COLUMNS, unit_rows(communes, scope.on), caption=_("Tiếp dân, đối thoại từ đầu năm"),
        empty=_("Chưa có đơn vị nào."), order="-qua-han",
    )  # fmt: skip
    own = [unit for unit in units if unit.pk in scope.own_units]
    return page(request, "meetings/meetings.html", {"table": table, "own": own, "units": units})


@door("GET")
def meetings_sheet(request: Request) -> HttpResponse:
    scope = scope_for(request)
    rows = unit_rows(list(access.visible_units(scope)[:MOST_UNITS]), scope.on)
    content = write_sheet("Tiếp dân", [c.label for c in COLUMNS], ([c.value(row) for c in COLUMNS] for row in rows))
    return download(content, MEDIA_TYPE, "tiep-dan.xlsx")


@door("GET")
def unit(request: Request, code: str) -> HttpResponse:
    """What is owed, the calendar, what was promised, dialogues, events."""
    scope = scope_for(request)
    one = access.get_unit_for(scope, code)
    context = {
        "unit": one,
        "shown": unit_page(one, scope.on),
        "may": access.may_keep(scope, one.pk),
        "may_adopt": access.may_adopt(scope, one.pk),
        "has_norms": Norm.objects.filter(unit__in=filter(None, (one.pk, one.parent_id))).exists(),
        "today": scope.on,
        "feed": settings.SITE_URL + reverse("meetings-calendar", args=[one.code]),
    }
    return page(request, "meetings/unit.html", context)


@door("POST")
def adopt(request: Request, code: str) -> HttpResponse:
    """Take over how often the law asks, and make what this year owes."""
    scope = scope_for(request)
    one = access.get_unit_for(scope, code)
    if not access.may_adopt(scope, one.pk):
        raise Http404

    def go() -> str:
        by, now = cast(User, request.user), timezone.now()
        adopt_norms(one, by=by, at=now)
        expand_norms(one, year=scope.on.year, by=by, at=now)
        messages.success(request, _("Đã nạp định mức: buổi tiếp và đối thoại được tính hạn từ nay."))
        return reverse("meetings-unit", args=[one.code])

    return send_once(request, go, at=timezone.now())


@door("GET")
def owed(request: Request, code: str) -> HttpResponse:
    """From what is owed to the page where it is settled."""
    scope = scope_for(request)
    one = get_obligation_for(cast(User, request.user), code, scope.on, scope=scope)
    made = Reception.objects.filter(settles=one).first() or Dialogue.objects.filter(settles=one).first()
    if made is not None:
        name = "reception" if isinstance(made, Reception) else "dialogue"
        return HttpResponseRedirect(reverse(name, args=[made.code]))
    part = "doi-thoai" if one.duty.source_kind == DIALOGUE else "lich"
    return HttpResponseRedirect(f"{reverse('meetings-unit', args=[one.unit.code])}#{part}")


@door("GET", who="anyone")
def calendar(request: Request, code: str) -> HttpResponse:
    """The public calendar of a unit for any calendar program: receptions, dialogues, events, no name of a citizen."""
    today = timezone.localdate()
    one = found(AdministrativeUnit.objects.filter(valid_on(today), code=code))
    events = [row.as_event() for row in public_calendar(one, today)]
    content = write_calendar(_("Tiếp dân, đối thoại: %(unit)s") % {"unit": one.full_name}, events, at=timezone.now())
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Cache-Control"] = "public, max-age=900"
    return response
