"""A task of an issued plan: as it stands with its versions, and changed by a decision once it was shown what becomes of
the work."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.plans import access
from dondoc.plans.actions import revising
from dondoc.plans.forms import RevisionForm, initial_of
from dondoc.plans.models import Task
from dondoc.plans.queries.review import ROLE_WORDS, agency_choices
from dondoc.plans.queries.versions import fate_lines, seat_lines, task_card
from dondoc.plans.views.asking import actor, seen_task_of
from dondoc.records.actions.forms import send_once
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import scope_for
from dondoc.units.models import Agency, AgencyGroup
from dondoc.units.queries import Resolver
from dondoc.web.doors import door
from dondoc.web.forms import add_refusal
from dondoc.web.pages import page
from dondoc.web.requests import Request

ADDED = ("them-1", "them-2")
FIELD_OF = {
    "reason-empty": "reason",
    "effective-wrong": "effective_on",
    "schedule-past": "schedule_text",
    "content-empty": "content",
}


@door("GET")
def task_page(request: Request, code: str, task: str) -> HttpResponse:
    """A task with who does what, how its work stands, and its versions."""
    row = seen_task_of(request, code, task)
    scope = scope_for(request)
    context = {
        "plan": row.plan,
        "card": task_card(row, today=scope.on),
        "may_revise": row.plan.state == "issued" and row.ended_on is None and access.may_revise(scope, row.plan),
    }
    return page(request, "plans/task.html", context)


@door("GET", "POST")
def task_revise(request: Request, code: str, task: str) -> HttpResponse:
    """What the task shall be; then what becomes of each obligation; only then it changes."""
    row = seen_task_of(request, code, task, to_revise=True)
    resolver = Resolver(row.plan.unit, scope_for(request).on)
    first = {**initial_of(row), "effective_on": timezone.localdate()}
    form = RevisionForm(request.POST or None, initial=first, year=row.plan.year)
    fates = None
    if request.method == "POST" and form.is_valid():
        try:
            revision = _revision(request, row, form, resolver)
            if request.POST.get("lam") == "doi":
                return send_once(request, lambda: _revise(request, row, revision), at=timezone.now())
            preview = revising.preview_revision(row, revision=revision, at=timezone.now())
            fates = fate_lines(preview.told, preview.times, preview.held)
        except BadInput as refused:
            add_refusal(form, refused, FIELD_OF.get(refused.code))
    context = {
        "plan": row.plan,
        "task": row,
        "form": form,
        "fates": fates if request.POST.get("lam") == "xem" else None,
        "seats": seat_lines(row),
        "choices": agency_choices(resolver),
        "roles": ROLE_WORDS,
        "added": ADDED,
        "posted": request.POST,
    }
    return page(request, "plans/task_revise.html", context, status=422 if form.errors else 200)


def _revise(request: Request, task: Task, revision: revising.Revision) -> str:
    edition = request.POST.get("edition", "")
    seen = int(edition) if edition.isdecimal() and len(edition) < 9 else -1
    made = revising.revise_task(task, revision=revision, edition=seen, by=actor(request), at=timezone.now())
    messages.success(request, _("Đã thay đổi nhiệm vụ. Việc của từng cơ quan đang được chuyển, sẽ hiện sau ít phút."))
    return reverse("task", args=[task.plan.code, made.code])


def _revision(request: Request, task: Task, form: RevisionForm, resolver: Resolver) -> revising.Revision:
    known = _known(resolver)
    seats = []
    for row in task.agencies.select_related("agency", "group").order_by("pk"):
        value = request.POST.get(f"a-{row.pk}", "giu")
        if value == "giu" and (row.agency or row.group):
            seats.append(revising.Seat(row.role, row.printed, row.agency, row.group, row.is_requested))
        elif value in known:
            seats.append(_seat(row.role, known[value]))
    for name in ADDED:
        role, value = request.POST.get(f"{name}-vai", ""), request.POST.get(name, "")
        if role in ROLE_WORDS and value in known:
            seats.append(_seat(role, known[value]))
    return revising.Revision(form.typed(), seats, form.cleaned_data["reason"], form.cleaned_data["effective_on"])


def _seat(role: str, meant: Agency | AgencyGroup) -> revising.Seat:
    if isinstance(meant, Agency):
        return revising.Seat(role, meant.name, agency=meant, is_requested=meant.stance == "requested")
    return revising.Seat(role, meant.name, group=meant)


def _known(resolver: Resolver) -> Mapping[str, Agency | AgencyGroup]:
    agencies: dict[str, Agency | AgencyGroup] = {
        f"a:{one.code}": one for pool in resolver.agencies.values() for one in pool
    }
    return agencies | {f"g:{one.code}": one for one in resolver.groups}
