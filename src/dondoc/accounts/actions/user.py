"""Making and changing accounts."""

import secrets
from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from dondoc.accounts.models import User, UserSession
from dondoc.accounts.rules.identity import email_key, login_key, phone_key
from dondoc.records.actions import audit
from dondoc.records.rules.codes import new_code
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.sayings import Saying

PERSONAL = ("full_name", "email", "phone")


def create_user(
    login: str,
    *,
    full_name: str,
    password: str,
    by: audit.Actor | None,
    at: datetime,
    email: str = "",
    phone: str = "",
    must_change_password: bool = False,
    is_administrator: bool = False,
) -> User:
    """Make an account. Refuses a login name, e-mail or phone that is badly written or taken, and a weak password."""
    user = User(
        code=new_code(),
        login=_checked(login_key(login), "login", login),
        email=_checked(email_key(email), "email", email),
        phone=_checked(phone_key(phone), "phone", phone),
        full_name=" ".join(full_name.split()),
        must_change_password=must_change_password,
        is_administrator=is_administrator,
        created_at=at,
    )
    if not user.full_name:
        raise BadInput("name-empty", "Chưa có họ và tên. Nhập họ và tên đầy đủ.")
    set_checked_password(user, password)
    with transaction.atomic():
        _refuse_taken(user)
        user.save()
        fields = ("login", *PERSONAL, "is_administrator")
        audit.record(
            "create_user",
            ("user", user.code),
            by=by,
            at=at,
            after={f: getattr(user, f) for f in fields},
            personal=PERSONAL,
        )
    return user


def change_password(user: User, *, old: str, new: str, by: User, at: datetime, session_key: str | None = None) -> None:
    """A person changes their own password. Refuses a wrong old one; all their other sessions end."""
    if not user.check_password(old):
        raise BadInput("password-wrong", "Mật khẩu hiện tại không đúng.")
    if old == new:
        raise BadInput("password-same", "Mật khẩu mới phải khác mật khẩu hiện tại.")
    set_checked_password(user, new)
    with transaction.atomic():
        user.must_change_password = False
        user.save(update_fields=["password", "must_change_password"])
        end_sessions(user, by=by, at=at, keep=session_key)
        audit.record("change_password", ("user", user.code), by=by, at=at)


def reset_password(user: User, *, by: User, at: datetime) -> str:
    """Give a person a password to begin with; they choose their own at once. Returned once, kept nowhere."""
    password = "-".join(secrets.token_hex(2) for _ in range(4))
    with transaction.atomic():
        user.set_password(password)
        user.must_change_password = True
        user.save(update_fields=["password", "must_change_password"])
        end_sessions(user, by=by, at=at)
        audit.record("reset_password", ("user", user.code), by=by, at=at)
    return password


def deactivate_user(user: User, *, by: User, at: datetime) -> bool:
    """Close an account: nothing that it did goes away. False where it was closed already."""
    with transaction.atomic():
        if not User.objects.filter(pk=user.pk, is_active=True).update(is_active=False):
            return False
        end_sessions(user, by=by, at=at)
        audit.record("deactivate_user", ("user", user.code), by=by, at=at)
    return True


def end_sessions(user: User, *, by: audit.Actor, at: datetime, keep: str | None = None) -> int:
    """Sign a person out everywhere, but for the session `keep`."""
    with transaction.atomic():
        ended, _ = UserSession.objects.filter(user_id=user.pk).exclude(session_key=keep or "").delete()
        if ended:
            audit.record("end_sessions", ("user", user.code), by=by, at=at, after={"count": ended})
    return ended


def set_checked_password(user: User, password: str) -> None:
    """Set a password that keeps the rules, or refuse with all that is wrong with it."""
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise BadInput("password-weak", "{advice}", advice=" ".join(error.messages)) from None
    user.set_password(password)


def _checked(key: str, field: str, typed: str) -> str:
    advice = {
        "login": Saying("Tên đăng nhập gồm 3 đến 40 chữ cái không dấu, chữ số, dấu chấm hoặc gạch."),
        "email": Saying("Thư điện tử viết dạng ten@coquan.gov.vn."),
        "phone": Saying("Số điện thoại viết dạng 0912 345 678."),
    }
    if not key and (typed.strip() or field == "login"):
        raise BadInput(f"{field}-bad", "“{typed}” không dùng được. {advice}", typed=typed.strip(), advice=advice[field])
    return key


def _refuse_taken(user: User) -> None:
    for field, name in (
        ("login", Saying("Tên đăng nhập")),
        ("email", Saying("Thư điện tử")),
        ("phone", Saying("Số điện thoại")),
    ):
        value = getattr(user, field)
        if value and User.objects.filter(**{field: value}).exists():
            raise BadInput(f"{field}-taken", "{name} “{value}” đã có tài khoản khác dùng.", name=name, value=value)
