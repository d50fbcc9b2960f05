"""Roles of people in agencies, and roles lent for a time."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from dondoc.accounts.actions.invitation import invite
from dondoc.accounts.models import Invitation, User
from dondoc.records.actions import audit
from dondoc.records.rules.codes import new_code
from dondoc.toolkit.errors import BadInput
from dondoc.units.actions.agency import refuse_ended
from dondoc.units.models import Agency, Delegation, InvitedRole, Membership, Role

LONGEST = timedelta(days=366)


def grant_role(
    user: User,
    *,
    agency: Agency,
    role: str,
    by: audit.Actor | None,
    at: datetime,
    position: str = "",
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> Membership:
    """Let a person act for an agency in a role. Refuses an unknown role, an agency that ended, a role held already."""
    if role not in Role.values:
        raise BadInput("role-unknown", "Vai trò này không có. Chọn một vai trò trong danh sách.")
    today = timezone.localtime(at).date() if timezone.is_aware(at) else at.date()
    refuse_ended(agency, on=valid_from or today)
    with transaction.atomic():
        if Membership.objects.filter(_still(today), user=user, agency=agency, role=role).exists():
            raise BadInput("role-held", "{user} đã có vai trò này ở {agency}.", user=user.full_name, agency=agency.name)
        membership = Membership.objects.create(
            code=new_code(),
            user=user,
            agency=agency,
            role=role,
            position=" ".join(position.split())[:120],
            valid_from=valid_from,
            valid_to=valid_to,
        )
        after = {"user": user.code, "agency": agency.code, "role": str(role), "position": membership.position}
        audit.record("grant_role", ("membership", membership.code), by=by, at=at, after=after)
    return membership


def invite_to_role(
    full_name: str,
    *,
    agency: Agency,
    role: str,
    by: User,
    at: datetime,
    email: str = "",
    phone: str = "",
    position: str = "",
) -> tuple[Invitation, str]:
    """Invite a person who will have a role in an agency once they made their account. The second value is the secret
    of the link, which is kept nowhere. Refuses an unknown role and an agency that ended."""
    if role not in Role.values:
        raise BadInput("role-unknown", "Vai trò này không có. Chọn một vai trò trong danh sách.")
    refuse_ended(agency, on=timezone.localtime(at).date())
    with transaction.atomic():
        invitation, token = invite(full_name, by=by, at=at, email=email, phone=phone)
        InvitedRole.objects.create(invitation=invitation, agency=agency, role=role, position=position[:120])
        after = {"agency": agency.code, "role": str(role)}
        audit.record("invite_to_role", ("invitation", invitation.code), by=by, at=at, after=after)
    return invitation, token


def take_invited_role(invitation_id: int, *, user: User, at: datetime) -> Membership | None:
    """Give the role that an accepted invitation held. Doing it again changes nothing."""
    promised = (
        InvitedRole.objects.filter(invitation=invitation_id).select_related("agency", "invitation__invited_by").first()
    )
    if promised is None or Membership.objects.filter(user=user, agency=promised.agency, role=promised.role).exists():
        return None
    inviter = promised.invitation.invited_by
    return grant_role(user, agency=promised.agency, role=promised.role, position=promised.position, by=inviter, at=at)


def end_role(membership: Membership, *, by: audit.Actor, at: datetime, on: date | None = None) -> bool:
    """Take a role away from the day `on` (today if none); what was done stays. False where it had ended before."""
    last = (on or timezone.localtime(at).date()) - timedelta(days=1)
    with transaction.atomic():
        still = Membership.objects.filter(Q(valid_to=None) | Q(valid_to__gt=last), pk=membership.pk)
        if not still.update(valid_to=last):
            return False
        after = {"valid_to": last.isoformat()}
        audit.record("end_role", ("membership", membership.code), by=by, at=at, after=after)
    return True


def delegate(
    membership: Membership,
    *,
    to: User,
    starts_on: date,
    ends_on: date,
    by: audit.Actor,
    at: datetime,
    reason: str = "",
) -> Delegation:
    """Lend a role to another person for a time. Refuses oneself, days in the wrong order, a time over or over a year,
    and a role that ends before."""
    today = timezone.localtime(at).date()
    if to.pk == membership.user_id or not to.is_active:
        raise BadInput("delegate-self", "Chọn một người khác, đang dùng hệ thống, để ủy quyền.")
    if ends_on < starts_on or ends_on < today:
        raise BadInput("delegation-days", "Ngày kết thúc phải từ ngày bắt đầu và từ hôm nay trở đi.")
    if ends_on - starts_on > LONGEST:
        raise BadInput("delegation-long", "Ủy quyền có thời hạn, dài nhất một năm. Chọn ngày kết thúc sớm hơn.")
    if membership.valid_to is not None and membership.valid_to < ends_on:
        raise BadInput("role-ends-before", "Vai trò này kết thúc trước ngày đó. Chọn ngày kết thúc sớm hơn.")
    with transaction.atomic():
        delegation = Delegation.objects.create(
            code=new_code(),
            membership=membership,
            to=to,
            starts_on=starts_on,
            ends_on=ends_on,
            reason=" ".join(reason.split())[:200],
        )
        after = {
            "to": to.code,
            "from": starts_on.isoformat(),
            "until": ends_on.isoformat(),
            "reason": delegation.reason,
        }
        audit.record("delegate", ("membership", membership.code), by=by, at=at, after=after)
    return delegation


def revoke_delegation(delegation: Delegation, *, by: audit.Actor, at: datetime) -> bool:
    """Take a lent role back at once. False where it was taken back before."""
    with transaction.atomic():
        if not Delegation.objects.filter(pk=delegation.pk, revoked_at=None).update(revoked_at=at):
            return False
        audit.record("revoke_delegation", ("delegation", delegation.code), by=by, at=at)
    return True


def _still(today: date) -> Q:
    return Q(valid_to=None) | Q(valid_to__gte=today)
