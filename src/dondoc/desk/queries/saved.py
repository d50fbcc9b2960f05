"""Saved filters as a page shows them."""

from dataclasses import dataclass

from django.urls import reverse

from dondoc.accounts.models import User
from dondoc.desk.access import visible_filters
from dondoc.desk.queries.filters import Filter
from dondoc.units.access import Scope
from dondoc.units.models import Agency, Role


@dataclass(frozen=True, slots=True)
class SavedRow:
    """`whose` is the agency that it is shared with, or empty."""

    code: str
    name: str
    href: str
    whose: str
    is_here: bool
    may_drop: bool


@dataclass(frozen=True, slots=True)
class SavedPart:
    """What a list needs to show and keep filters. `query` is what would be kept now."""

    place: str
    query: str
    rows: list[SavedRow]
    agencies: list[tuple[str, str]]


def saved_part(user: User, scope: Scope, place: str, chosen: Filter) -> SavedPart:
    """Two queries at most."""
    query = chosen.link("").removeprefix("?")
    rows = [
        SavedRow(
            row.code,
            row.name,
            f"{reverse(place)}?{row.query}",
            row.agency.name if row.agency else "",
            row.query == query,
            row.user_id == user.pk or (row.agency_id is not None and scope.has(Role.HEAD, row.agency_id)),
        )
        for row in visible_filters(user, scope).filter(place=place).order_by("agency", "name")
    ]
    agencies = list(Agency.objects.filter(pk__in=list(scope.agencies)).values_list("code", "name")) if query else []
    return SavedPart(place, query, rows, agencies)
