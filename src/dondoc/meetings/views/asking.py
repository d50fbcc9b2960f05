"""What the views of this app share: who acts, and a form that is carried out or shown again."""

from collections.abc import Callable
from typing import Any, cast

from django import forms
from django.http import Http404, HttpResponse
from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.meetings import access
from dondoc.records.actions.forms import send_once
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import Scope, scope_for
from dondoc.units.models import AdministrativeUnit
from dondoc.web.forms import add_refusal
from dondoc.web.requests import Request


def acting(request: Request) -> dict[str, Any]:
    return {"by": cast(User, request.user), "at": timezone.now()}


def sent(request: Request, form: forms.Form, go: Callable[[], str], fields: dict[str, str]) -> HttpResponse | None:
    """The answer where it went through; None where it was refused, with the refusal beside its field."""
    if not form.is_valid():
        return None
    try:
        return send_once(request, go, at=timezone.now())
    except BadInput as refused:
        add_refusal(form, refused, fields.get(refused.code))
        return None


def own_unit(request: Request, code: str) -> tuple[AdministrativeUnit, Scope]:
    scope = scope_for(request)
    unit = access.get_unit_for(scope, code)
    demand(scope, unit.pk)
    return unit, scope


def demand(scope: Scope, unit_id: int) -> None:
    if not access.may_keep(scope, unit_id):
        raise Http404
