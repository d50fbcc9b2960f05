"""Taking results in: an official workbook looked at before it is stored, figures typed, an import undone."""

from typing import Any, cast

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.framework.models import Edition, Index
from dondoc.records.actions.files import attach_file
from dondoc.records.actions.forms import send_once
from dondoc.records.models import Attachment
from dondoc.records.serving import serve_attachment
from dondoc.scores.actions.importing import DryRun, import_workbook, read_attachment
from dondoc.scores.actions.storing import Figure, store_figures, store_shipped, undo_import
from dondoc.scores.forms import FiguresForm, UndoForm, WorkbookForm
from dondoc.scores.models import ImportKind, ScoreImport
from dondoc.scores.queries import imports
from dondoc.scores.queries.store import PAPI
from dondoc.scores.views.asking import own_places, taker
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import scope_for
from dondoc.web.doors import door
from dondoc.web.forms import add_refusal
from dondoc.web.found import found
from dondoc.web.pages import page
from dondoc.web.requests import Request
from dondoc.web.tables import Column, Tag, read_table

SHOWN = 200


@door("GET", "POST")
def results_import(request: Request) -> HttpResponse:
    """What was taken in so far; a workbook is read and compared first, then stored by a second word."""
    user, now = taker(request), timezone.now()
    if request.POST.get("shipped"):
        return send_once(request, lambda: _to(store_shipped(by=user, at=timezone.now())), at=now)
    if request.POST.get("attachment"):
        return send_once(request, lambda: _store(request, user), at=now)
    indices = _indices(request)
    sent = request.POST or None
    asked = {"index": request.GET.get("bo", "papi")}
    form = WorkbookForm(sent, request.FILES or None, indices=[(one.code, one.short_name) for one in indices],
                        initial=asked)  # fmt: skip
    run, attachment = None, None
    if form.is_valid():
        try:
            upload = form.cleaned_data["file"]
            attachment = attach_file(upload.chunks(), name=upload.name, on=("scores", "import"), by=user, at=now)
            index = next(one for one in indices if one.code == form.cleaned_data["index"])
            run = read_attachment(attachment, index=index, year=form.cleaned_data["year"])
        except BadInput as refused:
            add_refusal(form, refused, "file")
    is_wrong = bool(form.errors or (run and run.book.faults))
    return page(
        request, "scores/results_import.html", _told(request, form, run, attachment), status=422 if is_wrong else 200
    )


def _told(request: Request, form: WorkbookForm, run: DryRun | None, attachment: Attachment | None) -> dict[str, Any]:
    columns: list[Column[ScoreImport]] = [
        Column("nguon", "Nguồn", lambda r: r.source, href=lambda r: reverse("scores-batch", args=[r.code])),
        Column("bo", "Chỉ số", lambda r: r.index.short_name),
        Column("nam", "Năm", lambda r: _span(r.years)),
        Column("diem", "Số điểm", lambda r: r.figures, "number"),
        Column("luc", "Nạp lúc", lambda r: r.made_at, "moment"),
        Column("ai", "Người nạp", lambda r: r.made_by.full_name if r.made_by else _("hệ thống")),
        Column("con", "Hiệu lực", lambda r: _standing(r), "tag"),
    ]  # fmt: skip
    table = read_table(
        request, columns, imports.imports(), caption=_("Các lần nạp"),
        empty=_("Chưa nạp lần nào: trang Chỉ số đang đọc thẳng bảng có sẵn kèm phần mềm."),
    )  # fmt: skip
    faults = run.book.faults if run else ()
    notes = [remark for remark in run.book.remarks if not remark.is_fault] if run else []
    return {
        "form": form, "run": run, "attachment": attachment, "table": table, "shown": SHOWN, "faults": faults,
        "notes": notes,
        "names": run.names if run else {},
    }  # fmt: skip


def _indices(request: Request) -> list[Index]:
    """Whose results the reader may take in: PAPI first, other national ones, those of the own units."""
    scope = scope_for(request)
    found = {one.index.code: one.index for one in imports.editions_to_fill(sorted(scope.units_below | scope.own_units))}
    papi = Index.objects.filter(code=PAPI).first() or Index(code=PAPI, short_name="PAPI")
    return [papi, *(one for code, one in found.items() if code != PAPI)]


