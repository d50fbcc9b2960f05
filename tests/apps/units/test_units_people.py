"""People as an administrator sees them; settlements of a commune."""

import pytest
from django.test import Client
from django.urls import reverse

from dondoc.units.rules.settlements import split_settlement
from makers import make_agency, make_member, make_settlement, make_unit
from people import PASSWORD, Cast


def test_only_an_administrator_sees_the_accounts(cast: Cast, client: Client) -> None:
    addresses = [reverse("people"), reverse("person", args=[cast.lan.code])]
    posts = [reverse(name, args=[cast.lan.code]) for name in ("person-password", "person-close")]
    client.force_login(cast.chi)
    assert {client.get(address).status_code for address in addresses} == {403}
    assert {client.post(address).status_code for address in posts} == {403}
    client.logout()
    assert {client.get(address).status_code for address in addresses} == {302}


def test_accounts_are_found_by_name_and_role_without_marks(cast: Cast, client: Client) -> None:
    make_member(cast.lan, make_agency(make_unit("An Lạc", level="commune", kind="phường")))
    client.force_login(cast.ha)
    html = client.get(reverse("people"), {"q": "an lac"}).content.decode()
    assert "Nguyễn Thị Lan" in html
    assert "Trần Văn Minh" not in html
    assert "UBND phường An Lạc" in client.get(reverse("person", args=[cast.lan.code])).content.decode()


def test_a_new_password_is_shown_once_and_works(cast: Cast, client: Client) -> None:
    client.force_login(cast.ha)
    html = client.post(reverse("person-password", args=[cast.lan.code])).content.decode()
    password = html.split('id="mat-khau" readonly value="')[1].split('"')[0]
    client.logout()
    signed_in = client.post(reverse("sign-in"), {"identity": "lan.nt", "password": password})
    assert signed_in.status_code == 302
    assert client.get(reverse("agencies"))["Location"] == reverse("password-change")


def test_a_closed_account_cannot_sign_in_and_nobody_closes_their_own(cast: Cast, client: Client) -> None:
    client.force_login(cast.ha)
    client.post(reverse("person-close", args=[cast.lan.code]))
    assert client.post(reverse("person-close", args=[cast.ha.code])).status_code == 422
    client.logout()
    assert client.post(reverse("sign-in"), {"identity": "lan.nt", "password": PASSWORD}).status_code == 422


def test_settlements_are_added_line_by_line_and_once(cast: Cast, client: Client) -> None:
    commune = make_unit("Nà Chì", level="commune")
    make_settlement(commune, "thôn Nà Chì")
    make_member(cast.chi, make_agency(commune), "committee")
    client.force_login(cast.chi)
    address = reverse("settlements-add", args=[commune.code])
    client.post(address, {"names": "Thôn Nà Chì\nBản Díu\n\nTổ dân phố số 3"})
    assert [f"{s.kind} {s.name}" for s in commune.settlements.order_by("pk")] == [
        "thôn Nà Chì",
        "bản Díu",
        "tổ dân phố số 3",
    ]
    assert "Díu" in client.get(reverse("unit", args=[commune.code])).content.decode()
    refused = client.post(address, {"names": "Nà Chì"})
    assert (refused.status_code, "viết cả loại" in refused.content.decode()) == (422, True)
    client.force_login(cast.tung)
    assert client.get(address).status_code == 403


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("TDP số 5", ("tổ dân phố", "số 5")),
        ("Ấp Bình Thạnh", ("ấp", "Bình Thạnh")),
        ("Khu phố 2.", ("khu phố", "2")),
        ("Buôn Ma Thuột", ("buôn", "Ma Thuột")),
        ("Nà Chì", None),
        ("thôn", None),
    ],
)
def test_a_settlement_is_read_as_it_is_written(written: str, read: tuple[str, str] | None) -> None:
    assert split_settlement(written) == read
