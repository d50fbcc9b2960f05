"""Difficulties: what waits for our answer, what we raised, one with its way and its answer."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.duties import access
from dondoc.duties.actions import difficulty as act
from dondoc.duties.forms import AnswerForm, AskForm, ForwardForm, ReasonForm
from dondoc.duties.models import Difficulty, Obligation
from dondoc.duties.queries import difficulties as told
from dondoc.records.actions.forms import send_once
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import Scope, scope_for
from dondoc.units.models import Agency
from dondoc.web.doors import door
from dondoc.web.forms import add_refusal
from dondoc.web.found import found
from dondoc.web.pages import page
from dondoc.web.requests import Request


@door("GET")
def difficulties(request: Request) -> HttpResponse:
    scope = scope_for(request)
    context = {
        "waiting": told.waiting_for(scope),
        "raised": told.raised_by(scope),
        "others": told.others_seen(scope),
        "may_raise": access.raising_agencies(scope).exists(),
    }
    return page(request, "duties/difficulties.html", context)


@door("GET", "POST")
def difficulty_raise(request: Request) -> HttpResponse:
    """On an obligation (`?viec=`), or by itself, for one of the own agencies (`?co-quan=`)."""
    scope = scope_for(request)
    one = _work(request, scope)
    agencies = [one.held_by] if one else list(access.raising_agencies(scope))
    if not agencies:
        raise Http404
    wanted = request.GET.get("co-quan", "")
    agency = next((found for found in agencies if found.code == wanted), agencies[0])
    levels = told.levels_of(agency, scope.on, one)
    form = AskForm(request.POST if request.method == "POST" else None, levels=levels)
    if form.is_valid():

        def go() -> str:
            by, at = cast(User, request.user), timezone.now()
            row = act.raise_difficulty(agency, **form.cleaned_data, obligation=one, by=by, at=at)
            messages.success(request, _("Đã gửi %(to)s.") % {"to": row.owner.name})
            return reverse("obligation", args=[one.code]) if one else reverse("difficulty", args=[row.code])

        try:
            return send_once(request, go, at=timezone.now())
        except BadInput as refused:
            add_refusal(form, refused, "text")
    context = {"form": form, "one": one, "agency": agency, "agencies": agencies, "here": request.get_full_path()}
    return page(request, "duties/difficulty_raise.html", context, status=422 if form.errors else 200)


@door("GET")
def difficulty(request: Request, code: str) -> HttpResponse:
    scope = scope_for(request)
    return _shown(request, access.get_difficulty_for(scope, code), scope)


@dataclass(frozen=True, slots=True)
class _Verb:
    may: Callable[[Scope, Difficulty], bool]
    act: Callable[[Difficulty, dict[str, Any], User, datetime], None]
    done: str
    field: str


VERBS = {
    "tra-loi": _Verb(
        access.may_answer,
        lambda one, given, by, at: act.answer_difficulty(one, text=given["text"], by=by, at=at),
        "Đã trả lời.",
        "text",
    ),
    "chuyen": _Verb(
        access.may_answer,
        lambda one, given, by, at: act.forward_difficulty(one, to=given["to"], note=given["note"], by=by, at=at),
        "Đã chuyển.",
        "to",
    ),
    "rut": _Verb(
        access.may_withdraw,
        lambda one, given, by, at: act.withdraw_difficulty(one, reason=given["reason"], by=by, at=at),
        "Đã rút.",
        "reason",
    ),
}


@door("POST")
def difficulty_move(request: Request, code: str, verb: str) -> HttpResponse:
    """Answer, forward, withdraw."""
    scope, known = scope_for(request), VERBS.get(verb)
    row = access.get_difficulty_for(scope, code)
    if known is None or not known.may(scope, row):
        raise Http404
    form = _forms(row, scope, request.POST)[verb]
    if not form.is_valid():
        return _shown(request, row, scope, {verb: form}, status=422)

    def go() -> str:
        known.act(row, form.cleaned_data, cast(User, request.user), timezone.now())
        messages.success(request, _(known.done))
        return reverse("difficulty", args=[code])

    try:
        return send_once(request, go, at=timezone.now())
    except BadInput as refused:
        add_refusal(form, refused, known.field)
        fresh = access.get_difficulty_for(scope, code)
        status = 409 if refused.code == "state-moved" else 422
        return _shown(request, fresh, scope, {verb: form}, status=status)


def _shown(
    request: Request, row: Difficulty, scope: Scope, sent: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    is_open = row.state == Difficulty.State.OPEN
    offered = {verb: form for verb, form in _forms(row, scope, None).items() if is_open and VERBS[verb].may(scope, row)}
    if "chuyen" in offered and not offered["chuyen"].levels:
        del offered["chuyen"]
    steps = row.steps.select_related("owner", "obligation").order_by("pk")
    context = {"row": row, "steps": steps, "forms_of": {**offered, **(sent or {})}}
    return page(request, "duties/difficulty.html", context, status=status)


def _forms(row: Difficulty, scope: Scope, sent: Any) -> dict[str, Any]:
    had = set(row.steps.values_list("owner_id", flat=True))
    levels = [
        level
        for level in told.levels_of(row.owner, scope.on, row.obligation)
        if level.agency.pk not in had and level.agency.pk != row.agency_id
    ]
    return {
        "tra-loi": AnswerForm(sent, prefix="tra-loi"),
        "chuyen": ForwardForm(sent, prefix="chuyen", levels=levels),
        "rut": ReasonForm(sent, prefix="rut", initial={"version": 1}),
    }


def _work(request: Request, scope: Scope) -> Obligation | None:
    code = request.GET.get("viec", "")
    if not code:
        return None
    one = access.get_obligation_for(cast(User, request.user), code, scope.on, scope=scope)
    if not access.may_do(scope, one):
        raise Http404
    one.held_by = found(Agency.objects.select_related("unit__parent__parent", "guided_by").filter(pk=one.held_by_id))
    return one
