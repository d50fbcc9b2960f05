"""What meetings adds to the side bar."""

from django.http import HttpRequest

from dondoc.web.navigation import NavItem


def items(request: HttpRequest) -> list[NavItem]:  # noqa: ARG001 - nothing yet
    return []
