"""What feedback adds to the side bar: the inbox, with what waits there."""

from django.db.models import Count, Subquery, Value
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils.translation import pgettext

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
    mine = visible_reports(scope).filter(to_do(scope)).order_by().annotate(all=Value(1)).values("all")
    counted = Subquery(mine.annotate(count=Count("pk")).values("count"))
    waiting = Intake.objects.values_list(Coalesce(counted, 0), flat=True).first()  # both in one question
    if waiting is None:
        return []
    if agencies_as(scope, SECRET):  # a signal is no obligation: it waits here alone
        waiting += visible_signals(scope).filter(answered_at=None).count()
    return [NavItem(pgettext("menu", "Phản ánh"), "/phan-anh/", "voice", 45, waiting)]
