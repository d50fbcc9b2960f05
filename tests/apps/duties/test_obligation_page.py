"""One obligation's page: who sees it, what it offers, what it keeps."""

from datetime import datetime
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from dondoc.duties.actions import obligation as act
from dondoc.duties.models import Evidence, Figure, Obligation
from dondoc.records.models import AuditEntry
from makers import make_obligations
from people import Cast, signed_in

pytestmark = pytest.mark.django_db
TARGET = {"text": "100% hộ", "parts": [{"op": "=", "value": 100, "unit": "%", "scope": "hộ nghèo"}]}


@pytest.fixture
def owed(place) -> Obligation:
    """Lan's commune owes the whole year's quarters; the province's Home Affairs confirms."""
    found = make_obligations(
        place.province,
        [("lead", place.lead), ("execute", place.communes)],
        products=["Danh sách niêm yết", "Ảnh chụp"],
        targets=[TARGET],
    )
    return next(one for one in found if one.owed_by_id == place.an_lac.pk)


def page_of(one: Obligation) -> str:
    return f"/viec/{one.code}/"


def settled(client: Client, one: Obligation, **more):
    sent = {"version": one.version, "text": "Đã niêm yết ở trụ sở", "claimed": "on", **more}
    return client.post(page_of(one), sent)


def test_an_officer_sees_what_is_owed_by_when_and_why(owed: Obligation) -> None:
    text = signed_in("lan.nt").get(page_of(owed)).content.decode()
    for words in ("Niêm yết danh sách hộ nghèo", "Quý I/2026", "31/03/2026", "Vì sao hạn là ngày này"):
        assert words in text
    assert "Tử số (100 % hộ nghèo)" in text
    assert "Ảnh chụp" in text


def test_a_stranger_gets_404_and_who_is_signed_out_signs_in(owed: Obligation) -> None:
    assert signed_in("tung.ds").get(page_of(owed)).status_code == 404
    assert signed_in("minh.tv").get(page_of(owed)).status_code == 404
    answer = Client().get(page_of(owed))
    assert (answer.status_code, answer.url) == (302, f"/tai-khoan/dang-nhap/?next={page_of(owed)}")


@pytest.mark.parametrize("login", ["lan.nt", "ha.lt", "chi.pq"])
def test_own_lead_and_line_see_it(owed: Obligation, login: str) -> None:
    assert signed_in(login).get(page_of(owed)).status_code == 200


def test_who_only_sees_may_not_settle(owed: Obligation) -> None:
    assert settled(signed_in("chi.pq"), owed).status_code == 404
    assert signed_in("chi.pq").get(page_of(owed)).content.decode().count("Báo hoàn thành") == 0


def test_settled_with_a_document_its_file_and_figures(owed: Obligation, cast: Cast) -> None:
    file = SimpleUploadedFile("Danh sách.pdf", b"%PDF-1.7 mot trang")
    answer = settled(
        signed_in("lan.nt"), owed, claimed="", number="12/BC-UBND", dated_on="2026-03-20", uploads=file,
        product="Danh sách niêm yết", n0="1.234", d0="1.234,5",
    )  # fmt: skip
    assert (answer.status_code, answer.url) == (302, page_of(owed))
    one = Obligation.objects.get(pk=owed.pk)
    assert (one.state, one.is_claimed) == ("awaiting", False)
    figure = Figure.objects.get()
    assert (str(figure.numerator), str(figure.denominator)) == ("1234.000", "1234.500")
    text = signed_in("ha.lt").get(page_of(owed)).content.decode()
    assert "12/BC-UBND" in text
    assert "Danh sách.pdf" in text
    assert "1.234/1.234,5" in text
    assert "Nguyễn Thị Lan" in text


def test_a_file_is_served_to_who_sees_the_obligation_alone(owed: Obligation) -> None:
    settled(signed_in("lan.nt"), owed, uploads=SimpleUploadedFile("a.pdf", b"%PDF-1.7 mot trang"))
    from dondoc.records.models import Attachment

    address = f"{page_of(owed)}tep/{Attachment.objects.get().code}/"
    answer = signed_in("ha.lt").get(address)
    assert b"".join(answer.streaming_content) == b"%PDF-1.7 mot trang"
    assert signed_in("tung.ds").get(address).status_code == 404


def test_without_proof_or_mark_it_is_refused_and_keeps_the_words(owed: Obligation) -> None:
    answer = settled(signed_in("lan.nt"), owed, claimed="")
    assert answer.status_code == 422
    assert "Chưa có minh chứng" in answer.content.decode()
    assert "Đã niêm yết ở trụ sở" in answer.content.decode()


def test_a_share_over_a_hundred_is_refused_beside_its_field(owed: Obligation) -> None:
    answer = settled(signed_in("lan.nt"), owed, n0="11", d0="10")
    assert answer.status_code == 422
    assert "tử số không lớn hơn mẫu số" in answer.content.decode()


def test_the_second_officer_is_told_and_loses_no_text(owed: Obligation, cast: Cast, now: datetime) -> None:
    act.settle(Obligation.objects.get(pk=owed.pk), by=cast.lan, at=now, text="Lần một", claimed=True)
    act.withdraw(Obligation.objects.get(pk=owed.pk), by=cast.lan, at=now)
    client = signed_in("lan.nt")
    answer = settled(client, owed, text="Nội dung của người thứ hai")
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "Người khác vừa cập nhật" in text
    assert "Nội dung của người thứ hai" in text
    assert 'name="version" value="3"' in text
    assert Obligation.objects.get(pk=owed.pk).note == "Lần một"