def _standing(batch: ScoreImport) -> Tag:
    return Tag(_("đã hủy"), "bad") if batch.undone_at else Tag(_("đang dùng"), "good")


def _span(years: list[int]) -> str:
    return f"{years[0]}-{years[-1]}" if len(years) > 1 else "".join(map(str, years))


def _to(batch: ScoreImport) -> str:
    return reverse("scores-batch", args=[batch.code])


def _store(request: Request, user: User) -> str:
    """Read the stored file again, as things stand now, and store it."""
    kept = found(Attachment.objects.filter(code=request.POST["attachment"], object_kind="scores"))
    indices = {one.code: one for one in _indices(request)}
    form = WorkbookForm(request.POST, indices=[(code, one.short_name) for code, one in indices.items()])
    form.is_valid()  # the file is the stored one; the other fields were looked at before
    batch = import_workbook(
        kept, index=indices[form.cleaned_data.get("index", PAPI)],
        year=form.cleaned_data.get("year"), source=form.cleaned_data.get("source", ""),
        source_on=form.cleaned_data.get("source_on"), by=user, at=timezone.now(),
    )  # fmt: skip
    messages.success(request, _("Đã ghi %(n)s điểm.") % {"n": batch.figures})
    return _to(batch)


@door("GET", "POST")
def batch_page(request: Request, code: str) -> HttpResponse:
    """One import: where it came from, what it holds; undone here with a reason."""
    user = taker(request)
    batch = found(imports.imports().filter(code=code))
    form = UndoForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            undo_import(batch, reason=form.cleaned_data["reason"], by=user, at=timezone.now())
            messages.success(request, _("Đã hủy lần nạp: số liệu có trước đó được dùng lại."))
            return _to(batch)

        try:
            return send_once(request, act, at=timezone.now())
        except BadInput as refused:
            add_refusal(form, refused, "reason")
    context = {
        "batch": batch,
        "years": imports.years_in(batch),
        "form": form,
        "is_shipped": batch.kind == ImportKind.SHIPPED,
    }
    return page(request, "scores/batch.html", context, status=422 if form.errors else 200)


@door("GET")
def batch_file(request: Request, code: str) -> HttpResponseBase:
    """The workbook as it was uploaded."""
    taker(request)
    batch = found(imports.imports().filter(code=code, attachment__isnull=False).select_related("attachment__file"))
    return serve_attachment(cast(Attachment, batch.attachment))


@door("GET", "POST")
def results_type(request: Request) -> HttpResponse:
    """Results typed in: first which index, year and place (`?ban=12&noi=67`), then the figures."""
    user, own = taker(request), own_places(request)
    editions = imports.editions_to_fill(sorted(scope_for(request).units_below | scope_for(request).own_units))
    edition = next((one for one in editions if str(one.pk) == request.GET.get("ban", "")), None)
    places = imports.places_to_fill(edition.index, own) if edition else []
    place = request.GET.get("noi", "")
    context: dict[str, Any] = {"editions": editions, "edition": edition, "places": places, "place": place, "form": None}
    if edition is None or place not in dict(places):
        return page(request, "scores/results_type.html", context)
    form = FiguresForm(request.POST or None, parts=imports.parts_to_fill(edition))
    if request.method == "POST" and form.is_valid():
        try:
            return send_once(request, lambda: _typed(request, edition, place, form, user), at=timezone.now())
        except BadInput as refused:
            add_refusal(form, refused)
    context |= {"form": form, "name": dict(places)[place]}
    return page(request, "scores/results_type.html", context, status=422 if form.errors else 200)


def _typed(request: Request, edition: Edition, place: str, form: FiguresForm, user: User) -> str:
    figures = [Figure(edition.year, code, place, score) for code, score in form.typed.items()]
    batch = store_figures(
        edition.index.code, figures, kind=ImportKind.TYPED, source=form.cleaned_data["source"],
        source_on=form.cleaned_data["source_on"], by=user, at=timezone.now(),
    )  # fmt: skip
    messages.success(request, _("Đã ghi %(n)s điểm.") % {"n": batch.figures})
    return _to(batch)
