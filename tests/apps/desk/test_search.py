"""/tim/: one field for work, plans and agencies, within what one may see."""

import pytest
from django.test import Client

from desk_province import Province
from people import Cast

pytestmark = pytest.mark.usefixtures("frozen")


def find(client: Client, user: object, words: str) -> str:
    client.force_login(user)  # type: ignore[arg-type]
    response = client.get("/tim/", {"tim": words})
    assert response.status_code == 200
    return str(response.content.decode())


def test_work_and_agencies_are_found_without_marks(client: Client, cast: Cast, province: Province) -> None:
    assert province.owed_by(province.an_lac).code in find(client, cast.chi, "ho ngheo an lac")
    assert f"/co-quan/{province.department.code}/" in find(client, cast.chi, "SO TU PHAP")


def test_a_stranger_finds_nothing_of_others(client: Client, cast: Cast, province: Province) -> None:
    assert province.owed_by(province.an_lac).code not in find(client, cast.tung, "hộ nghèo")


def test_one_letter_is_not_searched(client: Client, cast: Cast, province: Province) -> None:
    assert "hai chữ cái" in find(client, cast.chi, "a")


def test_typed_text_is_not_trusted(client: Client, cast: Cast, province: Province) -> None:
    assert "<script>" not in find(client, cast.chi, "<script>alert(1)</script>").split("<main")[1]
