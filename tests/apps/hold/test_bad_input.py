"""Bad input gets a page that says what is wrong, keeps what was typed, and changes nothing."""

from datetime import UTC, date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from apps.plans.making import Province, make_province, plan_docx, read_plan_of
from dondoc.accounts.models import User
from dondoc.duties.actions.evidence import Proof
from dondoc.duties.actions.obligation import settle
from dondoc.duties.models import Evidence, Obligation
from dondoc.plans.models import Plan, TaskAgency
from dondoc.plans.queries.blockers import blockers
from dondoc.records.actions.files import attach_file
from dondoc.records.models import AuditEntry, StoredFile
from dondoc.toolkit.errors import BadInput
from dondoc.units.actions.agency import end_agency
from dondoc.units.actions.group import choose_members
from dondoc.units.actions.membership import grant_role, invite_to_role
from makers import make_agency, make_group, make_obligations
from people import Cast, signed_in

pytestmark = pytest.mark.django_db
WORDS = "Đã niêm yết tại nhà văn hóa ba thôn"


@pytest.fixture
def province(cast: Cast) -> Province:
    return make_province(cast)


@pytest.fixture
def owed(province: Province) -> Obligation:
    return make_obligations(province.unit, [("execute", province.commune)])[0]


@pytest.fixture
def lan(owed: Obligation) -> Client:
    return signed_in("lan.nt")


def settled(client: Client, one: Obligation, **more: object) -> tuple[int, str]:
    answer = client.post(f"/viec/{one.code}/", {"version": one.version, "text": WORDS, **more})
    return answer.status_code, answer.content.decode()


@pytest.mark.parametrize("day", ["31/02/2026", "2026-13-01", "hôm qua", "0000-00-00", "99999-01-01", "01/01/3026"])
def test_a_wrong_day_is_refused_and_the_words_stay(lan: Client, owed: Obligation, day: str) -> None:
    status, page = settled(lan, owed, number="12/BC-UBND", dated_on=day)
    assert status == 422
    assert WORDS in page
    assert "12/BC-UBND" in page
    assert day in page
    assert not Evidence.objects.exists()


@pytest.mark.parametrize("content", [b"MZ\x90\x00 a program", b"#!/bin/sh\nrm -rf /", b"", b"\x7fELF\x02\x01"])
def test_a_foreign_file_is_refused_and_the_words_stay(lan: Client, owed: Obligation, content: bytes) -> None:
    status, page = settled(lan, owed, uploads=SimpleUploadedFile("bao-cao.pdf", content))
    assert status == 422
    assert WORDS in page
    owed.refresh_from_db()
    assert owed.state == "open"
    assert not StoredFile.objects.exists()
    assert not AuditEntry.objects.filter(verb="settle").exists()


def test_a_file_over_the_limit_is_refused_and_the_words_stay(lan: Client, owed: Obligation, settings: object) -> None:
    settings.MAX_UPLOAD_BYTES = 2 * 1024 * 1024  # type: ignore[attr-defined]
    large = SimpleUploadedFile("anh.pdf", b"%PDF-1.7 " + b"x" * (2 * 1024 * 1024))
    status, page = settled(lan, owed, uploads=large)
    assert status == 422
    assert WORDS in page
    assert "lớn hơn 2 MB" in page


def test_a_huge_body_is_refused_unread(lan: Client, owed: Obligation, settings: object) -> None:
    settings.MAX_UPLOAD_BYTES = 1024 * 1024  # type: ignore[attr-defined]
    status, page = settled(lan, owed, uploads=SimpleUploadedFile("anh.pdf", b"%PDF-1.7 " + b"x" * (3 * 1024 * 1024)))
    assert status == 413
    assert "tối đa 1 MB" in page
    assert "chưa có gì được ghi" in page


@pytest.mark.parametrize("version", ["", "0", "-1", "abc", "9" * 30])
def test_a_version_that_is_none_is_no_fault_of_ours(lan: Client, owed: Obligation, version: str) -> None:
    status, page = settled(lan, owed, claimed="on", version=version)
    assert status in (409, 422)
    assert WORDS in page


@pytest.mark.parametrize("number", ["-1", "1e400", "NaN", "Infinity", "một trăm", "9" * 40])
def test_a_number_that_is_none_is_refused(cast: Cast, province: Province, number: str) -> None:
    target = {"text": "100% hộ", "parts": [{"op": "=", "value": 100, "unit": "%", "scope": "hộ nghèo"}]}
    one = make_obligations(province.unit, [("execute", province.commune)], targets=[target])[0]
    status, page = settled(signed_in("lan.nt"), one, claimed="on", n0=number, d0="10")
    assert status == 422
    assert WORDS in page


