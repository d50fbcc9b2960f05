"""Dialogues, what was promised, events of a place."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from dondoc.duties.access import may_do
from dondoc.duties.queries.standing import standing
from dondoc.duties.queries.waiting import waiting_duties
from dondoc.meetings import access
from dondoc.meetings.actions import dialogue as act
from dondoc.meetings.actions import promise as promising
from dondoc.meetings.actions.event import record_event
from dondoc.meetings.forms import (
    DialogueForm,
    DialogueHeldForm,
    EventForm,
    KeptForm,
    PromiseForm,
    QuestionForm,
    ReasonForm,
)
from dondoc.meetings.models import Dialogue, Promise
from dondoc.meetings.views.asking import acting, demand, own_unit, sent
from dondoc.records.models import Attachment
from dondoc.records.serving import serve_attachment
from dondoc.units.access import Scope, scope_for
from dondoc.units.queries.directory import settlements_of
from dondoc.web.doors import door
from dondoc.web.found import found
from dondoc.web.pages import page
from dondoc.web.requests import Request

_FIELDS = {
    "dialogue-empty": "topic", "dialogue-past": "on", "online-too-late": "on", "dialogue-minutes": "minutes",
    "dialogue-people": "people", "question-empty": "text", "promise-empty": "text", "promise-past": "due_on",
    "reason-missing": "reason", "event-settlement": "settlement", **EventForm.REFUSALS,
}  # fmt: skip


@door("GET", "POST")
def dialogue_add(request: Request, code: str) -> HttpResponse:
    """Announce a dialogue."""
    unit, scope = own_unit(request, code)
    form = DialogueForm(request.POST or None)

    def go() -> str:
        made = act.announce_dialogue(access.committee_of(unit, scope.on), **form.cleaned_data, **acting(request))
        messages.success(request, _("Đã thông báo buổi đối thoại."))
        return reverse("dialogue", args=[made.code])

    answer = sent(request, form, go, _FIELDS) if request.method == "POST" else None
    context = {
        "unit": unit, "form": form, "title": _("Thông báo buổi đối thoại"), "label": _("Thông báo"),
        "action": reverse("dialogue-add", args=[unit.code]),
    }  # fmt: skip
    return answer or page(request, "meetings/form.html", context, status=422 if form.errors else 200)


@door("GET")
def dialogue(request: Request, code: str) -> HttpResponse:
    scope = scope_for(request)
    return _dialogue(request, scope, access.get_dialogue_for(scope, code))


@door("POST")
def dialogue_act(request: Request, code: str, verb: str) -> HttpResponse:
    """It was held; something was asked; something was promised on a question (`hua-<code>`)."""
    scope = scope_for(request)
    one = access.get_dialogue_for(scope, code)
    demand(scope, one.unit_id)
    form = _dialogue_forms(scope, one, verb, request.POST, request.FILES).get(verb)
    if form is None:
        raise Http404

    def go() -> str:
        given = form.cleaned_data
        if verb == "to-chuc":
            act.hold_dialogue(
                one, people=given["people"], minutes=given["minutes"], files=form.uploads(), **acting(request)
            )
        elif verb == "hoi":
            act.add_question(one, **given, **acting(request))
        else:
            question = access.get_question_for(one, verb.removeprefix("hua-"))
            agency = form.agencies[given["agency"]]
            promising.promise(question, agency=agency, text=given["text"], due_on=given["due_on"], **acting(request))
        messages.success(request, _("Đã ghi."))
        return reverse("dialogue", args=[one.code])

    return sent(request, form, go, _FIELDS) or _dialogue(request, scope, one, {verb: form}, status=422)


@door("GET")
def dialogue_file(request: Request, code: str, file: str) -> FileResponse:
    one = access.get_dialogue_for(scope_for(request), code)
    files = Attachment.objects.filter(object_kind="dialogue", object_code=one.code, removed_at=None)
    return serve_attachment(found(files.filter(code=file).select_related("file")))


@door("GET")
def promise(request: Request, code: str) -> HttpResponse:
    scope = scope_for(request)
    return _promise(request, scope, access.get_promise_for(scope, code))


@door("POST")
def promise_act(request: Request, code: str, verb: str) -> HttpResponse:
    """Done, or after all not done."""
    scope = scope_for(request)
    one = access.get_promise_for(scope, code)
    form = _promise_forms(verb, request.POST, request.FILES).get(verb)
    if form is None or not _may(scope, one, verb):
        raise Http404

    def go() -> str:
        if verb == "xong":
            promising.keep_promise(one, text=form.cleaned_data["text"], files=form.uploads(), **acting(request))
        else:
            promising.reopen_promise(one, reason=form.cleaned_data["reason"], **acting(request))
        messages.success(request, _("Đã ghi."))
        return reverse("promise", args=[one.code])

    return sent(request, form, go, _FIELDS) or _promise(request, scope, one, {verb: form}, status=422)


@door("GET")
def promise_file(request: Request, code: str, file: str) -> FileResponse:
    one = access.get_promise_for(scope_for(request), code)
    files = Attachment.objects.filter(object_kind="promise", object_code=one.code, removed_at=None)
    return serve_attachment(found(files.filter(code=file).select_related("file")))


@door("GET", "POST")
def event_add(request: Request, code: str) -> HttpResponse:
    """An election or the like, and the work that waits for it."""
    unit, scope = own_unit(request, code)
    committee = access.committee_of(unit, scope.on)
    form = EventForm(
        request.POST or None, places=settlements_of(unit, scope.on), duties=waiting_duties(committee, scope.on),
        initial={"on": scope.on},
    )  # fmt: skip

    def go() -> str:
        given = form.cleaned_data
        event = record_event(
            committee,
            kind=given["kind"],
            name=given["name"],
            on=given["on"],
            settlement=given.get("settlement"),
            duties=[form.waiting[duty] for duty in given.get("duties", [])],
            **acting(request),
        )
        messages.success(request, _("Đã ghi sự kiện, mở %(n)s nhiệm vụ.") % {"n": event.opened})
        return f"{reverse('meetings-unit', args=[unit.code])}#su-kien"

    answer = sent(request, form, go, _FIELDS) if request.method == "POST" else None
    context = {
        "unit": unit, "form": form, "title": _("Ghi sự kiện ở cơ sở"), "label": _("Ghi sự kiện"),
        "action": reverse("event-add", args=[unit.code]), "also": (_("Sự kiện mở việc"), reverse("occasions")),
    }  # fmt: skip
    return answer or page(request, "meetings/form.html", context, status=422 if form.errors else 200)


def _dialogue(
    request: Request, scope: Scope, one: Dialogue, given: dict[str, Any] | None = None, *, status: int = 200
) -> HttpResponse:
    questions = list(one.questions.order_by("number").prefetch_related("promises__agency", "promises__settles"))
    context = {
        "one": one,
        "questions": questions,
        "standing": standing,
        "files": list(Attachment.objects.filter(object_kind="dialogue", object_code=one.code, removed_at=None)),
        "may": access.may_keep(scope, one.unit_id),
        "acts": _dialogue_forms(scope, one) | (given or {}),
        "today": scope.on,
    }
    return page(request, "meetings/dialogue.html", context, status=status)


def _dialogue_forms(scope: Scope, one: Dialogue, verb: str = "", data: Any = None, files: Any = None) -> dict[str, Any]:
    agencies = list(access.own_agencies(scope, one.unit))
    forms: dict[str, Any] = {
        "to-chuc": DialogueHeldForm(*_sent(verb, "to-chuc", data, files), prefix="to-chuc"),
        "hoi": QuestionForm(*_sent(verb, "hoi", data, None), prefix="hoi"),
    }
    for code in one.questions.values_list("code", flat=True):
        name = f"hua-{code}"
        forms[name] = PromiseForm(*_sent(verb, name, data, None), prefix=name, agencies=agencies)
    return forms


def _promise(
    request: Request, scope: Scope, one: Promise, given: dict[str, Any] | None = None, *, status: int = 200
) -> HttpResponse:
    context = {
        "one": one,
        "standing": standing(one.settles, scope.on),
        "files": list(Attachment.objects.filter(object_kind="promise", object_code=one.code, removed_at=None)),
        "verbs": [verb for verb in ("xong", "chua-xong") if _may(scope, one, verb)],
        "acts": _promise_forms() | (given or {}),
    }
    return page(request, "meetings/promise.html", context, status=status)


def _promise_forms(verb: str = "", data: Any = None, files: Any = None) -> dict[str, Any]:
    return {
        "xong": KeptForm(*_sent(verb, "xong", data, files), prefix="xong"),
        "chua-xong": ReasonForm(*_sent(verb, "chua-xong", data, None), prefix="chua-xong"),
    }


def _may(scope: Scope, one: Promise, verb: str) -> bool:
    """Who owes it says that it is done; the unit that promised says that it is not."""
    if verb == "xong":
        return one.done_at is None and (may_do(scope, one.settles) or access.may_keep(scope, one.unit_id))
    return verb == "chua-xong" and one.done_at is not None and access.may_keep(scope, one.unit_id)


def _sent(verb: str, name: str, data: Any, files: Any) -> tuple[Any, Any]:
    return (data, files) if verb == name else (None, None)
