"""Templates of a unit's official documents."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from docx import Document

from dondoc.records.models import AuditEntry
from dondoc.units.models import Agency, PaperTemplate
from dondoc.units.queries.papers import letterhead_of, template_of, written
from dondoc.web.papers import WORD, Kind, Paper, Paragraph, Signature, default_template
from makers import make_agency, make_member, make_unit
from people import Cast

pytestmark = pytest.mark.django_db


def changed(words: str, *, drop: str = "") -> bytes:
    document = Document(BytesIO(default_template(Kind.REPORT)))
    document.add_paragraph(words)
    for line in document.paragraphs:
        if drop and drop in line.text:
            line.runs[0].text = ""
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


@pytest.fixture
def committee(cast: Cast) -> Agency:
    agency = make_agency(make_unit("An Lạc", level="commune", kind="phường"))
    make_member(cast.lan, agency, "committee")
    return agency


def upload(client: Client, agency: Agency, content: bytes) -> object:
    address = reverse("paper-templates", args=[agency.unit.code])
    file = SimpleUploadedFile("mau.docx", content, content_type=WORD)
    return client.post(address, {"kind": "REPORT", "file": file, "_once": "1"})


def said(agency: Agency) -> str:
    head = letterhead_of(agency)
    paper = Paper(
        Kind.REPORT, head.issuer, head.symbol, head.place, "Kết quả", (Paragraph("Hết."),), Signature(head.head_post)
    )
    return "\n".join(line.text for line in Document(BytesIO(written(agency, paper))).paragraphs)


def test_what_a_unit_uploads_is_what_it_writes_on(cast: Cast, committee: Agency, client: Client) -> None:
    client.force_login(cast.lan)
    assert "Bản của phường" not in said(committee)
    response = upload(client, committee, changed("Bản của phường"))
    assert response.status_code == 302
    assert "Bản của phường" in said(committee)
    page = client.get(reverse("paper-templates", args=[committee.unit.code])).content.decode()
    assert "mẫu của đơn vị" in page
    served = client.get(reverse("paper-template", args=[committee.unit.code, "REPORT"]))
    assert b"".join(served.streaming_content) == template_of(committee.unit_id, Kind.REPORT)
    assert AuditEntry.objects.filter(verb="take_template").count() == 1


def test_the_next_one_takes_its_place_and_ours_comes_back(cast: Cast, committee: Agency, client: Client) -> None:
    client.force_login(cast.lan)
    upload(client, committee, changed("Bản một"))
    file = SimpleUploadedFile("mau.docx", changed("Bản hai"), content_type=WORD)
    client.post(reverse("paper-templates", args=[committee.unit.code]), {"kind": "REPORT", "file": file, "_once": "2"})
    assert PaperTemplate.objects.count() == 1
    assert "Bản hai" in said(committee)
    client.post(reverse("paper-template-drop", args=[committee.unit.code, "REPORT"]), {"_once": "3"})
    assert template_of(committee.unit_id, Kind.REPORT) is None


def test_one_that_would_lose_something_is_refused_with_what_is_missing(
    cast: Cast, committee: Agency, client: Client
) -> None:
    client.force_login(cast.lan)
    response = upload(client, committee, changed("", drop="noi_dung"))
    assert response.status_code == 422
    assert "thiếu trường {{noi_dung}} (toàn bộ nội dung)" in response.content.decode()
    assert not PaperTemplate.objects.exists()


def test_an_unknown_kind_is_not_there(cast: Cast, committee: Agency, client: Client) -> None:
    client.force_login(cast.lan)
    assert client.get(reverse("paper-template", args=[committee.unit.code, "POEM"])).status_code == 404


def set_symbol(client: Client, agency: Agency, symbol: str, key: str = "1") -> str:
    address = reverse("paper-symbols", args=[agency.unit.code])
    response = client.post(address, {"agency": agency.code, "symbol": symbol, "_once": key})
    return response.content.decode()


def symbol_in(agency: Agency) -> str:
    return letterhead_of(Agency.objects.select_related("unit").get(pk=agency.pk)).symbol


def test_an_agency_writes_its_own_symbol_until_it_gives_it_up(cast: Cast, committee: Agency, client: Client) -> None:
    client.force_login(cast.lan)
    office = make_agency(committee.unit, name="Phòng Kinh tế", kind="phong-kinh-te")
    assert symbol_in(office) == "KT"
    set_symbol(client, office, " UBND - KT ")
    assert symbol_in(office) == "UBND-KT"
    assert symbol_in(committee) == "UBND"
    page = client.get(reverse("paper-symbols", args=[committee.unit.code])).content.decode()
    assert "UBND-KT" in page
    assert "cơ quan tự đặt" in page
    set_symbol(client, office, "", key="2")
    assert symbol_in(office) == "KT"
    entries = AuditEntry.objects.filter(verb="set_symbol").order_by("pk")
    assert [(one.before, one.after) for one in entries] == [
        ({"symbol": ""}, {"symbol": "UBND-KT"}),
        ({"symbol": "UBND-KT"}, {"symbol": ""}),
    ]


@pytest.mark.parametrize(
    ("symbol", "said"), [("BC-KT", "bỏ “BC-”"), ("KT/2026", "chữ, số và gạch nối"), ("-", "chữ, số")]
)
def test_a_symbol_that_would_not_be_one_is_refused_and_stays_in_the_field(
    cast: Cast, committee: Agency, client: Client, symbol: str, said: str
) -> None:
    client.force_login(cast.lan)
    page = set_symbol(client, committee, symbol)
    assert said in page
    assert f'value="{symbol}"' in page
    assert symbol_in(committee) == "UBND"


def test_an_agency_of_another_unit_keeps_its_symbol(cast: Cast, committee: Agency, client: Client) -> None:
    other = make_agency(make_unit("Hòa Bình", level="commune", kind="xã"))
    client.force_login(cast.lan)
    address = reverse("paper-symbols", args=[committee.unit.code])
    response = client.post(address, {"agency": other.code, "symbol": "X", "_once": "1"})
    assert response.status_code == 422
    assert client.get(reverse("paper-symbols", args=[other.unit.code])).status_code == 404
    assert symbol_in(other) == "UBND"
