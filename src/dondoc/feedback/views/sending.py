"""The citizen's pages of writing: choose the place, choose the way, write, send. One form, no script, no account."""

from typing import Any
from uuid import uuid4

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from dondoc.accounts.actions.sign_in import address_of
from dondoc.feedback.actions.receiving import SENT, Letter, receive_report
from dondoc.feedback.actions.signals import receive_signal
from dondoc.feedback.forms import SendForm, SignalForm
from dondoc.feedback.models import Intake, Report
from dondoc.feedback.queries.codes import follow_code
from dondoc.feedback.queries.public import alike_public, open_intakes, services_of, settlements_of
from dondoc.feedback.rules.likeness import Written
from dondoc.feedback.rules.reading import Hint, hint_of
from dondoc.feedback.rules.stages import Kind
from dondoc.records.guard import ask, count_sending, judge_sending, new_stamp
from dondoc.records.rules.flood import Verdict
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.text import fold
from dondoc.web.doors import door
from dondoc.web.formats import said
from dondoc.web.forms import add_refusal
from dondoc.web.found import found
from dondoc.web.pages import page
from dondoc.web.requests import Request

WAIT = "Địa chỉ mạng này đã gửi quá nhiều trong một giờ. Thử lại sau một giờ, hoặc gọi đường dây nóng của xã."
_FIELDS = {"report-short": "text", "report-long": "text", "report-photos": "photos", "report-not-a-photo": "photos"}


@door("GET", who="anyone")
def places(request: Request) -> HttpResponse:
    """To whom to write: the units that take reports."""
    wanted = request.GET.get("tim", "")[:80]
    rows = open_intakes().order_by("unit__level", "unit__search")
    for word in fold(wanted).split():
        rows = rows.filter(unit__search__contains=word)
    return page(request, "feedback/send_places.html", {"intakes": rows[:400], "wanted": wanted})


@door("GET", who="anyone")
def ways(request: Request, unit: str) -> HttpResponse:
    """What to send: the four flows are four ways, told apart before anything is written."""
    intake = _intake(unit)
    return page(request, "feedback/send_ways.html", {"intake": intake, "unit": intake.unit})


@door("GET", who="anyone")
def channel(request: Request, unit: str, flow: str) -> HttpResponse:
    """The legal way of a complaint or a denunciation. Nothing is asked here and nothing is stored."""
    if flow not in ("khieu-nai", "to-cao"):
        raise Http404
    intake = _intake(unit)
    context = {"intake": intake, "unit": intake.unit, "is_denunciation": flow == "to-cao"}
    return page(request, "feedback/send_channel.html", context)


@door("GET", "POST", who="anyone")
def write(request: Request, unit: str) -> HttpResponse:
    """The form, and its sending. The same `sent_key` again leads to the same report and writes nothing."""
    intake, at = _intake(unit), timezone.now()
    if request.method == "GET":
        kind = Kind.QUESTION if request.GET.get("loai") == "cau-hoi" else Kind.REPORT
        initial = {"sent_key": uuid4(), "stamp": new_stamp(at), "kind": kind.value}
        return _page(request, intake, _form(request, intake, initial=initial))
    form = _form(request, intake, is_sent=True)
    if not form.is_valid():
        return _page(request, intake, form, status=422)
    key = form.key_of_sending()
    if Report.objects.filter(sent_key=key).exists():
        return redirect("follow-report", follow_code(key))
    if "xem-truoc" in request.POST:
        return _page(request, intake, form, is_checked=True)
    if (hint := _hint(request, form)) is not None:
        return _page(request, intake, form, hint=hint, status=422)
    verdict = judge_sending(form, SENT, address_of(request), at=at)
    if verdict is Verdict.REFUSE:
        form.add_error(None, said(WAIT))
        return _page(request, intake, form, status=429)
    if verdict is Verdict.ASK:
        return _page(request, intake, form, asks=True, status=422)
    try:
        letter = Letter(**form.letter())
        __, code, is_new = receive_report(intake, letter=letter, sent_key=key, by=None, at=at, photos=form.uploads())
    except BadInput as refused:
        add_refusal(form, refused, _FIELDS.get(refused.code, "photos"))
        return _page(request, intake, form, status=422)
    if is_new:
        count_sending(SENT, address_of(request), at=at)
    return HttpResponseRedirect(f"{reverse('follow-report', args=[code])}?moi=1")


