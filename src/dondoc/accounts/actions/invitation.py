"""Invitations: a link for one person, used once, for a time."""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from django.db import transaction

from dondoc.accounts.actions.user import create_user
from dondoc.accounts.events import InvitationAccepted
from dondoc.accounts.models import Invitation, User
from dondoc.accounts.rules.identity import email_key, phone_key
from dondoc.records.actions import audit
from dondoc.records.actions.outbox import emit
from dondoc.records.rules.codes import new_code
from dondoc.toolkit.errors import BadInput

VALID_FOR = timedelta(days=7)
_CLOSED = BadInput("invitation-closed", "Lời mời đã dùng, đã thu hồi hoặc hết hạn. Xin người mời gửi lời mời mới.")


def invite(
    full_name: str, *, by: User, at: datetime, email: str = "", phone: str = "", valid_for: timedelta = VALID_FOR
) -> tuple[Invitation, str]:
    """Make an invitation; the second value is the secret of its link, which is kept nowhere."""
    token = secrets.token_urlsafe(24)
    with transaction.atomic():
        invitation = Invitation.objects.create(
            code=new_code(),
            token_hash=_hash(token),
            full_name=full_name,
            email=email_key(email),
            phone=phone_key(phone),
            invited_by=by,
            invited_at=at,
            expires_at=at + valid_for,
        )
        audit.record(
            "invite",
            ("invitation", invitation.code),
            by=by,
            at=at,
            after={"full_name": full_name},
            personal=("full_name",),
        )
    return invitation, token


def find_invitation(token: str, *, at: datetime) -> Invitation:
    """The open invitation of a link. Refuses one that was used, taken back or has expired, and one that never was."""
    invitation = Invitation.objects.filter(
        token_hash=_hash(token), accepted_at=None, revoked_at=None, expires_at__gt=at
    ).first()
    if invitation is None:
        raise _CLOSED
    return invitation


def accept_invitation(token: str, *, login: str, password: str, at: datetime) -> User:
    """Make the account of an invitation. Of two who use one link at one moment, one is refused."""
    with transaction.atomic():
        invitation = find_invitation(token, at=at)
        user = create_user(
            login,
            full_name=invitation.full_name,
            password=password,
            email=invitation.email,
            phone=invitation.phone,
            by=None,
            at=at,
        )
        still_open = Invitation.objects.filter(pk=invitation.pk, accepted_at=None, revoked_at=None)
        if not still_open.update(accepted_at=at, accepted_by=user):
            raise _CLOSED
        audit.record("accept_invitation", ("invitation", invitation.code), by=user, at=at)
        emit(InvitationAccepted(invitation.pk, user.pk), at=at)
    return user


def revoke_invitation(invitation: Invitation, *, by: User, at: datetime) -> bool:
    """Take an invitation back. False where it was used or taken back before."""
    with transaction.atomic():
        still_open = Invitation.objects.filter(pk=invitation.pk, accepted_at=None, revoked_at=None)
        if not still_open.update(revoked_at=at):
            return False
        audit.record("revoke_invitation", ("invitation", invitation.code), by=by, at=at)
    return True


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()
