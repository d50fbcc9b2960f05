"""Nhật ký: who changed what."""

from typing import cast

from django.http import HttpResponse

from dondoc.accounts.models import User
from dondoc.desk.queries.log import filter_of, log_rows, narrowed_log, offered_verbs, visible_entries
from dondoc.desk.queries.log_names import Reader
from dondoc.units.access import scope_for
from dondoc.web.doors import door
from dondoc.web.pages import page
from dondoc.web.requests import Request
from dondoc.web.tables import with_query

PER_PAGE = 50


@door("GET")
def log(request: Request) -> HttpResponse:
    """The newest first. Pages go by the last entry seen, so that a long trail costs no more than a short one."""
    reader, asked = Reader(cast(User, request.user), scope_for(request)), filter_of(request.GET)
    seen = visible_entries(reader)
    entries = narrowed_log(seen, asked)
    before = request.GET.get("truoc", "")
    if before.isdecimal() and len(before) < 19:
        entries = entries.filter(pk__lt=int(before))
    found = list(entries[: PER_PAGE + 1])
    shown = found[:PER_PAGE]
    context = {
        "rows": log_rows(reader, shown),
        "older": with_query(request.GET, truoc=shown[-1].pk) if len(found) > PER_PAGE else "",
        "newest": with_query(request.GET, truoc="") if before else "",
        "verbs": offered_verbs(seen, asked),
        "asked": asked,
    }
    return page(request, "desk/log.html", context, fragment="desk/_log.html")
