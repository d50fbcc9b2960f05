"""The front of the portal: only what is open is there, for anybody, without an account."""

from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse

from desk_province import make_province
from dondoc.portal.models import Opening
from dondoc.portal.rules.openings import Part
from dondoc.records.models import AuditEntry
from makers import make_member, make_plan, make_unit
from makers.portal import make_open_unit
from people import Cast

pytestmark = pytest.mark.django_db


def test_a_closed_unit_is_not_found(client: Client) -> None:
    unit = make_unit("Hòa Bình", level="commune")
    assert client.get(reverse("portal-unit", args=[unit.code])).status_code == 404
    assert "Hòa Bình" not in client.get(reverse("portal")).content.decode()


def test_units_are_found_without_marks(client: Client) -> None:
    make_open_unit(make_unit("Đồng Tiến", level="commune"))
    make_open_unit(make_unit("Bình Thuận", level="commune"))
    shown = client.get(reverse("portal") + "?tim=dong+tien").content.decode()
    assert "Đồng Tiến" in shown
    assert "Bình Thuận" not in shown


def test_what_is_not_opened_is_not_told(client: Client, cast: Cast, now: datetime) -> None:
    province = make_province(cast, now)
    make_open_unit(province.unit, parts=[Part.PLAN])
    shown = client.get(reverse("portal-unit", args=[province.unit.code])).content.decode()
    assert "quá hạn" not in shown
    make_open_unit(province.unit, parts=[Part.PROGRESS])
    shown = client.get(reverse("portal-unit", args=[province.unit.code])).content.decode()
    assert "3</b> <span>việc quá hạn" in shown, "two communes and the confirmation of their lead"


def test_a_draft_is_not_public(client: Client, cast: Cast, now: datetime) -> None:
    province = make_province(cast, now)
    plan = make_plan(province.committee, by=cast.chi)
    make_open_unit(province.unit)
    assert plan.title not in client.get(reverse("portal-plans", args=[province.unit.code])).content.decode()
    assert client.get(reverse("portal-plan", args=[province.unit.code, plan.code])).status_code == 404


def test_the_head_opens_and_closes(client: Client, cast: Cast, now: datetime) -> None:
    province = make_province(cast, now)
    client.force_login(cast.chi)
    address = reverse("portal-opening", args=[province.unit.code])
    client.post(address, {"parts": ["plan", "progress"]})
    assert set(Opening.objects.values_list("part", flat=True)) == {"page", "plan", "progress"}
    client.post(address, {"parts": ["plan"]})
    assert set(Opening.objects.values_list("part", flat=True)) == {"page", "plan"}
    assert AuditEntry.objects.filter(verb="open_parts").count() == 2


def test_an_officer_does_not_open(client: Client, cast: Cast, now: datetime) -> None:
    province = make_province(cast, now)
    make_member(cast.tung, province.an_lac)
    client.force_login(cast.tung)
    assert client.get(reverse("portal-opening", args=[province.an_lac.unit.code])).status_code == 404


def test_large_letters_and_contrast_are_remembered(client: Client) -> None:
    client.post(reverse("portal-display"), {"doi": "to", "next": "/cong/"})
    client.post(reverse("portal-display"), {"doi": "dam", "next": "/cong/"})
    assert 'class="public large strong"' in client.get("/cong/").content.decode()
    client.post(reverse("portal-display"), {"doi": "to"})
    assert 'class="public strong"' in client.get("/cong/").content.decode()


def test_the_way_back_never_leads_elsewhere(client: Client) -> None:
    assert client.post(reverse("portal-display"), {"next": "https://example.org/"}).headers["Location"] == "/cong/"


def test_a_public_page_is_light(client: Client) -> None:
    unit = make_open_unit()
    shown = client.get(reverse("portal-unit", args=[unit.code]))
    assert "htmx" not in shown.content.decode().split("</head>")[0].split("htmx-config")[1].split(">", 1)[1]
    assert len(shown.content) < 20_000
