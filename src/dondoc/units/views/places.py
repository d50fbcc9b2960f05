"""Administrative units as of a day."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.records.actions.files import attach_file
from dondoc.records.actions.forms import send_once
from dondoc.records.actions.jobs import queue_job
from dondoc.records.adapters import vault
from dondoc.records.models import Attachment
from dondoc.records.serving import download
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import may_shape_unit, scope_for, visible_agencies
from dondoc.units.actions.catalogue import import_list, known_units
from dondoc.units.actions.settlement import add_settlements
from dondoc.units.adapters.official import read_official
from dondoc.units.forms import ImportForm, SettlementsForm
from dondoc.units.models import AdministrativeUnit, Level
from dondoc.units.queries import directory
from dondoc.units.rules.catalogue import Unit
from dondoc.units.rules.differences import Difference, differences, uncoded
from dondoc.web.doors import door
from dondoc.web.formats import said
from dondoc.web.forms import add_refusal
from dondoc.web.found import found
from dondoc.web.pages import page
from dondoc.web.requests import Request
from dondoc.web.sheets import MEDIA_TYPE, write_sheet
from dondoc.web.tables import Column, read_table

WORDS = {"gone": "không còn", "renamed": "đổi tên hoặc loại", "moved": "đổi đơn vị cấp trên", "new": "mới"}
SHOWN = 200  # rows of one kind of difference: four kinds stay under 200 kB
COLUMNS: list[Column[AdministrativeUnit]] = [
    Column("ten", "Đơn vị", lambda u: u.full_name, sort="search", href=lambda u: reverse("unit", args=[u.code])),
    Column("ma", "Mã", lambda u: u.official_code, sort="official_code"),
    Column("thuoc", "Thuộc", lambda u: u.parent.full_name if u.parent else ""),
    Column("tu", "Từ ngày", lambda u: u.valid_from, "day"),
    Column("den", "Đến hết ngày", lambda u: u.valid_to, "day"),
]


@door("GET")
def unit_list(request: Request) -> HttpResponse:
    """Units as they stood on the day asked for; facts that anybody who signed in may read."""
    on, text = day_asked(request), request.GET.get("q", "").strip()
    level = request.GET.get("cap", "")
    rows = directory.unit_list(on, text=text, level=level if level in Level.values else "")
    empty = _("Không có đơn vị nào khớp vào ngày này.") if text or level else _("Chưa nạp danh mục đơn vị hành chính.")
    table = read_table(request, COLUMNS, rows, caption=_("Đơn vị hành chính"), empty=empty)
    context = {"table": table, "q": text, "on": on, "level": level, "levels": Level.choices}
    context["is_administrator"] = scope_for(request).is_administrator
    return page(request, "units/unit_list.html", context, fragment="units/_unit_table.html")


@door("GET")
def unit(request: Request, code: str) -> HttpResponse:
    """One unit: what lies in it on the day, what it was made of, what it became."""
    on, scope = day_asked(request), scope_for(request)
    shown = found(AdministrativeUnit.objects.filter(code=code).select_related("parent"))
    before, after = directory.kin_of_unit(shown)
    below = directory.unit_list(on, within=shown).filter(parent=shown)
    agencies = visible_agencies(cast(User, request.user), scope.on, scope=scope).filter(unit=shown)
    context = {
        "unit": shown,
        "on": on,
        "below": read_table(
            request, COLUMNS[:2], below, caption=_("Đơn vị trực thuộc"), empty=_("Không có."), per_page=200
        ),
        "before": before,
        "after": after,
        "settlements": directory.settlements_of(shown, on),
        "agencies": directory.agency_list(agencies, on=scope.on),
        "may_shape": may_shape_unit(scope, shown.pk),
        "level": Level(shown.level).label,
    }
    return page(request, "units/unit.html", context)


@door("GET", "POST")
def settlements_add(request: Request, code: str) -> HttpResponse:
    """Villages and residential groups of a commune, one a line."""
    shown = found(AdministrativeUnit.objects.filter(code=code, level=Level.COMMUNE))
    if not may_shape_unit(scope_for(request), shown.pk):
        raise PermissionDenied
    form = SettlementsForm(request.POST if request.method == "POST" else None)
    if form.is_valid():

        def act() -> str:
            names = form.cleaned_data["names"].splitlines()
            made = add_settlements(shown, names=names, by=cast(User, request.user), at=timezone.now())
            messages.success(request, _("Đã thêm %(n)s thôn, tổ dân phố.") % {"n": len(made)})
            return reverse("unit", args=[code])

        try:
            return send_once(request, act, at=timezone.now())
        except BadInput as refused:
            add_refusal(form, refused, "names")
    context = {"form": form, "unit": shown, "action": reverse("settlements-add", args=[code])}
    return page(request, "units/settlements_form.html", context, status=422 if form.errors else 200)


def day_asked(request: Request) -> date:
    """The day in the address (`?ngay=2025-06-30`), today if none or unreadable."""
    try:
        return date.fromisoformat(request.GET.get("ngay", ""))
    except ValueError:
        return timezone.localdate()


@door("GET", "POST")
def units_import(request: Request) -> HttpResponse:
    """An administrator brings a newer list in: first the differences are shown, then they are written."""
    if not scope_for(request).is_administrator:
        raise PermissionDenied
    user, now = cast(User, request.user), timezone.now()
    if request.POST.get("shipped"):
        queue_job("units.load-shipped", {}, by=user, at=now)
        messages.success(request, _("Danh mục có sẵn đang được nạp. Tải lại trang đơn vị sau ít phút."))
        return redirect("units")
    if request.GET.get("tep"):
        return _differences_sheet(request)
    if request.POST.get("attachment"):
        return send_once(request, lambda: _write_list(request), at=now)
    form = ImportForm(request.POST or None, request.FILES or None)
    changes: list[Difference] = []
    left: list[Unit] = []
    attachment, is_read = None, False
    if form.is_valid():
        try:
            upload = form.cleaned_data["file"]
            listed = read_official(upload.read(), upload.name)
            on = form.cleaned_data["on"]
            known = known_units(on - timedelta(days=1))
            changes, left, is_read = differences(listed, known, on=on), uncoded(listed, known), True
            upload.seek(0)
            attachment = attach_file(upload.chunks(), name=upload.name, on=("units", "import"), by=user, at=now)
        except BadInput as refused:
            add_refusal(form, refused, "file")
    context = {"form": form, "groups": _groups(changes), "count": len(changes), "attachment": attachment}
    context |= {"counts": Counter(change.what for change in changes), "words": WORDS, "is_read": is_read, "left": left}
    return page(request, "units/units_import.html", context, status=422 if form.errors else 200)


def _groups(changes: Sequence[Difference]) -> list[tuple[str, list[Difference], int]]:
    """By what differs, what is gone first: (what, the rows that are shown, how many more)."""
    return [(what, rows[:SHOWN], max(0, len(rows) - SHOWN)) for what, rows in _by_kind(changes)]


def _by_kind(changes: Sequence[Difference]) -> list[tuple[str, list[Difference]]]:
    kinds = [(what, [change for change in changes if change.what == what]) for what in WORDS]
    return [(what, rows) for what, rows in kinds if rows]


def _write_list(request: Request) -> str:
    """Read the stored file again and write what differs now."""
    kept, changes = _read_again(request.POST)
    told = import_list(changes, by=cast(User, request.user), at=timezone.now(), source=kept.code)
    messages.success(
        request, _("Đã ghi: %(made)s đơn vị mới, %(changed)s thay đổi.") % {"made": told.made, "changed": told.changed}
    )
    return reverse("units")


def _differences_sheet(request: Request) -> HttpResponse:
    """All that differs, as a workbook: the page shows the first of each kind."""
    try:
        _kept, changes = _read_again({"attachment": request.GET["tep"], "on": request.GET.get("tu", "")})
    except BadInput:
        raise Http404 from None
    heads = [_("Khác biệt"), _("Mã"), _("Đang dùng"), _("Danh mục mới")]
    rows = ([said(WORDS[what]), one.code, one.before, one.after] for what, rows in _by_kind(changes) for one in rows)
    return download(write_sheet(_("Khác biệt"), heads, rows), MEDIA_TYPE, "khac-biet-danh-muc.xlsx")


def _read_again(asked: Mapping[str, str]) -> tuple[Attachment, list[Difference]]:
    """The stored file and what it differs by now."""
    kept = found(Attachment.objects.filter(code=asked["attachment"], object_kind="units"))
    try:
        on = date.fromisoformat(asked.get("on", ""))
    except ValueError:
        raise BadInput("list-day", "Chưa rõ danh mục có hiệu lực từ ngày nào. Nạp lại tệp và chọn ngày.") from None
    listed = read_official(vault.path_of(vault.root(), kept.file.sha256).read_bytes(), kept.original_name)
    return kept, differences(listed, known_units(on - timedelta(days=1)), on=on)
