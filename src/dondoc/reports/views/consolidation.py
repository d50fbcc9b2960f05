"""Consolidation: the list of periods, the draft with its tables, words and sources, its way to issue."""

from collections.abc import Callable
from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dondoc.accounts.models import User
from dondoc.records.actions.forms import send_once
from dondoc.reports import access
from dondoc.reports.actions import consolidation as actions
from dondoc.reports.actions.issuing import issue
from dondoc.reports.forms_consolidation import ApproveForm
from dondoc.reports.models import Consolidation, PassageKind
from dondoc.reports.queries import consolidation as queries
from dondoc.reports.queries.consolidation_counts import RESULTS, CountedRow, counted_rows, read_counted
from dondoc.reports.queries.consolidation_list import period_rows
from dondoc.reports.rules.states import EDITABLE, WORDS, ReportState
from dondoc.reports.views.lists import tabs
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import scope_for
from dondoc.units.models import Agency
from dondoc.units.queries.papers import letterhead_of
from dondoc.web.doors import door
from dondoc.web.formats import said
from dondoc.web.forms import add_refusal
from dondoc.web.found import found
from dondoc.web.pages import page, wants_fragment
from dondoc.web.requests import Request
from dondoc.web.tables import Column, read_table

TONES = {"submitted": "warn", "approved": "warn", "sent": "good"}
SUBJECTS = {
    "chung": (PassageKind.GENERAL, gettext_lazy("Đánh giá chung")),
    "kho-khan": (PassageKind.DIFFICULTY, gettext_lazy("Khó khăn, vướng mắc")),
    "kien-nghi": (PassageKind.PROPOSAL, gettext_lazy("Kiến nghị, đề xuất")),
    "ky-toi": (PassageKind.NEXT, gettext_lazy("Nhiệm vụ kỳ tới")),
}


@door("GET")
def consolidations(request: Request) -> HttpResponse:
    """What the own agencies receive, period by period; then what agencies below made of theirs."""
    scope = scope_for(request)
    rows = period_rows(access.received_periods(scope), scope.agencies, scope.on)
    others = access.visible_consolidations(scope).exclude(agency__in=list(scope.agencies)).exclude(issued_at=None)
    context = {
        "rows": rows,
        "others": others.select_related("agency").order_by("-issued_at")[:20],
        "tones": TONES,
        "themes": [(one, section, queries.section_name(section)) for one, section in access.led_themes(scope)],
        "tabs": tabs(scope, "tong-hop"),
    }
    return page(request, "reports/consolidations.html", context)


@door("POST")
def consolidation_open(request: Request) -> HttpResponse:
    """Begin one, of a period that an own agency receives."""
    scope, wanted, user = scope_for(request), request.POST.get("ky", ""), cast(User, request.user)
    periods = access.received_periods(scope).select_related("rule__regime", "regime")
    period = found(periods.filter(pk=int(wanted) if wanted.isdecimal() else 0))
    agency = found(Agency.objects.filter(pk=period.rule.receiver_id or 0))
    if not access.may_consolidate(scope, agency.pk):
        raise PermissionDenied

    def act() -> str:
        made = actions.open_consolidation(agency, period, by=user, at=timezone.now())
        return reverse("consolidation", args=[made.code])

    return send_once(request, act, at=timezone.now())


@door("GET")
def consolidation(request: Request, code: str) -> HttpResponse:
    """The draft part by part: figures of all, one dimension, what was said, who is missing."""
    one = _one(request, code)
    is_reading = one.job is not None and one.job.state in ("waiting", "running")
    status = {"consolidation": one, "job": one.job, "is_reading": is_reading}
    if wants_fragment(request) and request.GET.get("doc"):
        return page(request, "reports/_consolidation_reading.html", status)
    scope, part = scope_for(request), request.GET.get("phan", "")
    may_edit, is_draft = access.may_consolidate(scope, one.agency_id), ReportState(one.state) in EDITABLE
    context = {
        **status,
        "part": part,
        "subjects": SUBJECTS,
        "state_words": WORDS[ReportState(one.state)],
        "tone": TONES.get(one.state, "calm"),
        "may_edit": may_edit,
        "may_write": may_edit and is_draft,
        "may_sign": access.may_sign(scope, one.agency_id),
        "changes": queries.changes_of(one) if is_draft and may_edit and not is_reading else 0,
        **(_part(one, part) if one.built_at else {}),
    }
    return page(request, "reports/consolidation.html", context)