def test_the_second_officer_keeps_the_text_also_where_it_is_settled(owed: Obligation, cast: Cast, now) -> None:
    act.settle(Obligation.objects.get(pk=owed.pk), by=cast.lan, at=now, text="Lần một", claimed=True)
    answer = settled(signed_in("lan.nt"), owed, text="Nội dung của người thứ hai")
    assert answer.status_code == 409
    assert "Nội dung của người thứ hai" in answer.content.decode()


def test_the_same_form_twice_counts_once(owed: Obligation) -> None:
    client, key = signed_in("lan.nt"), "k" * 22
    first = settled(client, owed, _once=key, number="1/BC", claimed="")
    second = settled(client, owed, _once=key, number="1/BC", claimed="")
    assert (first.status_code, second.status_code, second.url) == (302, 302, page_of(owed))
    assert Evidence.objects.count() == 1


def test_the_lead_confirms_and_nobody_the_own_work(owed: Obligation) -> None:
    settled(signed_in("lan.nt"), owed)
    sent = {"xac-nhan-version": 2, "xac-nhan-reason": ""}
    assert signed_in("lan.nt").post(f"{page_of(owed)}xac-nhan/", sent).status_code == 404
    assert signed_in("ha.lt").post(f"{page_of(owed)}xac-nhan/", sent).status_code == 302
    assert Obligation.objects.get(pk=owed.pk).state in ("done", "done-late")


def test_returned_with_a_reason_that_the_officer_reads(owed: Obligation) -> None:
    settled(signed_in("lan.nt"), owed)
    lead = signed_in("ha.lt")
    assert lead.post(f"{page_of(owed)}tra-lai/", {"tra-lai-version": 2, "tra-lai-reason": ""}).status_code == 422
    lead.post(f"{page_of(owed)}tra-lai/", {"tra-lai-version": 2, "tra-lai-reason": "Thiếu ảnh"})
    assert "Bị trả lại: Thiếu ảnh" in signed_in("lan.nt").get(page_of(owed)).content.decode()


def test_nothing_arose_with_its_reason(owed: Obligation) -> None:
    sent = {"khong-phat-sinh-version": 1, "khong-phat-sinh-reason": "Không có hộ mới"}
    signed_in("lan.nt").post(f"{page_of(owed)}khong-phat-sinh/", sent)
    assert Obligation.objects.get(pk=owed.pk).state == "nothing-arose"


def test_an_unknown_verb_is_not_there(owed: Obligation) -> None:
    assert signed_in("lan.nt").post(f"{page_of(owed)}xoa/", {}).status_code == 404


def test_the_focal_point_above_enters_for_an_agency_and_it_is_marked(owed: Obligation) -> None:
    settled(signed_in("ha.lt"), owed)
    one = Obligation.objects.get(pk=owed.pk)
    assert (one.state, one.is_entered_for) == ("awaiting", True)
    assert AuditEntry.objects.get(verb="settle").after["entered_for"] is True
    assert "Đầu mối cấp trên nhập thay" in signed_in("lan.nt").get(page_of(owed)).content.decode()


def test_an_officer_takes_it_and_gives_it_back(owed: Obligation, cast: Cast) -> None:
    client, address = signed_in("lan.nt"), f"{page_of(owed)}giao/"
    assert client.get(address).status_code == 200
    client.post(address, {"to": cast.lan.code})
    assert Obligation.objects.get(pk=owed.pk).assigned_to == cast.lan
    client.post(address, {"to": ""})
    assert Obligation.objects.get(pk=owed.pk).assigned_to is None
    assert signed_in("chi.pq").get(address).status_code == 404


def test_a_page_costs_few_queries(owed: Obligation, django_assert_max_num_queries) -> None:
    client = signed_in("lan.nt")
    with django_assert_max_num_queries(24):
        client.get(page_of(owed))


def test_the_list_goes_out_as_a_sheet_of_what_one_may_see(owed: Obligation) -> None:
    from openpyxl import load_workbook

    answer = signed_in("lan.nt").get("/theo-doi/viec.xlsx?tim=niem+yet")
    rows = list(load_workbook(BytesIO(answer.content)).active.values)
    assert rows[0][0] == "Mã việc"
    assert {row[rows[0].index("Cơ quan")] for row in rows[1:]} == {"UBND xã An Lạc"}
    assert len(rows) == 5
    assert len(list(load_workbook(BytesIO(signed_in("chi.pq").get("/theo-doi/viec.xlsx").content)).active.values)) == 17


def test_who_coordinates_adds_what_it_did(place, cast: Cast) -> None:
    health = cast.minh.memberships.get().agency
    one = make_obligations(place.province, [("lead", place.lead), ("coordinate", health)])[0]
    sent = {"phoi-hop-version": 1, "phoi-hop-reason": "Đã gửi danh sách trạm y tế"}
    assert signed_in("lan.nt").post(f"{page_of(one)}phoi-hop/", sent).status_code == 404
    assert signed_in("minh.tv").post(f"{page_of(one)}phoi-hop/", sent).status_code == 302
    assert "Đã gửi danh sách trạm y tế" in signed_in("ha.lt").get(page_of(one)).content.decode()


def test_a_lead_sees_its_executors_and_their_figures_as_one(owed: Obligation, place) -> None:
    settled(signed_in("lan.nt"), owed, n0="9", d0="10")
    other = Obligation.objects.get(owed_by=place.binh_hoa, occurrence=owed.occurrence)
    settled(signed_in("tung.ds"), other, n0="3", d0="5")
    leads = Obligation.objects.get(owed_by=place.lead, occurrence=owed.occurrence)
    text = signed_in("ha.lt").get(page_of(leads)).content.decode()
    assert "12/15" in text
    assert "chưa đạt" in text
    assert page_of(other) in text
    assert 'name="n0"' not in text
