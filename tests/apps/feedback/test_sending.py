"""The citizen's side: writing and sending without an account and without a script."""

from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from apps.feedback.conftest import Send
from dondoc.feedback.models import Contact, Photo, Report, Signal
from dondoc.feedback.queries.codes import follow_code
from dondoc.records.models import Knock
from makers.feedback import TEXT, Ward, make_published
from people import Cast

pytestmark = pytest.mark.django_db


def photos(*contents: bytes) -> list[SimpleUploadedFile]:
    return [SimpleUploadedFile(f"anh{n}.jpg", content, "image/jpeg") for n, content in enumerate(contents)]


def test_the_way_from_the_place_to_the_form(client: Client, ward: Ward) -> None:
    assert "An Lạc" in client.get("/gui-phan-anh/?tim=an+lac").content.decode()
    page = client.get(f"/gui-phan-anh/{ward.unit.code}/").content.decode()
    assert f"/gui-phan-anh/{ward.unit.code}/viet/" in page
    form = client.get(f"/gui-phan-anh/{ward.unit.code}/viet/")
    assert form.status_code == 200
    assert 'name="sent_key"' in form.content.decode()
    assert "Rác thải" in form.content.decode()


def test_a_unit_that_takes_no_reports_is_not_found(client: Client, ward: Ward) -> None:
    ward.intake.closed_at = ward.intake.opened_at
    ward.intake.save()
    assert client.get(f"/gui-phan-anh/{ward.unit.code}/viet/").status_code == 404


def test_a_report_with_photos_is_sent_and_its_code_told(send: Send, client: Client, jpeg: bytes) -> None:
    answer = send(photos=photos(jpeg, jpeg + b"\0"), phone="0912 345 678", consent="on", name="Vũ Mai Hoa")
    assert answer.status_code == 302
    report = Report.objects.get()
    assert (report.text, Photo.objects.count(), Contact.objects.get().phone) == (TEXT, 2, "0912345678")
    page = client.get(answer.url).content.decode()
    assert "Đã gửi đến xã An Lạc" in page
    assert "0912345678" not in page


