"""Who sees which plans, and who may write, approve or issue one. Outside one's scope is 404.

A draft is for the agency whose plan it is and for the focal point of its unit. Once submitted it is for the territorial
line too; once issued, for every agency of the unit and of the units within it: they are its recipients.
"""

from datetime import date

from django.db.models import Q, QuerySet

from dondoc.accounts.models import User
from dondoc.plans.models import Plan, PlanState, Task
from dondoc.units.access import Scope, scope_of
from dondoc.units.models import AdministrativeUnit, Agency, Role
from dondoc.units.rules.kinds import COMMITTEE
from dondoc.web.found import found

WRITING_ROLES = (Role.OFFICER.value, Role.HEAD.value, Role.FOCAL.value, Role.COMMITTEE.value)
APPROVING_ROLES = (Role.HEAD.value, Role.COMMITTEE.value)
PUBLISHED = (PlanState.ISSUED.value, PlanState.CLOSED.value)


def visible_plans(user: User, on: date, *, scope: Scope | None = None) -> QuerySet[Plan]:
    """The plans that a person may see on a day, with their unit and agency."""
    scope = scope or scope_of(user, on)
    rows = Plan.objects.select_related("unit", "agency")
    own = list(scope.own_units)
    seen = Q(agency__in=list(scope.agencies)) | Q(unit__in=_led_units(scope))
    seen |= Q(unit__in=list(scope.units_below)) & ~Q(state=PlanState.DRAFT)
    received = Q(unit__in=own) | Q(unit__in=_above(own))
    return rows.filter(seen | (received & Q(state__in=PUBLISHED)))


def get_plan_for(user: User, code: str, on: date, *, scope: Scope | None = None) -> Plan:
    return found(visible_plans(user, on, scope=scope).filter(code=code))


def get_task_for(user: User, code: str, on: date, *, scope: Scope | None = None) -> Task:
    """A task of a plan that the person may see, with its plan."""
    tasks = Task.objects.select_related("plan__unit", "plan__agency", "edited_by")
    return found(tasks.filter(code=code, plan__in=visible_plans(user, on, scope=scope)))


def may_edit(scope: Scope, plan: Plan) -> bool:
    """Who may change a draft: people of the agency whose plan it is, and the focal point or leaders of its unit."""
    held = scope.roles.get(plan.agency_id, frozenset())
    return bool(held & set(WRITING_ROLES)) or plan.unit_id in _led_units(scope)


def may_approve(scope: Scope, plan: Plan) -> bool:
    """The head or a leader of the agency whose plan it is."""
    return any(scope.has(role, plan.agency_id) for role in APPROVING_ROLES)


def may_revise(scope: Scope, plan: Plan) -> bool:
    """Who may change a task of an issued plan: who may approve it, and the focal point or leaders of its unit."""
    return may_approve(scope, plan) or plan.unit_id in _led_units(scope)


def issuing_agencies(scope: Scope) -> list[Agency]:
    """For whom a person may begin a plan: the own agencies, and the committee of the unit whose focal point one is.
    The committees come first: most plans are theirs."""
    own = [pk for pk, roles in scope.roles.items() if roles & set(WRITING_ROLES)]
    committees = Q(unit__in=_led_units(scope), kind=COMMITTEE)
    rows = Agency.objects.filter(Q(pk__in=own) | committees, valid_to=None).select_related("unit")
    return sorted(rows, key=lambda agency: (agency.kind != COMMITTEE, agency.pk))


def _led_units(scope: Scope) -> list[int]:
    """Units whose own work a person keeps together: theirs, and in their line."""
    return sorted(scope.own_units & scope.units_below)


def _above(unit_ids: list[int]) -> QuerySet[AdministrativeUnit, int]:
    lying = AdministrativeUnit.objects.filter(
        Q(children__in=unit_ids) | Q(children__children__in=unit_ids) if unit_ids else Q(pk__in=[])
    )
    return lying.values_list("pk", flat=True)
