"""What the working calendar adds to the side bar: administrators keep it, others come to it from a due day."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from dondoc.web.navigation import NavItem


def items(request: HttpRequest) -> list[NavItem]:
    if not getattr(request.user, "is_administrator", False):
        return []
    return [NavItem(_("Lịch làm việc"), reverse("calendar-days"), "calendar", 78)]