def test_sent_twice_it_is_one_report_and_leads_to_the_same_place(send: Send, jpeg: bytes) -> None:
    key = str(uuid4())
    first, second = send(sent_key=key, photos=photos(jpeg)), send(sent_key=key, text="Sửa lại đôi chút rồi gửi lần nữa")
    assert (
        first.url.split("?")[0]
        == second.url.split("?")[0]
        == f"/theo-doi-phan-anh/{follow_code(Report.objects.get().sent_key)}/"
    )
    assert (Report.objects.count(), Photo.objects.count(), Knock.objects.filter(kind="sent").count()) == (1, 1, 1)


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"text": ""}, "Viết nội dung cần gửi"),
        ({"text": "hỏng"}, "Viết rõ hơn một chút"),
        ({"phone": "12", "consent": "on"}, "Số điện thoại cần 10 chữ số"),
        ({"phone": "0912345678"}, "Đánh dấu đồng ý"),
        ({"photos": photos(b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")}, "Loại tệp này không nhận"),
        ({"photos": photos(b"%PDF-1.7 mot trang")}, "không phải ảnh"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(send: Send, fields: dict[str, Any], says: str) -> None:
    answer = send(**{"place": "trước trạm y tế", **fields})
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert "trước trạm y tế" in answer.content.decode()
    assert Report.objects.count() == 0


def test_six_photos_are_one_too_many(send: Send, jpeg: bytes) -> None:
    answer = send(photos=photos(*[jpeg + bytes([n]) for n in range(6)]))
    assert "nhiều nhất 5 ảnh" in answer.content.decode()
    assert Report.objects.count() == 0


@pytest.mark.parametrize("fields", [{"website": "http://x"}, {"stamp": ""}])
def test_what_looks_like_a_robot_is_asked_and_a_person_gets_through(send: Send, fields: dict[str, str]) -> None:
    asked = send(**fields)
    assert (asked.status_code, Report.objects.count()) == (422, 0)
    page = asked.content.decode()
    token = page.split('name="token" value="')[1].split('"')[0]
    question = page.split('<label for="id_answer">')[1].split("<")[0]
    assert send(**fields, token=token, answer="99").status_code == 422
    token, question = reasked(send(**fields).content.decode())
    assert send(**fields, token=token, answer=solved(question)).status_code == 302
    assert send(**fields, token=token, answer=solved(question)).status_code == 422, "a solved question is used up"
    assert Report.objects.count() == 1


def reasked(page: str) -> tuple[str, str]:
    return page.split('name="token" value="')[1].split('"')[0], page.split('<label for="id_answer">')[1].split("<")[0]


def solved(question: str) -> str:
    words = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
    first, second = question.removesuffix(" bằng mấy?").lower().split(" cộng ")
    return str(words.index(first) + words.index(second))


def test_many_from_one_address_are_asked_then_have_to_wait(send: Send, settings: Any) -> None:
    settings.REPORTS_PER_HOUR = 24
    assert [send().status_code for _ in range(3)] == [302, 302, 422]
    for _ in range(22):
        token, question = reasked(send().content.decode())
        assert send(token=token, answer=solved(question)).status_code == 302
    assert send().status_code == 429
    assert Report.objects.count() == 24


def test_what_reads_like_a_denunciation_is_shown_its_way_and_not_stored(send: Send, client: Client, ward: Ward) -> None:
    text = "Tôi tố cáo ông A nhận tiền của dân khi làm sổ đỏ"
    answer = send(text=text)
    page = answer.content.decode()
    assert (answer.status_code, Report.objects.count()) == (422, 0)
    assert f"/gui-phan-anh/{ward.unit.code}/kenh/to-cao/" in page
    assert "không lưu" in client.get(f"/gui-phan-anh/{ward.unit.code}/kenh/to-cao/").content.decode()
    assert send(text=text, **{"da-chon": "phan-anh"}).status_code == 302


def test_the_pages_of_the_legal_ways_take_nothing(client: Client, ward: Ward) -> None:
    for flow in ("to-cao", "khieu-nai"):
        path = f"/gui-phan-anh/{ward.unit.code}/kenh/{flow}/"
        assert client.post(path, {"text": "Tôi tố cáo ông A"}).status_code == 405
        assert "<textarea" not in client.get(path).content.decode()
    assert client.get(f"/gui-phan-anh/{ward.unit.code}/kenh/khac/").status_code == 404


def test_like_reports_are_offered_before_sending(send: Send, ward: Ward, cast: Cast, at_hand: Any) -> None:
    one = make_published(ward, by=cast.lan, at=at_hand)
    other = make_published(ward, by=cast.lan, at=at_hand, text="Trạm y tế đóng cửa buổi chiều, không ai trực.")
    answer = send(text="Ổ gà to trên đường vào thôn Nà Chì, xe máy hay ngã", **{"xem-truoc": "1"})
    page = answer.content.decode()
    assert one.code in page
    assert other.code not in page
    assert Report.objects.count() == 2


def test_a_signal_holds_nothing_of_its_writer(send: Send, ward: Ward) -> None:
    answer = send(
        "tin-hieu", subject="bribe", phone="0912345678", name="Hoa", text="Làm giấy tờ phải kèm phong bì mới nhanh."
    )
    assert answer.status_code == 302
    held = str(Signal.objects.values().get())
    assert "0912345678" not in held
    assert "127.0.0.1" not in held
    assert Contact.objects.count() == 0
    fields = {field.name for field in Signal._meta.get_fields()}
    told = "id code sent_key follow_hash unit agency subject text received_on answered_at answer"
    assert fields == set(told.split())


def test_a_denunciation_in_the_form_of_signals_is_not_stored_either(send: Send) -> None:
    answer = send("tin-hieu", subject="bribe", text="Tôi làm đơn tố cáo ông chủ tịch xã")
    assert (answer.status_code, Signal.objects.count()) == (422, 0)
    assert "kenh/to-cao" in answer.content.decode()


def test_script_in_text_is_shown_as_text(send: Send, client: Client) -> None:
    answer = send(text="<script>alert(1)</script> đường hỏng từ lâu rồi", place="<img src=x onerror=alert(1)>")
    page = client.get(answer.url).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_subjects_are_offered_in_the_language_of_the_reader(client: Client, ward: Ward) -> None:
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    form = client.get(f"/gui-phan-anh/{ward.unit.code}/viet/").content.decode()
    assert "Waste, sanitation" in form
    assert "Rác thải" not in form


def test_a_refusal_speaks_the_language_of_the_reader(send: Send, client: Client, ward: Ward) -> None:
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    answer = send(text="Hỏng")
    assert answer.status_code == 422
    assert "Say a little more: what, where, since when" in answer.content.decode()
