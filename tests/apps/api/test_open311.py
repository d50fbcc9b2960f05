"""GeoReport v2 at its addresses: discovery, services, definition, POST, GET, tokens; XML and JSON."""

import json
from datetime import datetime
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.test import Client

from dondoc.feedback.actions.catalogue import Subject, add_service
from dondoc.feedback.models import Report, Service
from makers.api import make_program
from makers.feedback import TEXT, Ward, make_published, make_report, make_ward
from people import Cast

pytestmark = pytest.mark.django_db
V2 = "/api/open311/v2"
ATTRIBUTE = {
    "code": "PUDDLE", "datatype": "singlevaluelist", "required": True, "description": "Ngập sâu bao nhiêu?",
    "values": [{"key": "1", "name": "Đến mắt cá"}, {"key": "2", "name": "Đến đầu gối"}],
}  # fmt: skip


@pytest.fixture
def ward(cast: Cast) -> Ward:
    return make_ward(cast)


@pytest.fixture
def key(ward: Ward) -> str:
    return make_program()[1]


@pytest.fixture
def service(ward: Ward) -> Service:
    return Service.objects.filter(unit=ward.unit).order_by("order")[0]


def send(client: Client, key: str, service: Service, form: str = "json", **more: str) -> Any:
    given = {
        "api_key": key,
        "service_code": service.code,
        "description": TEXT,
        "lat": "22.667",
        "long": "104.467",
        **more,
    }
    return client.post(f"{V2}/requests.{form}", given)


def test_discovery_tells_where_and_in_which_formats(client: Client) -> None:
    root = ET.fromstring(client.get(f"{V2}/discovery.xml").content)
    assert root.tag == "discovery"
    assert (root.findtext("endpoints/endpoint/url") or "").endswith("/api/open311/v2")
    assert [one.text for one in root.findall("endpoints/endpoint/formats/format")] == ["text/xml", "application/json"]
    assert client.get(f"{V2}/discovery.json").json()["endpoints"][0]["type"] == "production"


def test_services_have_the_fields_of_the_specification(client: Client, ward: Ward) -> None:
    answer = client.get(f"{V2}/services.json")
    assert answer["Content-Type"] == "application/json; charset=utf-8"
    assert set(answer.json()[0]) == {
        "service_code",
        "service_name",
        "description",
        "metadata",
        "type",
        "keywords",
        "group",
    }
    root = ET.fromstring(client.get(f"{V2}/services.xml?jurisdiction_id={ward.unit.code}").content)
    assert {one.findtext("type") for one in root.findall("service")} == {"realtime"}
    assert client.get(f"{V2}/services.json?jurisdiction_id=khong-co").status_code == 404


def test_a_definition_is_told_and_its_attributes_demanded(client: Client, ward: Ward, key: str, now: datetime) -> None:
    one = add_service(ward.unit, subject=Subject("Ngập nước", attributes=[ATTRIBUTE]), by=None, at=now)
    told = client.get(f"{V2}/services/{one.code}.json").json()
    assert told["attributes"][0]["code"] == "PUDDLE"
    assert send(client, key, one).status_code == 400
    assert send(client, key, one, **{"attribute[PUDDLE]": "9"}).status_code == 400
    assert send(client, key, one, **{"attribute[PUDDLE]": "2"}).status_code == 200
    assert Report.objects.get().attributes == {"PUDDLE": "2"}


