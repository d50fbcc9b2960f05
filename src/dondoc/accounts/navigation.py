"""What accounts add to the side bar: nothing; one's own account is in the menu of the header."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from dondoc.web.navigation import NavItem


def items(request: HttpRequest) -> list[NavItem]:
    if not request.user.is_authenticated:
        return []
    return [NavItem(_("Trang chủ"), "/", "home", 0)]
