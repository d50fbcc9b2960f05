"""Who acts for an agency: roles, invitations with a role, roles lent for a time."""

from typing import cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.records.actions.forms import send_once
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import get_agency_for, get_delegation_for, get_membership_for, may_appoint, scope_for
from dondoc.units.actions.membership import delegate, end_role, grant_role, invite_to_role, revoke_delegation
from dondoc.units.forms import DelegationForm, InviteForm, RoleForm
from dondoc.units.models import Agency
from dondoc.web.doors import door
from dondoc.web.forms import add_refusal
from dondoc.web.pages import page
from dondoc.web.requests import Request


@door("GET", "POST")
def role_grant(request: Request, code: str) -> HttpResponse:
    """Give a role to somebody who has an account."""
    agency, form = _agency(request, code), RoleForm(request.POST if request.method == "POST" else None)
    if form.is_valid():

        def act() -> str:
            grant_role(agency=agency, **form.cleaned_data, by=cast(User, request.user), at=timezone.now())
            return reverse("agency", args=[code])

        try:
            return send_once(request, act, at=timezone.now())
        except BadInput as refused:
            add_refusal(form, refused, "user")
    context = {"form": form, "agency": agency, "action": reverse("role-grant", args=[code])}
    return page(request, "units/role_form.html", context, status=422 if form.errors else 200)


@door("GET", "POST")
def role_invite(request: Request, code: str) -> HttpResponse:
    """Invite somebody new; the link is shown once, for whoever invites to hand on."""
    agency, form = _agency(request, code), InviteForm(request.POST if request.method == "POST" else None)
    link = ""
    if form.is_valid():
        try:
            fields = form.cleaned_data
            _invitation, token = invite_to_role(agency=agency, **fields, by=cast(User, request.user), at=timezone.now())
            link = request.build_absolute_uri(reverse("invitation-accept", args=[token]))
        except BadInput as refused:
            add_refusal(form, refused)
    context = {"form": form, "agency": agency, "action": reverse("role-invite", args=[code]), "link": link}
    return page(request, "units/role_invite.html", context, status=422 if form.errors else 200)


@door("POST")
def role_end(request: Request, code: str) -> HttpResponse:
    scope = scope_for(request)
    membership = get_membership_for(cast(User, request.user), code, scope.on, scope=scope)
    if not may_appoint(scope, membership.agency):
        raise PermissionDenied

    def act() -> str:
        end_role(membership, by=cast(User, request.user), at=timezone.now())
        messages.success(request, _("Đã thôi vai trò của %(name)s.") % {"name": membership.user.full_name})
        return reverse("agency", args=[membership.agency.code])

    return send_once(request, act, at=timezone.now())


@door("GET", "POST")
def role_delegate(request: Request, code: str) -> HttpResponse:
    """Lend one's own role, or as an appointer somebody's, for a time."""
    user, scope = cast(User, request.user), scope_for(request)
    membership = get_membership_for(user, code, scope.on, scope=scope)
    if membership.user_id != user.pk and not may_appoint(scope, membership.agency):
        raise PermissionDenied
    form = DelegationForm(request.POST if request.method == "POST" else None, initial={"starts_on": scope.on})
    if form.is_valid():

        def act() -> str:
            delegate(membership, **form.cleaned_data, by=user, at=timezone.now())
            return reverse("agency", args=[membership.agency.code])

        try:
            return send_once(request, act, at=timezone.now())
        except BadInput as refused:
            add_refusal(form, refused, "to" if refused.code == "delegate-self" else "ends_on")
    context = {"form": form, "membership": membership, "action": reverse("role-delegate", args=[code])}
    return page(request, "units/role_delegate.html", context, status=422 if form.errors else 200)


@door("POST")
def delegation_revoke(request: Request, code: str) -> HttpResponse:
    user, scope = cast(User, request.user), scope_for(request)
    delegation = get_delegation_for(user, code, scope.on, scope=scope)
    agency = delegation.membership.agency
    if delegation.membership.user_id != user.pk and not may_appoint(scope, agency):
        raise PermissionDenied

    def act() -> str:
        revoke_delegation(delegation, by=user, at=timezone.now())
        return reverse("agency", args=[agency.code])

    return send_once(request, act, at=timezone.now())


def _agency(request: Request, code: str) -> Agency:
    """The agency whose people one may appoint; 404 outside the scope, refused without the role."""
    scope = scope_for(request)
    agency = get_agency_for(cast(User, request.user), code, scope.on, scope=scope)
    if not may_appoint(scope, agency):
        raise PermissionDenied
    return agency
