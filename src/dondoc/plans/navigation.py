"""What plans add to the side bar."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from dondoc.units.access import scope_for
from dondoc.web.navigation import NavItem


def items(request: HttpRequest) -> list[NavItem]:
    if not request.user.is_authenticated or not scope_for(request).agencies:
        return []
    return [NavItem(_("Kế hoạch"), "/ke-hoach/", "plan", 20)]
