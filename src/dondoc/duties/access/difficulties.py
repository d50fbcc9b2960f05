"""Who sees which difficulties, raises them, answers them."""

from django.db.models import Q, QuerySet

from dondoc.duties.access.obligations import DOING, acting
from dondoc.duties.models import (
    Difficulty,
    DifficultyStep,
)
from dondoc.units.access import Scope
from dondoc.units.models import Agency, Role
from dondoc.web.found import found


def visible_difficulties(scope: Scope) -> QuerySet[Difficulty]:
    """Raised by the own agencies, asked of them now or before, or of the territorial line down."""
    own = list(scope.agencies)
    seen = Q(agency__in=own) | Q(pk__in=DifficultyStep.objects.filter(owner__in=own).values("difficulty"))
    return Difficulty.objects.filter(seen | Q(agency__unit__in=list(scope.units_below)))


def get_difficulty_for(scope: Scope, code: str) -> Difficulty:
    rows = visible_difficulties(scope).select_related("agency__unit", "owner", "obligation__duty", "raised_by")
    return found(rows.filter(code=code))


def raising_agencies(scope: Scope) -> QuerySet[Agency]:
    """Agencies for which the person may raise a difficulty."""
    return Agency.objects.filter(pk__in=acting(scope)).order_by("search")


def may_answer(scope: Scope, difficulty: Difficulty) -> bool:
    """Whoever acts for the owner, its leaders among them."""
    return any(scope.has(role, difficulty.owner_id) for role in (*DOING, Role.COMMITTEE))


def may_withdraw(scope: Scope, difficulty: Difficulty) -> bool:
    return any(scope.has(role, difficulty.agency_id) for role in DOING)
