"""The list of plans, a plan, and its way in: a document uploaded, read in the background."""

from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django_htmx.http import HttpResponseClientRedirect

from dondoc.plans import access
from dondoc.plans.actions import plan as plans
from dondoc.plans.forms import FileForm, UploadForm
from dondoc.plans.models import Plan, PlanState
from dondoc.plans.queries.blockers import blockers
from dondoc.plans.queries.goals import as_said, goal_rows
from dondoc.plans.queries.paper import plan_paper
from dondoc.plans.queries.plans import (
    SHEET_HEADS,
    STATE_TONES,
    listed_plans,
    plan_parts,
    reading_status,
    sheet_line,
    total_of,
)
from dondoc.plans.queries.review import draft_list
from dondoc.plans.views.asking import actor, plan_of
from dondoc.records.actions.forms import send_once
from dondoc.records.serving import download, serve_attachment
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import scope_for
from dondoc.units.queries.papers import written
from dondoc.web.doors import door
from dondoc.web.forms import add_refusal
from dondoc.web.pages import page, wants_fragment
from dondoc.web.papers import WORD
from dondoc.web.requests import Request
from dondoc.web.sheets import MEDIA_TYPE, write_sheet
from dondoc.web.tables import Column, Table, Tag, read_table


@door("GET")
def plan_list(request: Request) -> HttpResponse:
    scope = scope_for(request)
    wanted, year = request.GET.get("q", ""), request.GET.get("nam", "")
    seen = access.visible_plans(actor(request), scope.on, scope=scope)
    rows = listed_plans(seen, wanted=wanted, year=year)
    context = {
        "table": _table(request, rows, bool(wanted or year)),
        "wanted": wanted,
        "year": year,
        "years": list(seen.order_by("-year").values_list("year", flat=True).distinct()),
        "may_upload": bool(access.issuing_agencies(scope)),
    }
    return page(request, "plans/plan_list.html", context)


def _table(request: Request, rows: QuerySet[Plan], is_filtered: bool) -> Table:
    columns: list[Column[Plan]] = [
        Column("ten", "Kế hoạch", lambda p: p.title, sort="search", href=lambda p: reverse("plan", args=[p.code])),
        Column("nam", "Năm", lambda p: str(p.year), sort="year"),
        Column("don-vi", "Cơ quan", lambda p: p.agency.name, sort="agency__name"),
        Column("so", "Số", lambda p: f"{p.number}/{p.symbol}".strip("/") if p.state != "draft" else ""),
        Column("trang-thai", "Trạng thái", lambda p: Tag(p.get_state_display(), STATE_TONES[p.state]), "tag"),
        Column("nhiem-vu", "Nhiệm vụ", lambda p: p.standing, "number"),  # type: ignore[attr-defined]
    ]
    empty = _("Không có kế hoạch nào khớp.") if is_filtered else _("Chưa có kế hoạch nào.")
    return read_table(request, columns, rows, caption=_("Kế hoạch"), empty=empty)


@door("GET", "POST")
def plan_upload(request: Request) -> HttpResponse:
    """Choose a file; its reading begins at once."""
    agencies = access.issuing_agencies(scope_for(request))
    if not agencies:
        return page(request, "plans/plan_upload.html", {"form": None}, status=403 if request.method == "POST" else 200)
    form = UploadForm(request.POST or None, request.FILES or None, agencies=agencies)
    if request.method == "POST" and form.is_valid():
        try:
            return send_once(request, lambda: _begin(request, form), at=timezone.now())
        except BadInput as refused:
            add_refusal(form, refused, "file")
    return page(request, "plans/plan_upload.html", {"form": form}, status=422 if form.errors else 200)


def _begin(request: Request, form: UploadForm) -> str:
    file: UploadedFile[Any] = form.cleaned_data["file"]
    plan, is_new = plans.upload_plan(
        form.agencies[form.cleaned_data["agency"]],
        chunks=file.chunks(),
        name=file.name or "",
        year=form.cleaned_data["year"],
        by=actor(request),
        at=timezone.now(),
    )
    if not is_new:
        messages.warning(request, _("Tệp này đã được tải lên trước đây: đây là kế hoạch của nó."))
    return reverse("plan", args=[plan.code])


