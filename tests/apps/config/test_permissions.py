"""One table over all addresses: for nobody, a stranger, a colleague and the right person."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from dondoc.web.doors import Door
from doors import DOORS, PEOPLE
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


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("name", sorted(DOORS))
def test_the_door_opens_to_whom_it_should(cast: Cast, client: Client, name: str, person: str) -> None:
    row = DOORS[name]
    if person != "nobody":
        client.force_login(getattr(cast, person))
    response = getattr(client, row.method)(reverse(name, args=row.args(cast)))
    assert response.status_code == row.expected[PEOPLE.index(person)]


@pytest.mark.parametrize("name", sorted(DOORS))
def test_every_form_is_protected_from_other_sites(cast: Cast, name: str) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.lan)
    response = client.post(reverse(name, args=DOORS[name].args(cast)))
    assert response.status_code in {403, 405}
