"""One report as officers see it, its verbs, its photos, its publication."""

from typing import Any, cast

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.feedback import access
from dondoc.feedback.actions.dispatching import link_alike, make_private
from dondoc.feedback.actions.publishing import decide_photo, publish_report, take_back
from dondoc.feedback.adapters.photos import GRID
from dondoc.feedback.forms import PublishForm
from dondoc.feedback.models import Answer, Report, Template
from dondoc.feedback.queries.inbox import report_page
from dondoc.feedback.queries.public import alike_reports
from dondoc.feedback.rules.redaction import marked, suggested
from dondoc.feedback.rules.stages import OUTCOMES, Outcome, Stage
from dondoc.feedback.views.verbs import VERBS, Verb, carry_out
from dondoc.records.actions.forms import send_once
from dondoc.records.serving import serve_attachment
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import Scope, scope_for
from dondoc.web.doors import door
from dondoc.web.forms import add_refusal
from dondoc.web.found import found
from dondoc.web.pages import page
from dondoc.web.requests import Request


@door("GET")
def report(request: Request, code: str) -> HttpResponse:
    scope = scope_for(request)
    return _shown(request, access.get_report_for(scope, code), scope)


@door("POST")
def report_move(request: Request, code: str, verb: str) -> HttpResponse:
    """Any verb, with its form."""
    scope, known = scope_for(request), VERBS.get(verb)
    one = access.get_report_for(scope, code)
    if known is None or not known.may(scope, one):
        raise Http404
    form = known.form_for(one, scope, request.POST)
    if not form.is_valid():
        return _shown(request, one, scope, sent=(verb, form), status=422)
    at = timezone.now()

    def go() -> str:
        carry_out(known, one, form, by=cast(User, request.user), at=at, scope=scope)
        messages.success(request, known.done)
        return reverse("feedback-report", args=[code])

    try:
        return send_once(request, go, at=at)
    except BadInput as refused:
        add_refusal(form, refused, known.field)
        fresh = access.get_report_for(scope, code)
        form.data = {**form.data.dict(), f"{verb}-version": str(fresh.version)}
        return _shown(request, fresh, scope, sent=(verb, form), status=409 if refused.code == "report-moved" else 422)


@door("POST")
def report_private(request: Request, code: str) -> HttpResponse:
    """Keep a report from all but those who work on it, or open it again."""
    scope = scope_for(request)
    one = access.get_report_for(scope, code)
    if not access.may_dispatch(scope, one):
        raise Http404

    def go() -> str:
        make_private(one, is_private=not one.is_private, by=cast(User, request.user), at=timezone.now())
        messages.success(request, _("Đã chuyển riêng tư.") if one.is_private else _("Đã bỏ riêng tư."))
        return reverse("feedback-report", args=[code])

    return send_once(request, go, at=timezone.now())


@door("POST")
def report_alike(request: Request, code: str) -> HttpResponse:
    """Say that it is about the same thing as another, which one may read too."""
    scope = scope_for(request)
    one = access.get_report_for(scope, code)
    if not access.may_dispatch(scope, one):
        raise Http404
    other = access.get_report_for(scope, request.POST.get("phan-anh", ""))

    def go() -> str:
        link_alike(one, to=other, by=cast(User, request.user), at=timezone.now())
        messages.success(request, _("Đã gắn: sẽ được trả lời chung."))
        return reverse("feedback-report", args=[code])

    return send_once(request, go, at=timezone.now())


@door("GET")
def report_photo(request: Request, code: str, photo: str) -> FileResponse:
    """A photo as it was sent, for those who work on the report."""
    one = access.get_photo_for(scope_for(request), code, photo)
    return serve_attachment(one.attachment, wants_inline="xem" in request.GET)


@door("GET", "POST")
def report_publish(request: Request, code: str) -> HttpResponse:
    """Look over text, answer and photos; then publish, or take back."""
    scope, at = scope_for(request), timezone.now()
    one = access.get_report_for(scope, code)
    if not access.may_approve(scope, one) or one.stage != Stage.ANSWERED:
        raise Http404
    answer = found(one.answers.filter(state=Answer.State.APPROVED).order_by("-pk"))
    if request.method == "GET":
        initial = {
            "text": marked(one.text, suggested(one.text)),
            "answer": marked(answer.text, suggested(answer.text)),
            "version": one.version,
        }
        return _publish_page(request, one, PublishForm(initial=initial))
    form, user = PublishForm(request.POST), cast(User, request.user)
    if "thu-hoi" in request.POST:

        def back() -> str:
            take_back(one, reason=request.POST.get("ly-do", ""), by=user, at=at)
            messages.success(request, _("Đã thu hồi công bố."))
            return reverse("feedback-report", args=[code])

        return send_once(request, back, at=at)
    if not form.is_valid():
        return _publish_page(request, one, form, 422)

    def go() -> str:
        for photo in one.photos.select_related("attachment__file", "report"):
            cells = [int(cell) for cell in request.POST.getlist(f"che-{photo.code}") if cell.isdecimal()]
            choice = request.POST.get(f"anh-{photo.code}", "")
            if choice:
                decide_photo(photo, choice=choice, covered=cells, by=user, at=at)
        one.version = form.cleaned_data["version"]
        publish_report(one, text=form.cleaned_data["text"], answer=form.cleaned_data["answer"], by=user, at=at)
        messages.success(request, _("Đã công bố."))
        return reverse("feedback-report", args=[code])

    try:
        return send_once(request, go, at=at)
    except BadInput as refused:
        add_refusal(form, refused, "text" if refused.code.startswith("marks") else None)
        return _publish_page(request, access.get_report_for(scope, code), form, 422)


def _publish_page(request: Request, one: Report, form: PublishForm, status: int = 200) -> HttpResponse:
    photos = list(one.photos.select_related("attachment").order_by("number"))
    context = {"one": one, "form": form, "photos": photos, "grid": range(GRID), "sent": request.POST}
    return page(request, "feedback/publish.html", context, status=status)


def _shown(
    request: Request, one: Report, scope: Scope, *, sent: tuple[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    possible = [verb for verb in VERBS.values() if verb.is_possible(scope, one)]
    forms = {verb.slug: _form(verb, one, scope, sent) for verb in possible}
    kept = None
    if sent is not None and sent[0] not in forms:
        kept = sent[1]
    waiting = one.answers.filter(state=Answer.State.SUBMITTED).first()
    may_dispatch = access.may_dispatch(scope, one)
    context = {
        "one": one,
        "shown": report_page(one, scope, timezone.now()),
        "verbs": possible,
        "forms_": forms,
        "kept": kept,
        "waiting": waiting,
        "waiting_words": OUTCOMES[Outcome(waiting.outcome)] if waiting else "",
        "may_dispatch": may_dispatch,
        "may_publish": one.stage == Stage.ANSWERED and access.may_approve(scope, one),
        "sees_photos": access.works_on(scope, one) or access.may_approve(scope, one),
        "alike": alike_reports(one, access.visible_reports(scope), at=timezone.now()) if may_dispatch else [],
        "templates": list(Template.objects.filter(unit=one.unit, ended_at=None).order_by("title"))
        if "tra-loi" in forms
        else [],
    }
    return page(request, "feedback/report.html", context, status=status)


def _form(verb: Verb, one: Report, scope: Scope, sent: tuple[str, Any] | None) -> Any:
    return sent[1] if sent is not None and sent[0] == verb.slug else verb.form_for(one, scope)
