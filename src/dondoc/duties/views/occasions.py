"""Events that work waits for: which of one's duties do, what was recorded, and recording another with what it opens
shown before it is done."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.duties import access
from dondoc.duties.actions import occasion as act
from dondoc.duties.forms import OccasionForm
from dondoc.duties.models import Duty, Occasion
from dondoc.duties.queries.waiting import waiting_work
from dondoc.records.actions.forms import send_once
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import Scope, scope_for
from dondoc.units.models import Agency
from dondoc.units.queries.directory import settlements_of
from dondoc.web.doors import door
from dondoc.web.forms import add_refusal
from dondoc.web.found import found
from dondoc.web.pages import page
from dondoc.web.requests import Request

SHOWN = 200


@dataclass(frozen=True, slots=True)
class EventWork:
    """A duty that waits for events, the agencies for which the person may tell one, and what was told for them."""

    duty: Duty
    agencies: Sequence[Agency]
    may_tell_all: bool
    occasions: Sequence[Occasion]


@door("GET")
def occasions(request: Request) -> HttpResponse:
    """Per commune what was recorded, per duty what may be. The same queries whatever the number of duties, but for the
    groups that they name."""
    return page(request, "duties/occasions.html", {"works": event_works(scope_for(request))})


@door("GET", "POST")
def occasion_add(request: Request, code: str) -> HttpResponse:
    """Typed, then shown what opens, then done. The agency is chosen first where there are several, so that its villages
    can be offered."""
    scope = scope_for(request)
    work = next((one for one in event_works(scope, code) if one.duty.code == code), None)
    if work is None:
        raise Http404
    agency = _chosen(request, work)
    if agency is None and not work.may_tell_all:
        raise Http404
    places = settlements_of(agency.unit, scope.on) if agency is not None else []
    form = OccasionForm(request.POST if request.method == "POST" else None, places=places)
    context = {"work": work, "form": form, "agency": agency, "on": scope.on}
    if not form.is_valid():
        return page(request, "duties/occasion_add.html", context, status=422 if form.errors else 200)
    given = form.cleaned_data
    told = act.Told(given["name"], given["on"], agency, given.get("settlement"))

    def go() -> str:
        by, at = cast(User, request.user), timezone.now()
        act.record_occasion(
            work.duty, name=told.name, on=told.on, by=by, at=at, agency=agency, settlement=told.settlement
        )
        messages.success(request, _("Đã ghi sự kiện và mở việc."))
        return reverse("occasions")

    try:
        if "sure" in request.POST:
            return send_once(request, go, at=timezone.now())
        row, opens, owners = act.checked(work.duty, told, today=scope.on)
    except BadInput as refused:
        add_refusal(form, refused, form.REFUSALS.get(refused.code))
        return page(request, "duties/occasion_add.html", context, status=422)
    names = Agency.objects.filter(pk__in=[one.place.agency_id for one in owners]).order_by("search")
    same = act.same_occasion(row)
    confirm = {"row": row, "opens": opens, "owners": list(names[:SHOWN]), "count": len(owners), "same": same}
    return page(request, "duties/occasion_confirm.html", {**context, **confirm})


def event_works(scope: Scope, code: str = "") -> list[EventWork]:
    """Duties for which the person may tell an event, with what was told."""
    duties = access.event_duties(scope.on)
    work = waiting_work(duties.filter(code=code) if code else duties, scope.on)
    owing = {duty: {one.place.agency_id for one in owners.owing} for duty, owners in work.items()}
    wanted = {pk for ids in owing.values() for pk in ids}
    agencies = Agency.objects.filter(pk__in=wanted).select_related("unit").order_by("search")
    mine = [one for one in agencies if access.may_record_for(scope, one.pk, one.unit_id)]
    told = _told(owing, {one.pk for one in mine})
    works = []
    for duty, ids in owing.items():
        own = [one for one in mine if one.pk in ids]
        if own:
            works.append(EventWork(duty, own, len(own) == len(ids), told.get(duty.pk, [])))
    return works


def _told(owing: dict[Duty, set[int]], mine: set[int]) -> dict[int, list[Occasion]]:
    """By duty, the newest first; what is of all, and what is of an agency for which one may tell."""
    rows = Occasion.objects.filter(duty__in=list(owing)).select_related("agency__unit", "settlement")
    found: dict[int, list[Occasion]] = {}
    for row in rows.order_by("-on", "-pk"):
        if row.agency_id is None or row.agency_id in mine:
            found.setdefault(row.duty_id, []).append(row)
    return found


def _chosen(request: Request, work: EventWork) -> Agency | None:
    """The agency that is told of: the only one, or the one chosen; None is all of them."""
    code = request.POST.get("agency") or request.GET.get("co-quan") or ""
    if not code:
        return work.agencies[0] if len(work.agencies) == 1 else None
    return found(Agency.objects.select_related("unit").filter(code=code, pk__in=[one.pk for one in work.agencies]))
