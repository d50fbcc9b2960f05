"""Lịch: due days of a month, and the same for a calendar program under a secret address."""

from collections import defaultdict
from datetime import date, timedelta
from typing import cast

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.desk.access import headed_agencies
from dondoc.desk.actions.feed import end_agency_feed, end_feed, hash_of, make_agency_feed, make_feed
from dondoc.desk.models import CalendarFeed
from dondoc.desk.queries.filters import OPEN_STATES
from dondoc.desk.rules.month import moved, read_month, weeks_of
from dondoc.duties.access import own_obligations, published
from dondoc.duties.models import Obligation
from dondoc.duties.queries import ObligationRow, rows_of
from dondoc.units.access import scope_for, scope_of
from dondoc.units.models import Agency
from dondoc.web.doors import door
from dondoc.web.found import found
from dondoc.web.ical import Event, write_calendar
from dondoc.web.pages import page
from dondoc.web.requests import Request

SHOWN = 4
FEED_DAYS = (31, 400)


@door("GET")
def month(request: Request) -> HttpResponse:
    user, scope = cast(User, request.user), scope_for(request)
    year, number = read_month(request.GET.get("thang", ""), scope.on)
    return page(request, "desk/month.html", _month(request, user, year, number, scope.on))


@door("POST")
def make_address(request: Request) -> HttpResponse:
    """Make a new secret address (the one before stops working), or end it. The address is shown once."""
    user, scope = cast(User, request.user), scope_for(request)
    if request.POST.get("co-quan"):
        return _agency_address(request, user)
    context = _month(request, user, scope.on.year, scope.on.month, scope.on)
    if request.POST.get("thoi"):
        end_feed(user, by=user, at=timezone.now())
        return page(request, "desk/month.html", context | {"has_feed": False})
    token = make_feed(user, by=user, at=timezone.now())
    address = settings.SITE_URL + reverse("calendar-feed", args=[token])
    return page(request, "desk/month.html", context | {"has_feed": True, "address": address})


def _agency_address(request: Request, user: User) -> HttpResponse:
    """The address of an agency, by its head alone."""
    scope = scope_for(request)
    agency = found(Agency.objects.filter(pk__in=headed_agencies(scope), code=request.POST.get("co-quan", "")))
    address = ""
    if request.POST.get("thoi"):
        end_agency_feed(agency, by=user, at=timezone.now())
    else:
        token = make_agency_feed(agency, by=user, at=timezone.now())
        address = settings.SITE_URL + reverse("calendar-feed", args=[token])
    context = _month(request, user, scope.on.year, scope.on.month, scope.on)
    return page(request, "desk/month.html", context | {"agency_address": (agency.code, address)})


@door("GET", who="anyone")
def feed(request: Request, token: str) -> HttpResponse:
    """What a calendar program reads: the open due days of an agency, or of all agencies of a person. Without roles, or
    once the agency is no more, there is nothing."""
    today = timezone.localdate()
    name, rows = _fed(hash_of(token), today)
    days = (today - timedelta(days=FEED_DAYS[0]), today + timedelta(days=FEED_DAYS[1]))
    rows = rows.filter(due_on__range=days, state__in=OPEN_STATES).order_by("due_on", "pk")
    events = [_event(row) for row in rows_of(rows[:2000], today)]
    content = write_calendar(name, events, at=timezone.now())
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Cache-Control"] = "private, max-age=900"
    return response


def _fed(token_hash: str, today: date) -> tuple[str, QuerySet[Obligation]]:
    agency = Agency.objects.filter(calendar_feed__token_hash=token_hash, valid_to=None).first()
    if agency is not None:
        return _("%(agency)s: việc đến hạn") % {"agency": agency.name}, published().filter(held_by=agency)
    held = found(CalendarFeed.objects.filter(token_hash=token_hash, user__is_active=True).select_related("user"))
    return _("Đôn đốc: việc đến hạn"), own_obligations(scope_of(held.user, today))


def _event(row: ObligationRow) -> Event:
    assert row.due_on is not None
    about = f"{row.agency}. {row.label}. {row.standing.words}."
    return Event(f"{row.code}@dondoc", row.due_on, row.title[:200], about, f"{settings.SITE_URL}/viec/{row.code}/")


def _month(request: Request, user: User, year: int, number: int, today: date) -> dict[str, object]:
    weeks, scope = weeks_of(year, number), scope_for(request)
    rows = own_obligations(scope).filter(due_on__range=(weeks[0][0], weeks[-1][-1]), is_history=False)
    by_day: dict[date, list[ObligationRow]] = defaultdict(list)
    for row in rows_of(rows.order_by("due_on", "pk")[:3000], today, user=user):
        by_day[cast(date, row.due_on)].append(row)
    return {
        "weeks": weeks,
        "by_day": by_day,
        "year": year,
        "month": number,
        "today": today,
        "shown": SHOWN,
        "previous": _link(moved(year, number, -1)),
        "following": _link(moved(year, number, 1)),
        "has_feed": CalendarFeed.objects.filter(user=user).exists(),
        "address": "",
        "agencies": list(
            Agency.objects.filter(pk__in=headed_agencies(scope), valid_to=None)
            .values_list("code", "name", "calendar_feed__made_at")
            .order_by("pk")
        ),
        "agency_address": ("", ""),
    }


def _link(month: tuple[int, int]) -> str:
    return f"?thang={month[0]:04}-{month[1]:02}"
