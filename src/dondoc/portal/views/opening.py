"""Officers open and close parts of their unit's page."""

from typing import cast

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.portal.access import may_open, openable_units
from dondoc.portal.actions.opening import open_parts
from dondoc.portal.forms import OpeningForm
from dondoc.portal.models import Opening
from dondoc.portal.rules.openings import Part
from dondoc.records.actions.forms import send_once
from dondoc.units.access import scope_for
from dondoc.units.models import AdministrativeUnit
from dondoc.web.doors import door
from dondoc.web.found import found
from dondoc.web.pages import page
from dondoc.web.requests import Request


@door("GET")
def opening_list(request: Request) -> HttpResponse:
    """The units whose pages one may open, with what is open."""
    units = list(openable_units(scope_for(request))[:500])
    if not units:
        raise Http404
    open_of: dict[int, int] = {}
    for unit_id in Opening.objects.filter(unit__in=units).values_list("unit_id", flat=True):
        open_of[unit_id] = open_of.get(unit_id, 0) + 1
    rows = [(unit, open_of.get(unit.pk, 0)) for unit in units]
    return page(request, "portal/opening_list.html", {"rows": rows, "all": len(Part)})


@door("GET", "POST")
def opening_edit(request: Request, code: str) -> HttpResponse:
    unit = found(AdministrativeUnit.objects.filter(code=code))
    if not may_open(scope_for(request), unit):
        raise Http404
    held = list(Opening.objects.filter(unit=unit).order_by("opened_at").values_list("part", flat=True))
    form = OpeningForm(request.POST if request.method == "POST" else None, initial={"parts": held})
    if form.is_valid():
        chosen = [Part(part) for part in form.cleaned_data["parts"]]

        def act() -> str:
            open_parts(unit, parts=chosen, by=cast(User, request.user), at=timezone.now())
            messages.success(request, _("Đã ghi các phần được mở."))
            return reverse("portal-opening", args=[code])

        return send_once(request, act, at=timezone.now())
    context = {"unit": unit, "form": form, "is_open": bool(held)}
    return page(request, "portal/opening_edit.html", context, status=422 if form.errors else 200)
