"""Đôn đốc: the late by agency with their history, letters in one click, what went up the line."""

from datetime import date, timedelta
from io import BytesIO
from typing import Any, cast
from zipfile import ZIP_DEFLATED, ZipFile

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.duties import access
from dondoc.duties.actions import letters as act
from dondoc.duties.forms import LettersForm, SentForm
from dondoc.duties.models import Obligation, UrgingLetter
from dondoc.duties.queries import urging
from dondoc.duties.queries.hours import working_calendar
from dondoc.duties.queries.letters import letter_docx
from dondoc.records.actions.forms import send_once
from dondoc.records.rules.names import disposition
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import Scope, get_agency_for, scope_for
from dondoc.web.doors import door
from dondoc.web.forms import add_refusal
from dondoc.web.found import found
from dondoc.web.pages import page
from dondoc.web.papers import WORD
from dondoc.web.requests import Request
from dondoc.web.sheets import MEDIA_TYPE, write_sheet
from dondoc.web.tables import Column, Tag, cut, read_table

ANSWER_DAYS, PER_PAGE = 5, 50
KINDS = {"qua-han": UrgingLetter.Kind.URGE, "de-nghi": UrgingLetter.Kind.REQUEST}
TONES = {UrgingLetter.State.DRAFT: "warn", UrgingLetter.State.SENT: "good", UrgingLetter.State.WITHDRAWN: "calm"}


@door("GET")
def late(request: Request) -> HttpResponse:
    """Who is late with what for how long, how often urged, whom to call."""
    return _agencies(request, _urging(request), "qua-han")


@door("GET")
def asked(request: Request) -> HttpResponse:
    """Bodies that are only asked: what is asked of them. They get a request, and are late with nothing."""
    return _agencies(request, _urging(request), "de-nghi")


@door("GET")
def agency(request: Request, code: str) -> HttpResponse:
    """What one agency is late with or asked for, each with its history."""
    scope = _urging(request)
    one = get_agency_for(cast(User, request.user), code, scope.on, scope=scope)
    rows = _rows(request, scope, "qua-han").filter(held_by=one)
    requests = _rows(request, scope, "de-nghi").filter(held_by=one)
    context = {
        "one": one,
        "lines": urging.lines_of(rows, scope.on),
        "asked": urging.lines_of(requests, scope.on),
        "contact": urging.contacts_of([one.pk], scope.on).get(one.pk),
        "letters": access.visible_letters(scope).filter(addressed__agency=one),
        "tabs": tabs("urging"),
        "tones": TONES,
    }
    return page(request, "duties/urging_agency.html", context)


@door("GET")
def late_sheet(request: Request) -> HttpResponse:
    scope = _urging(request)
    rows = urging.agencies_of(_rows(request, scope, "qua-han"), scope.on)
    heads = (
        "Mã cơ quan", "Cơ quan", "Đơn vị", "Số việc quá hạn", "Hạn cũ nhất", "Quá hạn lâu nhất (ngày làm việc)",
        "Quá hạn nhiều", "Số công văn đôn đốc", "Công văn gần nhất", "Ngày công văn", "Liên hệ", "Điện thoại", "Thư",
    )  # fmt: skip
    cells = (
        (r.code, r.name, r.unit, r.count, r.oldest_on, r.days_late, r.long_late, r.letters.count, r.letters.number,
         r.letters.dated_on, *((c.name, c.phone, c.email) if (c := r.contact) else ("", "", "")))
        for r in rows
    )  # fmt: skip
    return _file(write_sheet("Quá hạn", heads, cells), MEDIA_TYPE, f"qua-han-{scope.on:%Y-%m-%d}.xlsx")


@door("POST")
def write(request: Request, what: str) -> HttpResponse:
    """Write to those chosen, to one (its own button), or to all; the answer is the file itself."""
    scope, kind = _urging(request), KINDS.get(what)
    if kind is None:
        raise Http404
    one = request.POST.get("one", "")
    form = _letters_form(request, scope, is_sent=True)
    if not form.is_valid():
        return _agencies(request, scope, what, form=form, status=422)
    chosen = [one] if one else request.POST.getlist("agency")
    rows = _rows(request, scope, what)
    rows = rows if request.POST.get("everybody") else rows.filter(held_by__code__in=chosen)
    issuer = found(access.urging_agencies(scope).filter(code=form.cleaned_data["issuer"]))

    def go() -> str:
        made = act.write_letters(
            issuer,
            obligations=rows.select_related("duty"),
            kind=kind,
            each=form.cleaned_data["shape"] == "each",
            answer_by=form.cleaned_data["answer_by"],
            by=cast(User, request.user),
            at=timezone.now(),
        )
        return reverse("letter-docx", args=[made[0].code]) if len(made) == 1 else _zip_of(made[0])

    try:
        return send_once(request, go, at=timezone.now())
    except BadInput as refused:
        add_refusal(form, refused, "answer_by" if refused.code == "letter-answer-by" else None)
        return _agencies(request, scope, what, form=form, status=422)


