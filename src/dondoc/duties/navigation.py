"""What urging adds to the side bar and to the top bar."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.duties.access import DECIDING, own_notices
from dondoc.units.access import scope_for
from dondoc.web.navigation import NavItem


def items(request: HttpRequest) -> list[NavItem]:
    """Urging for heads, leaders and focal points; what became of messages for administrators."""
    if not request.user.is_authenticated:
        return []
    scope, found = scope_for(request), []
    if scope.has_any(*DECIDING):
        found.append(NavItem(_("Đôn đốc"), reverse("urging"), "bell", 35))
    if scope.agencies:
        found.append(NavItem(_("Đánh giá năm"), reverse("evaluations"), "index", 60))
    if scope.is_administrator:
        found.append(NavItem(_("Tin gửi đi"), reverse("messages"), "voice", 77))
        if not scope.agencies:
            found.append(NavItem(_("Quy tắc nhắc việc"), reverse("urging-rules"), "bell", 78))
    return found


def bell(request: HttpRequest) -> NavItem | None:
    """How many notices a person has not read: one count over an index of what is unread."""
    if not isinstance(request.user, User) or request.user.pk is None:
        return None
    count = own_notices(request.user).filter(read_at=None).count()
    return NavItem(_("Thông báo"), reverse("notices"), "bell", count=count)
