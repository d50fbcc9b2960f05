"""The directory of agencies and the page of one."""

from typing import cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.records.actions.forms import send_once
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import (
    Scope,
    get_agency_for,
    may_appoint,
    may_shape_unit,
    scope_for,
    visible_agencies,
)
from dondoc.units.actions.agency import create_agency, edit_agency, end_agency
from dondoc.units.actions.defaults import create_default_agencies
from dondoc.units.actions.succession import confirm_successor
from dondoc.units.forms import AgencyForm, EndForm
from dondoc.units.models import AdministrativeUnit, Agency, Stance
from dondoc.units.queries import descendants_of, directory
from dondoc.units.queries.heirs import heirs_proposed
from dondoc.web.doors import door
from dondoc.web.forms import add_refusal
from dondoc.web.found import found
from dondoc.web.pages import page
from dondoc.web.requests import Request
from dondoc.web.tables import Column, Tag, read_table

TONES = {Stance.SUBORDINATE: "calm", Stance.VERTICAL: "calm", Stance.REQUESTED: "warn"}
COLUMNS: list[Column[Agency]] = [
    Column("ten", "Cơ quan", lambda a: a.name, sort="search", href=lambda a: reverse("agency", args=[a.code])),
    Column("don-vi", "Đơn vị", lambda a: a.unit.full_name, sort="unit__search"),
    Column("quan-he", "Quan hệ", lambda a: Tag(str(Stance(a.stance).label), TONES[Stance(a.stance)]), "tag"),
    Column("nganh-doc", "Ngành dọc", lambda a: a.guided_by.name if a.guided_by else ""),
    Column("nguoi", "Người", lambda a: getattr(a, "people", 0), "number", sort="people"),
]


@door("GET")
def agency_list(request: Request) -> HttpResponse:
    """Agencies that the person may see, found by name with or without marks. At most ten queries."""
    user, scope, text = cast(User, request.user), scope_for(request), request.GET.get("q", "").strip()
    wanted = request.GET.get("don-vi")
    unit = AdministrativeUnit.objects.filter(code=wanted).first() if wanted else None
    agencies = visible_agencies(user, scope.on, scope=scope)
    rows = directory.agency_list(agencies, on=scope.on, text=text, unit=unit, past="cu" in request.GET)
    empty = _("Không có cơ quan nào khớp. Thử ít chữ hơn, không cần dấu.") if text else _("Chưa có cơ quan nào.")
    table = read_table(request, COLUMNS, rows, caption=_("Cơ quan"), empty=empty)
    own = AdministrativeUnit.objects.filter(pk__in=list(scope.own_units)).order_by("code")
    context = {"table": table, "q": text, "unit": unit, "own_units": own, "is_administrator": scope.is_administrator}
    return page(request, "units/agency_list.html", context, fragment="units/_agency_table.html")


@door("GET")
def agency(request: Request, code: str) -> HttpResponse:
    """One agency: who acts for it, its groups, its line, what it followed."""
    scope = scope_for(request)
    shown = get_agency_for(cast(User, request.user), code, scope.on, scope=scope)
    above, below = directory.line_of(shown)
    context = {
        "agency": shown,
        "people": directory.people_of(shown, scope.on),
        "groups": directory.groups_of(shown, scope.on),
        "above": above,
        "below": below,
        "kin": directory.kin_of(shown),
        "may_appoint": may_appoint(scope, shown),
        "may_shape": may_shape_unit(scope, shown.unit_id),
        "proposals": heirs_proposed(shown, scope.on) if may_shape_unit(scope, shown.unit_id) else [],
        "own_memberships": {m.code for m in shown.memberships.filter(user=cast(User, request.user))},
        "end_form": EndForm(initial={"on": scope.on}),
    }
    return page(request, "units/agency.html", context)


@door("GET", "POST")
def agency_create(request: Request, code: str) -> HttpResponse:
    """A new agency of a unit, by whoever may shape the unit."""
    unit = unit_to_shape(scope_for(request), code)
    form = AgencyForm(request.POST if request.method == "POST" else None, guides=_guides(unit))
    if form.is_valid():

        def act() -> str:
            made = create_agency(unit, **form.cleaned_data, by=cast(User, request.user), at=timezone.now())
            return reverse("agency", args=[made.code])

        try:
            return send_once(request, act, at=timezone.now())
        except BadInput as refused:
            add_refusal(form, refused, "name")
    context = {"form": form, "unit": unit, "agency": None, "action": reverse("agency-create", args=[unit.code])}
    return page(request, "units/agency_form.html", context, status=422 if form.errors else 200)