@door("GET")
def consolidation_line(request: Request, code: str, position: int) -> HttpResponse:
    """Where a figure comes from: what each agency told, with its report."""
    one = _one(request, code)
    line = found(one.lines.filter(position=position).select_related("duty"))
    row, entries = queries.line_of(line)
    context = {"consolidation": one, "line": row, "entries": entries}
    return page(request, "reports/consolidation_line.html", context)


@door("GET")
def consolidation_counts(request: Request, code: str) -> HttpResponse:
    """Where a count comes from: every obligation in it, with the report that told it."""
    one, asked = _one(request, code), read_counted(request.GET)
    columns: list[Column[CountedRow]] = [
        Column("co-quan", "Cơ quan", lambda r: r.agency),
        Column("viec", "Nhiệm vụ", lambda r: r.title, href=lambda r: _line_address(one, r)),
        Column("ket-qua", "Kết quả", lambda r: said(r.said)),
        Column("bao-cao", "Báo cáo", lambda r: _("Xem báo cáo") if r.report_code else "", href=_report_address),
    ]
    rows = counted_rows(one, asked)
    table = read_table(request, columns, rows, caption=_("Từng việc được đếm"), empty=_("Không có việc nào."))
    parts = [said(one.period.label)]
    if asked.component is not None:
        parts.append(queries.component_name(asked.component))
    elif asked.section is not None:
        parts.append(queries.section_name(asked.section))
    if asked.result:
        parts.append(str(RESULTS[asked.result][0]))
    context = {"consolidation": one, "table": table, "lead": " · ".join(parts), "count": len(rows)}
    return page(request, "reports/consolidation_counts.html", context)


@door("POST")
def consolidation_read(request: Request, code: str) -> HttpResponse:
    return _act(request, code, actions.read_again, _("Đang đọc lại các báo cáo."))


@door("POST")
def consolidation_submit(request: Request, code: str) -> HttpResponse:
    return _act(request, code, actions.submit, _("Đã trình lãnh đạo."))


@door("POST")
def consolidation_issue(request: Request, code: str) -> HttpResponse:
    return _act(request, code, issue, _("Đã ban hành. Văn bản được giữ nguyên như lúc ban hành."))


@door("POST")
def consolidation_take_back(request: Request, code: str) -> HttpResponse:
    """By the writer, or by the head who wants it changed."""
    one, scope = _one(request, code), scope_for(request)
    if not (access.may_consolidate(scope, one.agency_id) or access.may_sign(scope, one.agency_id)):
        raise PermissionDenied

    def act() -> str:
        reason = request.POST.get("reason", "")
        actions.take_back(one, reason=reason, by=cast(User, request.user), at=timezone.now())
        messages.success(request, _("Bản tổng hợp trở lại bước soạn."))
        return reverse("consolidation", args=[one.code])

    return send_once(request, act, at=timezone.now())


