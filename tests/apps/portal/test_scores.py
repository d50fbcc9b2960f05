"""Results for the public: what was published, whose it is, and nothing where the unit keeps it closed."""

import pytest
from django.test import Client
from django.urls import reverse

from dondoc.portal.rules.openings import Part
from makers import make_unit
from makers.portal import make_open_unit

pytestmark = pytest.mark.django_db


def test_a_province_shows_its_newest_result(client: Client) -> None:
    unit = make_open_unit(make_unit("Hà Giang", code="P02"))
    shown = client.get(reverse("portal-scores", args=[unit.code]) + "?nam=2023").content.decode()
    assert "11/61" in shown


def test_a_merged_province_shows_those_that_went_up_in_it(client: Client) -> None:
    unit = make_open_unit(make_unit("Lào Cai", code="P15.250701"))
    shown = client.get(reverse("portal-scores", args=[unit.code])).content.decode()
    assert "<caption>Yên Bái</caption>" in shown
    assert "<caption>Lào Cai (đến 30/6/2025)</caption>" in shown


def test_a_commune_points_to_its_province(client: Client) -> None:
    province = make_unit("Hà Giang", code="P02")
    unit = make_open_unit(make_unit("An Lạc", level="commune", parent=province))
    shown = client.get(reverse("portal-scores", args=[unit.code])).content.decode()
    assert reverse("portal-unit", args=["P02"]) in shown


def test_closed_results_are_not_found(client: Client) -> None:
    unit = make_open_unit(make_unit("Hà Giang", code="P02"), parts=[Part.PLAN])
    assert client.get(reverse("portal-scores", args=[unit.code])).status_code == 404
