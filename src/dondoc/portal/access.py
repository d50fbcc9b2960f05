"""What anybody may read: what a unit opened, and nothing else. Outside is 404, as if it were not there."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.http import Http404

from dondoc.plans.models import Plan, PlanState
from dondoc.portal.models import Opening
from dondoc.portal.rules.openings import Part
from dondoc.units.access import Scope, valid_on
from dondoc.units.models import AdministrativeUnit, Agency, Level, Role
from dondoc.units.rules.kinds import COMMITTEE
from dondoc.web.found import found

PUBLISHED = (PlanState.ISSUED.value, PlanState.CLOSED.value)


@dataclass(frozen=True, slots=True)
class Open:
    """A unit with what it opened."""

    unit: AdministrativeUnit
    parts: frozenset[str]

    def has(self, part: str) -> bool:
        return part in self.parts

    def demand(self, part: Part) -> None:
        """404 where the part is closed."""
        if part.value not in self.parts:
            raise Http404


def open_units(on: date) -> QuerySet[AdministrativeUnit]:
    """Provinces and communes of the day that opened anything, with their province."""
    opened = Opening.objects.values("unit")
    rows = AdministrativeUnit.objects.filter(valid_on(on), pk__in=opened).exclude(level=Level.DISTRICT)
    return rows.select_related("parent")


def get_open_unit(code: str) -> Open:
    """A unit that opened anything, with the parts. Past units stay readable. Two queries."""
    unit = found(AdministrativeUnit.objects.select_related("parent__parent").filter(code=code))
    parts = frozenset(Opening.objects.filter(unit=unit).values_list("part", flat=True))
    if not parts:
        raise Http404
    return Open(unit, parts)


def public_plans(opened: Open) -> QuerySet[Plan]:
    """Issued plans of a unit that opened its plans. A plan that only amends another is read in that one."""
    opened.demand(Part.PLAN)
    rows = Plan.objects.select_related("unit", "agency").filter(unit=opened.unit, state__in=PUBLISHED)
    return rows.order_by("-year", "-issued_on", "-pk")


def get_public_plan(opened: Open, code: str) -> Plan:
    return found(public_plans(opened).filter(code=code))


def may_open(scope: Scope, unit: AdministrativeUnit) -> bool:
    """The head or a leader of the unit's People's Committee, and the focal point of its line."""
    committees = Agency.objects.filter(unit=unit, kind=COMMITTEE).values_list("pk", flat=True)
    if any(scope.has(role, pk) for pk in committees for role in (Role.HEAD, Role.COMMITTEE)):
        return True
    return unit.pk in scope.units_below and scope.has_any(Role.FOCAL, Role.COMMITTEE)


def openable_units(scope: Scope) -> QuerySet[AdministrativeUnit]:
    """The units whose pages a person may open or close, the own ones first."""
    led = Agency.objects.filter(kind=COMMITTEE, pk__in=[pk for pk in scope.agencies if scope.has(Role.HEAD, pk)])
    mine = Q(pk__in=led.values("unit"))
    if scope.has_any(Role.FOCAL, Role.COMMITTEE):
        mine |= Q(pk__in=list(scope.units_below))
    rows = AdministrativeUnit.objects.filter(mine, valid_on(scope.on)).exclude(level=Level.DISTRICT)
    return rows.order_by("-level", "code")
