"""Signals, for the inspectorate alone."""

from typing import cast

from django.contrib import messages
from django.db.models import F, OuterRef, Subquery
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.feedback import access
from dondoc.feedback.actions.signals import FLOW, answer_signal
from dondoc.feedback.forms import TextForm
from dondoc.feedback.models import Signal, Term
from dondoc.feedback.rules.registers import SUBJECTS, Subject
from dondoc.records.actions.forms import send_once
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import scope_for
from dondoc.web.doors import door
from dondoc.web.formats import said
from dondoc.web.forms import add_refusal
from dondoc.web.pages import page
from dondoc.web.requests import Request
from dondoc.web.tables import Column, Tag, read_table

COLUMNS: list[Column[Signal]] = [
    Column("ma", "Mã", lambda one: one.code, href=lambda one: reverse("signal", args=[one.code])),
    Column("ngay", "Ngày nhận", lambda one: one.received_on, "day", sort="received_on"),
    Column("don-vi", "Đơn vị", lambda one: one.unit.full_name),
    Column("ve", "Về việc", lambda one: said(SUBJECTS[Subject(one.subject)]), sort="subject"),
    Column("han", "Hạn", lambda one: one.due_on, "day"),  # type: ignore[attr-defined]  # told by the view
    Column("tinh-trang", "Tình trạng", lambda one: _state(one), "tag"),
]


def _state(one: Signal) -> Tag:
    if one.answered_at:
        return Tag(_("đã xử lý"), "good")
    due_on = one.due_on  # type: ignore[attr-defined]  # told by the view
    return Tag(_("quá hạn"), "bad") if due_on and due_on < timezone.localdate() else Tag(_("đang xử lý"))


@door("GET")
def signals(request: Request) -> HttpResponse:
    """What waits first. A signal is no obligation: its term is told here and nowhere else."""
    due = Term.objects.filter(flow=FLOW, case_code=OuterRef("code")).values("due_at__date")[:1]
    rows = access.visible_signals(scope_for(request)).select_related("unit").annotate(due_on=Subquery(due))
    rows = rows.order_by(F("answered_at").asc(nulls_first=True), "-received_on", "pk")
    table = read_table(request, COLUMNS, rows, caption=_("Tín hiệu"), empty=_("Chưa có tín hiệu nào."))
    return page(request, "feedback/signals.html", {"table": table})


@door("GET", "POST")
def signal(request: Request, code: str) -> HttpResponse:
    one = access.get_signal_for(scope_for(request), code)
    form = TextForm(request.POST if request.method == "POST" else None, initial={"version": 1})
    status = 422 if form.is_bound else 200
    if form.is_bound and form.is_valid():

        def go() -> str:
            answer_signal(one, answer=form.cleaned_data["text"], by=cast(User, request.user), at=timezone.now())
            messages.success(request, _("Đã ghi kết quả xử lý."))
            return reverse("signal", args=[code])

        try:
            return send_once(request, go, at=timezone.now())
        except BadInput as refused:
            add_refusal(form, refused, "text")
    term = Term.objects.filter(flow=FLOW, case_code=code).first()
    context = {"one": one, "form": form, "term": term, "subject": SUBJECTS[Subject(one.subject)]}
    return page(request, "feedback/signal.html", context, status=status)
