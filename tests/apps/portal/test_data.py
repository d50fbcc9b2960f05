"""Open data over the web: only of parts that are open, with a row for each thing."""

import csv
import json
from datetime import date, datetime
from io import StringIO
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from apps.plans.making import issue_plan_of, make_province, read_plan_of
from dondoc.portal.rules.openings import Part
from makers.portal import make_open_unit
from people import Cast

pytestmark = pytest.mark.django_db
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def test_closed_data_is_not_found(client: Client) -> None:
    unit = make_open_unit(parts=[Part.PLAN])
    for name, more in (("portal-data", []), ("portal-dcat", []), ("portal-table", ["ke-hoach"])):
        assert client.get(reverse(name, args=[unit.code, *more])).status_code == 404


def test_a_table_of_a_closed_part_is_not_found(client: Client) -> None:
    unit = make_open_unit(parts=[Part.PLAN, Part.OPEN_DATA])
    assert client.get(reverse("portal-table", args=[unit.code, "ke-hoach"])).status_code == 200
    assert client.get(reverse("portal-table", args=[unit.code, "tien-do"])).status_code == 404
    told = json.loads(client.get(reverse("portal-dcat", args=[unit.code])).content)
    assert [one["dct:title"] for one in told["dcat:dataset"]] == [
        "Kế hoạch đã ban hành",
        "Phản ánh, câu hỏi đã trả lời và công bố",
        "Nội dung đã công khai",
        "Sổ đóng góp tự nguyện",
        "Đối thoại với Nhân dân, việc đã hứa",
    ]


def test_a_plan_is_a_row_with_its_tasks(client: Client, cast: Cast, now: datetime) -> None:
    province = make_province(cast)
    plan = read_plan_of(province, by=cast.ha, at=now)
    issue_plan_of(plan, province, cast, at=now, issued_on=date(2026, 10, 12))
    make_open_unit(plan.unit)
    rows = _rows(client, plan.unit.code, "ke-hoach")
    assert [(row["ma"], row["nam"]) for row in rows] == [(plan.code, str(plan.year))]
    tasks = _rows(client, plan.unit.code, "tien-do")
    assert [row["nhiem_vu"] for row in tasks] == [
        task.code for task in sorted(plan.tasks.all(), key=lambda one: (one.section or 99, one.order))
    ]


def _rows(client: Client, code: str, key: str) -> list[dict[str, str]]:
    content = client.get(reverse("portal-table", args=[code, key])).content.decode("utf-8-sig")
    return list(csv.DictReader(StringIO(content)))


def test_what_is_new_is_read_by_programs(client: Client, cast: Cast, now: datetime) -> None:
    province = make_province(cast)
    plan = read_plan_of(province, by=cast.ha, at=now)
    issue_plan_of(plan, province, cast, at=now, issued_on=date(2026, 10, 12))
    make_open_unit(plan.unit, parts=[Part.PLAN])
    address = reverse("portal-feed", args=[plan.unit.code])
    (entry,) = ElementTree.fromstring(client.get(address).content).findall("a:entry", ATOM)
    assert entry.findtext("a:title", namespaces=ATOM) == f"Kế hoạch: {plan.title}"
    assert str(entry.findtext("a:id", namespaces=ATOM)).endswith(
        reverse("portal-plan", args=[plan.unit.code, plan.code])
    )


def test_a_closed_part_is_no_news(client: Client, cast: Cast, now: datetime) -> None:
    province = make_province(cast)
    plan = read_plan_of(province, by=cast.ha, at=now)
    issue_plan_of(plan, province, cast, at=now, issued_on=date(2026, 10, 12))
    make_open_unit(plan.unit, parts=[Part.SCORES])
    content = client.get(reverse("portal-feed", args=[plan.unit.code])).content
    assert ElementTree.fromstring(content).findall("a:entry", ATOM) == []


def test_tables_are_described_in_english_and_their_files_stay(client: Client) -> None:
    unit = make_open_unit(parts=[Part.PLAN, Part.OPEN_DATA])
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    page = client.get(reverse("portal-data", args=[unit.code])).content.decode()
    assert "Subject of the document" in page
    assert "Trích yếu" not in page
    assert client.get(reverse("portal-table", args=[unit.code, "ke-hoach"]))["Content-Language"] == "vi"
