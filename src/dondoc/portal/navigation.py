"""What the portal adds to the side bar of officers: opening the public page, for who may."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from dondoc.units.access import scope_for
from dondoc.units.models import Role
from dondoc.web.navigation import NavItem


def items(request: HttpRequest) -> list[NavItem]:
    if not request.user.is_authenticated or not scope_for(request).has_any(Role.HEAD, Role.COMMITTEE, Role.FOCAL):
        return []
    return [NavItem(_("Trang công dân"), "/cong/mo/", "people", 85)]
