"""People as an administrator sees them: accounts with their roles, a new password, closing an account."""

from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.accounts.actions.user import deactivate_user, reset_password
from dondoc.accounts.models import User
from dondoc.records.actions.forms import send_once
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import scope_for
from dondoc.units.queries import directory
from dondoc.web.doors import door
from dondoc.web.found import found
from dondoc.web.pages import page
from dondoc.web.requests import Request
from dondoc.web.tables import Column, Tag, read_table

COLUMNS: list[Column[Any]] = [
    Column("ten", "Họ và tên", lambda p: p.name, sort="name", href=lambda p: reverse("person", args=[p.code])),
    Column("dang-nhap", "Tên đăng nhập", lambda p: p.login, sort="login"),
    Column("vai-tro", "Vai trò", lambda p: p.roles),
    Column("tinh-trang", "Tài khoản", lambda p: Tag("đang dùng", "good") if p.is_active else Tag("đã đóng"), "tag"),
    Column("lan-cuoi", "Đăng nhập lần cuối", lambda p: p.last_at, "moment", sort="last_at"),
]


@door("GET")
def people(request: Request) -> HttpResponse:
    scope = _administrator(request)
    rows = directory.account_rows(scope.on, text=request.GET.get("q", ""))
    table = read_table(request, COLUMNS, rows, caption=_("Người dùng"), empty=_("Không có ai khớp."), order="ten")
    return page(request, "units/people.html", {"table": table, "q": request.GET.get("q", "")})


@door("GET")
def person(request: Request, code: str) -> HttpResponse:
    scope = _administrator(request)
    shown = found(User.objects.filter(code=code))
    context = {"person": shown, "roles": directory.roles_of(shown, scope.on), "is_self": shown.pk == request.user.pk}
    return page(request, "units/person.html", context)


@door("POST")
def person_password(request: Request, code: str) -> HttpResponse:
    """A password to begin with, shown once, to be handed on in person."""
    scope = _administrator(request)
    shown = found(User.objects.filter(code=code, is_active=True))
    password = reset_password(shown, by=cast(User, request.user), at=timezone.now())
    context = {"person": shown, "roles": directory.roles_of(shown, scope.on), "is_self": False, "password": password}
    return page(request, "units/person.html", context)


@door("POST")
def person_close(request: Request, code: str) -> HttpResponse:
    """Close an account: its work and its traces stay. Nobody closes their own."""
    _administrator(request)
    shown, user = found(User.objects.filter(code=code)), cast(User, request.user)
    if shown.pk == user.pk:
        raise BadInput("close-self", "Không tự đóng tài khoản của mình. Nhờ quản trị khác.")

    def act() -> str:
        deactivate_user(shown, by=user, at=timezone.now())
        messages.success(request, _("Đã đóng tài khoản của %(name)s.") % {"name": shown.full_name})
        return reverse("people")

    return send_once(request, act, at=timezone.now())


def _administrator(request: Request) -> Any:
    scope = scope_for(request)
    if not scope.is_administrator:
        raise PermissionDenied
    return scope
