"""/lich/: due days of a month and the secret address."""

from datetime import datetime, timedelta

import pytest
from django.test import Client

from desk_province import Province, give_work
from dondoc.desk.models import CalendarFeed
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
