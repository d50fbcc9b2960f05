"""What the views of this app share: who acts, and a form that is carried out or shown again."""

from collections.abc import Callable
from typing import Any, cast

from django import forms
from django.http import Http404, HttpResponse
from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.disclosure import access
from dondoc.records.actions.forms import send_once
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import Scope
from dondoc.web.forms import add_refusal
from dondoc.web.requests import Request

FIELDS = {
    "publication-untitled": "title", "publication-nowhere": "board", "publication-future": "begins_on",
    "identity-numbers": "papers", "posting-linkless": "url", "posting-days": "on", "reason-missing": "reason",
    "consultation-empty": "about", "consultation-short": "ends_on", "consultation-past": "starts_on",
    "consultation-picture": "papers", "comment-short": "text", "collection-empty": "name",
    "collection-not-agreed": "agreed", "collection-future": "agreed_on", "entry-amount": "amount",
    "entry-overdrawn": "amount", "entry-future": "on", "entry-empty": "what", "consultation-unanswered": "summary",
    "consultation-open": "summary",
}  # fmt: skip


def acting(request: Request) -> dict[str, Any]:
    return {"by": cast(User, request.user), "at": timezone.now()}


def sent(request: Request, form: forms.Form, go: Callable[[], str]) -> HttpResponse | None:
    """The answer where it went through; None where it was refused, with the refusal beside its field."""
    if not form.is_valid():
        return None
    try:
        return send_once(request, go, at=timezone.now())
    except BadInput as refused:
        add_refusal(form, refused, FIELDS.get(refused.code))
        return None


def demand(scope: Scope, unit_id: int) -> None:
    if not access.may_publish(scope, unit_id):
        raise Http404
