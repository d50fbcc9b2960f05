"""/lich/: due days of a month and the secret address."""

from datetime import datetime, timedelta

import pytest
from django.test import Client

from desk_province import Province, give_work
from dondoc.desk.models import AgencyFeed, CalendarFeed
from dondoc.units.models import Agency
from makers import make_member
from people import Cast

pytestmark = pytest.mark.usefixtures("frozen")


def make_address(client: Client) -> str:
    text = client.post("/lich/dia-chi/").content.decode()
    return text.split('<code class="address">')[1].split("</code>")[0].removeprefix("http://127.0.0.1:8000")


def test_a_month_shows_the_own_due_days(client: Client, cast: Cast, province: Province) -> None:
    client.force_login(cast.lan)
    assert province.owed_by(province.an_lac).code in client.get("/lich/").content.decode()
    assert province.owed_by(province.an_lac).code not in client.get("/lich/?thang=2026-03").content.decode()


def test_the_address_needs_no_sign_in_and_tells_the_own_days_alone(
    client: Client, cast: Cast, province: Province, now: datetime
) -> None:
    give_work(province, now, due_on=now.date() + timedelta(days=9), source="t2")
    client.force_login(cast.lan)
    address = make_address(client)
    response = Client().get(address)
    text = response.content.decode()
    assert response.headers["Content-Type"].startswith("text/calendar")
    assert text.count("BEGIN:VEVENT") == 2
    assert province.hoa_binh.name not in text


def test_a_new_address_ends_the_old_one(client: Client, cast: Cast, province: Province) -> None:
    client.force_login(cast.lan)
    first, second = make_address(client), make_address(client)
    assert Client().get(first).status_code == 404
    assert Client().get(second).status_code == 200
    client.post("/lich/dia-chi/", {"thoi": "1"})
    assert Client().get(second).status_code == 404


def test_the_address_is_kept_as_a_hash_alone(client: Client, cast: Cast) -> None:
    client.force_login(cast.lan)
    token = make_address(client).split("/")[-1].removesuffix(".ics")
    assert CalendarFeed.objects.get().token_hash != token
    assert "EVENT" not in Client().get(f"/lich/{token}.ics").content.decode()


def test_an_address_of_a_closed_account_is_gone(client: Client, cast: Cast) -> None:
    client.force_login(cast.lan)
    address = make_address(client)
    cast.lan.is_active = False
    cast.lan.save()
    assert Client().get(address).status_code == 404


def agency_address(client: Client, code: str) -> str:
    text = client.post("/lich/dia-chi/", {"co-quan": code}).content.decode()
    return text.split('<code class="address">')[1].split("</code>")[0].removeprefix("http://127.0.0.1:8000")


def test_the_head_makes_an_address_for_the_agency(
    client: Client, cast: Cast, province: Province, now: datetime
) -> None:
    give_work(province, now, due_on=now.date() + timedelta(days=9), source="t2")
    make_member(cast.lan, province.an_lac, "head")
    client.force_login(cast.lan)
    address = agency_address(client, province.an_lac.code)
    text = Client().get(address).content.decode()
    assert text.count("BEGIN:VEVENT") == 2
    assert "UBND" in text.split("X-WR-CALNAME:")[1].split("\r\n")[0]
    client.post("/lich/dia-chi/", {"co-quan": province.an_lac.code, "thoi": "1"})
    assert Client().get(address).status_code == 404


def test_an_officer_or_another_head_makes_none(client: Client, cast: Cast, province: Province) -> None:
    client.force_login(cast.lan)
    assert "Lịch chung của cơ quan" not in client.get("/lich/").content.decode()
    assert client.post("/lich/dia-chi/", {"co-quan": province.an_lac.code}).status_code == 404
    client.force_login(cast.chi)
    assert client.post("/lich/dia-chi/", {"co-quan": province.an_lac.code}).status_code == 404
    assert not AgencyFeed.objects.exists()


def test_the_address_of_an_agency_outlives_who_made_it_and_not_the_agency(
    client: Client, cast: Cast, province: Province, now: datetime
) -> None:
    make_member(cast.lan, province.an_lac, "head")
    client.force_login(cast.lan)
    address = agency_address(client, province.an_lac.code)
    cast.lan.is_active = False
    cast.lan.save()
    assert Client().get(address).status_code == 200
    Agency.objects.filter(pk=province.an_lac.pk).update(valid_to=now.date())
    assert Client().get(address).status_code == 404