@door("GET", "POST")
def consolidation_approve(request: Request, code: str) -> HttpResponse:
    """The head gives number, day and signer."""
    one, user = _one(request, code), cast(User, request.user)
    if not access.may_sign(scope_for(request), one.agency_id):
        raise PermissionDenied
    head = letterhead_of(one.agency)
    known = {"symbol": head.symbol, "signer": user.full_name, "position": head.head_post}
    form = ApproveForm(request.POST or None, initial={**known, "signed_on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            actions.approve(one, **form.cleaned_data, by=user, at=timezone.now())
            return reverse("consolidation", args=[one.code])

        try:
            return send_once(request, act, at=timezone.now())
        except BadInput as refused:
            add_refusal(form, refused, "signed_on" if refused.code == "signed-later" else "number")
    context = {"consolidation": one, "form": form}
    return page(request, "reports/consolidation_approve.html", context, status=422 if form.errors else 200)


@door("POST")
def passages_choose(request: Request, code: str) -> HttpResponse:
    """One form for all passages shown: which go out, and in which words."""
    one, user, at = _one_to_edit(request, code), cast(User, request.user), timezone.now()

    def act() -> str:
        shown, used = request.POST.getlist("hien"), set(request.POST.getlist("dung"))
        texts = {code: request.POST.get(f"t-{code}", "") for code in shown}
        changed = actions.edit_passages(one, texts=texts, used=used, by=user, at=at)
        messages.success(request, _("Đã ghi %(n)s đoạn.") % {"n": changed})
        return _part_address(one, request.POST.get("phan", ""))

    return send_once(request, act, at=at)


@door("POST")
def passage_add(request: Request, code: str) -> HttpResponse:
    """A paragraph of the editor's own."""
    one, part = _one_to_edit(request, code), request.POST.get("phan", "")
    kind, section = _subject(part)

    def act() -> str:
        user, text = cast(User, request.user), request.POST.get("text", "")
        actions.add_passage(one, kind=kind, section=section, text=text, by=user, at=timezone.now())
        return _part_address(one, part)

    return send_once(request, act, at=timezone.now())


def _part(one: Consolidation, part: str) -> dict[str, Any]:
    """What one part of the page shows, beside what stands on each."""
    lines = queries.line_rows(one)
    told: dict[str, Any] = {
        "sections": queries.by_section(lines),
        "total": queries.overall(lines),
        "sources": queries.source_rows(one),
    }
    if part in ("", "da-tiep-nhan", "chua-bao-cao"):
        return told | {"told": [line for line in lines if line.is_told]}
    kind, section = _subject(part)
    told["passages"] = queries.passage_rows(one, kind=kind, section=section)
    if kind is not PassageKind.DIMENSION:
        return told | {"heading": SUBJECTS[part][1]}
    own = [line for line in lines if line.section == section and not line.is_told]
    if not own:
        raise Http404
    return told | {
        "heading": queries.section_name(section),
        "lines": own,
        "components": queries.by_component(own),
    }


def _subject(part: str) -> tuple[PassageKind, int]:
    if part.isdecimal():
        return PassageKind.DIMENSION, int(part)
    if part not in SUBJECTS:
        raise Http404
    return SUBJECTS[part][0], 0


def _part_address(one: Consolidation, part: str) -> str:
    address = reverse("consolidation", args=[one.code])
    return f"{address}?phan={part}" if part.isdecimal() or part in SUBJECTS else address


def _line_address(one: Consolidation, row: CountedRow) -> str:
    return reverse("consolidation-line", args=[one.code, row.position])


def _report_address(row: CountedRow) -> str:
    return reverse("report", args=[row.report_code]) if row.report_code else ""


def _one(request: Request, code: str) -> Consolidation:
    return access.get_consolidation_for(scope_for(request), code)


def _one_to_edit(request: Request, code: str) -> Consolidation:
    one = _one(request, code)
    if not access.may_consolidate(scope_for(request), one.agency_id):
        raise PermissionDenied
    return one


def _act(request: Request, code: str, verb: Callable[..., Any], said: str) -> HttpResponse:
    one = _one_to_edit(request, code)

    def act() -> str:
        verb(one, by=cast(User, request.user), at=timezone.now())
        messages.success(request, said)
        return reverse("consolidation", args=[one.code])

    return send_once(request, act, at=timezone.now())
