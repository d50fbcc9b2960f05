"""What a consolidation gives to take away: the document, its PDF, all tables, a report on one dimension, a section for
the report on administrative reform, an agenda for the review."""

from typing import cast

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.records.actions.forms import send_once
from dondoc.records.actions.pdf import pdf_of, queue_pdf
from dondoc.records.serving import download, serve_attachment
from dondoc.reports import access
from dondoc.reports.actions.issuing import document_of
from dondoc.reports.models import Consolidation
from dondoc.reports.queries.agenda import agenda_of
from dondoc.reports.queries.consolidation_paper import excerpt_blocks, paper_of, thematic_paper
from dondoc.reports.queries.consolidation_sheets import workbook_of
from dondoc.reports.queries.leads import leads_of
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import scope_for
from dondoc.units.queries.papers import written
from dondoc.web.doors import door
from dondoc.web.papers import WORD, write_excerpt
from dondoc.web.requests import Request
from dondoc.web.sheets import MEDIA_TYPE


@door("GET")
def consolidation_document(request: Request, code: str) -> HttpResponseBase:
    """As it went out; before that, as it stands now."""
    one = _built(request, code)
    kept = document_of(one)
    if kept is not None:
        return serve_attachment(kept)
    return download(written(one.agency, paper_of(one)), WORD, "bao-cao-tong-hop-du-thao.docx")


@door("GET", "POST")
def consolidation_pdf(request: Request, code: str) -> HttpResponseBase:
    """The PDF of the document that went out; POST asks for one where there is none yet."""
    one = _built(request, code)
    kept = document_of(one)
    if kept is None:
        raise Http404
    made = pdf_of(kept)
    if request.method == "GET":
        if made is None:
            raise Http404
        return serve_attachment(made, wants_inline=True)

    def act() -> str:
        if made is None and queue_pdf(kept, by=cast(User, request.user), at=timezone.now()) is None:
            raise BadInput("pdf-no-office", "Máy chủ chưa có LibreOffice nên không tạo được PDF: dùng bản Word.")
        messages.success(request, _("Bản PDF đang được tạo."))
        return reverse("consolidation", args=[one.code])

    return send_once(request, act, at=timezone.now())


@door("GET")
def consolidation_sheet(request: Request, code: str) -> HttpResponse:
    return download(workbook_of(_built(request, code)), MEDIA_TYPE, "tong-hop.xlsx")


@door("GET")
def consolidation_theme(request: Request, code: str, section: int) -> HttpResponse:
    """On one dimension, in the name of the agency that leads it (or of the one that consolidates)."""
    one = access.get_theme_for(scope_for(request), code, section)
    leads = leads_of(one, section)
    own = [agency for agency in leads if agency.pk in scope_for(request).agencies]
    agency = (own or leads or [one.agency])[0]
    return download(written(agency, thematic_paper(one, section, agency)), WORD, f"chuyen-de-{section}.docx")


@door("GET")
def consolidation_excerpt(request: Request, code: str) -> HttpResponse:
    """To be put into the report on administrative reform: no head, no signature."""
    return download(write_excerpt(excerpt_blocks(_built(request, code))), WORD, "noi-dung-bao-cao-cchc.docx")


@door("GET")
def consolidation_agenda(request: Request, code: str) -> HttpResponse:
    """The agenda of the review meeting of the period."""
    one = _built(request, code)
    return download(written(one.agency, agenda_of(one, timezone.localdate())), WORD, "chuong-trinh-hop-danh-gia.docx")


def _built(request: Request, code: str) -> Consolidation:
    one = access.get_consolidation_for(scope_for(request), code)
    if one.built_at is None:
        raise Http404
    return one
