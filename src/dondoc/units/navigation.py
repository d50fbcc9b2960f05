"""What units add to the side bar: the directory, for everybody who acts for an agency or looks after the product."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from dondoc.web.navigation import NavItem


def items(request: HttpRequest) -> list[NavItem]:
    if not request.user.is_authenticated:
        return []
    items = [NavItem(pgettext("menu", "Cơ quan"), reverse("agencies"), "people", 70)]
    if getattr(request.user, "is_administrator", False):
        items.append(NavItem(_("Người dùng"), reverse("people"), "person", 75))
    return items
