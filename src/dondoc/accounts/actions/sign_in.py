"""Signing in: the lock after wrong passwords, and the session."""

from datetime import datetime
from hashlib import sha256

from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from dondoc.accounts.models import SignInFailure, User
from dondoc.accounts.rules.identity import identity_key
from dondoc.accounts.rules.lockout import PER_ACCOUNT, PER_ADDRESS, WINDOW, opens_at
from dondoc.records.actions import audit
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.sayings import Saying

LOOPBACK = {"127.0.0.1", "::1"}


def sign_in(request: HttpRequest, *, identity: str, password: str, at: datetime) -> User:
    """Sign a person in. Refuses while the account or the address is locked (whatever the password, and says until
    when), and a wrong password without telling whether the account exists."""
    account, address = account_hash(identity), address_of(request)
    _refuse_locked(account, address, at)
    user = authenticate(request, identity=identity, password=password)
    if not isinstance(user, User):
        SignInFailure.objects.create(account_hash=account, address=address, at=at)
        _refuse_locked(account, address, at)
        raise BadInput("sign-in-wrong", "Tên đăng nhập hoặc mật khẩu không đúng. Kiểm tra bộ gõ và phím Caps Lock.")
    begin_session(request, user, at=at)
    SignInFailure.objects.filter(account_hash=account).delete()
    return user


def sign_in_demo(request: HttpRequest, user: User, *, at: datetime) -> None:
    """One click, no password: only in demo mode and only from this very machine, not through a proxy."""
    is_here = request.META.get("REMOTE_ADDR") in LOOPBACK and "HTTP_X_FORWARDED_FOR" not in request.META
    if not (settings.DEMO and is_here and user.is_active):
        raise BadInput("demo-closed", "Đăng nhập không mật khẩu chỉ có trong bản dùng thử, mở ngay trên máy đang chạy.")
    begin_session(request, user, at=at)


def begin_session(request: HttpRequest, user: User, *, at: datetime) -> None:
    """A fresh session with where it came from; an older one of this browser is not carried over."""
    with transaction.atomic():
        request.session["origin"] = (address_of(request) or None, request.META.get("HTTP_USER_AGENT", "")[:200])
        request.session["started_at"] = at.isoformat()
        request.session["seen_at"] = int(at.timestamp())
        login(request, user, backend=getattr(user, "backend", settings.AUTHENTICATION_BACKENDS[0]))
        user.last_login = at
        audit.record("sign_in", ("user", user.code), by=user, at=at)


def sign_out(request: HttpRequest, *, at: datetime) -> None:
    user = request.user
    with transaction.atomic():
        if isinstance(user, User):
            audit.record("sign_out", ("user", user.code), by=user, at=at)
        logout(request)


def account_hash(identity: str) -> str:
    return sha256(identity_key(identity).encode()).hexdigest()


def address_of(request: HttpRequest) -> str:
    """The caller's address. Behind our own proxy it is the last that the proxy added; else nobody's word is taken."""
    if settings.BEHIND_PROXY:
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")[-1].strip()
        return forwarded or str(request.META.get("REMOTE_ADDR", ""))
    return str(request.META.get("REMOTE_ADDR", ""))


def forget_failures(*, at: datetime) -> int:
    """Drop failures too old to lock anything."""
    return SignInFailure.objects.filter(at__lt=at - 4 * WINDOW).delete()[0]


def _refuse_locked(account: str, address: str, at: datetime) -> None:
    failures = SignInFailure.objects.filter(at__gt=at - 2 * WINDOW)
    for query, limit, what in (
        (failures.filter(account_hash=account), PER_ACCOUNT, Saying("Tài khoản này")),
        (failures.filter(address=address), PER_ADDRESS, Saying("Địa chỉ mạng này")),
    ):
        opens = opens_at(list(query.values_list("at", flat=True)), limit, at)
        if opens:
            clock = timezone.localtime(opens)
            raise BadInput(
                "sign-in-locked",
                "{what} tạm khóa vì nhập sai nhiều lần. Mở lại lúc {clock:%H:%M} ngày {clock:%d/%m/%Y}; "
                "trong lúc đó nhập đúng cũng chưa vào được.",
                what=what,
                clock=clock,
            )
