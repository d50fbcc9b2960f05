"""Whoever knows the code of another unit's thing finds nothing at its address, by whatever method."""

import pytest
from django.test import Client
from django.urls import reverse

from doors import DOORS
from people import Cast

# A fact for everybody who signed in; what anybody reaches without an account is no secret of a unit.
OPEN = {
    "unit",
    "timer",
    "scores-place",
    "scores-other",
    "scores-levers",
    "scores-what-if",
    "scores-goal",
    "index",
    "edition",
}
# A unit is a public fact: who may not shape it is told so, not sent away.
TOLD = {"agency-create", "agency-defaults", "group-create", "settlements-add"}


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("name", sorted(n for n, row in DOORS.items() if n not in OPEN and not row.is_public))
def test_a_stranger_finds_nothing(cast: Cast, client: Client, name: str, method: str) -> None:
    args = DOORS[name].args(cast)
    if not args:
        pytest.skip("an address without a code")
    client.force_login(cast.tung)
    status = getattr(client, method)(reverse(name, args=args)).status_code
    is_administrators = DOORS[name].expected[1:] == (403, 403, 403)
    assert status in ({403, 405} if name in TOLD or is_administrators else {404, 405})
