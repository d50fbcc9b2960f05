"""Officers' pages of reports: the inbox, what came otherwise than by the web, the list as a workbook."""

from typing import Any, cast
from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.feedback import access
from dondoc.feedback.actions.receiving import Letter, receive_report
from dondoc.feedback.forms import RecordForm
from dondoc.feedback.models import Intake
from dondoc.feedback.queries.inbox import TABS, counts, inbox_rows, narrowed, related
from dondoc.feedback.queries.public import services_of, settlements_of
from dondoc.feedback.rules.following import as_shown
from dondoc.feedback.rules.stages import CHANNELS
from dondoc.records.actions.forms import send_once
from dondoc.records.serving import download
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import scope_for
from dondoc.web.doors import door
from dondoc.web.formats import said
from dondoc.web.forms import add_refusal
from dondoc.web.found import found
from dondoc.web.pages import page
from dondoc.web.requests import Request
from dondoc.web.sheets import MEDIA_TYPE, write_sheet
from dondoc.web.tables import cut

PER_PAGE, MOST = 40, 5000
HEADS = (
    "Mã", "Nhận lúc", "Kênh", "Loại", "Lĩnh vực", "Nơi", "Cơ quan", "Bước", "Hạn", "Quá hạn", "Kết quả", "Nội dung",
)  # fmt: skip


@door("GET")
def inbox(request: Request) -> HttpResponse:
    scope, now = scope_for(request), timezone.now()
    seen = access.visible_reports(scope)
    rows = narrowed(seen, request.GET, scope, now)
    pager = cut(request.GET, rows.count(), PER_PAGE)
    start = (pager.number - 1) * PER_PAGE
    tab = request.GET.get("buoc", "can-lam")
    context = {
        "rows": inbox_rows(related(rows)[start : start + PER_PAGE], now),
        "pager": pager,
        "counts": counts(seen, scope, now),
        "tabs": [(said(label), f"?buoc={slug}", slug == tab) for slug, label in TABS],
        "tab": tab,
        "query": request.GET,
        "channels": [(one.value, word) for one, word in CHANNELS.items()],
        "may_record": access.may_record(scope).exists(),
        "places": _places(scope),
        "sheet": f"{reverse('feedback-sheet')}?{request.GET.urlencode()}",
    }
    return page(request, "feedback/inbox.html", context, fragment="feedback/_inbox.html")


@door("GET")
def sheet(request: Request) -> HttpResponse:
    """The list as shown, without private reports and without anybody's name or number."""
    scope, now = scope_for(request), timezone.now()
    rows = narrowed(access.visible_reports(scope).filter(is_private=False), request.GET, scope, now)
    lines = [
        (
            one.code, timezone.localtime(one.received_at), one.channel, one.kind, one.subject, one.where, one.agency,
            one.stage_words, timezone.localtime(one.due_at) if one.due_at else None, "x" if one.is_late else "",
            one.outcome, one.text,
        )
        for one in inbox_rows(related(rows)[:MOST], now)
    ]  # fmt: skip
    return download(write_sheet(_("Phản ánh"), HEADS, lines), MEDIA_TYPE, "phan-anh.xlsx")


@door("GET", "POST")
def record(request: Request, unit: str) -> HttpResponse:
    """Enter what came by telephone, box, counter, meeting or letter."""
    intake = found(access.may_record(scope_for(request)).filter(unit__code=unit))
    form = _record_form(request, intake)
    if request.method == "GET" or not form.is_valid():
        return _record_page(request, intake, form, 422 if form.is_bound else 200)
    at = timezone.now()

    def go() -> str:
        given = form.cleaned_data
        report, code, _new = receive_report(
            intake,
            letter=Letter(**form.letter()),
            sent_key=form.key_of_sending(),
            by=cast(User, request.user),
            at=at,
            channel=given["channel"],
            received_at=given["received_at"],
            photos=form.uploads(),
        )
        messages.success(request, _("Đã ghi. Mã theo dõi để báo cho người gửi: %(code)s") % {"code": as_shown(code)})
        return reverse("feedback-report", args=[report.code])

    try:
        return send_once(request, go, at=at)
    except BadInput as refused:
        add_refusal(form, refused, "received_at" if refused.code == "report-future" else "text")
        return _record_page(request, intake, form, 422)


@door("GET")
def record_where(request: Request) -> HttpResponse:
    """For whom to enter: the one unit, or a choice."""
    intakes = list(access.may_record(scope_for(request)).order_by("unit__search")[:200])
    if len(intakes) == 1:
        return redirect("feedback-record", intakes[0].unit.code)
    return page(request, "feedback/record_where.html", {"intakes": intakes})


def _record_form(request: Request, intake: Intake) -> RecordForm:
    today = timezone.localdate()
    is_sent = request.method == "POST"
    return RecordForm(
        request.POST if is_sent else None,
        request.FILES if is_sent else None,
        services=services_of(intake.unit, today),
        settlements=settlements_of(intake.unit, today),
        initial={"sent_key": uuid4(), "kind": request.GET.get("loai", "report")},
    )


def _record_page(request: Request, intake: Intake, form: RecordForm, status: int) -> HttpResponse:
    return page(request, "feedback/record.html", {"form": form, "intake": intake}, status=status)


def _places(scope: Any) -> list[tuple[str, str]]:
    """The other registers that the person has a use for."""
    found_places = []
    if access.agencies_as(scope, access.SECRET):
        found_places.append((_("Tín hiệu"), reverse("signals")))
    if access.registering(scope):
        found_places += [(_("Khiếu nại"), reverse("register-khieu-nai"))]
        found_places += [(_("Giải trình"), reverse("register-giai-trinh"))]
    if access.agencies_as(scope, (*access.DOING, *access.SECRET, "committee")):
        found_places.append((_("Tố cáo"), reverse("register-to-cao")))
    if access.may_set_up(scope).exists():
        found_places.append((_("Thiết lập"), reverse("feedback-setup")))
    return found_places
