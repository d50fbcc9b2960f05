"""What every view of reports begins with: who asks, and the report if that person may see it."""

from typing import cast

from django.http import Http404

from dondoc.accounts.models import User
from dondoc.reports import access
from dondoc.reports.models import Report
from dondoc.units.access import Scope, scope_for
from dondoc.web.requests import Request


def actor(request: Request) -> User:
    """The door let nobody else in."""
    return cast(User, request.user)


def report_of(request: Request, code: str, *, to: str = "see") -> tuple[Report, Scope]:
    """The report, or 404; also 404 where the person may see it but not do what is asked (`to` write | approve |
    receive)."""
    scope = scope_for(request)
    report = access.get_report_for(actor(request), code, scope.on, scope=scope)
    may = {"write": access.may_write, "approve": access.may_approve, "receive": access.may_receive}
    if to in may and not may[to](scope, report):
        raise Http404
    return report, scope
