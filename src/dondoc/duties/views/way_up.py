"""Báo cáo lên: what went up the line and is still not done, for those above and for the committee."""

from typing import cast

from django.http import HttpResponse
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.duties import access
from dondoc.duties.adapters.letters import Sender
from dondoc.duties.adapters.reports import Idle, Undone, report_of_idle
from dondoc.duties.models import EscalationRule
from dondoc.duties.queries.way_up import UpAgency, gone_up
from dondoc.duties.views.urging import tabs, urging_scope
from dondoc.records.serving import download
from dondoc.units.access import Scope
from dondoc.units.queries.papers import letterhead_of, written
from dondoc.web.doors import door
from dondoc.web.pages import page
from dondoc.web.papers import WORD
from dondoc.web.requests import Request


@door("GET")
def way_up(request: Request) -> HttpResponse:
    """`?buoc=3` those that reached the committee alone."""
    scope, step = urging_scope(request), _step(request)
    context = {
        "rows": _rows(request, scope, step),
        "step": step,
        "steps": EscalationRule.Step.choices,
        "tabs": tabs("way-up"),
        "subject": _("Chưa thực hiện, đã báo cáo lên"),
    }
    return page(request, "duties/way_up.html", context)


@door("GET")
def way_up_file(request: Request) -> HttpResponse:
    """The same as a report to the committee."""
    scope = urging_scope(request)
    issuer = access.urging_agencies(scope)[0]
    head = letterhead_of(issuer)
    sender = Sender(head.superior, head.issuer, head.symbol, head.place, head.head_post, head.collective)
    idle = [
        Idle(one.name, one.letters, [Undone(x.title, x.label, x.due_on, x.days_late, x.on) for x in one.lines])
        for one in _rows(request, scope, _step(request))
    ]
    paper = report_of_idle(sender, head.superior, idle, scope.on)
    return download(written(issuer, paper), WORD, f"chua-thuc-hien-{scope.on:%Y-%m-%d}.docx")


def _rows(request: Request, scope: Scope, step: int) -> list[UpAgency]:
    visible = access.visible_obligations(cast(User, request.user), scope.on, scope=scope)
    return gone_up(visible.exclude(held_by__in=list(scope.agencies)), scope.on, step=step)


def _step(request: Request) -> int:
    asked = request.GET.get("buoc", "")
    return int(asked) if asked in ("1", "2", "3") else 0
