"""What feedback adds to the side bar: the inbox, with what waits there."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from dondoc.feedback.access import DOING, SECRET, agencies_as, visible_reports, visible_signals
from dondoc.feedback.models import Intake
from dondoc.feedback.queries.inbox import to_do
from dondoc.units.access import scope_for
from dondoc.units.models import Role
from dondoc.web.navigation import NavItem


def items(request: HttpRequest) -> list[NavItem]:
    """For whoever has a role, once a unit takes reports."""
    if not request.user.is_authenticated:
        return []
    scope = scope_for(request)
    if not agencies_as(scope, (*DOING, Role.COMMITTEE, Role.INSPECTOR)):
        return []
    waiting = visible_reports(scope).filter(to_do(scope)).count()
    if agencies_as(scope, SECRET):  # a signal is no obligation: it waits here alone
        waiting += visible_signals(scope).filter(answered_at=None).count()
    if not waiting and not Intake.objects.exists():  # what waits came in by an intake: then it need not be asked
        return []
    return [NavItem(_("Phản ánh"), "/phan-anh/", "voice", 45, waiting)]