@door("GET", "POST", who="anyone")
def signal(request: Request, unit: str) -> HttpResponse:
    """A signal of corruption or conduct: without any field that leads to its writer."""
    intake, at = _intake(unit), timezone.now()
    if intake.inspectorate is None:
        raise Http404
    if request.method == "GET":
        initial = {"sent_key": uuid4(), "stamp": new_stamp(at)}
        return _signal_page(request, intake, SignalForm(initial=initial))
    form = SignalForm(request.POST)
    if not form.is_valid():
        return _signal_page(request, intake, form, status=422)
    if hint_of(form.cleaned_data["text"]) is Hint.DENUNCIATION and request.POST.get("da-chon") != "tin-hieu":
        return _signal_page(request, intake, form, is_denunciation=True, status=422)
    verdict = judge_sending(form, SENT, address_of(request), at=at)
    if verdict is Verdict.REFUSE:
        form.add_error(None, said(WAIT))
        return _signal_page(request, intake, form, status=429)
    if verdict is Verdict.ASK:
        return _signal_page(request, intake, form, asks=True, status=422)
    try:
        given = form.cleaned_data
        key = given["sent_key"] or uuid4()
        __, code, is_new = receive_signal(intake, subject=given["subject"], text=given["text"], sent_key=key, at=at)
    except BadInput as refused:
        add_refusal(form, refused, "text")
        return _signal_page(request, intake, form, status=422)
    if is_new:
        count_sending(SENT, address_of(request), at=at)
    return HttpResponseRedirect(f"{reverse('follow-report', args=[code])}?moi=1")


def _intake(unit: str) -> Intake:
    return found(open_intakes().filter(unit__code=unit))


def _form(
    request: Request, intake: Intake, *, is_sent: bool = False, initial: dict[str, Any] | None = None
) -> SendForm:
    today = timezone.localdate()
    return SendForm(
        request.POST if is_sent else None,
        request.FILES if is_sent else None,
        services=services_of(intake.unit, today),
        settlements=settlements_of(intake.unit, today),
        initial=initial,
    )


def _hint(request: Request, form: SendForm) -> Hint | None:
    """What the text seems to be, until its writer said what it is."""
    if request.POST.get("da-chon") == "phan-anh":
        return None
    return hint_of(form.cleaned_data["text"])


def _page(
    request: Request,
    intake: Intake,
    form: SendForm,
    *,
    hint: Hint | None = None,
    asks: bool = False,
    is_checked: bool = False,
    status: int = 200,
) -> HttpResponse:
    alike = []
    if is_checked:
        given = form.letter()
        service, settlement = given["service"], given["settlement"]
        written = Written("", given["text"], settlement and settlement.pk, service and service.pk)
        alike = alike_public(intake.unit, written=written, at=timezone.now())
    kind = (form.data if form.is_bound else form.initial).get("kind")
    context = {
        "intake": intake,
        "unit": intake.unit,
        "form": form,
        "hint": hint.value if hint else "",
        "question": ask(form) if asks else None,
        "alike": alike,
        "is_checked": is_checked,
        "is_question": kind == Kind.QUESTION,
    }
    return page(request, "feedback/send_write.html", context, status=status)


def _signal_page(
    request: Request,
    intake: Intake,
    form: SignalForm,
    *,
    is_denunciation: bool = False,
    asks: bool = False,
    status: int = 200,
) -> HttpResponse:
    context = {
        "intake": intake,
        "unit": intake.unit,
        "form": form,
        "is_denunciation": is_denunciation,
        "question": ask(form) if asks else None,
    }
    return page(request, "feedback/send_signal.html", context, status=status)
