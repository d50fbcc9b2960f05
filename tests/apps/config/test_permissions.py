"""One table over all addresses: for nobody, a stranger, a colleague and the right person."""

from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from dondoc.web.doors import Door
from doors import DOORS, PEOPLE
from doors.knocking import knock
from people import Cast


def patterns(resolver: URLResolver | None = None) -> Iterator[URLPattern]:
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from patterns(entry)
        else:
            yield entry


ALL = {str(pattern.name): pattern for pattern in patterns()}


def test_every_address_stands_in_the_table() -> None:
    assert set(ALL) - set(DOORS) == set(), "give each new address a row in tests/doors/of_<app>.py"
    assert set(DOORS) - set(ALL) == set(), "these addresses are gone: take their rows out of tests/doors"


@pytest.mark.parametrize("name", sorted(ALL))
def test_every_view_has_a_door(name: str) -> None:
    assert isinstance(getattr(ALL[name].callback, "door", None), Door), "decorate the view with @door(...)"


@pytest.mark.either_database
@pytest.mark.parametrize("name", sorted(DOORS))
def test_the_door_opens_to_whom_it_should(cast: Cast, name: str) -> None:
    """What the address speaks of is made once; each person finds it as it was made."""
    row = DOORS[name]
    address = reverse(name, args=row.args(cast))
    assert {person: knock(cast, person, row.method, address) for person in PEOPLE} == dict(
        zip(PEOPLE, row.expected, strict=True)
    )
    assert knock(cast, "lan", "post", address, enforce_csrf_checks=True) in {403, 405}, "a form of another site"
