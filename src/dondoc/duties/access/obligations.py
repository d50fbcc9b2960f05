"""Who sees which obligations and may do what with them: the only door to permissioned reads. Outside is 404.

A person sees what the own agencies must act on or are in (their lead, their coordination, their supervision), what
the agencies that they guide must act on, and the whole territorial line down of whoever acts for a People's Committee
or Home Affairs. What is still being made (an expansion that is not published) nobody sees.
"""

from datetime import date

from django.db.models import Q, QuerySet

from dondoc.accounts.models import User
from dondoc.duties.models import (
    Duty,
    DutyMember,
    Evidence,
    Expansion,
    Obligation,
    Part,
)
from dondoc.units.access import Scope, scope_of
from dondoc.units.models import Agency, Role
from dondoc.web.found import found

DOING = (Role.OFFICER, Role.HEAD, Role.FOCAL)


def published() -> QuerySet[Obligation]:
    """All that is made to the end. Those under way are few; the list of them is asked once for a query."""
    return Obligation.objects.filter(
        Q(expansion__isnull=True) | ~Q(expansion__in=Expansion.objects.filter(published_at__isnull=True))
    )


def visible_obligations(user: User, on: date, *, scope: Scope | None = None) -> QuerySet[Obligation]:
    """What a person may see on a day. No order, no joins: the caller adds its own."""
    scope = scope or scope_of(user, on)
    if not scope.agencies:
        return Obligation.objects.none()
    own = list(scope.agencies)
    holds = Q(pk__in=own) | Q(guided_by__in=own) | Q(guided_by__guided_by__in=own)
    holds |= Q(successions__successor__in=own, successions__decided_at__isnull=False)
    if scope.units_below:
        holds |= Q(unit__in=list(scope.units_below))
    holders = list(Agency.objects.filter(holds).values_list("pk", flat=True))
    duties = DutyMember.objects.filter(agency__in=own).values("duty")
    return published().filter(Q(held_by__in=holders) | Q(duty__in=duties))


def get_obligation_for(user: User, code: str, on: date, *, scope: Scope | None = None) -> Obligation:
    rows = visible_obligations(user, on, scope=scope)
    return found(rows.filter(code=code).select_related("duty", "held_by", "owed_by", "unit", "assigned_to"))


def own_obligations(scope: Scope) -> QuerySet[Obligation]:
    """What the own agencies must act on."""
    return published().filter(held_by__in=list(scope.agencies))


def visible_evidence(scope: Scope) -> QuerySet[Evidence]:
    """Proofs of the own agencies, to be used again."""
    return Evidence.objects.filter(agency__in=list(scope.agencies))


def may_do(scope: Scope, obligation: Obligation) -> bool:
    """Settle, claim, withdraw: whoever acts for the agency that holds it."""
    return any(scope.has(role, obligation.held_by_id) for role in DOING)


def may_enter_for(scope: Scope, obligation: Obligation) -> bool:
    """The focal point above may enter for an agency; the entry is marked as such."""
    is_above = obligation.unit_id in scope.units_below and scope.has_any(Role.FOCAL)
    return is_above and not may_do(scope, obligation)


def may_confirm(scope: Scope, obligation: Obligation) -> bool:
    """The leads of the duty say whether it counts; nobody confirms the own work."""
    return obligation.part == Part.EXECUTE and not may_do(scope, obligation) and _acts_in(scope, obligation, Part.LEAD)


def may_return(scope: Scope, obligation: Obligation) -> bool:
    """Leads and supervisors of the duty, and leaders and focal points of the territorial line."""
    if may_do(scope, obligation) or obligation.duty.source_kind == "report":
        return False
    return _acts_in(scope, obligation, Part.LEAD, Part.SUPERVISE) or _decides_above(scope, obligation)


def may_excuse(scope: Scope, obligation: Obligation) -> bool:
    """Leaders and focal points of the territorial line; nobody excuses the own agency by being in it."""
    return _decides_above(scope, obligation) and not may_do(scope, obligation)


def may_record_for(scope: Scope, agency_id: int, unit_id: int) -> bool:
    """Say that an event took place that opens work of an agency: who acts for it, the focal point and leaders above."""
    if any(scope.has(role, agency_id) for role in DOING):
        return True
    return unit_id in scope.units_below and scope.has_any(Role.FOCAL, Role.COMMITTEE)


def event_duties(on: date) -> QuerySet[Duty]:
    """Duties of plans that wait for an event. Who may see one is asked by those who owe it (`may_record_for`)."""
    live = Q(ended_on=None) | Q(ended_on__gt=on)
    return Duty.objects.filter(live, schedule__kind="event").exclude(plan_code="").order_by("plan_code", "pk")


def may_assign(scope: Scope, obligation: Obligation) -> bool:
    """The head gives work out."""
    return scope.has(Role.HEAD, obligation.held_by_id)


def get_headed_agency_for(scope: Scope, code: str) -> Agency:
    """An agency of which the person is head: who says who does what in it."""
    return found(headed_agencies(scope).filter(code=code))


def headed_agencies(scope: Scope) -> QuerySet[Agency]:
    headed = [agency for agency in scope.agencies if scope.has(Role.HEAD, agency)]
    return Agency.objects.filter(pk__in=headed).order_by("search")


def may_give(user: User, scope: Scope, obligation: Obligation) -> bool:
    """The head to anybody; an officer takes what is nobody's, and gives the own back."""
    return may_assign(scope, obligation) or (may_do(scope, obligation) and obligation.assigned_to_id in (None, user.pk))


def may_contribute(scope: Scope, obligation: Obligation) -> bool:
    return _acts_in(scope, obligation, Part.COORDINATE)


def contributing_agency(scope: Scope, obligation: Obligation) -> Agency:
    """The agency for which the person coordinates, or 404."""
    own = DutyMember.objects.filter(duty=obligation.duty_id, part=Part.COORDINATE, agency__in=acting(scope))
    return found(Agency.objects.filter(pk__in=own.values("agency")).order_by("pk"))


def _acts_in(scope: Scope, obligation: Obligation, *parts: str) -> bool:
    members = DutyMember.objects.filter(duty=obligation.duty_id, part__in=parts, agency__in=acting(scope))
    return members.exists()


def acting(scope: Scope) -> list[int]:
    return [agency for agency in scope.agencies if any(scope.has(role, agency) for role in DOING)]


def _decides_above(scope: Scope, obligation: Obligation) -> bool:
    return obligation.unit_id in scope.units_below and scope.has_any(Role.FOCAL, Role.COMMITTEE)
