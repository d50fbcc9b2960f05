"""Thông báo: what one was told, what one wants to be told; and, for administrators, what became of the messages."""

from typing import Any, cast

from django.contrib import messages as notes
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dondoc.accounts.models import User
from dondoc.duties import access
from dondoc.duties.actions.reminding import is_connected, read_notices
from dondoc.duties.actions.urging_rules import choose_digest
from dondoc.duties.forms import ChoiceForm
from dondoc.duties.models import Channel, DigestChoice, Notice
from dondoc.duties.rules.digests import GROUPS
from dondoc.records.actions.forms import send_once
from dondoc.records.actions.outbox import confirm_message, resend_message
from dondoc.records.models import Message, State
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import scope_for
from dondoc.web.doors import door
from dondoc.web.formats import said
from dondoc.web.found import found
from dondoc.web.pages import page
from dondoc.web.requests import Request
from dondoc.web.tables import cut

PER_PAGE = 20
TONES = {State.WAITING: "calm", State.RUNNING: "calm", State.DONE: "good", State.FAILED: "bad", State.UNKNOWN: "warn"}
WORDS = {
    State.WAITING: gettext_lazy("chờ gửi"),
    State.RUNNING: gettext_lazy("đang gửi"),
    State.DONE: gettext_lazy("đã gửi"),
    State.FAILED: gettext_lazy("hỏng"),
    State.UNKNOWN: gettext_lazy("không rõ"),
}


@door("GET")
def notices(request: Request) -> HttpResponse:
    """One's digests, the newest first, with their lines."""
    rows = access.own_notices(cast(User, request.user))
    pager = cut(request.GET, rows.count(), PER_PAGE)
    start = (pager.number - 1) * PER_PAGE
    shown = list(rows[start : start + PER_PAGE])
    context = {
        "shown": [(one, _by_group(one)) for one in shown],
        "pager": pager,
        "unread": sum(one.read_at is None for one in shown),
    }
    return page(request, "duties/notices.html", context)


@door("POST")
def notices_read(request: Request) -> HttpResponse:
    """All of them, or the one that is named."""

    def go() -> str:
        user = cast(User, request.user)
        read_notices(user, by=user, at=timezone.now(), code=request.POST.get("code", ""))
        return reverse("notices")

    return send_once(request, go, at=timezone.now())


@door("GET", "POST")
def notice_choices(request: Request) -> HttpResponse:
    """What one wants of the daily digest, by channel."""
    user = cast(User, request.user)
    channels = [(value, _channel_words(value, label, user)) for value, label in Channel.choices if is_connected(value)]
    said_no = set(DigestChoice.objects.filter(user=user, is_wanted=False).values_list("channel", flat=True))
    initial = {channel: channel not in said_no for channel, _label in channels}
    form = ChoiceForm(request.POST if request.method == "POST" else None, channels=channels, initial=initial)
    if request.method == "POST" and form.is_valid():

        def go() -> str:
            choose_digest(user, wanted=form.cleaned_data, by=user, at=timezone.now())
            notes.success(request, _("Đã ghi cách nhận thông báo."))
            return reverse("notice-choices")

        return send_once(request, go, at=timezone.now())
    return page(request, "duties/notice_choices.html", {"form": form})


@door("GET")
def messages(request: Request) -> HttpResponse:
    """What went out and what did not; those that wait for a person first. For administrators."""
    _administrator(request)
    asked = request.GET.get("trang-thai", "")
    rows = Message.objects.order_by("-pk")
    rows = rows.filter(state=asked) if asked in State.values else rows
    pager = cut(request.GET, rows.count(), 50)
    start = (pager.number - 1) * 50
    context: dict[str, Any] = {
        "rows": rows[start : start + 50],
        "deciding": Message.objects.filter(state__in=[State.UNKNOWN, State.FAILED]).order_by("pk")[:100],
        "pager": pager,
        "asked": asked,
        "words": WORDS,
        "tones": TONES,
        "channels": dict(Channel.choices),
    }
    return page(request, "duties/messages.html", context)


@door("POST")
def message_decide(request: Request, pk: int) -> HttpResponse:
    """Send it again, or note that it did arrive."""
    _administrator(request)
    message = found(Message.objects.filter(pk=pk))
    act = confirm_message if request.POST.get("decision") == "arrived" else resend_message

    def go() -> str:
        act(message, by=cast(User, request.user), at=timezone.now())
        notes.success(request, _("Đã ghi quyết định."))
        return reverse("messages")

    try:
        return send_once(request, go, at=timezone.now())
    except BadInput as refused:
        notes.error(request, said(refused))
        return send_once(request, lambda: reverse("messages"), at=timezone.now())


def _administrator(request: Request) -> None:
    if not scope_for(request).is_administrator:
        raise PermissionDenied


def _by_group(one: Notice) -> list[tuple[str, list[dict[str, str]]]]:
    grouped = [(group, [line for line in one.lines if line["group"] == group]) for group in GROUPS]
    return [(group, lines) for group, lines in grouped if lines]


def _channel_words(value: str, label: str, user: User) -> str:
    address = {Channel.EMAIL.value: user.email, Channel.SMS.value: user.phone, Channel.ZALO.value: user.phone}
    if value == Channel.APP:
        return _("Báo số chưa đọc trong ứng dụng")
    where = address.get(value) or _("chưa có địa chỉ")
    return _("Bản tổng hợp trong ngày qua %(channel)s (%(where)s)") % {"channel": said(label), "where": where}
