"""One click without a password: in demo mode, from this machine, and nowhere else."""

from typing import Any

import pytest
from django.test import Client

from people import Cast


def test_it_does_not_exist_outside_demo(cast: Cast, client: Client) -> None:
    assert client.post(f"/tai-khoan/dung-thu/{cast.lan.code}/").status_code == 404


def test_one_click_in_demo(cast: Cast, client: Client, settings: Any) -> None:
    settings.DEMO = True
    assert cast.lan.full_name in client.get("/tai-khoan/dang-nhap/").content.decode()
    assert client.post(f"/tai-khoan/dung-thu/{cast.lan.code}/").status_code == 302
    assert client.session["_auth_user_id"] == str(cast.lan.pk)


@pytest.mark.parametrize("origin", [{"REMOTE_ADDR": "10.1.2.3"}, {"HTTP_X_FORWARDED_FOR": "127.0.0.1"}])
def test_not_from_elsewhere_nor_through_a_proxy(
    cast: Cast, client: Client, settings: Any, origin: dict[str, str]
) -> None:
    settings.DEMO = True
    response = client.post(f"/tai-khoan/dung-thu/{cast.lan.code}/", **origin)  # type: ignore[arg-type]
    assert response.status_code == 422
    assert "_auth_user_id" not in client.session
