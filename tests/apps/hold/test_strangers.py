"""Whoever knows the code of another unit's thing finds nothing at its address, by whatever method."""

import pytest
from django.urls import reverse

from doors import DOORS
from doors.knocking import knock
from people import Cast

# A fact for everybody who signed in; what anybody reaches without an account is no secret of a unit.
OPEN = {
    "unit",
    "component",
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
@pytest.mark.either_database
@pytest.mark.parametrize("name", sorted(n for n, row in DOORS.items() if n not in OPEN and not row.is_public))
def test_a_stranger_finds_nothing(cast: Cast, name: str) -> None:
    row = DOORS[name]
    args = row.args(cast)
    if not args:
        pytest.skip("an address without a code")
    is_administrators = row.expected[1:] == (403, 403, 403)
    wanted = {403, 405} if name in TOLD or is_administrators else {404, 405}
    address = reverse(name, args=args)
    assert {knock(cast, "tung", "get", address), knock(cast, "tung", "post", address)} <= wanted
