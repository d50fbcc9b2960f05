"""Days off and worked weekends of a year; an administrator's own days, with what they move shown before it is done."""

from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.records.actions.forms import send_once
from dondoc.schedule.actions import day as act
from dondoc.schedule.foresight import foresee
from dondoc.schedule.forms import DayForm, WithdrawForm
from dondoc.schedule.models import OfficeDay
from dondoc.schedule.queries import DayRow, year_rows
from dondoc.toolkit.errors import BadInput
from dondoc.web.doors import door
from dondoc.web.formats import said
from dondoc.web.forms import add_refusal
from dondoc.web.found import found
from dondoc.web.pages import page
from dondoc.web.requests import Request
from dondoc.web.tables import Column, Tag, read_table

WEEK = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
SOURCES = {
    "law": Tag("luật định", "good"),
    "announced": Tag("đã thông báo", "good"),
    "reported": Tag("theo báo chí", "warn"),
    "estimated": Tag("ước tính", "warn"),
    "own": Tag("cơ quan ghi", "calm"),
}


def _columns(may_change: bool) -> list[Column[DayRow]]:
    def to_row(row: DayRow) -> str | None:
        return reverse("office-day", args=[row.code]) if row.code and may_change else None

    return [
        Column("ngay", "Ngày", lambda row: row.day, "day", href=to_row),
        Column("thu", "Thứ", lambda row: said(WEEK[row.day.weekday()])),
        Column("nghi", "Nghỉ hay làm", lambda row: _("nghỉ") if row.is_off else _("làm việc")),
        Column("ten", "Tên gọi", lambda row: row.name),
        Column("can-cu", "Căn cứ", lambda row: row.decision),
        Column("nguon", "Nguồn", lambda row: SOURCES[row.certainty], "tag"),
    ]


@door("GET")
def days(request: Request) -> HttpResponse:
    """A year of the calendar by which all due days are counted. Anybody who signed in may read it."""
    today, asked = timezone.localdate(), request.GET.get("nam", "")
    year = int(asked) if asked.isdecimal() and 2000 < int(asked) < 2100 else today.year
    may_change = _is_administrator(request)
    caption = _("Ngày nghỉ, ngày làm bù năm %(year)s") % {"year": year}
    table = read_table(request, _columns(may_change), year_rows(year), caption=caption, empty=_("Chưa có ngày nào."))
    context = {"table": table, "year": year, "may_change": may_change}
    return page(request, "schedule/days.html", context)


@door("GET", "POST")
def day_add(request: Request) -> HttpResponse:
    """Typed, then shown what would move, then done: two steps with one form."""
    by = _administrator(request)
    form = DayForm(request.POST if request.method == "POST" else None, initial={"kind": OfficeDay.Kind.OFF})
    if not form.is_valid():
        return page(request, "schedule/day_form.html", {"form": form}, status=422 if form.errors else 200)

    def go() -> str:
        rows = act.declare_day(form.declared(), by=by, at=timezone.now())
        messages.success(request, _("Đã ghi. Hạn của việc còn mở được tính lại trong ít phút."))
        return f"{reverse('calendar-days')}?nam={rows[0].day.year}"

    try:
        if "sure" in request.POST:
            return send_once(request, go, at=timezone.now())
        rows = act.checked(form.declared(), today=timezone.localdate())
    except BadInput as refused:
        add_refusal(form, refused, FIELDS.get(refused.code))
        return page(request, "schedule/day_form.html", {"form": form}, status=422)
    asked = [row.day for row in rows]
    context = {"form": form, "rows": rows, "moving": foresee(act.calendar_with_rows(rows), asked, timezone.localdate())}
    return page(request, "schedule/day_confirm.html", context)


@door("GET", "POST")
def day(request: Request, code: str) -> HttpResponse:
    """An own day: what made it, what moves if it is withdrawn, and withdrawing it."""
    by = _administrator(request)
    row = found(OfficeDay.objects.filter(code=code, withdrawn_at=None))
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if form.is_valid():

        def go() -> str:
            act.withdraw_day(row, by=by, at=timezone.now(), reason=form.cleaned_data["reason"])
            messages.success(request, _("Đã rút. Hạn của việc còn mở được tính lại trong ít phút."))
            return f"{reverse('calendar-days')}?nam={row.day.year}"

        return send_once(request, go, at=timezone.now())
    moving = foresee(act.calendar_without(row), [row.day], timezone.localdate())
    context: dict[str, Any] = {"row": row, "form": form, "moving": moving}
    return page(request, "schedule/day.html", context, status=422 if form.errors else 200)


FIELDS = {
    "day-undecided": "name",
    "day-far": "day",
    "day-held": "day",
    "day-off-already": "day",
    "day-worked-already": "worked_on",
}


def _is_administrator(request: Request) -> bool:
    return bool(getattr(request.user, "is_administrator", False))


def _administrator(request: Request) -> User:
    if not _is_administrator(request):
        raise PermissionDenied
    return cast(User, request.user)
