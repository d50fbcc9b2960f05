"""Following a report by its code, without an account: where it stands, by when and why; the writer's own word."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.accounts.actions.sign_in import address_of
from dondoc.feedback.actions.answering import confirm_outcome, reopen_report
from dondoc.feedback.actions.dispatching import resume_report
from dondoc.feedback.forms import CodeForm, WordForm
from dondoc.feedback.models import Report, Signal
from dondoc.feedback.queries.following import by_code, followed, signal_by_code
from dondoc.feedback.rules.following import as_shown, as_typed
from dondoc.feedback.rules.stages import Stage
from dondoc.records.actions import flood
from dondoc.records.actions.forms import send_once
from dondoc.toolkit.errors import BadInput
from dondoc.web.doors import door
from dondoc.web.errors import error_page
from dondoc.web.formats import said
from dondoc.web.forms import add_refusal
from dondoc.web.pages import page
from dondoc.web.requests import Request

TOO_MANY = "Đã thử quá nhiều mã sai. Thử lại sau một giờ."


@dataclass(frozen=True, slots=True)
class Verb:
    """What a writer may do: the stage in which it is possible, and the label of its button."""

    slug: str
    stage: Stage
    label: str


VERBS = {
    one.slug: one
    for one in (
        Verb("bo-sung", Stage.WAITING, "Gửi bổ sung"),
        Verb("danh-gia", Stage.ANSWERED, "Gửi đánh giá"),
        Verb("xem-lai", Stage.ANSWERED, "Đề nghị xem lại"),
    )
}


@door("GET", "POST", who="anyone")
def find(request: Request) -> HttpResponse:
    """Enter the code. A code that is none is not found, and too many of them have to wait."""
    form = CodeForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return page(request, "feedback/follow_find.html", {"form": form}, status=422 if form.is_bound else 200)
    at = timezone.now()
    if flood.has_missed_too_often(address_of(request), at=at):
        form.add_error("code", said(TOO_MANY))
        return page(request, "feedback/follow_find.html", {"form": form}, status=429)
    code = as_typed(form.cleaned_data["code"])
    if not code or (by_code(code) is None and signal_by_code(code) is None):
        flood.knock(flood.MISSED, address_of(request), at=at)
        form.add_error("code", _("Không có phản ánh nào mang mã này. Kiểm tra lại từng chữ, từng số."))
        return page(request, "feedback/follow_find.html", {"form": form}, status=404)
    return redirect("follow-report", code)


@door("GET", who="anyone")
def follow(request: Request, code: str) -> HttpResponse:
    report = _known(request, code)
    if isinstance(report, HttpResponse):
        return report
    return _secret(_shown(request, report, code))


@door("POST", who="anyone")
def follow_move(request: Request, code: str, verb: str) -> HttpResponse:
    """The writer adds, judges, or asks to look again."""
    report = _known(request, code)
    if isinstance(report, HttpResponse):
        return report
    known = VERBS.get(verb)
    if isinstance(report, Signal) or known is None:
        raise Http404
    form = WordForm(request.POST, prefix=verb)
    at = timezone.now()

    def go() -> str:
        _carry_out(report, verb, form.cleaned_data, at)
        return f"{request.path.rsplit('/', 2)[0]}/"

    if form.is_valid():
        try:
            return send_once(request, go, at=at)
        except BadInput as refused:
            add_refusal(form, refused, "text")
            report.refresh_from_db()
    return _secret(_shown(request, report, code, sent=(verb, form), status=422))


def _carry_out(report: Report, verb: str, given: dict[str, Any], at: datetime) -> None:
    if verb == "bo-sung":
        resume_report(report, by=None, at=at, text=given["text"], is_reply=True)
    elif verb == "xem-lai":
        reopen_report(report, text=given["text"], by=None, at=at)
    else:
        if not given["is_resolved"]:
            raise BadInput("word-missing", "Chọn việc đã được giải quyết hay chưa.")
        rating = int(given["rating"]) if given["rating"] else None
        confirm_outcome(report, is_resolved=given["is_resolved"] == "co", rating=rating, at=at, text=given["text"])


def _known(request: Request, code: str) -> Report | Signal | HttpResponse:
    """The report of a code; 404 for none, 429 for whoever tried too many."""
    at, address = timezone.now(), address_of(request)
    if flood.has_missed_too_often(address, at=at):
        return error_page(request, 429, _("Tạm dừng tra cứu"), said(TOO_MANY))
    flat = as_typed(code)
    one = (by_code(flat) or signal_by_code(flat)) if flat else None
    if one is None:
        flood.knock(flood.MISSED, address, at=at)
        raise Http404
    return one


def _shown(
    request: Request,
    report: Report | Signal,
    code: str,
    *,
    sent: tuple[str, WordForm] | None = None,
    status: int = 200,
) -> HttpResponse:
    flat = as_typed(code)
    shared = {"code": flat, "shown_code": as_shown(flat), "is_new": "moi" in request.GET, "unit": report.unit}
    if isinstance(report, Signal):
        return page(request, "feedback/follow_signal.html", {**shared, "signal": report}, status=status)
    forms = {verb.slug: WordForm(prefix=verb.slug) for verb in VERBS.values() if report.stage == verb.stage}
    if sent is not None:
        forms[sent[0]] = sent[1]
    context = {**shared, "shown": followed(report, timezone.now()), "verbs": forms}
    return page(request, "feedback/follow_report.html", context, status=status)


def _secret(response: HttpResponse) -> HttpResponse:
    """The address is the secret: kept in no cache, told to no other site, found by no search. Our own is told, since a
    form without its origin is refused."""
    response["Cache-Control"] = "private, no-store"
    response["Referrer-Policy"] = "same-origin"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
