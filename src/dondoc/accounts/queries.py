"""Typed rows about accounts for the pages."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string

from dondoc.accounts.models import User, UserSession
from dondoc.toolkit.sayings import Saying


@dataclass(frozen=True, slots=True)
class SessionRow:
    device: Saying
    address: str
    started_at: datetime
    seen_at: datetime
    is_this: bool


def session_rows(user: User, *, now: datetime, current: str | None) -> list[SessionRow]:
    """Where a person is signed in, the present one first, then the last seen. One query."""
    rows = UserSession.objects.filter(user_id=user.pk, expire_date__gt=now).order_by("-seen_at")
    told = [
        SessionRow(device_of(r.agent), r.address or "", r.started_at, r.seen_at, r.session_key == current) for r in rows
    ]
    return sorted(told, key=lambda row: not row.is_this)


def demo_users() -> list[Any]:
    """Whom one can become with a click, in demo mode alone: each with a code, a name and what the person is."""
    return list(import_string(settings.DEMO_PEOPLE)()) if settings.DEMO else []


def device_of(agent: str) -> Saying:
    """ "Chrome trên Windows", from what a browser says of itself: enough to know one's own again."""
    browsers = {"Edg/": "Edge", "coc_coc": "Cốc Cốc", "Firefox/": "Firefox", "Chrome/": "Chrome", "Safari/": "Safari"}
    systems = {
        "Windows": "Windows",
        "Android": "Android",
        "iPhone": "iPhone",
        "iPad": "iPad",
        "Mac OS": Saying("máy Mac"),
        "Linux": "Linux",
    }
    browser = next((name for sign, name in browsers.items() if sign in agent), Saying("Trình duyệt"))
    system = next((name for sign, name in systems.items() if sign in agent), Saying("máy khác"))
    return Saying("{browser} trên {system}", browser=browser, system=system)