@door("GET")
def letters(request: Request) -> HttpResponse:
    """Letters written and received: those without a number first."""
    scope = scope_for(request)
    rows = access.visible_letters(scope).prefetch_related("addressed__agency").order_by("dated_on", "-pk")
    columns: list[Column[UrgingLetter]] = [
        Column("so", _("Số"), _named, href=lambda one: reverse("letter", args=[one.code])),
        Column("loai", _("Loại"), lambda one: one.get_kind_display()),
        Column("ngay", _("Ngày"), lambda one: one.dated_on or one.written_on, "day", sort="written_on"),
        Column("tu", _("Cơ quan ban hành"), lambda one: one.issuer.name),
        Column("gui", _("Gửi"), _whom),
        Column("tt", _("Trạng thái"), _state, "tag"),
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
    is_own = one.state == UrgingLetter.State.DRAFT and access.urging_agencies(scope).filter(pk=one.issuer_id).exists()
    if request.method == "POST" and not is_own:
        raise Http404
    sent = request.POST if request.method == "POST" else None
    form = SentForm(sent, initial={"dated_on": scope.on})
    if sent is not None and form.is_valid():

        def go() -> str:
            act.send_letter(one, **form.cleaned_data, by=cast(User, request.user), at=timezone.now())
            messages.success(request, _("Đã ghi số công văn."))
            return reverse("letter", args=[code])

        try:
            return send_once(request, go, at=timezone.now())
        except BadInput as refused:
            add_refusal(form, refused, "dated_on" if refused.code == "letter-day" else "number")
    context = {
        "one": one,
        "addressed": list(one.addressed.select_related("agency").order_by("agency__name")),
        "form": form if is_own else None,
        "tone": TONES[UrgingLetter.State(one.state)],
        "due": date.fromisoformat,
    }
    return page(request, "duties/urging_letter.html", context, status=422 if form.errors else 200)


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
    return _file(letter_docx(one), WORD, _file_name(one))


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
    return _file(kept.getvalue(), "application/zip", f"cong-van-{rows[0].written_on:%Y-%m-%d}.zip")


def tabs(here: str) -> list[tuple[str, str, bool]]:
    named = [
        (_("Đang quá hạn"), "urging"),
        (_("Được đề nghị"), "urging-asked"),
        (_("Công văn"), "letters"),
        (_("Báo cáo lên"), "way-up"),
        (_("Quy tắc"), "urging-rules"),
    ]
    return [(label, reverse(name), name == here) for label, name in named]


def _urging(request: Request) -> Scope:
    """Heads, leaders and focal points urge; for others there is no such page."""
    scope = scope_for(request)
    if not access.urging_agencies(scope):
        raise Http404
    return scope


def _rows(request: Request, scope: Scope, what: str) -> QuerySet[Obligation]:
    visible = access.visible_obligations(cast(User, request.user), scope.on, scope=scope)
    return urging.late_of_others(visible, scope) if what == "qua-han" else urging.asked_of_others(visible, scope)


def _agencies(
    request: Request, scope: Scope, what: str, *, form: LettersForm | None = None, status: int = 200
) -> HttpResponse:
    rows = urging.agencies_of(_rows(request, scope, what), scope.on, kind=KINDS[what])
    pager = cut(request.GET, len(rows), PER_PAGE)
    start = (pager.number - 1) * PER_PAGE
    context: dict[str, Any] = {
        "what": what,
        "rows": rows[start : start + PER_PAGE],
        "pager": pager,
        "total": sum(row.count for row in rows),
        "form": form or _letters_form(request, scope),
        "unnumbered": access.visible_letters(scope).filter(state=UrgingLetter.State.DRAFT).count(),
        "tabs": tabs("urging" if what == "qua-han" else "urging-asked"),
    }
    return page(request, "duties/urging.html", context, status=status)


def _letters_form(request: Request, scope: Scope, *, is_sent: bool = False) -> LettersForm:
    issuers = [(one.code, one.name) for one in access.urging_agencies(scope)]
    answer = scope.on
    for _day in range(ANSWER_DAYS):
        answer = working_calendar().next_working(answer + timedelta(days=1))
    initial = {"issuer": issuers[0][0], "shape": "all", "answer_by": answer}
    return LettersForm(request.POST if is_sent else None, issuers=issuers, initial=initial)


def _state(one: UrgingLetter) -> Tag:
    return Tag(str(one.get_state_display()), TONES[UrgingLetter.State(one.state)])


def _named(one: UrgingLetter) -> str:
    return one.number or _("chưa ghi số")


def _whom(one: UrgingLetter) -> str:
    names = sorted(row.agency.name for row in one.addressed.all())
    return names[0] if len(names) == 1 else _("%(n)s cơ quan") % {"n": len(names)}


def _zip_of(one: UrgingLetter) -> str:
    return reverse("letters-zip", args=[one.batch])


def _file_name(one: UrgingLetter) -> str:
    names = [row.agency.name for row in one.addressed.select_related("agency")[:2]]
    whom = names[0] if len(names) == 1 else "các cơ quan"
    return f"{one.get_kind_display()} - {whom}.docx"


def _file(content: bytes, media_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = disposition(name, is_inline=False)
    return response
