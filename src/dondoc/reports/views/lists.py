"""/bao-cao/: what I owe, what waits for my word, what came in, who has not sent."""

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.duties.models import Period
from dondoc.records.actions.forms import send_once
from dondoc.records.serving import download
from dondoc.reports import access
from dondoc.reports.actions.drafting import open_report
from dondoc.reports.models import Report
from dondoc.reports.queries.families import periods_beside
from dondoc.reports.queries.lists import (
    OwedRow,
    PeriodCount,
    ReportLine,
    closing_days,
    missing_rows,
    owed_rows,
    received_counts,
    report_lines,
)
from dondoc.reports.rules.states import ARRIVED, TAKEN, ReportState
from dondoc.reports.views.asking import actor
from dondoc.units.access import Scope, scope_for
from dondoc.units.models import Agency
from dondoc.web.doors import door
from dondoc.web.formats import said
from dondoc.web.pages import page
from dondoc.web.requests import Request
from dondoc.web.sheets import MEDIA_TYPE, write_sheet
from dondoc.web.tables import Column, Tag, read_table

_UNDER_WAY = [ReportState.SUBMITTED.value, ReportState.APPROVED.value]


@door("GET")
def reports(request: Request) -> HttpResponse:
    """What needs me now: returned, late, due; then what waits for the head; then what I sent."""
    scope = scope_for(request)
    mine = access.visible_reports(actor(request), scope.on, scope=scope)
    own = mine.filter(obligation__held_by__in=list(scope.agencies))
    context = {
        "owed": owed_rows(access.owed_reports(scope), scope.on),
        "to_approve": report_lines(own.filter(state__in=_UNDER_WAY)) if _leads(scope) else [],
        "sent": report_lines(own.filter(state__in=[state.value for state in ARRIVED]))[:30],
        "tabs": tabs(scope, "cua-toi"),
        "has_role": bool(scope.agencies),
    }
    return page(request, "reports/reports.html", context)


@door("GET")
def received(request: Request) -> HttpResponse:
    """What came to my agency, by period: to take in first. Of one period alone (`ky`): what is accepted, what was
    returned."""
    scope = scope_for(request)
    mine = Report.objects.filter(receiver__in=access.receiving_agencies(scope), sent_at__isnull=False)
    visible = access.visible_reports(actor(request), scope.on, scope=scope).filter(pk__in=mine)
    periods, chosen = access.received_periods(scope), _chosen(request, scope)
    returned: list[ReportLine] = []
    done = visible.exclude(state=ReportState.SENT.value)
    if chosen is not None:
        beside = periods_beside(chosen)
        periods, visible = periods.filter(pk__in=beside), visible.filter(period__in=beside)
        done = visible.filter(state__in=[state.value for state in TAKEN])
        returned = report_lines(visible.filter(state=ReportState.RETURNED.value))
    context = {
        "chosen": chosen,
        "waiting": report_lines(visible.filter(state=ReportState.SENT.value)),
        "returned": returned,
        "table": read_table(
            request,
            _COUNTS,
            received_counts(periods, scope.on),
            caption=_("Theo kỳ"),
            empty=_("Chưa có kỳ báo cáo nào gửi về cơ quan này."),
        ),
        "taken": read_table(
            request,
            _TAKEN,
            report_lines(done),
            caption=_("Đã tiếp nhận") if chosen else _("Đã xử lý"),
            empty=_("Kỳ này chưa có báo cáo nào được tiếp nhận.")
            if chosen
            else _("Chưa có báo cáo nào được tiếp nhận hoặc trả lại."),
            per_page=30,
        ),
        "tabs": tabs(scope, "da-nhan"),
    }
    return page(request, "reports/received.html", context)


@door("GET")
def missing(request: Request) -> HttpResponse:
    """Who has not sent, late ones first."""
    scope = scope_for(request)
    rows = _missing(request, scope)
    table = read_table(
        request,
        [_NAMED, *(column for column in _MISSING if column.key not in _SAID_ELSEWHERE)],
        rows,
        caption=_("Chưa gửi báo cáo"),
        empty=_("Mọi cơ quan đã gửi báo cáo của các kỳ đang mở."),
    )
    return page(request, "reports/missing.html", {"table": table, "tabs": tabs(scope, "chua-gui"), "rows": rows})


@door("GET")
def missing_sheet(request: Request) -> HttpResponse:
    rows = _missing(request, scope_for(request))
    cells = (
        [column.value(row) if column.kind != "tag" else str(column.value(row)) for column in _MISSING] for row in rows
    )
    content = write_sheet(_("Chưa gửi báo cáo"), [column.label for column in _MISSING], cells)
    return download(content, MEDIA_TYPE, "chua-gui-bao-cao.xlsx")


