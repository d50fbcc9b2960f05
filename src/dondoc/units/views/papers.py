"""Templates of a unit's official documents: ours to start from, the unit's own to upload or to give up; the symbols
that its agencies' documents carry."""

from typing import Any, cast

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.records.actions.forms import send_once
from dondoc.records.serving import download, serve_attachment
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import may_shape_unit, scope_for
from dondoc.units.actions.paper import drop_template, set_symbol, take_template
from dondoc.units.forms import SymbolForm, TemplateForm
from dondoc.units.models import AdministrativeUnit, PaperTemplate
from dondoc.units.queries.papers import symbol_rows
from dondoc.web.doors import door
from dondoc.web.forms import add_refusal
from dondoc.web.found import found
from dondoc.web.pages import page
from dondoc.web.papers import WORD, Kind, default_template
from dondoc.web.papers.fields import MEANINGS
from dondoc.web.papers.paper import NAMES
from dondoc.web.requests import Request

WRITTEN = (Kind.REPORT, Kind.LETTER, Kind.PLAN, Kind.PROGRAMME, Kind.NOTICE)


@door("GET", "POST")
def templates(request: Request, code: str) -> HttpResponse:
    """Which kinds the unit writes on a template of its own, what the fields mean, and the upload of one."""
    unit = _unit(request, code)
    form = TemplateForm(
        request.POST or None, request.FILES or None, kinds=[(kind.name, NAMES[kind]) for kind in WRITTEN]
    )
    if request.method == "POST" and form.is_valid():
        try:
            return send_once(request, lambda: _take(request, unit, form), at=timezone.now())
        except BadInput as refused:
            add_refusal(form, refused, "file")
    own = {row.kind: row for row in PaperTemplate.objects.filter(unit=unit).select_related("file")}
    context = {
        "unit": unit,
        "form": form,
        "rows": [(kind.name, NAMES[kind], own.get(kind.name)) for kind in WRITTEN],
        "fields": MEANINGS,
    }
    return page(request, "units/paper_templates.html", context, status=422 if form.errors else 200)


@door("GET", "POST")
def symbols(request: Request, code: str) -> HttpResponse:
    """The symbols of the documents of the unit's agencies, and another one for one of them."""
    unit = _unit(request, code)
    rows = symbol_rows(unit, timezone.localdate())
    agencies = {one.code: one for one, _symbol, _own in rows}
    choices = [(one.code, one.name) for one in agencies.values()]
    form = SymbolForm(request.POST or None, agencies=choices, initial={"agency": request.GET.get("co-quan", "")})

    def act() -> str:
        agency = agencies[form.cleaned_data["agency"]]
        symbol = form.cleaned_data["symbol"]
        if set_symbol(agency, symbol=symbol, by=cast(User, request.user), at=timezone.now()):
            messages.success(request, _("Đã đổi ký hiệu văn bản của %(name)s.") % {"name": agency.name})
        return reverse("paper-symbols", args=[unit.code])

    if request.method == "POST" and form.is_valid():
        try:
            return send_once(request, act, at=timezone.now())
        except BadInput as refused:
            add_refusal(form, refused, "symbol")
    context = {"unit": unit, "form": form, "rows": rows}
    return page(request, "units/paper_symbols.html", context, status=422 if form.errors else 200)


@door("GET")
def template(request: Request, code: str, kind: str) -> HttpResponseBase:
    """The template that is used: the unit's own, or with `goc` ours to start from."""
    unit, wanted = _unit(request, code), _kind(kind)
    row = PaperTemplate.objects.select_related("file__file").filter(unit=unit, kind=wanted.name).first()
    if row and "goc" not in request.GET:
        return serve_attachment(row.file)
    return download(default_template(wanted), WORD, f"mau-{wanted.name.lower()}.docx")


@door("POST")
def template_drop(request: Request, code: str, kind: str) -> HttpResponse:
    unit, wanted = _unit(request, code), _kind(kind)

    def act() -> str:
        drop_template(unit, kind=wanted, by=cast(User, request.user), at=timezone.now())
        messages.success(request, _("Đã trở lại mẫu gốc."))
        return reverse("paper-templates", args=[unit.code])

    return send_once(request, act, at=timezone.now())


def _take(request: Request, unit: AdministrativeUnit, form: forms.Form) -> str:
    file: UploadedFile[Any] = form.cleaned_data["file"]
    if (file.size or 0) > settings.MAX_UPLOAD_BYTES:
        limit = settings.MAX_UPLOAD_BYTES // (1024 * 1024)
        raise BadInput("file-too-large", "Tệp lớn hơn {limit} MB. Giảm dung lượng rồi gửi lại.", limit=limit)
    kind = Kind[form.cleaned_data["kind"]]
    user = cast(User, request.user)
    take_template(unit, kind=kind, content=file.read(), name=file.name or "", by=user, at=timezone.now())
    messages.success(request, _("Từ nay văn bản loại này được viết trên mẫu vừa tải lên."))
    return reverse("paper-templates", args=[unit.code])


def _unit(request: Request, code: str) -> AdministrativeUnit:
    unit = found(AdministrativeUnit.objects.filter(code=code))
    if not may_shape_unit(scope_for(request), unit.pk):
        raise Http404
    return unit


def _kind(name: str) -> Kind:
    if name not in Kind.__members__:
        raise Http404
    return Kind[name]
