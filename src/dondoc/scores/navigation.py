"""What scores adds to the side bar."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from dondoc.web.navigation import NavItem


def items(request: HttpRequest) -> list[NavItem]:
    if not request.user.is_authenticated:
        return []
    return [NavItem(_("Chỉ số"), reverse("scores"), "index", 60)]
