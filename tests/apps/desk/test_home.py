"""/: a leader's page, or the own work; the briefing; the demo's document."""

from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from desk_province import Province
from dondoc.duties.actions.obligation import settle
from people import Cast

pytestmark = pytest.mark.usefixtures("frozen")


def test_an_officer_is_led_to_the_own_work(client: Client, cast: Cast, province: Province) -> None:
    client.force_login(cast.lan)
    assert client.get("/").headers["Location"] == "/viec-cua-toi/"


def test_a_leader_sees_what_to_decide_and_who_is_slow(client: Client, cast: Cast, province: Province) -> None:
    client.force_login(cast.chi)
    text = client.get("/").content.decode()
    assert text.index("Cần quyết định") < text.index("Cần biết")
    assert "Xã An Lạc" in text
    assert "Xã Hòa Bình" in text


def test_a_lead_sees_what_waits_for_a_yes(client: Client, cast: Cast, province: Province, now: datetime) -> None:
    from makers import make_member

    make_member(cast.minh, province.department, "head")
    one = province.owed_by(province.an_lac)
    settle(one, by=cast.lan, at=now, text="Đã niêm yết.", claimed=True)
    client.force_login(cast.minh)
    text = client.get("/").content.decode()
    assert "Chờ xác nhận: 1 việc" in text
    assert one.code in text


def test_the_briefing_is_for_leaders(client: Client, cast: Cast, province: Province) -> None:
    client.force_login(cast.lan)
    assert client.get("/ban-tin/").status_code == 404
    client.force_login(cast.chi)
    assert "Bản tin đôn đốc ngày 10/11/2026" in client.get("/ban-tin/").content.decode()


def test_who_has_no_role_is_told_what_comes_first(client: Client, cast: Cast) -> None:
    client.force_login(cast.lan)
    assert "chưa được giao vai trò" in client.get("/").content.decode()
    client.force_login(cast.ha)
    assert "quản trị hệ thống" in client.get("/").content.decode()


def test_the_document_to_upload_is_there_in_demo_alone(client: Client, cast: Cast, settings: Any) -> None:
    client.force_login(cast.lan)
    address = "/ban-dung-thu/ke-hoach-mau.docx"
    assert client.get(address).status_code == 404
    settings.DEMO = True
    assert client.get(address).content.startswith(b"PK")
