"""Pages of accounts."""

from typing import cast

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from dondoc.accounts.actions import invitation as invitations
from dondoc.accounts.actions import sign_in as signing
from dondoc.accounts.actions import user as users
from dondoc.accounts.forms import InvitationForm, PasswordChangeForm, SignInForm
from dondoc.accounts.models import User
from dondoc.accounts.queries import demo_users, session_rows
from dondoc.toolkit.errors import BadInput
from dondoc.web.doors import door
from dondoc.web.forms import add_refusal
from dondoc.web.found import found
from dondoc.web.pages import page
from dondoc.web.requests import Request


def back_to(request: Request) -> str:
    """Where the person wanted to go, if that is one of our own pages."""
    wanted = request.POST.get("next") or request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if is_ours else str(settings.LOGIN_REDIRECT_URL)


@sensitive_post_parameters("password")
@door("GET", "POST", who="anyone")
def sign_in(request: Request) -> HttpResponse:
    if request.user.is_authenticated and request.method == "GET":
        return redirect(back_to(request))
    form = SignInForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            signing.sign_in(request, **form.cleaned_data, at=timezone.now())
            return redirect(back_to(request))
        except BadInput as refused:
            add_refusal(form, refused)
    context = {"form": form, "next": back_to(request), "demo_users": demo_users()}
    return page(request, "accounts/sign_in.html", context, status=422 if form.errors else 200)


@door("POST", who="anyone")
def demo_sign_in(request: Request, code: str) -> HttpResponse:
    """One click in demo mode; elsewhere this address does not exist."""
    if not settings.DEMO:
        raise Http404
    signing.sign_in_demo(request, found(User.objects.filter(code=code)), at=timezone.now())
    return redirect(settings.LOGIN_REDIRECT_URL)


@door("POST", who="anyone")
def sign_out(request: Request) -> HttpResponse:
    signing.sign_out(request, at=timezone.now())
    return redirect("sign-in")


@door("GET")
def account(request: Request) -> HttpResponse:
    user = cast(User, request.user)
    rows = session_rows(user, now=timezone.now(), current=request.session.session_key)
    return page(request, "accounts/account.html", {"sessions": rows})


@sensitive_post_parameters()
@door("GET", "POST")
def password_change(request: Request) -> HttpResponse:
    user, form = cast(User, request.user), PasswordChangeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        old, new = form.cleaned_data["old"], form.cleaned_data["new"]
        try:
            users.change_password(
                user, old=old, new=new, by=user, at=timezone.now(), session_key=request.session.session_key
            )
            update_session_auth_hash(request, user)
            messages.success(request, _("Đã đổi mật khẩu. Các nơi khác đã được đăng xuất."))
            return redirect("account")
        except BadInput as refused:
            add_refusal(form, refused, "new" if refused.code != "password-wrong" else "old")
    return page(request, "accounts/password_change.html", {"form": form}, status=422 if form.errors else 200)


@door("POST")
def sign_out_everywhere(request: Request) -> HttpResponse:
    user = cast(User, request.user)
    ended = users.end_sessions(user, by=user, at=timezone.now(), keep=request.session.session_key)
    messages.success(request, _("Đã đăng xuất ở %(n)s nơi khác.") % {"n": ended})
    return redirect("account")


@sensitive_post_parameters()
@door("GET", "POST", who="anyone")
def invitation_accept(request: Request, token: str) -> HttpResponse:
    invitation = invitations.find_invitation(token, at=timezone.now())
    form = InvitationForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        login, password = form.cleaned_data["login"], form.cleaned_data["new"]
        try:
            user = invitations.accept_invitation(token, login=login, password=password, at=timezone.now())
            signing.begin_session(request, user, at=timezone.now())
            return redirect(settings.LOGIN_REDIRECT_URL)
        except BadInput as refused:
            add_refusal(form, refused, "new" if refused.code == "password-weak" else "login")
    context = {"form": form, "invitation": invitation}
    return page(request, "accounts/invitation_accept.html", context, status=422 if form.errors else 200)
