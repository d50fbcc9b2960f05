"""Pages of indices: what is measured in which year; a new year by copying the last, edited, published."""

from typing import cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.framework.access import may_shape_index
from dondoc.framework.actions import edition as actions
from dondoc.framework.actions.shipped import load_shipped
from dondoc.framework.forms import CopyForm, EditionForm, IndexForm, ReopenForm
from dondoc.framework.models import Edition, EditionState, Index
from dondoc.framework.queries import catalogue
from dondoc.records.actions.forms import send_once
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import may_shape_unit, scope_for
from dondoc.units.models import AdministrativeUnit
from dondoc.web.doors import door
from dondoc.web.forms import add_refusal
from dondoc.web.found import found
from dondoc.web.pages import page
from dondoc.web.requests import Request


@door("GET", "POST")
def index_list(request: Request) -> HttpResponse:
    """All indices; an administrator may load those that come with the product."""
    scope = scope_for(request)
    if request.method == "POST":
        if not scope.is_administrator:
            raise PermissionDenied
        return send_once(request, lambda: _load(request), at=timezone.now())
    rows = list(catalogue.indices())
    context = {"indices": rows, "may_create": _owner(request) is not None or scope.is_administrator,
               "is_administrator": scope.is_administrator}  # fmt: skip
    return page(request, "framework/index_list.html", context)


def _load(request: Request) -> str:
    load_shipped(by=cast(User, request.user), at=timezone.now())
    return reverse("indices")


def _owner(request: Request) -> AdministrativeUnit | None:
    """The unit whose own index the reader may make: the highest of the own ones that one may shape."""
    scope = scope_for(request)
    units = AdministrativeUnit.objects.filter(pk__in=scope.own_units).order_by("pk")
    return next((unit for unit in units if may_shape_unit(scope, unit.pk)), None)


@door("GET", "POST")
def index_create(request: Request) -> HttpResponse:
    """An index of one's own; of an administrator without a unit a national one."""
    owner = _owner(request)
    if owner is None and not scope_for(request).is_administrator:
        raise PermissionDenied
    form = IndexForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            made = actions.create_index(owner, **form.cleaned_data, by=cast(User, request.user), at=timezone.now())
            return reverse("edition-edit", args=[made.index.code, made.year])

        try:
            return send_once(request, act, at=timezone.now())
        except BadInput as refused:
            add_refusal(form, refused, "name")
    return page(
        request, "framework/index_form.html", {"form": form, "owner": owner}, status=422 if form.errors else 200
    )


@door("GET", "POST")
def index_page(request: Request, code: str) -> HttpResponse:
    """One index with its years; a new year is begun here."""
    index = found(Index.objects.filter(code=code).select_related("owner"))
    may_shape = may_shape_index(scope_for(request), index)
    if request.method == "POST" and not may_shape:
        raise PermissionDenied
    form = CopyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            made = actions.copy_edition(
                index, year=form.cleaned_data["year"], by=cast(User, request.user), at=timezone.now()
            )
            return reverse("edition-edit", args=[code, made.year])

        try:
            return send_once(request, act, at=timezone.now())
        except BadInput as refused:
            add_refusal(form, refused, "year")
    context = {"index": index, "editions": catalogue.editions(index), "form": form, "may_shape": may_shape}
    return page(request, "framework/index.html", context, status=422 if form.errors else 200)


def _edition(request: Request, code: str, year: int, *, to_shape: bool = False) -> Edition:
    edition = found(Edition.objects.filter(index__code=code, year=year).select_related("index__owner"))
    may_shape = may_shape_index(scope_for(request), edition.index)
    if to_shape and not may_shape:
        raise PermissionDenied
    return edition


@door("GET", "POST")
def edition_page(request: Request, code: str, year: int) -> HttpResponse:
    """What an index measures in a year. POST opens a published edition again, with a reason."""
    edition = _edition(request, code, year, to_shape=request.method == "POST")
    form = ReopenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            reason = form.cleaned_data["reason"]
            actions.reopen_edition(edition, reason=reason, by=cast(User, request.user), at=timezone.now())
            return reverse("edition-edit", args=[code, year])

        try:
            return send_once(request, act, at=timezone.now())
        except BadInput as refused:
            add_refusal(form, refused, "reason")
    may_shape = may_shape_index(scope_for(request), edition.index)
    context = {"edition": edition, "parts_of": catalogue.parts(edition), "may_shape": may_shape, "form": form}
    return page(request, "framework/edition.html", context, status=422 if form.errors else 200)


@door("GET", "POST")
def edition_edit(request: Request, code: str, year: int) -> HttpResponse:
    """The parts of a draft as lines."""
    edition = _edition(request, code, year, to_shape=True)
    initial = {name: getattr(edition, name) for name in ("totalling", "total_min", "total_max", "certainty", "source")}
    form = EditionForm(request.POST or None, initial={**initial, "lines": catalogue.lines_of(edition)})
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            actions.edit_edition(edition, **form.told, by=cast(User, request.user), at=timezone.now())
            messages.success(
                request, _("Đã ghi khung năm %(year)s. Khung có hiệu lực khi được công bố.") % {"year": year}
            )
            return reverse("edition", args=[code, year])

        try:
            return send_once(request, act, at=timezone.now())
        except BadInput as refused:
            add_refusal(form, refused)
    is_draft = edition.state == EditionState.DRAFT
    context = {"edition": edition, "form": form, "is_draft": is_draft}
    return page(request, "framework/edition_form.html", context, status=422 if form.errors else 200)


@door("POST")
def edition_publish(request: Request, code: str, year: int) -> HttpResponse:
    """From now on results of the year are taken in by this edition."""
    edition = _edition(request, code, year, to_shape=True)

    def act() -> str:
        actions.publish_edition(edition, by=cast(User, request.user), at=timezone.now())
        messages.success(request, _("Đã công bố khung năm %(year)s.") % {"year": year})
        return reverse("edition", args=[code, year])

    return send_once(request, act, at=timezone.now())
