"""Following by a code, the writer's word, and whoever guesses."""

from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.test import Client

from dondoc.feedback.actions.dispatching import ask_writer
from dondoc.feedback.actions.signals import answer_signal, receive_signal
from dondoc.feedback.models import Report
from dondoc.feedback.queries.codes import follow_code
from dondoc.feedback.rules.following import as_shown
from makers.feedback import TEXT, Ward, make_acknowledged, make_answered, make_report
from people import Cast

pytestmark = pytest.mark.django_db


def address(report: Report) -> str:
    return f"/theo-doi-phan-anh/{follow_code(report.sent_key)}/"


def test_the_code_leads_to_the_report_however_it_is_typed(client: Client, ward: Ward, now: datetime) -> None:
    report = make_report(ward, at=now)
    typed = as_shown(follow_code(report.sent_key)).upper().replace("-", " ")
    assert client.post("/theo-doi-phan-anh/", {"code": typed}).url == address(report)
    page = client.get(address(report))
    assert TEXT in page.content.decode()
    assert (page["Cache-Control"], page["Referrer-Policy"]) == ("private, no-store", "same-origin")


def test_the_officers_code_is_no_code_to_follow(client: Client, ward: Ward, now: datetime) -> None:
    assert client.get(f"/theo-doi-phan-anh/{make_report(ward, at=now).code}/").status_code == 404


def test_whoever_guesses_is_not_found_and_then_has_to_wait(client: Client, ward: Ward, at_hand: datetime) -> None:
    report = make_report(ward, at=at_hand)
    for n in range(20):
        assert client.get(f"/theo-doi-phan-anh/{n:012}/").status_code == 404
    assert client.get(address(report)).status_code == 429
    assert client.post("/theo-doi-phan-anh/", {"code": follow_code(report.sent_key)}).status_code == 429
    other = Client(REMOTE_ADDR="10.0.0.9")
    assert other.get(address(report)).status_code == 200


def test_the_writer_reads_why_it_is_due_then_and_no_name_of_an_officer(
    client: Client, ward: Ward, cast: Cast, at_hand: datetime
) -> None:
    report = make_acknowledged(ward, by=cast.lan, at=at_hand)
    page = client.get(address(report)).content.decode()
    assert "Thời hạn 6 ngày làm việc" in page
    assert "Phòng Kinh tế" in page
    assert cast.lan.full_name not in page


def test_the_writer_adds_what_was_asked_and_the_clock_goes_on(
    client: Client, ward: Ward, cast: Cast, at_hand: datetime
) -> None:
    report = make_acknowledged(ward, by=cast.lan, at=at_hand - timedelta(days=1))
    ask_writer(report, question="Đoạn nào?", by=cast.minh, at=at_hand - timedelta(hours=2))
    assert "Đoạn nào?" in client.get(address(report)).content.decode()
    empty = client.post(f"{address(report)}bo-sung/", {"bo-sung-text": ""})
    assert empty.status_code == 422
    sent = client.post(f"{address(report)}bo-sung/", {"bo-sung-text": "Gần trạm y tế"})
    assert (sent.status_code, sent.url) == (302, address(report))
    report.refresh_from_db()
    assert report.stage == "assigned"


def test_the_writer_judges_and_asks_to_look_again(client: Client, ward: Ward, cast: Cast, at_hand: datetime) -> None:
    report = make_answered(ward, by=cast.lan, at=at_hand)
    path = address(report)
    assert "Đánh giá lại" not in client.get(path).content.decode()
    assert client.post(f"{path}danh-gia/", {}).status_code == 422
    assert client.post(f"{path}danh-gia/", {"danh-gia-is_resolved": "chua", "danh-gia-rating": "2"}).status_code == 302
    judged = client.get(path).content.decode()
    assert "chưa được giải quyết. Mức hài lòng: 2/5." in judged
    assert "<summary>Đánh giá lại</summary>" in judged
    assert client.post(f"{path}xem-lai/", {"xem-lai-text": "Mưa xong hỏng như cũ"}).status_code == 302
    report.refresh_from_db()
    assert (report.stage, report.round, report.confirmed, report.rating) == ("assigned", 2, False, 2)
    assert client.post(f"{path}xem-lai/", {"xem-lai-text": "Lần nữa cho chắc chắn"}).status_code == 422


def test_a_verb_that_is_none_is_not_found(client: Client, ward: Ward, now: datetime) -> None:
    assert client.post(f"{address(make_report(ward, at=now))}xoa/").status_code == 404


def test_a_signal_is_followed_by_its_code_too(client: Client, ward: Ward, cast: Cast, now: datetime) -> None:
    signal, code, _ = receive_signal(
        ward.intake, subject="conduct", text="Cán bộ một cửa quát người già.", sent_key=uuid4(), at=now
    )
    assert "thanh tra đang xử lý" in client.get(f"/theo-doi-phan-anh/{code}/").content.decode()
    answer_signal(signal, answer="Đã nhắc nhở.", by=cast.ha, at=now)
    page = client.get(f"/theo-doi-phan-anh/{code}/").content.decode()
    assert "Đã nhắc nhở." in page
    assert "quát người già" not in page
