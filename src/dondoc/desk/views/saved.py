"""Filters kept under a name: from the list that they narrow, back to it."""

from typing import cast

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.desk.access import get_filter_for
from dondoc.desk.actions.saved import drop_filter, save_filter
from dondoc.desk.models import SavedFilter
from dondoc.desk.queries.filters import read_filter
from dondoc.records.actions.forms import send_once
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import scope_for
from dondoc.units.models import Agency
from dondoc.web.doors import door
from dondoc.web.formats import said
from dondoc.web.requests import Request


@door("POST")
def filter_save(request: Request) -> HttpResponse:
    """Keep the list as it is narrowed. What was asked for is read again: nothing but a filter is ever kept."""
    user, scope = cast(User, request.user), scope_for(request)
    place = request.POST.get("noi", "")
    place = place if place in SavedFilter.Place.values else SavedFilter.Place.WORK.value
    query = read_filter(QueryDict(request.POST.get("loc", "")[:800])).link("").removeprefix("?")
    back = f"{reverse(place)}?{query}"
    code = request.POST.get("co-quan", "")
    agency = Agency.objects.filter(pk__in=list(scope.agencies), code=code).first() if code else None

    def go() -> str:
        name = request.POST.get("ten", "")
        save_filter(user, place=place, name=name, query=query, agency=agency, by=user, at=timezone.now())
        messages.success(request, _("Đã lưu bộ lọc."))
        return back

    try:
        return send_once(request, go, at=timezone.now())
    except BadInput as refused:
        messages.error(request, said(refused))
        return redirect(back)


@door("POST")
def filter_drop(request: Request, code: str) -> HttpResponse:
    user = cast(User, request.user)
    row = get_filter_for(user, scope_for(request), code)
    drop_filter(row, by=user, at=timezone.now())
    messages.success(request, _("Đã xóa bộ lọc."))
    return redirect(row.place)