@door("GET")
def plan_page(request: Request, code: str) -> HttpResponse:
    """A plan: the progress of its reading, or its tasks in the form of the annex."""
    plan = plan_of(request, code, "document__job", "above")
    status = reading_status(plan.document)
    if status.phase != "done":
        return _reading_page(request, plan, status)
    if wants_fragment(request) and request.GET.get("doc"):
        is_ours = access.may_edit(scope_for(request), plan)
        return HttpResponseClientRedirect(reverse("plan-review" if is_ours else "plan", args=[plan.code]))
    by = request.GET.get("theo", "")
    scope = scope_for(request)
    parts = plan_parts(plan, by=by, today=timezone.localdate())
    goals = list(plan.goals.order_by("pk"))
    context = {
        "plan": plan,
        "tone": STATE_TONES[plan.state],
        "parts_of_plan": parts,
        "total": total_of(parts),
        "by": by,
        "goals": goals,
        "measured": as_said(goal_rows(plan, goals)),
        "drafts": draft_list(plan) if plan.state == PlanState.DRAFT else None,
        "blockers": blockers(plan) if plan.state in (PlanState.DRAFT, PlanState.APPROVED) else [],
        "may_edit": access.may_edit(scope, plan),
        "above_plans": _above(request, plan),
        "may_approve": access.may_approve(scope, plan),
    }
    return page(request, "plans/plan.html", context)


def _above(request: Request, plan: Plan) -> list[Plan]:
    """Plans of the level above that this one may carry out; asked only where it names none yet."""
    scope = scope_for(request)
    if plan.above_id or plan.amends_id or plan.unit.parent_id is None or not access.may_edit(scope, plan):
        return []
    seen = access.visible_plans(actor(request), scope.on, scope=scope)
    return list(seen.filter(unit=plan.unit.parent_id, year=plan.year, state__in=access.PUBLISHED))


def _reading_page(request: Request, plan: Plan, status: object) -> HttpResponse:
    may_edit = access.may_edit(scope_for(request), plan)
    context = {"plan": plan, "status": status, "form": FileForm(), "may_edit": may_edit}
    return page(request, "plans/plan_reading.html", context, fragment="plans/_reading.html")


@door("POST")
def plan_file_replace(request: Request, code: str) -> HttpResponse:
    """Another file after one that could not be read; without a file the same one is read again."""
    plan = plan_of(request, code, "document__attachment", to_edit=True)
    form = FileForm(request.POST, request.FILES)
    if "doc-lai" in request.POST:
        plans.queue_reading(plan, by=actor(request), at=timezone.now())
        return redirect("plan", code)
    if form.is_valid():
        file: UploadedFile[Any] = form.cleaned_data["file"]
        try:
            plans.replace_document(
                plan, chunks=file.chunks(), name=file.name or "", by=actor(request), at=timezone.now()
            )
            return redirect("plan", code)
        except BadInput as refused:
            add_refusal(form, refused, "file")
    context = {"plan": plan, "status": reading_status(plan.document), "form": form, "may_edit": True}
    return page(request, "plans/plan_reading.html", context, status=422)


@door("GET")
def plan_file(request: Request, code: str) -> HttpResponseBase:
    """The document as it was uploaded."""
    plan = plan_of(request, code, "document__attachment__file")
    if plan.document.attachment is None:
        return redirect("plan-docx", code)
    return serve_attachment(plan.document.attachment, wants_inline=True)


@door("GET")
def plan_docx(request: Request, code: str) -> HttpResponse:
    """The plan put out as an official document with its annex, as its tasks stand now."""
    plan = plan_of(request, code)
    content = written(plan.agency, plan_paper(plan, today=timezone.localdate()))
    return download(content, WORD, f"ke-hoach-{plan.year}-{plan.code}.docx")


@door("GET")
def plan_xlsx(request: Request, code: str) -> HttpResponse:
    """The annex with its live states as a sheet."""
    plan = plan_of(request, code)
    parts = plan_parts(plan, by="", today=timezone.localdate())
    content = write_sheet(_("Kế hoạch"), SHEET_HEADS, (sheet_line(part, row) for part in parts for row in part.rows))
    return download(content, MEDIA_TYPE, f"ke-hoach-{plan.year}-{plan.code}.xlsx")
