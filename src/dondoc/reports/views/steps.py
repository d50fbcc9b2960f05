"""The steps of a report after its sheet: approved and sent, taken back, accepted, returned, unlocked."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.records.actions.forms import send_once
from dondoc.reports.actions import sending
from dondoc.reports.forms import ApprovalForm, ReasonForm
from dondoc.reports.models import Report
from dondoc.reports.queries import content
from dondoc.reports.queries.above import above_in
from dondoc.reports.views.asking import actor, report_of
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import Scope
from dondoc.units.models import Membership
from dondoc.web.doors import door
from dondoc.web.formats import said
from dondoc.web.forms import add_refusal
from dondoc.web.pages import page
from dondoc.web.requests import Request

Step = Callable[[Report, User, str], object]


@door("GET", "POST")
def report_approve(request: Request, code: str) -> HttpResponse:
    """The head says yes with number, day and signer, and sends in the same step unless asked only to approve."""
    report, scope = report_of(request, code, to="approve")
    form = ApprovalForm(request.POST if request.method == "POST" else None, initial=_signing(report, scope))
    if request.method == "POST" and form.is_valid():
        sends = request.POST.get("do") != "only"

        def go() -> str:
            by, at = actor(request), timezone.now()
            sending.approve_report(report, signature=form.signature(), by=by, at=at)
            if sends:
                sending.send_report(report, by=by, at=at)
            messages.success(request, _("Đã duyệt và gửi.") if sends else _("Đã duyệt. Văn thư gửi khi phát hành."))
            return reverse("report", args=[code])

        try:
            return send_once(request, go, at=timezone.now())
        except BadInput as refused:
            add_refusal(form, refused, "signed_on" if refused.code == "signed-later" else None)
    status = 422 if request.method == "POST" else 200
    results = content.results_of(content.sheet_rows(report, scope.on))
    context = {"report": report, "form": form, "results": results, "above": above_in(report, scope.on)}
    return page(request, "reports/report_approve.html", context, status=status)


@door("POST")
def report_step(request: Request, code: str, verb: str) -> HttpResponse:
    """One step that needs at most a reason."""
    if verb not in _STEPS:
        raise Http404
    to, act, told = _STEPS[verb]
    report, _scope = report_of(request, code, to=to)
    reason = request.POST.get("reason", "")

    def go() -> str:
        act(report, actor(request), reason)
        messages.success(request, told)
        return reverse("report", args=[code])

    try:
        return send_once(request, go, at=timezone.now())
    except BadInput as refused:
        messages.error(request, said(refused))
        return HttpResponse(status=303, headers={"Location": reverse("report", args=[code])})


@door("GET", "POST")
def report_return(request: Request, code: str) -> HttpResponse:
    """Back to who sent it, as a whole or for the rows that are ticked, with what is missing."""
    report, scope = report_of(request, code, to="receive")
    rows = content.sheet_rows(report, scope.on)
    form = ReasonForm(request.POST or None)
    form.fields["reason"].required = False
    chosen = {key: request.POST.get(f"w-{key}", "") for key in request.POST.getlist("chon")}
    if request.method == "POST" and form.is_valid():

        def go() -> str:
            reason = form.cleaned_data["reason"]
            sending.return_report(report, reason=reason, rows=chosen, by=actor(request), at=timezone.now())
            messages.success(request, _("Đã trả lại kèm lý do. Báo cáo phải gửi lại trong hạn cũ."))
            return reverse("report", args=[code])

        try:
            return send_once(request, go, at=timezone.now())
        except BadInput as refused:
            add_refusal(form, refused, "reason")
    status = 422 if request.method == "POST" else 200
    context = {"report": report, "form": form, "groups": content.groups_of(rows), "chosen": chosen}
    return page(request, "reports/report_return.html", context, status=status)


def _signing(report: Report, scope: Scope) -> dict[str, object]:
    head = Membership.objects.filter(agency=report.obligation.held_by_id, role="head", valid_to=None)
    named = head.select_related("user").first()
    kind = report.agency.kind
    return {
        "symbol": report.symbol or ("BC-UBND" if kind == "ubnd" else "BC"),
        "number": report.number,
        "signed_on": report.signed_on or scope.on,
        "signer": report.signer or (named.user.full_name if named else ""),
        "position": report.signer_position or (named.position if named else ""),
    }


def _take_back(report: Report, by: User, reason: str) -> None:
    sending.take_back(report, by=by, at=timezone.now(), reason=reason)


def _send(report: Report, by: User, reason: str) -> None:
    sending.send_report(report, by=by, at=timezone.now())


def _accept(report: Report, by: User, reason: str) -> None:
    sending.accept_report(report, by=by, at=timezone.now())


def _unlock(report: Report, by: User, reason: str) -> None:
    sending.unlock_report(report, reason=reason, by=by, at=timezone.now())


_STEPS: dict[str, tuple[str, Step, str]] = {
    "rut-ve": ("write", _take_back, _("Đã rút về để sửa.")),
    "lam-lai": ("approve", _take_back, _("Đã trả lại người soạn.")),
    "gui": ("write", _send, _("Đã gửi.")),
    "tiep-nhan": ("receive", _accept, _("Đã tiếp nhận.")),
    "mo-khoa": ("receive", _unlock, _("Đã mở khóa; cơ quan gửi sửa rồi gửi lại.")),
}
