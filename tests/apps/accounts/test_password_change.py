"""Changing one's password."""

from datetime import datetime

import pytest
from django.test import Client

from dondoc.accounts.actions.user import reset_password
from people import PASSWORD, Cast, signed_in

URL = "/tai-khoan/mat-khau/"
NEW = "mưa rào tháng bảy"


def test_it_needs_the_present_one(cast: Cast) -> None:
    response = signed_in("lan.nt").post(URL, {"old": "sai", "new": NEW, "again": NEW})
    assert response.status_code == 422
    assert "Mật khẩu hiện tại không đúng" in response.content.decode()


def test_it_ends_the_other_sessions_and_keeps_this_one(cast: Cast) -> None:
    here, there = signed_in("lan.nt"), signed_in("lan.nt")
    assert here.post(URL, {"old": PASSWORD, "new": NEW, "again": NEW}).status_code == 302
    assert [client.get("/tai-khoan/").status_code for client in (here, there)] == [200, 302]


@pytest.mark.parametrize(
    "new", ["ngắn", "nguyenthilan1", "Matkhau@2026", "0912345678", "1234567890", "qwertyuiop", "aaaaaaaaaaaa"]
)
def test_a_weak_one_is_refused_with_the_reason(cast: Cast, new: str) -> None:
    response = signed_in("lan.nt").post(URL, {"old": PASSWORD, "new": new, "again": new})
    assert response.status_code == 422
    cast.lan.refresh_from_db()
    assert cast.lan.check_password(PASSWORD)


def test_two_that_differ_are_refused(cast: Cast) -> None:
    response = signed_in("lan.nt").post(URL, {"old": PASSWORD, "new": NEW, "again": NEW + "x"})
    assert "Hai lần nhập khác nhau" in response.content.decode()


def test_a_given_password_must_be_changed_before_anything_else(cast: Cast, client: Client, now: datetime) -> None:
    given = reset_password(cast.lan, by=cast.ha, at=now)
    client.post("/tai-khoan/dang-nhap/", {"identity": "lan.nt", "password": given})
    assert client.get("/")["Location"] == URL
    client.post(URL, {"old": given, "new": NEW, "again": NEW})
    assert client.get("/").status_code == 200
