"""What the desk adds to the side bar."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from dondoc.units.access import scope_for
from dondoc.web.navigation import NavItem


def items(request: HttpRequest) -> list[NavItem]:
    """One's own work for whoever acts for an agency; the monitor, the calendar and the log as well."""
    if not request.user.is_authenticated:
        return []
    scope = scope_for(request)
    log = NavItem(_("Nhật ký"), "/nhat-ky/", "log", 80)
    if not scope.agencies:
        return [log]
    return [
        NavItem(_("Việc của tôi"), "/viec-cua-toi/", "work", 5),
        NavItem(_("Theo dõi"), "/theo-doi/", "watch", 30),
        NavItem(_("Lịch"), "/lich/", "calendar", 40),
        log,
    ]
