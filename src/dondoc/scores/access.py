"""Published results are facts: whoever signed in may read them. Taking them in is for few."""

from dondoc.units.access import Scope
from dondoc.units.models import Agency, Level, Role


def may_take_in(scope: Scope) -> bool:
    """An administrator, or the focal point of a province."""
    if scope.is_administrator:
        return True
    held = [agency for agency, roles in scope.roles.items() if str(Role.FOCAL) in roles]
    return bool(held) and Agency.objects.filter(pk__in=held, unit__level=Level.PROVINCE).exists()
