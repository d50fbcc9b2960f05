"""Legal terms: what holds today, by which text, how sure; an administrator's own terms over them."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.records.actions.forms import send_once
from dondoc.schedule.actions import timer as act
from dondoc.schedule.foresight import foresee_term
from dondoc.schedule.forms import TimerForm
from dondoc.schedule.models import OfficeTimer
from dondoc.schedule.queries import label_of, own_timers, timer_if
from dondoc.schedule.rules.timers import KEYS, SURE, TIMERS, WORDS, TimerRule, timer_on
from dondoc.toolkit.errors import BadInput
from dondoc.web.doors import door
from dondoc.web.formats import said
from dondoc.web.forms import add_refusal
from dondoc.web.found import found
from dondoc.web.pages import page
from dondoc.web.requests import Request
from dondoc.web.tables import Column, Tag, read_table

FIELDS = {"timer-number": "number", "timer-uncited": "citation", "timer-days": "valid_to", "timer-wrong": "unit"}
COUNTS = {"after": "", "before": "trước sự kiện", "least": "ít nhất"}


@dataclass(frozen=True, slots=True)
class TimerLine:
    """A key with the rule that holds on a day, if one does."""

    key: str
    label: str
    rule: TimerRule | None

    @property
    def sure(self) -> Tag:
        if self.rule is None:
            return Tag(_("chưa có"), "bad")
        if self.rule.is_own:
            return Tag(_("cơ quan ghi"), "calm")
        if self.rule.is_local:
            return Tag(_("thời hạn nội bộ"), "calm")
        return Tag(SURE[self.rule.certainty], "good" if self.rule.certainty == "V" else "warn")

    @property
    def words(self) -> str:
        return (
            " ".join(one for one in (said(COUNTS[self.rule.counts]), term_said(self.rule)) if one) if self.rule else ""
        )


def term_said(rule: TimerRule) -> str:
    """ "07 working days"; files and explanations have the words of the rule."""
    return f"{rule.number:02} {said(WORDS[rule.unit])}"


COLUMNS: list[Column[TimerLine]] = [
    Column("viec", "Việc", lambda one: said(one.label), href=lambda one: reverse("timer", args=[one.key])),
    Column("thoi-han", "Thời hạn", lambda one: one.words),
    Column("can-cu", "Căn cứ", lambda one: one.rule.citation if one.rule else ""),
    Column("chac-chan", "Mức chắc chắn", lambda one: one.sure, "tag"),
]


def lines_on(day: date) -> list[TimerLine]:
    rules = [*TIMERS, *own_timers()]
    return [TimerLine(key, label_of(key), timer_on(key, day, rules)) for key in KEYS]


@door("GET")
def timers(request: Request) -> HttpResponse:
    """All terms as they hold today. Anybody who signed in may read them."""
    table = read_table(
        request, COLUMNS, lines_on(timezone.localdate()), caption=_("Thời hạn đang áp dụng"), empty="", per_page=100
    )
    return page(request, "schedule/timers.html", {"table": table})


@door("GET", "POST")
def timer(request: Request, key: str) -> HttpResponse:
    """One term through time, the office's own rows among it; an administrator enters another."""
    if key not in KEYS:
        raise Http404
    form = TimerForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        by = _administrator(request)
        if form.is_valid():

            def go() -> str:
                act.set_timer(key, **form.cleaned_data, by=by, at=timezone.now())
                messages.success(request, _("Đã ghi. Hạn của vụ việc còn mở được tính lại trong ít phút."))
                return reverse("timer", args=[key])

            try:
                if "sure" not in request.POST:
                    row = act.checked(key, **form.cleaned_data)
                    return _confirm(request, row, form, reverse("timer", args=[key]), holds=True)
                return send_once(request, go, at=timezone.now())
            except BadInput as refused:
                add_refusal(form, refused, FIELDS.get(refused.code))
    context = {
        "key": key,
        "label": label_of(key),
        "shipped": [rule for rule in TIMERS if rule.key == key],
        "own": OfficeTimer.objects.filter(key=key, withdrawn_at=None).order_by("pk"),
        "sure": SURE,
        "term_said": term_said,
        "form": form,
        "may_change": request.user.is_administrator,  # type: ignore[union-attr]  # the door lets only people in
    }
    return page(request, "schedule/timer.html", context, status=422 if form.errors else 200)


@door("POST")
def timer_withdraw(request: Request, code: str) -> HttpResponse:
    by = _administrator(request)
    row = found(OfficeTimer.objects.filter(code=code))
    if "sure" not in request.POST:
        return _confirm(request, row, None, reverse("timer-withdraw", args=[code]), holds=False)

    def go() -> str:
        act.withdraw_timer(row, by=by, at=timezone.now())
        messages.success(request, _("Đã rút. Hạn của vụ việc còn mở được tính lại trong ít phút."))
        return reverse("timer", args=[row.key])

    return send_once(request, go, at=timezone.now())


def _confirm(request: Request, row: OfficeTimer, form: TimerForm | None, address: str, *, holds: bool) -> HttpResponse:
    """Which files that run would have another day, before anything is written."""
    moving = foresee_term(row.key, partial(timer_if, row=row, holds=holds), timezone.now())
    told = {"row": row, "label": label_of(row.key), "form": form or (), "address": address, "holds": holds}
    return page(request, "schedule/timer_confirm.html", {**told, "moving": moving})


def _administrator(request: Request) -> User:
    if not request.user.is_administrator:  # type: ignore[union-attr]  # the door lets only people in
        raise PermissionDenied
    return cast(User, request.user)
