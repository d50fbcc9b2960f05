"""Groups of agencies: what each means today, and choosing the members of an open one."""

from collections.abc import Iterable
from typing import cast

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.records.actions.forms import send_once
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.text import fold
from dondoc.units.access import agencies_within, get_group_for, may_shape_unit, scope_for, visible_groups
from dondoc.units.actions.group import choose_members, create_group
from dondoc.units.forms import GroupForm, MembersForm
from dondoc.units.models import AdministrativeUnit, Agency, AgencyGroup
from dondoc.units.queries import descendants_of, members_of
from dondoc.units.views.agencies import unit_to_shape
from dondoc.web.doors import door
from dondoc.web.forms import add_refusal
from dondoc.web.pages import page
from dondoc.web.requests import Request
from dondoc.web.tables import Column, Tag, read_table

KINDS = AgencyGroup.Kind
MOST_SHOWN = 300
COLUMNS: list[Column[AgencyGroup]] = [
    Column("ten", "Nhóm", lambda g: g.name, sort="search", href=lambda g: reverse("group", args=[g.code])),
    Column("don-vi", "Trong đơn vị", lambda g: g.scope.full_name),
    Column("loai", "Loại", lambda g: Tag(str(KINDS(g.kind).label), "warn" if g.kind == KINDS.OPEN else "calm"), "tag"),
]


@door("GET")
def group_list(request: Request) -> HttpResponse:
    scope = scope_for(request)
    rows = visible_groups(cast(User, request.user), scope.on, scope=scope).order_by("scope__code", "search")
    empty = _("Chưa có nhóm nào. Nhóm được tạo khi đọc kế hoạch, hoặc từ trang của đơn vị.")
    table = read_table(request, COLUMNS, rows, caption=_("Nhóm cơ quan"), empty=empty)
    return page(request, "units/group_list.html", {"table": table})


@door("GET", "POST")
def group(request: Request, code: str) -> HttpResponse:
    """Who belongs to a group today. A list and an open group can be chosen here."""
    user, scope = cast(User, request.user), scope_for(request)
    shown = get_group_for(user, code, scope.on, scope=scope)
    members = members_of(shown, scope.on)
    may_choose = shown.kind != KINDS.RULE and may_shape_unit(scope, shown.scope_id)
    pool = _pool(shown.scope, request, members) if may_choose else []
    form = MembersForm(
        request.POST if request.method == "POST" and may_choose else None,
        initial={"members": [agency.code for agency in members]},
        agencies=pool,
    )
    if form.is_valid():
        wanted = set(form.cleaned_data["members"])

        def act() -> str:
            chosen = [agency for agency in pool if agency.code in wanted]
            choose_members(shown, members=chosen, on=scope.on, by=user, at=timezone.now())
            messages.success(request, _("Đã ghi %(n)s cơ quan vào nhóm.") % {"n": len(chosen)})
            return reverse("group", args=[code])

        try:
            return send_once(request, act, at=timezone.now())
        except BadInput as refused:
            add_refusal(form, refused, "members")
    context = {"group": shown, "members": members, "form": form if may_choose else None, "q": request.GET.get("q", "")}
    context["kind"] = KINDS(shown.kind).label
    return page(request, "units/group.html", context, status=422 if form.errors else 200)


@door("GET", "POST")
def group_create(request: Request, code: str) -> HttpResponse:
    """A named list or an open group, written by hand."""
    unit = unit_to_shape(scope_for(request), code)
    pool = _pool(unit, request)
    form = GroupForm(request.POST if request.method == "POST" else None, agencies=pool)
    if form.is_valid():
        fields = form.cleaned_data
        members = [agency for agency in pool if agency.code in set(fields["members"])]

        def act() -> str:
            made = create_group(
                unit,
                kind=fields["kind"],
                name=fields["name"],
                members=members,
                by=cast(User, request.user),
                at=timezone.now(),
            )
            return reverse("group", args=[made.code])

        try:
            return send_once(request, act, at=timezone.now())
        except BadInput as refused:
            add_refusal(form, refused, "members" if refused.code == "group-empty" else "name")
    context = {"form": form, "unit": unit, "action": reverse("group-create", args=[code])}
    return page(request, "units/group_form.html", context, status=422 if form.errors else 200)


def _pool(unit: AdministrativeUnit, request: Request, chosen: Iterable[Agency] = ()) -> list[Agency]:
    """The agencies that may be chosen: of the unit and of those in it, the unit's own first. The page may narrow them
    by name (`?q=`): those chosen already stay in sight. What is sent back is checked against all."""
    on = scope_for(request).on
    units = {found.pk: found for found in descendants_of([unit.pk], on)}
    rows = list(agencies_within(units, on).order_by("-unit__level", "unit__code", "pk"))
    for agency in rows:
        agency.unit = units[agency.unit_id]
    words, kept = fold(request.GET.get("q", "")).split(), {agency.pk for agency in chosen}
    if request.method != "GET":
        return rows
    fits = [a for a in rows if a.pk in kept or all(word in f"{a.search} {a.unit.search}" for word in words)]
    return sorted(fits, key=lambda agency: agency.pk not in kept)[: max(MOST_SHOWN, len(kept))]
