"""What the pages of results share: the year asked for, the place named, the reader's own province."""

from collections.abc import Sequence
from typing import cast

from django.core.exceptions import PermissionDenied
from django.http import Http404

from dondoc.accounts.models import User
from dondoc.scores.access import may_take_in
from dondoc.scores.queries.places import Place, place_named, places_of
from dondoc.scores.queries.store import Store, stored, years_of
from dondoc.scores.rules.panel import TOTAL
from dondoc.units.access import scope_for
from dondoc.web.requests import Request

Tab = tuple[str, str, bool]


def store_now() -> Store:
    return stored()


def year_asked(request: Request, years: Sequence[int]) -> int:
    """The year of the address (`?nam=2023`) if there is one of it, else the newest."""
    asked = request.GET.get("nam", "")
    if asked.isdecimal() and len(asked) == 4 and int(asked) in years:
        return int(asked)
    return years[0] if years else 0


def code_asked(request: Request, store: Store, year: int) -> str:
    asked = request.GET.get("chi-so", "")
    return asked if asked in store.panel.codes(year) else TOTAL


def place_asked(key: str) -> Place:
    place = place_named(key)
    if place is None:
        raise Http404
    return place


def taker(request: Request) -> User:
    """Who takes results in; refused to all others."""
    if not may_take_in(scope_for(request)):
        raise PermissionDenied
    return cast(User, request.user)


def own_places(request: Request) -> list[Place]:
    """The provinces of the units that the reader acts for."""
    return places_of(scope_for(request).own_units)


def country_years(store: Store) -> tuple[int, ...]:
    return years_of(store.panel)
