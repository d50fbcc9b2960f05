"""Receptions: planned, held or missed; their book; a refusal with its notice."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from dondoc.meetings import access
from dondoc.meetings.actions import reception as act
from dondoc.meetings.actions.promise import promise
from dondoc.meetings.forms import (
    HeldForm,
    MissedForm,
    NoticeForm,
    OutcomeForm,
    PromiseForm,
    ReceptionForm,
    RefuseForm,
    VisitForm,
)
from dondoc.meetings.models import Reception, Visit
from dondoc.meetings.queries.papers import refusal_paper
from dondoc.meetings.views.asking import acting, demand, own_unit, sent
from dondoc.records.serving import download
from dondoc.units.access import Scope, scope_for
from dondoc.web.doors import door
from dondoc.web.pages import page
from dondoc.web.papers import WORD
from dondoc.web.requests import Request

_FIELDS = {
    "reception-hours": "ends_at", "reception-nowhere": "place", "online-too-late": "first_on",
    "reason-missing": "reason", "visit-empty": "content", "denunciation-named": "kind", "promise-past": "due_on",
    "refusal-days": "on",
}  # fmt: skip


@door("GET", "POST")
def reception_add(request: Request, code: str) -> HttpResponse:
    """Receptions into the calendar: one, or one a week."""
    unit, scope = own_unit(request, code)
    agencies = list(access.own_agencies(scope, unit))
    form = ReceptionForm(request.POST or None, agencies=agencies, initial={"first_on": scope.on})

    def go() -> str:
        given = form.cleaned_data
        made = act.plan_receptions(
            form.agencies[given["agency"]],
            **{name: given[name] for name in ("first_on", "starts_at", "ends_at", "place", "chaired_by", "weeks")},
            is_online=given["is_online"],
            **acting(request),
        )
        messages.success(request, _("Đã thêm %(n)s buổi tiếp vào lịch.") % {"n": len(made)})
        return f"{reverse('meetings-unit', args=[unit.code])}#lich"

    answer = sent(request, form, go, _FIELDS) if request.method == "POST" else None
    context = {
        "unit": unit, "form": form, "title": _("Thêm buổi tiếp công dân"), "label": _("Thêm vào lịch"),
        "action": reverse("reception-add", args=[unit.code]),
    }  # fmt: skip
    return answer or page(request, "meetings/form.html", context, status=422 if form.errors else 200)


@door("GET")
def reception(request: Request, code: str) -> HttpResponse:
    scope = scope_for(request)
    return _shown(request, scope, access.get_reception_for(scope, code))


@door("POST")
def reception_held(request: Request, code: str) -> HttpResponse:
    one, scope = _own(request, code)
    form = HeldForm(request.POST, prefix="tiep")

    def go() -> str:
        given = form.cleaned_data
        act.hold_reception(one, chaired_by=given["chaired_by"], is_by_head=given["by_head"] == "1", **acting(request))
        messages.success(request, _("Đã ghi buổi tiếp."))
        return reverse("reception", args=[one.code])

    return sent(request, form, go, _FIELDS) or _shown(request, scope, one, {"tiep": form}, status=422)


@door("POST")
def reception_missed(request: Request, code: str) -> HttpResponse:
    one, scope = _own(request, code)
    form = MissedForm(request.POST, prefix="khong")

    def go() -> str:
        act.miss_reception(one, reason=form.cleaned_data["reason"], **acting(request))
        messages.success(request, _("Đã ghi buổi không tiếp: định mức của kỳ vẫn còn phải làm."))
        return reverse("reception", args=[one.code])

    return sent(request, form, go, _FIELDS) or _shown(request, scope, one, {"khong": form}, status=422)


@door("POST")
def visit_add(request: Request, code: str) -> HttpResponse:
    one, scope = _own(request, code)
    form = VisitForm(request.POST, prefix="luot")

    def go() -> str:
        given = form.cleaned_data
        outcome = Visit.Outcome.ANSWERED if given["answer"] else ""
        made = act.add_visit(one, **given, outcome=outcome, **acting(request))
        messages.success(request, _("Đã ghi vào sổ tiếp công dân."))
        return reverse("visit", args=[made.code])

    return sent(request, form, go, _FIELDS) or _shown(request, scope, one, {"luot": form}, status=422)


@door("GET")
def visit(request: Request, code: str) -> HttpResponse:
    """A line of the book, for the own unit alone."""
    scope = scope_for(request)
    return _visit(request, scope, access.get_visit_for(scope, code))


@door("POST")
def visit_act(request: Request, code: str, verb: str) -> HttpResponse:
    """What became of it: answered or sent on, a conclusion with owner and day, a refusal, its notice."""
    scope = scope_for(request)
    one = access.get_visit_for(scope, code)
    demand(scope, one.reception.unit_id)
    form = _visit_forms(scope, one, verb, request.POST).get(verb)
    if form is None:
        raise Http404

    def go() -> str:
        given = form.cleaned_data
        if verb == "ket-qua":
            act.conclude_visit(one, **given, **acting(request))
        elif verb == "hua":
            agency = form.agencies[given["agency"]]
            promise(one, agency=agency, text=given["text"], due_on=given["due_on"], **acting(request))
        elif verb == "tu-choi":
            act.refuse_visit(one, **given, **acting(request))
        else:
            act.notice_refusal(access.get_refusal_for(scope, one.code), **given, **acting(request))
        messages.success(request, _("Đã ghi."))
        return reverse("visit", args=[one.code])

    return sent(request, form, go, _FIELDS) or _visit(request, scope, one, {verb: form}, status=422)


@door("GET")
def refusal_document(request: Request, code: str) -> HttpResponse:
    """The notice as .docx."""
    scope = scope_for(request)
    content = refusal_paper(access.get_refusal_for(scope, code), today=scope.on)
    return download(content, WORD, "thong-bao-tu-choi-tiep-cong-dan.docx")


def _own(request: Request, code: str) -> tuple[Reception, Scope]:
    scope = scope_for(request)
    one = access.get_reception_for(scope, code)
    demand(scope, one.unit_id)
    return one, scope


def _shown(
    request: Request, scope: Scope, one: Reception, given: dict[str, Any] | None = None, *, status: int = 200
) -> HttpResponse:
    may = access.may_keep(scope, one.unit_id)
    acts = {
        "tiep": HeldForm(prefix="tiep", initial={"chaired_by": one.chaired_by}),
        "khong": MissedForm(prefix="khong"),
        "luot": VisitForm(prefix="luot"),
    }
    context = {
        "one": one,
        "may": may,
        "acts": acts | (given or {}),
        "visits": list(access.visible_visits(scope).filter(reception=one).order_by("number")),
        "is_own": one.unit_id in scope.own_units,
        "today": scope.on,
    }
    return page(request, "meetings/reception.html", context, status=status)


def _visit(
    request: Request, scope: Scope, one: Visit, given: dict[str, Any] | None = None, *, status: int = 200
) -> HttpResponse:
    context = {
        "one": one,
        "refusal": getattr(one, "refusal", None),
        "promises": list(one.promises.select_related("agency", "settles").order_by("pk")),
        "may": access.may_keep(scope, one.reception.unit_id),
        "acts": _visit_forms(scope, one) | (given or {}),
    }
    return page(request, "meetings/visit.html", context, status=status)


def _visit_forms(scope: Scope, one: Visit, verb: str = "", data: Any = None) -> dict[str, Any]:
    agencies = list(access.own_agencies(scope, one.reception.unit))
    given = {name: data if name == verb else None for name in ("ket-qua", "hua", "tu-choi", "thong-bao")}
    return {
        "ket-qua": OutcomeForm(given["ket-qua"], prefix="ket-qua", initial={"answer": one.answer}),
        "hua": PromiseForm(given["hua"], prefix="hua", agencies=agencies),
        "tu-choi": RefuseForm(given["tu-choi"], prefix="tu-choi"),
        "thong-bao": NoticeForm(given["thong-bao"], prefix="thong-bao", initial={"on": scope.on}),
    }