@pytest.mark.parametrize("day", ["31/02/2026", "mai", "2026-99-99", "01/01/1900", "01/01/2990"])
def test_a_plan_is_not_approved_on_a_wrong_day(cast: Cast, province: Province, now: datetime, day: str) -> None:
    plan = read_plan_of(province, by=cast.ha, at=now)
    Plan.objects.filter(pk=plan.pk).update(state="submitted")
    fields = {"number": "77", "symbol": "KH-UBND", "issued_on": day, "signer": "Phạm Quỳnh Chi"}
    answer = signed_in("chi.pq").post(f"/ke-hoach/{plan.code}/duyet/", fields)
    assert answer.status_code == 422
    assert 'value="77"' in answer.content.decode()
    plan.refresh_from_db()
    assert plan.state == "submitted"


def test_a_list_of_units_without_its_day_is_refused(cast: Cast, client: Client, now: datetime) -> None:
    User.objects.filter(pk=cast.ha.pk).update(is_administrator=True)
    kept = attach_file([b"ma,ten\n1,Minh"], name="don-vi.csv", on=("units", "import"), by=cast.ha, at=now)
    client.force_login(cast.ha)
    assert client.post("/don-vi/nap-danh-muc/", {"attachment": kept.code, "on": "mai"}).status_code == 422


def test_a_document_of_this_morning_is_not_of_tomorrow(cast: Cast, owed: Obligation, now: datetime) -> None:
    """Half past midnight here is still yesterday in UTC."""
    midnight = now.replace(hour=0, minute=30).astimezone(UTC)
    proof = Proof(number="12/BC-UBND", dated_on=now.date())
    settle(owed, by=cast.lan, at=midnight, text=WORDS, evidence=[proof])
    assert Evidence.objects.get().dated_on == now.date()


@pytest.mark.parametrize("year", ["abcd", "-5", "99999999999999999999", "1066"])
def test_a_plan_of_a_wrong_year_is_refused(cast: Cast, province: Province, year: str) -> None:
    file = SimpleUploadedFile("Kế hoạch.docx", plan_docx())
    sent = {"file": file, "agency": province.committee.code, "year": year}
    assert signed_in("ha.lt").post("/ke-hoach/moi/", sent).status_code == 422
    assert not Plan.objects.exists()


@pytest.mark.parametrize("code", ["' OR 1=1 --", "khong-co", "%00", "\x00"])
@pytest.mark.parametrize(
    "address",
    ["/viec-cua-toi/?tim={}", "/theo-doi/viec/?don-vi={}&truc={}", "/nhat-ky/?ma={}&truoc={}", "/lich/?thang={}",
     "/co-quan/?q={}&don-vi={}", "/don-vi/?q={}&ngay={}&cap={}", "/ke-hoach/?q={}&nam={}&trang={}&xep={}"],
)  # fmt: skip
def test_what_cannot_be_understood_in_an_address_is_no_fault(lan: Client, address: str, code: str) -> None:
    assert lan.get(address.replace("{}", code)).status_code < 500


@pytest.mark.parametrize("address", ["/viec-cua-toi/viec.xlsx", "/theo-doi/viec.xlsx", "/theo-doi/do-phu.xlsx"])
def test_control_characters_of_a_scan_do_not_break_a_workbook(cast: Cast, province: Province, address: str) -> None:
    title = "Niêm yết\x0b danh sách\x01 " + "rất dài " * 5000
    make_obligations(province.unit, [("execute", province.commune)], title=title)
    assert signed_in("lan.nt").get(address).status_code == 200


def test_an_agency_that_was_merged_away_gets_nobody_and_nothing_new(
    cast: Cast, province: Province, now: datetime
) -> None:
    end_agency(province.other, on=date(2026, 10, 31), by=cast.ha, at=now)
    group = make_group(province.unit, "Cơ quan liên quan", kind="open")
    with pytest.raises(BadInput, match="đã kết thúc hoạt động"):
        grant_role(cast.tung, agency=province.other, role="officer", by=cast.ha, at=now)
    with pytest.raises(BadInput, match="đã kết thúc hoạt động"):
        invite_to_role("Đỗ Sơn", agency=province.other, role="officer", by=cast.ha, at=now)
    with pytest.raises(BadInput, match="đã kết thúc hoạt động"):
        choose_members(group, members=[province.other], on=now.date(), by=cast.ha, at=now)


def test_a_plan_that_names_an_agency_of_the_past_is_not_issued(cast: Cast, province: Province, now: datetime) -> None:
    gone = make_agency(province.unit, "Sở Thông tin và Truyền thông", kind="so-tttt")
    plan = read_plan_of(province, by=cast.ha, at=now)
    row = TaskAgency.objects.filter(task__plan=plan, role="lead").first()
    assert row is not None
    TaskAgency.objects.filter(pk=row.pk).update(agency=gone, group=None)
    assert not any(gone.name in one.text for one in blockers(plan))
    end_agency(gone, on=date(2026, 10, 31), by=cast.ha, at=now)
    assert any(gone.name in one.text and "kết thúc hoạt động" in one.text for one in blockers(plan))
