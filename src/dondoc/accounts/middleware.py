"""What holds for every page of a person who signed in."""

from collections.abc import Callable
from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from dondoc.accounts.models import User, UserSession

Next = Callable[[HttpRequest], HttpResponse]
SEEN_EVERY = timedelta(minutes=10)


def seen(get_response: Next) -> Next:
    """Note now and then that a session is in use; one UPDATE in ten minutes, not one for each page."""

    def middleware(request: HttpRequest) -> HttpResponse:
        key = request.session.session_key
        if key and request.user.is_authenticated:
            now = timezone.now()
            last = request.session.get("seen_at", 0)
            if now.timestamp() - last > SEEN_EVERY.total_seconds():
                request.session["seen_at"] = int(now.timestamp())
                UserSession.objects.filter(session_key=key).update(seen_at=now)
        return get_response(request)

    return middleware


def password_first(get_response: Next) -> Next:
    """Whoever was given a password chooses their own before anything else."""

    def middleware(request: HttpRequest) -> HttpResponse:
        user = request.user
        if isinstance(user, User) and user.must_change_password and request.path not in _open_addresses():
            return redirect("password-change")
        return get_response(request)

    return middleware


def _open_addresses() -> set[str]:
    return {reverse(name) for name in ("password-change", "sign-out", "language", "health")}
