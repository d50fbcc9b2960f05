"""Nhật ký: who changed what."""

from typing import cast

from django.http import HttpResponse

from dondoc.accounts.models import User
from dondoc.desk.queries.log import VERBS, log_rows, narrowed_log, visible_entries
from dondoc.units.access import scope_for
from dondoc.web.doors import door
from dondoc.web.pages import page
from dondoc.web.requests import Request
from dondoc.web.tables import with_query

PER_PAGE = 50


@door("GET")
def log(request: Request) -> HttpResponse:
    """The newest first. Pages go by the last entry seen, so that a long trail costs no more than a short one."""
    entries = narrowed_log(visible_entries(cast(User, request.user), scope_for(request)), request.GET)
    before = request.GET.get("truoc", "")
    if before.isdecimal() and len(before) < 19:
        entries = entries.filter(pk__lt=int(before))
    found = list(entries[: PER_PAGE + 1])
    shown = found[:PER_PAGE]
    context = {
        "rows": log_rows(shown),
        "older": with_query(request.GET, truoc=shown[-1].pk) if len(found) > PER_PAGE else "",
        "is_first": not before,
        "verbs": sorted(VERBS.items(), key=lambda pair: pair[1]),
        "verb": request.GET.get("viec", ""),
    }
    return page(request, "desk/log.html", context, fragment="desk/_log.html")