@door("GET", "POST")
def agency_edit(request: Request, code: str) -> HttpResponse:
    shown = agency_to_shape(request, code)
    initial = {"name": shown.name, "stance": shown.stance, "guided_by": shown.guided_by.code if shown.guided_by else ""}
    guides = [guide for guide in _guides(shown.unit) if guide.pk != shown.pk]
    form = AgencyForm(request.POST if request.method == "POST" else None, initial=initial, guides=guides)
    if form.is_valid():

        def act() -> str:
            edit_agency(shown, **form.cleaned_data, by=cast(User, request.user), at=timezone.now())
            return reverse("agency", args=[shown.code])

        try:
            return send_once(request, act, at=timezone.now())
        except BadInput as refused:
            add_refusal(form, refused, "name")
    context = {"form": form, "unit": shown.unit, "agency": shown, "action": reverse("agency-edit", args=[code])}
    return page(request, "units/agency_form.html", context, status=422 if form.errors else 200)


@door("POST")
def agency_end(request: Request, code: str) -> HttpResponse:
    shown, form = agency_to_shape(request, code), EndForm(request.POST)
    if not form.is_valid():
        raise BadInput("agency-end-day", "Chưa có ngày cuối cùng hoạt động. Chọn một ngày rồi gửi lại.")

    def act() -> str:
        end_agency(shown, on=form.cleaned_data["on"], by=cast(User, request.user), at=timezone.now())
        return reverse("agency", args=[code])

    return send_once(request, act, at=timezone.now())


@door("POST")
def agency_follow(request: Request, code: str) -> HttpResponse:
    """Confirm one of the proposals for who took over an agency's work."""
    shown, scope = agency_to_shape(request, code), scope_for(request)
    wanted = (request.POST.get("successor", ""), request.POST.get("subject", ""))
    heirs = [h for h in heirs_proposed(shown, scope.on) if (h.agency.code, h.subject) == wanted]
    if not heirs:
        raise BadInput("successor-gone", "Đề xuất này không còn. Tải lại trang cơ quan để xem đề xuất hiện nay.")
    heir, user = heirs[0], cast(User, request.user)

    def act() -> str:
        confirm_successor(shown, successor=heir.agency, subject=heir.subject, on=heir.on, by=user, at=timezone.now())
        return reverse("agency", args=[code])

    return send_once(request, act, at=timezone.now())


@door("POST")
def agency_defaults(request: Request, code: str) -> HttpResponse:
    """Make the agencies that a unit and the units in it have by default."""
    scope = scope_for(request)
    unit = unit_to_shape(scope, code)

    def act() -> str:
        line = descendants_of([unit.pk], scope.on)
        made = create_default_agencies(line, on=scope.on, by=cast(User, request.user), at=timezone.now())
        messages.success(request, _("Đã tạo %(n)s cơ quan theo mặc định.") % {"n": len(made)})
        return f"{reverse('agencies')}?don-vi={unit.code}"

    return send_once(request, act, at=timezone.now())


def unit_to_shape(scope: Scope, code: str) -> AdministrativeUnit:
    """A unit in which the person may make agencies and groups; 404 outside the line, refused without the role."""
    unit = found(AdministrativeUnit.objects.filter(code=code))
    if not may_shape_unit(scope, unit.pk):
        raise PermissionDenied
    return unit


def agency_to_shape(request: Request, code: str) -> Agency:
    scope = scope_for(request)
    shown = get_agency_for(cast(User, request.user), code, scope.on, scope=scope)
    if not may_shape_unit(scope, shown.unit_id):
        raise PermissionDenied
    return shown


def _guides(unit: AdministrativeUnit) -> list[Agency]:
    """Who may guide an agency of the unit: those of the units above, then its own."""
    ids, above = [unit.pk], unit.parent
    while above is not None:
        ids.append(above.pk)
        above = above.parent
    rows = Agency.objects.filter(unit__in=ids, valid_to=None).select_related("unit")
    return list(rows.order_by("unit__code", "search"))
