"""Letters written and received: their number and day once they have them, the signed copy, the document."""

from datetime import date
from io import BytesIO
from typing import cast
from zipfile import ZIP_DEFLATED, ZipFile

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.duties import access
from dondoc.duties.actions import letters as act
from dondoc.duties.forms import CopyForm, SentForm
from dondoc.duties.models import UrgingLetter
from dondoc.duties.queries.letters import letter_docx, signed_copies
from dondoc.duties.views.urging import TONES, tabs
from dondoc.records.actions.forms import send_once
from dondoc.records.serving import download, serve_attachment
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import Scope, scope_for
from dondoc.web.doors import door
from dondoc.web.formats import said
from dondoc.web.forms import add_refusal
from dondoc.web.found import found
from dondoc.web.pages import page
from dondoc.web.papers import WORD
from dondoc.web.requests import Request
from dondoc.web.tables import Column, Tag, read_table


@door("GET")
def letters(request: Request) -> HttpResponse:
    """Letters written and received: those without a number first."""
    scope = scope_for(request)
    rows = access.visible_letters(scope).prefetch_related("addressed__agency").order_by("dated_on", "-pk")
    columns: list[Column[UrgingLetter]] = [
        Column("so", "Số", _named, href=lambda one: reverse("letter", args=[one.code])),
        Column("loai", "Loại", lambda one: said(one.get_kind_display())),
        Column("ngay", "Ngày", lambda one: one.dated_on or one.written_on, "day", sort="written_on"),
        Column("tu", "Cơ quan ban hành", lambda one: one.issuer.name),
        Column("gui", "Gửi", _whom),
        Column("tt", "Trạng thái", _state, "tag"),
    ]
    table = read_table(
        request, columns, rows, caption=_("Công văn đôn đốc, đề nghị"), empty=_("Chưa có công văn nào được soạn.")
    )
    context = {"table": table, "tabs": tabs("letters") if access.urging_agencies(scope).exists() else []}
    return page(request, "duties/urging_letters.html", context)


@door("GET", "POST")
def letter(request: Request, code: str) -> HttpResponse:
    """One letter with its table; its number and day once it has them."""
    scope = scope_for(request)
    one = access.get_letter_for(scope, code)
    if request.method == "GET":
        return _shown(request, scope, one)
    if one.state != UrgingLetter.State.DRAFT or not access.may_number(scope, one):
        raise Http404
    form = SentForm(request.POST, request.FILES)
    if form.is_valid():

        def go() -> str:
            told = {name: form.cleaned_data[name] for name in ("number", "dated_on", "signer")}
            act.send_letter(one, **told, copy=form.upload(), by=cast(User, request.user), at=timezone.now())
            messages.success(request, _("Đã ghi số công văn."))
            return reverse("letter", args=[code])

        try:
            return send_once(request, go, at=timezone.now())
        except BadInput as refused:
            field = {"letter-day": "dated_on", "letter-number": "number", "letter-moved": "number"}
            add_refusal(form, refused, field.get(refused.code, "copy"))
            one.refresh_from_db()
    return _shown(request, scope, one, form=form)


@door("GET", "POST")
def letter_copy(request: Request, code: str) -> HttpResponseBase:
    """The letter as it was signed; with POST attached, by whoever may number it."""
    scope = scope_for(request)
    one = access.get_letter_for(scope, code)
    if request.method == "GET":
        return serve_attachment(found(signed_copies(one)), wants_inline=True)
    if not access.may_number(scope, one):
        raise Http404
    form = CopyForm(request.POST, request.FILES)
    upload = form.upload() if form.is_valid() else None
    if upload is not None:

        def go() -> str:
            act.attach_copy(one, upload, by=cast(User, request.user), at=timezone.now())
            messages.success(request, _("Đã đính kèm bản đã ký."))
            return reverse("letter", args=[code])

        try:
            return send_once(request, go, at=timezone.now())
        except BadInput as refused:
            add_refusal(form, refused, "copy")
    return _shown(request, scope, one, copy_form=form)


@door("POST")
def letter_withdraw(request: Request, code: str) -> HttpResponse:
    one = access.get_own_letter(scope_for(request), code)

    def go() -> str:
        act.withdraw_letter(one, by=cast(User, request.user), at=timezone.now())
        messages.success(request, _("Đã hủy bản soạn công văn."))
        return reverse("letters")

    return send_once(request, go, at=timezone.now())


@door("GET")
def letter_file(request: Request, code: str) -> HttpResponse:
    one = access.get_letter_for(scope_for(request), code)
    return download(letter_docx(one), WORD, _file_name(one))


@door("GET")
def letters_zip(request: Request, batch: str) -> HttpResponse:
    """All letters that were written together, one file each."""
    rows = list(access.visible_letters(scope_for(request)).filter(batch=batch).order_by("pk"))
    if not rows:
        raise Http404
    kept = BytesIO()
    with ZipFile(kept, "w", ZIP_DEFLATED) as archive:
        for number, one in enumerate(rows, 1):
            archive.writestr(f"{number:03}-{_file_name(one)}", letter_docx(one))
    return download(kept.getvalue(), "application/zip", f"cong-van-{rows[0].written_on:%Y-%m-%d}.zip")


def _shown(
    request: Request,
    scope: Scope,
    one: UrgingLetter,
    *,
    form: SentForm | None = None,
    copy_form: CopyForm | None = None,
) -> HttpResponse:
    may_number = access.may_number(scope, one)
    is_draft, is_sent = one.state == UrgingLetter.State.DRAFT, one.state == UrgingLetter.State.SENT
    sent_form = form or SentForm(initial={"dated_on": scope.on})
    context = {
        "one": one,
        "addressed": list(one.addressed.select_related("agency").order_by("agency__name")),
        "form": sent_form if may_number and is_draft else None,
        "copy": signed_copies(one).first() if is_sent else None,
        "copy_form": (copy_form or CopyForm()) if may_number and is_sent else None,
        "tone": TONES[UrgingLetter.State(one.state)],
        "due": date.fromisoformat,
    }
    return page(request, "duties/urging_letter.html", context, status=422 if form or copy_form else 200)


def _state(one: UrgingLetter) -> Tag:
    return Tag(str(one.get_state_display()), TONES[UrgingLetter.State(one.state)])


def _named(one: UrgingLetter) -> str:
    return one.number or _("chưa ghi số")


def _whom(one: UrgingLetter) -> str:
    names = sorted(row.agency.name for row in one.addressed.all())
    return names[0] if len(names) == 1 else _("%(n)s cơ quan") % {"n": len(names)}


def _file_name(one: UrgingLetter) -> str:
    names = [row.agency.name for row in one.addressed.select_related("agency")[:2]]
    whom = names[0] if len(names) == 1 else _("các cơ quan")
    return f"{one.get_kind_display()} - {whom}.docx"
