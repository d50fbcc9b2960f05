"""What the specification's examples say, in both formats."""

import json
from datetime import datetime
from xml.etree import ElementTree as ET

from dondoc.api.rules.open311 import Document, Items, errors, moment, read_moment, written

# The example of a POST in the specification: GeoReport v2, "POST Service Request".
CREATED = Document(
    "service_requests",
    [{"service_request_id": "293944", "service_notice": "The City will inspect", "account_id": None}],
    "request",
)
# "GET Service Definition", with one attribute and two values.
DEFINITION = Document(
    "service_definition",
    [
        {
            "service_code": "DMV66",
            "attributes": Items(
                "attribute",
                [
                    {
                        "variable": True,
                        "code": "WHISHETN",
                        "datatype": "singlevaluelist",
                        "required": True,
                        "order": 1,
                        "description": "What is the ticket/tag/DL number?",
                        "values": Items("value", [{"key": "123", "name": "Ford"}, {"key": "124", "name": "Chrysler"}]),
                    }
                ],
            ),
        }
    ],
)


def test_a_created_request_in_xml() -> None:
    text = written(CREATED, "xml")
    assert text.startswith(b'<?xml version="1.0" encoding="utf-8"?>')
    root = ET.fromstring(text)
    assert root.tag == "service_requests"
    assert root.findtext("request/service_request_id") == "293944"
    assert root.find("request/account_id") is not None
    assert not root.findtext("request/account_id")


def test_a_created_request_in_json() -> None:
    assert json.loads(written(CREATED, "json")) == [
        {"service_request_id": "293944", "service_notice": "The City will inspect", "account_id": None}
    ]


def test_a_definition_in_xml_has_its_lists() -> None:
    root = ET.fromstring(written(DEFINITION, "xml"))
    assert root.findtext("service_code") == "DMV66"
    attribute = root.find("attributes/attribute")
    assert attribute is not None
    assert (attribute.findtext("variable"), attribute.findtext("required"), attribute.findtext("order")) == (
        "true",
        "true",
        "1",
    )
    assert [value.findtext("name") for value in attribute.findall("values/value")] == ["Ford", "Chrysler"]


def test_a_definition_in_json_is_one_thing() -> None:
    told = json.loads(written(DEFINITION, "json"))
    assert told["attributes"][0]["values"] == [{"key": "123", "name": "Ford"}, {"key": "124", "name": "Chrysler"}]
    assert told["attributes"][0]["required"] is True


def test_errors_look_as_specified() -> None:
    root = ET.fromstring(written(errors(403, "Invalid api_key received"), "xml"))
    assert (root.tag, root.findtext("error/code")) == ("errors", "403")
    assert json.loads(written(errors(400, "x"), "json")) == [{"code": "400", "description": "x"}]


def test_text_cannot_break_the_document() -> None:
    row = {"description": "</description><script>\x00\x0b]]>&amp;\ud800"}
    root = ET.fromstring(written(Document("service_requests", [row], "request"), "xml"))
    assert root.findtext("request/description") == "</description><script>]]>&amp;"


def test_moments_have_their_zone() -> None:
    assert moment(datetime.fromisoformat("1994-11-05T08:15:30-05:00")) == "1994-11-05T13:15:30Z"
    assert read_moment("1994-11-05T13:15:30Z") == datetime.fromisoformat("1994-11-05T08:15:30-05:00")
    assert read_moment("1994-11-05T13:15:30") is None
    assert read_moment("hôm qua") is None