def test_a_request_is_sent_and_told_by_its_id_and_token(client: Client, key: str, service: Service) -> None:
    answer = send(client, key, service, first_name="Hoa", phone="0912345678")
    told = answer.json()[0]
    report = Report.objects.get()
    assert (told["service_request_id"], report.channel, report.service) == (report.code, "open311", service)
    one = client.get(f"{V2}/requests/{report.code}.json").json()[0]
    assert (one["status"], one["description"], one["service_code"]) == ("open", "", service.code)
    assert one["expected_datetime"]
    assert "0912345678" not in json.dumps(one)
    root = ET.fromstring(client.get(f"{V2}/tokens/{report.code}.xml").content)
    assert root.findtext("request/service_request_id") == root.findtext("request/token") == report.code


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"api_key": "sai"}, 403), ({"api_key": ""}, 403), ({"service_code": ""}, 400),
        ({"service_code": "khong-co"}, 404),
        ({"lat": "", "long": ""}, 400), ({"description": "ngắn"}, 400), ({"jurisdiction_id": "khong-co"}, 404),
        ({"description": "Tôi tố cáo ông A nhận tiền của dân"}, 400),
    ],
)  # fmt: skip
def test_refusals_have_their_code_in_both_formats(
    client: Client, key: str, service: Service, changes: dict[str, str], status: int
) -> None:
    answer = send(client, key, service, "json", **changes)
    assert (answer.status_code, answer.json()[0]["code"]) == (status, str(status))
    answer = send(client, key, service, "xml", **changes)
    assert ET.fromstring(answer.content).findtext("error/code") == str(status)
    assert Report.objects.count() == 0


def test_a_key_of_one_unit_opens_no_other_and_ends(client: Client, ward: Ward, service: Service, now: datetime) -> None:
    program, key = make_program(unit=ward.unit)
    assert send(client, key, service).status_code == 200
    program.ended_at = now
    program.save()
    assert send(client, key, service).status_code == 403


def test_sent_twice_with_its_key_it_is_one_request(client: Client, key: str, service: Service) -> None:
    first, second = (send(client, key, service, sent_key="a1").json()[0] for _ in range(2))
    assert first == second
    assert Report.objects.count() == 1


def test_an_address_of_a_picture_is_kept_and_never_fetched(client: Client, key: str, service: Service) -> None:
    send(client, key, service, media_url="http://169.254.169.254/latest/meta-data/")
    assert Report.objects.get().attributes["media_url"].startswith("http://169.254")
    assert Report.objects.get().photos.count() == 0


def test_published_ones_are_listed_by_status_days_and_subject(
    client: Client, ward: Ward, cast: Cast, service: Service, monkeypatch: pytest.MonkeyPatch, now: datetime
) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    make_published(ward, by=cast.lan, at=now, service=service)
    make_report(ward, at=now, text="Chưa công bố thì chưa kể cho ai nghe.")
    listed = client.get(f"{V2}/requests.json").json()
    assert [(one["status"], one["description"][:8]) for one in listed] == [("closed", TEXT[:8])]
    assert client.get(f"{V2}/requests.json?status=open").json() == []
    assert client.get(f"{V2}/requests.json?end_date=2026-01-01T00:00:00Z").json() == []
    assert client.get(f"{V2}/requests.json?start_date=hom-qua").status_code == 400
    assert len(client.get(f"{V2}/requests.json?service_code={service.code}").json()) == 1


def test_a_private_one_is_not_there(client: Client, ward: Ward, now: datetime) -> None:
    report = make_report(ward, at=now, channel="open311", is_private=True)
    for path in (f"requests/{report.code}.json", f"tokens/{report.code}.xml"):
        assert client.get(f"{V2}/{path}").status_code == 404
    assert client.get(f"{V2}/requests.json?service_request_id={report.code}").json() == []


def test_an_administrator_makes_a_key_that_is_shown_once(
    client: Client, cast: Cast, ward: Ward, service: Service
) -> None:
    client.force_login(cast.ha)
    page = client.post("/api/ung-dung/", {"name": "Cổng tỉnh", "unit": ward.unit.code}).content.decode()
    key = page.split("<p><b>")[1].split("<")[0]
    assert key not in client.get("/api/ung-dung/").content.decode()
    assert send(client, key, service).status_code == 200
    assert client.post("/api/ung-dung/", {"name": "Cổng", "unit": "khong-co"}).status_code == 422
