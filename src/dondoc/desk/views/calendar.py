"""Lịch: due days of a month, and the same for a calendar program under a secret address."""

from collections import defaultdict
from datetime import date, timedelta
from typing import cast

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.desk.actions.feed import end_feed, hash_of, make_feed
from dondoc.desk.models import CalendarFeed
from dondoc.desk.queries.filters import OPEN_STATES
from dondoc.desk.rules.ical import Event, write_calendar
from dondoc.desk.rules.month import moved, read_month, weeks_of
from dondoc.duties.access import own_obligations
from dondoc.duties.queries import ObligationRow, rows_of
from dondoc.units.access import scope_for, scope_of
from dondoc.web.doors import door
from dondoc.web.found import found
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
    context = _month(request, user, scope.on.year, scope.on.month, scope.on)
    if request.POST.get("thoi"):
        end_feed(user, by=user, at=timezone.now())
        return page(request, "desk/month.html", context | {"has_feed": False})
    token = make_feed(user, by=user, at=timezone.now())
    address = settings.SITE_URL + reverse("calendar-feed", args=[token])
    return page(request, "desk/month.html", context | {"has_feed": True, "address": address})


@door("GET", who="anyone")
def feed(request: Request, token: str) -> HttpResponse:
    """What a calendar program reads: the open due days of the person's agencies. Without roles it is empty."""
    held = found(CalendarFeed.objects.filter(token_hash=hash_of(token), user__is_active=True).select_related("user"))
    today = timezone.localdate()
    scope = scope_of(held.user, today)
    days = (today - timedelta(days=FEED_DAYS[0]), today + timedelta(days=FEED_DAYS[1]))
    rows = own_obligations(scope).filter(due_on__range=days, state__in=OPEN_STATES).order_by("due_on", "pk")
    events = [_event(row) for row in rows_of(rows[:2000], today)]
    content = write_calendar("Đôn đốc: việc đến hạn", events, at=timezone.now())
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Cache-Control"] = "private, max-age=900"
    return response


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
    }


def _link(month: tuple[int, int]) -> str:
    return f"?thang={month[0]:04}-{month[1]:02}"
