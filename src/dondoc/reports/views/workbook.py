"""The form of a report as a workbook: out, in for a trial, returned with its faults, taken in."""

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.records.actions.forms import send_once
from dondoc.records.adapters import vault
from dondoc.records.models import Attachment
from dondoc.records.serving import download
from dondoc.reports.actions.uploading import UPLOAD, keep_form, take_form
from dondoc.reports.forms import UploadForm
from dondoc.reports.models import Report
from dondoc.reports.queries.form import form_of, marked, trial_of
from dondoc.reports.views.asking import actor, report_of
from dondoc.toolkit.errors import BadInput
from dondoc.web.doors import door
from dondoc.web.forms import add_refusal
from dondoc.web.found import found
from dondoc.web.pages import page
from dondoc.web.requests import Request
from dondoc.web.sheets import MEDIA_TYPE


@door("GET")
def report_sheet(request: Request, code: str) -> HttpResponse:
    """The report as it stands, in the form in which it is taken in again."""
    report, scope = report_of(request, code)
    return _workbook(form_of(report, scope.on), f"bao-cao-{report.period.key.replace(':', '-')}")


@door("POST")
def report_upload(request: Request, code: str) -> HttpResponse:
    """A filled form comes in: kept, and tried on the next page. Nothing is written yet."""
    report, _scope = report_of(request, code, to="write")
    form = UploadForm(request.POST, request.FILES)
    if form.is_valid():
        file: UploadedFile[bytes] = form.cleaned_data["file"]

        def go() -> str:
            kept = keep_form(
                report, chunks=file.chunks(), name=file.name or "mau.xlsx", by=actor(request), at=timezone.now()
            )
            return reverse("report-trial", args=[code, kept.code])

        try:
            return send_once(request, go, at=timezone.now())
        except BadInput as refused:
            add_refusal(form, refused, "file")
    return page(request, "reports/report_upload.html", {"report": report, "form": form}, status=422)


@door("GET", "POST")
def report_trial(request: Request, code: str, file: str) -> HttpResponse:
    """What the form would change and what it lacks; the button writes it."""
    report, scope = report_of(request, code, to="write")
    content = _content(report, file)
    if request.method == "POST":

        def go() -> str:
            done = take_form(report, content=content, by=actor(request), at=timezone.now())
            messages.success(request, _("Đã ghi %(n)s dòng từ tệp.") % {"n": len(done.changing)})
            return reverse("report", args=[code])

        return send_once(request, go, at=timezone.now())
    trial = trial_of(report, content, scope.on)
    return page(request, "reports/report_trial.html", {"report": report, "trial": trial, "file": file})


@door("GET")
def report_faults(request: Request, code: str, file: str) -> HttpResponse:
    """The same workbook with faulty rows in red and the reason beside them."""
    report, scope = report_of(request, code, to="write")
    return _workbook(marked(report, _content(report, file), scope.on), "bao-cao-can-sua")


def _content(report: Report, code: str) -> bytes:
    kept = found(
        Attachment.objects.filter(
            object_kind=UPLOAD, object_code=report.code, code=code, removed_at=None
        ).select_related("file")
    )
    try:
        return vault.path_of(vault.root(), kept.file.sha256).read_bytes()
    except FileNotFoundError:
        raise Http404 from None


def _workbook(content: bytes, name: str) -> HttpResponse:
    return download(content, MEDIA_TYPE, f"{name}.xlsx")