@door("GET", "POST")
def report_begin(request: Request, code: str) -> HttpResponse:
    """A report that is owed: to its sheet if it was begun, else the button that begins it. Who may only see what is
    owed is told that nothing was sent."""
    scope = scope_for(request)
    held = access.visible_reports(actor(request), scope.on, scope=scope).filter(obligation__code=code).first()
    if held is not None:
        return HttpResponseRedirect(reverse("report", args=[held.code]))
    owed, may_begin = access.get_owed_for(actor(request), scope, code)
    if request.method == "POST":
        if not may_begin:
            raise Http404

        def go() -> str:
            return reverse("report", args=[open_report(owed, by=actor(request), at=timezone.now()).code])

        return send_once(request, go, at=timezone.now())
    context = {"one": owed, "closes_on": closing_days([owed]).get(owed.pk), "may_begin": may_begin}
    return page(request, "reports/report_begin.html", context)


def tabs(scope: Scope, here: str) -> list[tuple[str, str, bool]]:
    """What the person has a use for."""
    items = [("cua-toi", _("Của cơ quan tôi"), reverse("reports"))]
    if access.received_periods(scope).exists():
        items.append(("da-nhan", _("Đã nhận"), reverse("reports-received")))
        items.append(("chua-gui", _("Chưa gửi"), reverse("reports-missing")))
        items.append(("tong-hop", _("Tổng hợp"), reverse("consolidations")))
    elif access.led_themes(scope):
        items.append(("tong-hop", _("Tổng hợp"), reverse("consolidations")))
    items.append(("che-do", _("Chế độ báo cáo"), reverse("regimes")))
    return [(label, href, name == here) for name, label, href in items]


def _chosen(request: Request, scope: Scope) -> Period | None:
    """The period in the address; what names none of the own is as if nothing was asked."""
    asked = request.GET.get("ky", "")
    if not (asked.isdecimal() and len(asked) < 12):
        return None
    return access.received_periods(scope).filter(pk=int(asked)).select_related("rule", "regime").first()


def _missing(request: Request, scope: Scope) -> list[OwedRow]:
    periods = access.received_periods(scope).filter(opens_on__lte=scope.on, is_history=False)
    chosen = _chosen(request, scope)
    if chosen is not None:
        periods = periods.filter(pk=chosen.pk)
    return missing_rows(list(periods.select_related("rule")), scope.on)


def _leads(scope: Scope) -> bool:
    return scope.has_any(*access.LEADING)


def head_of(agency: Agency) -> str:
    """Whose name stands under the paper: the head of the agency, where one has an account."""
    named = agency.memberships.filter(role="head", valid_to=None).select_related("user").first()
    return named.user.full_name if named else ""


_TAKEN: list[Column[ReportLine]] = [
    Column("co-quan", "Cơ quan", lambda one: one.agency, sort="x", href=lambda one: reverse("report", args=[one.code])),
    Column("ky-bao-cao", "Kỳ", lambda one: said(one.label), sort="x"),
    Column("buoc", "Bước", lambda one: Tag(one.state, one.tone), "tag"),
    Column("so", "Số", lambda one: one.number),
    Column("gui-luc", "Gửi lúc", lambda one: one.sent_at, "moment", sort="x"),
    Column("qua-han", "Đúng hạn", lambda one: _("quá hạn") if one.is_late else _("đúng hạn"), sort="x"),
    Column("tra-lai", "Số lần trả lại", lambda one: one.times_returned, "number", sort="x"),
]
_COUNTS: list[Column[PeriodCount]] = [
    Column("ky", "Kỳ", lambda one: said(one.label), href=lambda one: f"{reverse('reports-missing')}?ky={one.period}"),
    Column("che-do", "Chế độ báo cáo", lambda one: one.title),
    Column("han", "Hạn", lambda one: one.due_on, "day", sort="due_on"),
    Column("phai-gui", "Phải gửi", lambda one: one.owed, "number", sort="x", total=True),
    Column("da-gui", "Đã gửi", lambda one: one.arrived, "number", sort="x", total=True),
    Column("tiep-nhan", "Tiếp nhận", lambda one: one.accepted, "number", sort="x", total=True),
    Column("qua-han", "Quá hạn", lambda one: one.late, "number", sort="x", total=True),
]
_MISSING: list[Column[OwedRow]] = [
    Column("don-vi", "Đơn vị", lambda one: one.unit, sort="x"),
    Column("co-quan", "Cơ quan", lambda one: one.agency, sort="x"),
    Column("ky", "Kỳ", lambda one: said(one.label), sort="x"),
    Column("bao-cao", "Báo cáo", lambda one: one.title),
    Column("han", "Hạn", lambda one: one.due_on, "day", sort="x"),
    Column("tinh-trang", "Tình trạng", lambda one: Tag(one.standing.words, one.standing.tone), "tag"),
    Column("thoi-han", "Thời hạn", lambda one: one.standing.term),
    Column("buoc", "Bước", lambda one: said(one.state)),
]
# On the page the agency says its unit and the term its day.
_SAID_ELSEWHERE = ("don-vi", "co-quan", "han")
_NAMED: Column[OwedRow] = Column(
    "co-quan",
    "Cơ quan",
    lambda one: one.agency if one.agency.endswith(one.unit) else f"{one.agency}, {one.unit}",
    sort="x",
)
