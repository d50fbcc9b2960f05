"""A list of obligations that was filled in as a workbook: in for a trial, then taken in."""

from typing import cast

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.duties.actions.sheet import UPLOAD, keep_sheet, take_sheet
from dondoc.duties.forms import SheetForm
from dondoc.duties.queries.sheet import above_in, trial_of
from dondoc.records.actions.forms import send_once
from dondoc.records.adapters import vault
from dondoc.records.models import Attachment
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import scope_for
from dondoc.web.doors import door
from dondoc.web.formats import said
from dondoc.web.forms import add_refusal
from dondoc.web.found import found
from dondoc.web.pages import page
from dondoc.web.requests import Request

SHOWN = 200


@door("GET", "POST")
def sheet_upload(request: Request) -> HttpResponse:
    """A filled list comes in: kept, and tried on the next page. Nothing is written yet."""
    form = SheetForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file: UploadedFile[bytes] = form.cleaned_data["file"]

        def go() -> str:
            user, name = cast(User, request.user), file.name or "viec.xlsx"
            kept = keep_sheet(user, scope=scope_for(request), chunks=file.chunks(), name=name, at=timezone.now())
            return reverse("obligations-trial", args=[kept.code])

        try:
            return send_once(request, go, at=timezone.now())
        except BadInput as refused:
            add_refusal(form, refused, "file")
    return page(request, "duties/sheet_upload.html", {"form": form}, status=422 if form.errors else 200)


@door("GET", "POST")
def sheet_trial(request: Request, file: str) -> HttpResponse:
    """What the list would do and which rows cannot be taken in; the button writes."""
    user, scope = cast(User, request.user), scope_for(request)
    content = _content(user, file)
    if request.method == "POST":

        def go() -> str:
            done = take_sheet(content, scope=scope, by=user, at=timezone.now())
            messages.success(request, _("Đã ghi %(n)s dòng từ tệp.") % {"n": done.written})
            for line, why in done.refused[:SHOWN]:
                messages.warning(request, _("Dòng %(n)s không ghi được: %(why)s") % {"n": line, "why": said(why)})
            return reverse("my-work")

        return send_once(request, go, at=timezone.now())
    trial = trial_of(content, user, scope)
    context = {"trial": trial, "shown": SHOWN, "above": above_in(trial, scope.on, most=SHOWN)}
    return page(request, "duties/sheet_trial.html", context)


def _content(user: User, code: str) -> bytes:
    """Only who brought the file may have it tried."""
    mine = Attachment.objects.filter(object_kind=UPLOAD, object_code=user.code, code=code, removed_at=None)
    kept = found(mine.select_related("file"))
    try:
        return vault.path_of(vault.root(), kept.file.sha256).read_bytes()
    except FileNotFoundError:
        raise Http404 from None
