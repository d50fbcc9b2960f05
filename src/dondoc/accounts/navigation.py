"""What accounts add to the side bar: nothing; one's own account is in the menu of the header."""

from django.http import HttpRequest

from dondoc.web.navigation import NavItem


def items(request: HttpRequest) -> list[NavItem]:
    if not request.user.is_authenticated:
        return []
    return [NavItem("Trang chủ", "/", "home", 0)]
