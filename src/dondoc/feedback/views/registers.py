"""The registers of complaints, denunciations and requests for accountability: three lists, one way to work them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.feedback import access
from dondoc.feedback.actions.accounts import receive_request
from dondoc.feedback.actions.complaints import receive_complaint
from dondoc.feedback.actions.denunciations import receive_denunciation
from dondoc.feedback.forms import ComplaintForm, DenunciationForm, RequestForm, StepForm
from dondoc.feedback.queries.registers import (
    RegisterRow,
    denunciation_sums,
    party_of,
    register_rows,
    term_rows,
    words_of,
)
from dondoc.feedback.rules.registers import FINDINGS, Finding
from dondoc.feedback.views.steps import STEPS, Step
from dondoc.records.actions.forms import send_once
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import Scope, agencies_within, scope_for
from dondoc.web.doors import door
from dondoc.web.formats import said
from dondoc.web.forms import add_refusal
from dondoc.web.pages import page
from dondoc.web.requests import Request
from dondoc.web.tables import Column, Tag, read_table


@dataclass(frozen=True, slots=True)
class Register:
    """One flow: its words, its form, who reads and keeps it."""

    flow: str
    title: str
    one: str
    form: type[Any]
    visible: Callable[[Scope], QuerySet[Any]]
    get: Callable[[Scope, str], Any]
    keeps: Callable[[Scope], list[int]]
    receive: Callable[..., Any]


REGISTERS = {
    "khieu-nai": Register(
        "complaint", "Sổ khiếu nại", "Khiếu nại", ComplaintForm, access.visible_complaints, access.get_complaint_for,
        access.registering, receive_complaint,
    ),
    "to-cao": Register(
        "denunciation", "Sổ tố cáo", "Tố cáo", DenunciationForm, access.visible_denunciations,
        access.get_denunciation_for, access.denunciation_keepers, receive_denunciation,
    ),
    "giai-trinh": Register(
        "account", "Sổ yêu cầu giải trình", "Giải trình", RequestForm, access.visible_requests, access.get_request_for,
        access.registering, receive_request,
    ),
}  # fmt: skip


@door("GET")
def register(request: Request, kind: str) -> HttpResponse:
    """The register of the own agencies; of denunciations sums for the territorial line beside."""
    known, scope, now = _known(kind), scope_for(request), timezone.now()
    rows = list(known.visible(scope).select_related("agency").order_by("-year", "-number")[:500])
    table = read_table(
        request, _columns(kind), register_rows(known.flow, rows, now), caption=said(known.title),
        empty=_("Chưa có vụ việc nào."), order="han",
    )  # fmt: skip
    context = {"kind": kind, "known": known, "table": table, "may_add": bool(known.keeps(scope)), "year": now.year}
    if kind == "to-cao":
        agencies = agencies_within(scope.units_below).values_list("pk", flat=True)
        context["sums"] = denunciation_sums([*agencies, *known.keeps(scope)], now.year, now)
    return page(request, "feedback/register.html", context)


@door("GET", "POST")
def register_add(request: Request, kind: str) -> HttpResponse:
    known, scope = _known(kind), scope_for(request)
    agencies = access.agencies_of(known.keeps(scope))
    if not agencies:
        raise Http404
    is_sent = request.method == "POST"
    form = known.form(
        request.POST if is_sent else None, agencies=agencies, initial={"received_on": timezone.localdate()}
    )
    if is_sent and form.is_valid():
        given = {**form.cleaned_data, "agency": form.agencies[form.cleaned_data["agency"]]}

        def go() -> str:
            row = known.receive(given.pop("agency"), **given, by=cast(User, request.user), at=timezone.now())
            messages.success(request, _("Đã vào sổ số %(n)s.") % {"n": f"{row.number:02}/{row.year}"})
            return reverse("register-case", args=[kind, row.code])

        try:
            return send_once(request, go, at=timezone.now())
        except BadInput as refused:
            add_refusal(form, refused, "received_on" if refused.code == "register-future" else "summary")
    context = {"kind": kind, "known": known, "form": form}
    return page(request, "feedback/register_add.html", context, status=422 if is_sent else 200)


@door("GET")
def register_case(request: Request, kind: str, code: str) -> HttpResponse:
    known = _known(kind)
    return _shown(request, kind, known.get(scope_for(request), code))


@door("POST")
def register_step(request: Request, kind: str, code: str, step: str) -> HttpResponse:
    known = _known(kind)
    row = known.get(scope_for(request), code)
    one = next((each for each in STEPS[kind] if each.slug == step), None)
    if one is None:
        raise Http404
    form = StepForm(request.POST, prefix=step, needs=one.needs)
    if not form.is_valid():
        return _shown(request, kind, row, sent=(step, form), status=422)

    def go() -> str:
        one.act(row, form.cleaned_data, cast(User, request.user), timezone.now())
        messages.success(request, _("Đã ghi: %(label)s.") % {"label": one.label.lower()})
        return reverse("register-case", args=[kind, code])

    try:
        return send_once(request, go, at=timezone.now())
    except BadInput as refused:
        add_refusal(form, refused, "on" if refused.code == "register-day" else None)
        return _shown(request, kind, known.get(scope_for(request), code), sent=(step, form), status=422)


def _known(kind: str) -> Register:
    if kind not in REGISTERS:
        raise Http404
    return REGISTERS[kind]


def _columns(kind: str) -> list[Column[RegisterRow]]:
    columns: list[Column[RegisterRow]] = [
        Column("so", "Số", lambda row: row.number, href=lambda row: reverse("register-case", args=[kind, row.code])),
        Column("nhan", "Ngày nhận", lambda row: row.received_on, "day", sort="received_on"),
        Column("co-quan", "Cơ quan", lambda row: row.agency),
        Column("tinh-trang", "Tình trạng", lambda row: Tag(row.state_words, "bad" if row.is_late else "calm"), "tag"),
        Column("buoc", "Bước tiếp theo", lambda row: row.step),
        Column("han", "Hạn", lambda row: row.due_at, "day", sort="due_at"),
    ]
    if kind != "to-cao":
        columns.insert(3, Column("noi-dung", "Nội dung", lambda row: row.summary))
    return columns


def _shown(
    request: Request, kind: str, row: Any, *, sent: tuple[str, StepForm] | None = None, status: int = 200
) -> HttpResponse:
    known = REGISTERS[kind]
    possible = [step for step in STEPS[kind] if row.state in step.states and not _is_done(row, step)]
    forms = {
        step.slug: StepForm(prefix=step.slug, needs=step.needs, initial={"on": timezone.localdate()})
        for step in possible
    }
    if sent is not None and sent[0] in forms:
        forms[sent[0]] = sent[1]
    context = {
        "kind": kind,
        "known": known,
        "one": row,
        "number": f"{row.number:02}/{row.year}",
        "state_words": words_of(row),
        "finding": FINDINGS[Finding(row.finding)] if getattr(row, "finding", "") else "",
        "party": None if kind == "to-cao" else party_of(known.flow, row.code),
        "terms": term_rows(known.flow, row.code, timezone.now()),
        "steps": possible,
        "forms_": forms,
        "kept": sent[1] if sent is not None and sent[0] not in forms else None,
    }
    return page(request, "feedback/register_case.html", context, status=status)


def _is_done(row: Any, step: Step) -> bool:
    done = {"gui": "sent_on", "thong-bao": "notified_on"}.get(step.slug)
    return done is not None and getattr(row, done) is not None
