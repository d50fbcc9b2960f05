"""The front page: a leader's page, or one's own work; and the briefing on one A4."""

from typing import Any, cast

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from dondoc.accounts.models import User
from dondoc.desk.demo.papers import TO_UPLOAD, write_paper
from dondoc.desk.demo.tips import tips_for
from dondoc.desk.queries import leader, monitor
from dondoc.duties.access import visible_obligations
from dondoc.duties.queries import Counts, late_list, rows_of
from dondoc.records.serving import download
from dondoc.units.access import scope_for
from dondoc.units.models import Role
from dondoc.web.doors import door
from dondoc.web.pages import page
from dondoc.web.requests import Request

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LEADING = (Role.HEAD, Role.COMMITTEE, Role.FOCAL)


@door("GET")
def home(request: Request) -> HttpResponse:
    """Leaders and focal points see their page; who acts for an agency the own work; others what to do first."""
    scope = scope_for(request)
    if scope.has_any(*LEADING):
        return page(request, "desk/leader.html", _leading(request))
    if scope.agencies:
        return redirect("my-work")
    return page(request, "desk/first.html", {"tips": tips_for(cast(User, request.user))})


@door("GET")
def briefing(request: Request) -> HttpResponse:
    """The same on one A4, to print for the weekly meeting."""
    if not scope_for(request).has_any(*LEADING):
        raise Http404
    told = _leading(request)
    return page(request, "desk/briefing.html", told)


@door("GET")
def demo_document(request: Request) -> HttpResponse:
    """A plan document at hand, to try the upload; in demo mode alone."""
    if not settings.DEMO:
        raise Http404
    return download(write_paper(TO_UPLOAD), WORD, TO_UPLOAD.name)


def _leading(request: Request) -> dict[str, Any]:
    user, scope = cast(User, request.user), scope_for(request)
    rows = visible_obligations(user, scope.on, scope=scope)
    units = monitor.unit_rows(rows, scope, scope.on)
    return {
        "today": scope.on,
        "decide": leader.to_decide(rows, user, scope),
        "week": leader.week_of(rows, scope.on),
        "worst": monitor.worst(units),
        "total": sum((row.total for row in units), Counts()),
        "oldest": rows_of(late_list(rows, scope.on)[:5], scope.on, user=user),
        "late_share": monitor.late_share,
        "tips": tips_for(user),
    }
