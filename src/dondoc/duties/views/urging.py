"""Đôn đốc: the late by agency with their history, letters in one click, what went up the line."""

from datetime import timedelta
from typing import Any, cast

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.duties import access
from dondoc.duties.actions import letters as act
from dondoc.duties.forms import LettersForm
from dondoc.duties.models import Obligation, UrgingLetter
from dondoc.duties.queries import urging
from dondoc.duties.queries.hours import working_calendar
from dondoc.duties.queries.urging_choice import plans_in, read_choice, words_of
from dondoc.framework.queries.names import dimension_names
from dondoc.records.actions.forms import send_once
from dondoc.records.serving import download
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import Scope, get_agency_for, scope_for
from dondoc.web.doors import door
from dondoc.web.forms import add_refusal
from dondoc.web.found import found
from dondoc.web.pages import page
from dondoc.web.requests import Request
from dondoc.web.sheets import MEDIA_TYPE, write_sheet
from dondoc.web.tables import cut

ANSWER_DAYS, PER_PAGE = 5, 50
KINDS = {"qua-han": UrgingLetter.Kind.URGE, "de-nghi": UrgingLetter.Kind.REQUEST}
TONES = {UrgingLetter.State.DRAFT: "warn", UrgingLetter.State.SENT: "good", UrgingLetter.State.WITHDRAWN: "calm"}


@door("GET")
def late(request: Request) -> HttpResponse:
    """Who is late with what for how long, how often urged, whom to call."""
    return _agencies(request, urging_scope(request), "qua-han")


@door("GET")
def asked(request: Request) -> HttpResponse:
    """Bodies that are only asked: what is asked of them. They get a request, and are late with nothing."""
    return _agencies(request, urging_scope(request), "de-nghi")


@door("GET")
def agency(request: Request, code: str) -> HttpResponse:
    """What one agency is late with or asked for, each with its history."""
    scope = urging_scope(request)
    one = get_agency_for(cast(User, request.user), code, scope.on, scope=scope)
    chosen = read_choice(request.GET)
    rows = _rows(request, scope, "qua-han").filter(held_by=one)
    requests = _rows(request, scope, "de-nghi").filter(held_by=one)
    context = {
        "one": one,
        "lines": urging.lines_of(rows, scope.on),
        "asked": urging.lines_of(requests, scope.on),
        "contact": urging.contacts_of([one.pk], scope.on).get(one.pk),
        "letters": access.visible_letters(scope).filter(addressed__agency=one),
        "narrowed_to": words_of(chosen),
        "back": chosen.link(reverse("urging")),
        "tabs": tabs("urging"),
        "tones": TONES,
    }
    return page(request, "duties/urging_agency.html", context)


@door("GET")
def late_sheet(request: Request) -> HttpResponse:
    scope = urging_scope(request)
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
    return download(write_sheet("Quá hạn", heads, cells), MEDIA_TYPE, f"qua-han-{scope.on:%Y-%m-%d}.xlsx")


@door("POST")
def write(request: Request, what: str) -> HttpResponse:
    """Write to those chosen, to one (its own button), or to all; the answer is the file itself."""
    scope, kind = urging_scope(request), KINDS.get(what)
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


def tabs(here: str) -> list[tuple[str, str, bool]]:
    named = [
        (_("Đang quá hạn"), "urging"),
        (_("Được đề nghị"), "urging-asked"),
        (_("Công văn"), "letters"),
        (_("Báo cáo lên"), "way-up"),
        (_("Quy tắc"), "urging-rules"),
    ]
    return [(label, reverse(name), name == here) for label, name in named]


def urging_scope(request: Request) -> Scope:
    """Heads, leaders and focal points urge; for others there is no such page."""
    scope = scope_for(request)
    if not access.urging_agencies(scope):
        raise Http404
    return scope


def _rows(request: Request, scope: Scope, what: str) -> QuerySet[Obligation]:
    return read_choice(request.GET).of(_of_others(request, scope, what))


def _of_others(request: Request, scope: Scope, what: str) -> QuerySet[Obligation]:
    visible = access.visible_obligations(cast(User, request.user), scope.on, scope=scope)
    return urging.late_of_others(visible, scope) if what == "qua-han" else urging.asked_of_others(visible, scope)


def _agencies(
    request: Request, scope: Scope, what: str, *, form: LettersForm | None = None, status: int = 200
) -> HttpResponse:
    chosen = read_choice(request.GET)
    rows = urging.agencies_of(_rows(request, scope, what), scope.on, kind=KINDS[what])
    pager = cut(request.GET, len(rows), PER_PAGE)
    start = (pager.number - 1) * PER_PAGE
    context: dict[str, Any] = {
        "what": what,
        "chosen": chosen,
        "query": chosen.query,
        "plans": plans_in(_of_others(request, scope, what), chosen.plan),
        "dimensions": dimension_names(),
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


def _zip_of(one: UrgingLetter) -> str:
    return reverse("letters-zip", args=[one.batch])
