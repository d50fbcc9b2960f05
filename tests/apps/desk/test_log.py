"""/nhat-ky/: who changed what, within what one may see."""

from datetime import datetime

import pytest
from django.test import Client

from desk_province import Province
from dondoc.duties.actions.obligation import settle
from people import Cast

pytestmark = pytest.mark.usefixtures("frozen")


def read(client: Client, user: object, address: str = "/nhat-ky/") -> str:
    client.force_login(user)  # type: ignore[arg-type]
    return str(client.get(address).content.decode())


def test_a_change_is_seen_by_who_may_see_the_thing(
    client: Client, cast: Cast, province: Province, now: datetime
) -> None:
    settle(province.owed_by(province.an_lac), by=cast.lan, at=now, text="Đã niêm yết tại 9 thôn.", claimed=True)
    for user in (cast.lan, cast.minh, cast.chi):
        assert "Đã niêm yết tại 9 thôn." in read(client, user)
    assert "9 thôn" not in read(client, cast.tung)


def test_it_can_be_narrowed_to_a_verb(client: Client, cast: Cast, province: Province, now: datetime) -> None:
    settle(province.owed_by(province.an_lac), by=cast.lan, at=now, text="Đã niêm yết tại 9 thôn.", claimed=True)
    assert "9 thôn" in read(client, cast.lan, "/nhat-ky/?viec=settle")
    assert "9 thôn" not in read(client, cast.lan, "/nhat-ky/?viec=confirm")


def test_personal_values_are_not_shown(client: Client, cast: Cast) -> None:
    text = read(client, cast.ha)
    assert "lập tài khoản" in text
    assert "sha256:" not in text
    assert "0912345678" not in text
