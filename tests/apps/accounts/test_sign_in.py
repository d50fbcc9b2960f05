"""The sign-in page."""

from datetime import datetime, timedelta

import pytest
from django.http import HttpResponse
from django.test import Client

from dondoc.accounts.actions.user import deactivate_user
from dondoc.accounts.models import SignInFailure, UserSession
from dondoc.records.models import AuditEntry
from people import PASSWORD, Cast

URL = "/tai-khoan/dang-nhap/"


def enter(client: Client, identity: str, password: str = PASSWORD, **more: str) -> HttpResponse:
    return client.post(URL, {"identity": identity, "password": password, **more})  # type: ignore[return-value]


@pytest.mark.parametrize(
    "identity", ["lan.nt", " LAN.NT ", "Lan@anlac.gov.vn", "0912345678", "+84 912 345 678", "0912.345.678"]
)
def test_login_name_mail_and_phone_all_lead_in(cast: Cast, client: Client, identity: str) -> None:
    assert enter(client, identity, next="/tai-khoan/")["Location"] == "/tai-khoan/"
    assert client.session["_auth_user_id"] == str(cast.lan.pk)


def test_it_leaves_a_trace_and_a_session_with_its_origin(cast: Cast, client: Client) -> None:
    client.post(URL, {"identity": "lan.nt", "password": PASSWORD}, headers={"User-Agent": "Chrome/130 Windows NT"})
    row = UserSession.objects.get(user_id=cast.lan.pk)
    assert (row.address, row.agent) == ("127.0.0.1", "Chrome/130 Windows NT")
    assert AuditEntry.objects.filter(verb="sign_in", actor_id=cast.lan.pk).count() == 1


def test_a_wrong_password_does_not_tell_whether_the_account_exists(cast: Cast, client: Client) -> None:
    known, unknown = enter(client, "lan.nt", "sai"), enter(client, "khong.co", "sai")
    assert known.status_code == unknown.status_code == 422
    for response in (known, unknown):
        assert "Tên đăng nhập hoặc mật khẩu không đúng" in response.content.decode()
    assert 'value="lan.nt"' in known.content.decode()


def test_five_wrong_ones_lock_the_account_and_say_until_when(cast: Cast, client: Client) -> None:
    for _ in range(4):
        enter(client, "lan.nt", "sai")
    assert "tạm khóa" in enter(client, "lan.nt", "sai").content.decode()
    response = enter(client, "LAN.NT")
    assert "Mở lại lúc" in response.content.decode()
    assert enter(client, "minh.tv").status_code == 302


def test_an_account_that_does_not_exist_locks_the_same(db: None, client: Client) -> None:
    bodies = [enter(client, "khong.co", "sai").content.decode() for _ in range(5)]
    assert "tạm khóa" in bodies[-1]


def test_many_wrong_ones_from_one_address_lock_the_address(cast: Cast, client: Client) -> None:
    for i in range(30):
        enter(client, f"nguoi.{i}", "sai")
    assert "Địa chỉ mạng này" in enter(client, "lan.nt").content.decode()


def test_success_forgets_the_failures(cast: Cast, client: Client) -> None:
    for _ in range(4):
        enter(client, "lan.nt", "sai")
    enter(client, "lan.nt")
    assert not SignInFailure.objects.exists()


def test_a_closed_account_does_not_enter(cast: Cast, client: Client, now: datetime) -> None:
    client.force_login(cast.lan)
    deactivate_user(cast.lan, by=cast.ha, at=now)
    assert client.get("/tai-khoan/").status_code == 302
    assert enter(client, "lan.nt").status_code == 422


@pytest.mark.parametrize("wanted", ["https://xau.vn/", "//xau.vn", "javascript:alert(1)"])
def test_it_leads_to_our_own_pages_alone(cast: Cast, client: Client, wanted: str) -> None:
    assert enter(client, "lan.nt", next=wanted)["Location"] == "/"


def test_a_new_session_gets_a_new_key(cast: Cast, client: Client) -> None:
    client.get(URL)
    session = client.session
    session["x"] = 1
    session.save()
    before = session.session_key
    enter(client, "lan.nt")
    assert client.session.session_key != before


def test_signing_out_ends_the_session(cast: Cast, client: Client, now: datetime) -> None:
    enter(client, "lan.nt")
    client.post("/tai-khoan/dang-xuat/")
    assert not UserSession.objects.filter(user_id=cast.lan.pk, expire_date__gt=now - timedelta(days=9999)).exists()
    assert client.get("/tai-khoan/").status_code == 302
