"""Which saved filters a person sees and may take away."""

from django.db.models import Q, QuerySet

from dondoc.accounts.models import User
from dondoc.desk.models import SavedFilter
from dondoc.units.access import Scope
from dondoc.units.models import Role
from dondoc.web.found import found


def visible_filters(user: User, scope: Scope) -> QuerySet[SavedFilter]:
    """One's own, and those shared with the agencies that one acts for."""
    shared = Q(agency__in=list(scope.agencies))
    return SavedFilter.objects.filter(Q(user=user, agency=None) | shared).select_related("agency", "user")


def get_filter_for(user: User, scope: Scope, code: str) -> SavedFilter:
    """One that the person may take away: whoever saved it, or the head of the agency that it is shared with."""
    headed = [pk for pk in scope.agencies if scope.has(Role.HEAD, pk)]
    return found(visible_filters(user, scope).filter(Q(user=user) | Q(agency__in=headed), code=code))


def headed_agencies(scope: Scope) -> list[int]:
    """Agencies whose calendar address the person may make or end: those that one heads or leads."""
    return [pk for pk in scope.agencies if scope.has(Role.HEAD, pk) or scope.has(Role.COMMITTEE, pk)]
