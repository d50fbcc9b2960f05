"""Tìm: one field for everything."""

from typing import cast

from django.http import HttpResponse

from dondoc.accounts.models import User
from dondoc.desk.queries.filters import Filter
from dondoc.desk.queries.search import find
from dondoc.units.access import scope_for
from dondoc.web.doors import door
from dondoc.web.pages import page
from dondoc.web.requests import Request

SHORTEST = 2


@door("GET")
def search(request: Request) -> HttpResponse:
    words = " ".join(request.GET.get("tim", "").split())[:120]
    found = find(cast(User, request.user), scope_for(request), words) if len(words) >= SHORTEST else None
    more = Filter(words=words).link("/theo-doi/viec/")
    return page(request, "desk/search.html", {"words": words, "found": found, "more": more})
