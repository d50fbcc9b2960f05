"""Who sees which agencies: the only door to permissioned reads of units. Outside one's scope is 404.

A person sees the own agencies, the territorial line down (whoever acts for a People's Committee, for Home Affairs or as
its focal point or leader), the agencies that the own ones guide, and what these were before a merger. An administrator
looks after the directory and sees every agency in it, but gets no right to anybody's work by that.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.units.models import AdministrativeUnit, Agency, AgencyGroup, Delegation, Membership, Role, Succession
from dondoc.units.rules.kinds import COMMITTEE, HOME_AFFAIRS
from dondoc.web.found import found

WIDE_KINDS = frozenset({COMMITTEE, *HOME_AFFAIRS})
WIDE_ROLES = frozenset({Role.FOCAL.value, Role.COMMITTEE.value})
# Who may say who acts for an agency: its head, the focal point and the leaders of its territory.
APPOINTING_ROLES = frozenset({Role.HEAD.value, *WIDE_ROLES})


@dataclass(frozen=True, slots=True)
class Scope:
    """What a person may reach on a day. `roles` holds delegations too; `units_below` holds the own units themselves and
    those that went up in them; `seen` are the ids of all agencies that may be seen."""

    on: date
    roles: Mapping[int, frozenset[str]] = field(default_factory=dict)
    units_below: frozenset[int] = frozenset()
    seen: frozenset[int] = frozenset()
    own_units: frozenset[int] = frozenset()
    is_administrator: bool = False

    @property
    def agencies(self) -> frozenset[int]:
        return frozenset(self.roles)

    def has(self, role: str, agency_id: int) -> bool:
        return str(role) in self.roles.get(agency_id, frozenset())

    def has_any(self, *roles: str) -> bool:
        """Whether the person has one of the roles anywhere."""
        wanted = {str(role) for role in roles}
        return any(wanted & held for held in self.roles.values())

    def may_see_agency(self, agency_id: int) -> bool:
        return agency_id in self.seen

    def may_see_unit(self, unit_id: int) -> bool:
        return unit_id in self.units_below


def valid_on(on: date, at: str = "") -> Q:
    """Rows that are valid on a day; `at` is the way to them ("agency__")."""
    return (Q(**{f"{at}valid_from": None}) | Q(**{f"{at}valid_from__lte": on})) & (
        Q(**{f"{at}valid_to": None}) | Q(**{f"{at}valid_to__gte": on})
    )


def scope_of(user: User, on: date) -> Scope:
    """What `user` may reach on a day, in at most four queries. Ask once for a request (`scope_for`)."""
    if user.pk is None or not user.is_active:
        return Scope(on)
    rows = list(_memberships(user, on).values_list("agency_id", "role", "agency__kind", "agency__unit_id"))
    roles: dict[int, frozenset[str]] = {}
    for agency_id, role, _, _ in rows:
        roles[agency_id] = roles.get(agency_id, frozenset()) | {role}
    wide = {unit_id for _, role, kind, unit_id in rows if kind in WIDE_KINDS or role in WIDE_ROLES}
    below = _units_below(wide)
    own_units = frozenset(unit_id for _, _, _, unit_id in rows)
    return Scope(on, roles, below, _seen(roles, below), own_units, user.is_administrator)


def scope_for(request: HttpRequest) -> Scope:
    """The scope of whoever is signed in, today; asked once for each request."""
    held: Scope | None = getattr(request, "_units_scope", None)
    if held is None:
        held = scope_of(request.user, timezone.localdate()) if isinstance(request.user, User) else Scope(date.min)
        request._units_scope = held  # type: ignore[attr-defined]
    return held


def _memberships(user: User, on: date) -> QuerySet[Membership]:
    lent = Q(
        delegations__to=user,
        delegations__starts_on__lte=on,
        delegations__ends_on__gte=on,
        delegations__revoked_at=None,
    )
    return Membership.objects.filter(valid_on(on), Q(user=user) | lent).distinct()


def _units_below(wide: Collection[int]) -> frozenset[int]:
    """The units, those merged or renamed into them, and all that lies or lay in either. Two queries."""
    if not wide:
        return frozenset()
    whole = [Succession.Kind.MERGE, Succession.Kind.RENAME, Succession.Kind.SPLIT]
    before = Succession.objects.filter(successor__in=wide, kind__in=whole).values_list("predecessor_id", flat=True)
    top = {*wide, *before}
    line = Q(pk__in=top) | Q(parent__in=top) | Q(parent__parent__in=top)
    return frozenset(AdministrativeUnit.objects.filter(line).values_list("pk", flat=True))


def _seen(roles: Mapping[int, object], below: Collection[int]) -> frozenset[int]:
    """Ids of the own agencies, those below, those guided (and theirs), and what the own ones followed. One query."""
    if not roles:
        return frozenset()
    own = list(roles)
    query = Agency.objects.filter(
        Q(pk__in=own)
        | Q(unit__in=list(below))
        | Q(guided_by__in=own)
        | Q(guided_by__guided_by__in=own)
        | Q(pk__in=Agency.objects.filter(successions__successor__in=own, successions__decided_at__isnull=False))
    )
    return frozenset(query.values_list("pk", flat=True))


def visible_agencies(user: User, on: date, *, scope: Scope | None = None) -> QuerySet[Agency]:
    """The agencies that a person may see in the directory, past ones too."""
    scope = scope or scope_of(user, on)
    agencies = Agency.objects.select_related("unit")
    if scope.is_administrator:
        return agencies.all()
    return agencies.filter(Q(pk__in=list(scope.seen)) | Q(unit__in=list(scope.own_units)))


def get_agency_for(user: User, code: str, on: date, *, scope: Scope | None = None) -> Agency:
    return found(visible_agencies(user, on, scope=scope).filter(code=code))


def agencies_within(unit_ids: Collection[int], on: date | None = None) -> QuerySet[Agency]:
    """Agencies of the units; of those valid on a day, where one is given."""
    within = Agency.objects.filter(unit__in=list(unit_ids))
    return within.filter(valid_on(on)) if on else within


def visible_groups(user: User, on: date, *, scope: Scope | None = None) -> QuerySet[AgencyGroup]:
    """Groups of the own units and of those below."""
    scope = scope or scope_of(user, on)
    groups = AgencyGroup.objects.select_related("scope")
    if scope.is_administrator:
        return groups.all()
    return groups.filter(scope__in=[*scope.own_units, *scope.units_below])


def get_group_for(user: User, code: str, on: date, *, scope: Scope | None = None) -> AgencyGroup:
    return found(visible_groups(user, on, scope=scope).filter(code=code))


def may_appoint(scope: Scope, agency: Agency) -> bool:
    """Who may give and take roles in an agency: an administrator, its own head, the focal point or a leader of a unit
    in whose line it lies."""
    if scope.is_administrator or scope.has(Role.HEAD, agency.pk):
        return True
    return scope.has_any(*WIDE_ROLES) and agency.unit_id in scope.units_below


def may_shape_unit(scope: Scope, unit_id: int) -> bool:
    """Who may make agencies and groups in a unit: an administrator, a focal point or a leader of its line."""
    return scope.is_administrator or (scope.has_any(*WIDE_ROLES) and unit_id in scope.units_below)


def get_membership_for(user: User, code: str, on: date, *, scope: Scope | None = None) -> Membership:
    """One's own membership, or one of an agency that one may see."""
    agencies = visible_agencies(user, on, scope=scope)
    rows = Membership.objects.select_related("agency__unit", "user")
    return found(rows.filter(Q(user=user) | Q(agency__in=agencies), code=code))


def get_delegation_for(user: User, code: str, on: date, *, scope: Scope | None = None) -> Delegation:
    """A role lent from or to oneself, or in an agency that one may see."""
    agencies = visible_agencies(user, on, scope=scope)
    mine = Q(membership__user=user) | Q(to=user) | Q(membership__agency__in=agencies)
    return found(Delegation.objects.select_related("membership__agency").filter(mine, code=code))
