"""Officers' pages: the inbox, one report, its verbs, publication, what came otherwise."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client, RequestFactory
from django.utils import timezone

from apps.feedback.conftest import picture
from dondoc.feedback.models import Intake, Photo, Report
from dondoc.feedback.navigation import items
from dondoc.feedback.queries.inbox import inbox_rows, related, with_due
from makers.feedback import Ward, make_acknowledged, make_answered, make_published, make_report
from people import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def lan(client: Client, cast: Cast) -> Client:
    client.force_login(cast.lan)
    return client


def test_the_inbox_shows_what_waits_the_late_first(lan: Client, ward: Ward, at_hand: datetime) -> None:
    make_report(ward, at=at_hand, text="Phản ánh mới về rác thải ở chợ.")
    make_report(ward, at=at_hand - timedelta(days=3), text="Phản ánh cũ về đèn đường không sáng.")
    page = lan.get("/phan-anh/").content.decode()
    assert page.index("Phản ánh cũ") < page.index("Phản ánh mới")
    assert "quá hạn 3 ngày làm việc" in page or "quá hạn 2 ngày làm việc" in page
    found = lan.get("/phan-anh/?buoc=tat-ca&tim=rac+thai").content.decode()
    assert "Phản ánh mới" in found
    assert "Phản ánh cũ" not in found


def test_the_side_bar_counts_what_waits_once_a_unit_takes_reports(
    rf: RequestFactory, cast: Cast, ward: Ward, at_hand: datetime
) -> None:
    asked = rf.get("/")
    asked.user = cast.lan
    assert [item.count for item in items(asked)] == [0]
    for _ in range(2):
        make_report(ward, at=at_hand)
    make_acknowledged(ward, by=cast.lan, at=at_hand)
    assert [item.count for item in items(asked)] == [2]


def test_without_an_intake_the_side_bar_has_no_inbox(rf: RequestFactory, cast: Cast, ward: Ward) -> None:
    Intake.objects.all().delete()
    asked = rf.get("/")
    asked.user = cast.lan
    assert items(asked) == []


@pytest.mark.parametrize(
    ("received", "looked", "words"),
    [
        ("2026-11-26 08:20", "2026-11-27 09:50", "quá hạn hôm nay"),
        ("2026-11-26 08:20", "2026-11-27 07:00", "hạn hôm nay"),
        ("2026-11-28 06:36", "2026-11-28 09:50", "hết hạn trong ngày nghỉ"),
    ],
)
def test_a_term_of_hours_says_when_it_ends(ward: Ward, received: str, looked: str, words: str) -> None:
    """Over on its own day, and on a Sunday before which no working day is left."""
    sent, asked = (timezone.make_aware(datetime.fromisoformat(one)) for one in (received, looked))
    make_report(ward, at=sent)
    [row] = inbox_rows(with_due(related(Report.objects.all())), asked)
    assert row.term == words


def test_an_empty_inbox_says_what_comes_here(lan: Client, ward: Ward) -> None:
    assert "Ghi phản ánh" in lan.get("/phan-anh/").content.decode()


def test_from_the_dispatcher_to_the_answer_by_the_pages(
    client: Client, cast: Cast, ward: Ward, at_hand: datetime
) -> None:
    report = make_report(ward, at=at_hand, phone="0912345678", name="Vũ Mai Hoa")
    path = f"/phan-anh/{report.code}/"
    client.force_login(cast.lan)
    assert "0912345678" in client.get(path).content.decode()
    given = {"tiep-nhan-agency": ward.division.code, "tiep-nhan-version": "1"}
    assert client.post(f"{path}buoc/tiep-nhan/", given).status_code == 302
    client.force_login(cast.minh)
    answer = {"tra-loi-text": "Đã vá xong ngày 09/11.", "tra-loi-outcome": "resolved", "tra-loi-version": "2"}
    assert client.post(f"{path}buoc/tra-loi/", answer).status_code == 302
    assert client.post(f"{path}buoc/duyet/", {"duyet-version": "3"}).status_code == 404
    client.force_login(cast.chi)
    assert "Đã vá xong ngày 09/11." in client.get(path).content.decode()
    assert client.post(f"{path}buoc/duyet/", {"duyet-version": "3"}).status_code == 302
    report.refresh_from_db()
    assert (report.stage, report.outcome) == ("answered", "resolved")


def test_what_was_typed_stays_when_somebody_was_quicker(lan: Client, cast: Cast, ward: Ward, now: datetime) -> None:
    report = make_acknowledged(ward, by=cast.lan, at=now)
    answer = lan.post(
        f"/phan-anh/{report.code}/buoc/chuyen/",
        {"chuyen-agency": ward.committee.code, "chuyen-reason": "Thuộc Văn phòng", "chuyen-version": "1"},
    )
    assert answer.status_code == 409
    assert "Thuộc Văn phòng" in answer.content.decode()
    assert "Người khác vừa cập nhật" in answer.content.decode()


def test_an_empty_answer_is_refused_beside_its_field(client: Client, cast: Cast, ward: Ward, now: datetime) -> None:
    report = make_acknowledged(ward, by=cast.lan, at=now)
    client.force_login(cast.minh)
    answer = client.post(
        f"/phan-anh/{report.code}/buoc/tra-loi/",
        {"tra-loi-text": "Không.", "tra-loi-outcome": "refused", "tra-loi-version": "2"},
    )
    assert answer.status_code == 422
    assert "phải nêu rõ lý do" in answer.content.decode()


def test_what_came_by_telephone_is_entered_with_its_own_moment(lan: Client, ward: Ward, at_hand: datetime) -> None:
    page = lan.get("/phan-anh/ghi/")
    assert page.url == f"/phan-anh/ghi/{ward.unit.code}/"
    given = {
        "channel": "hotline", "text": "Nước máy đục từ hôm qua ở tổ 3.", "received_at": "2026-11-10T08:00",
        "sent_key": str(uuid4()), "phone": "0912345678", "consent": "on",
    }  # fmt: skip
    answer = lan.post(page.url, given)
    report = Report.objects.get()
    assert answer.url == f"/phan-anh/{report.code}/"
    assert (report.channel, report.received_at.hour, report.entered_by_id) == ("hotline", 1, report.entered_by_id)
    assert "Mã theo dõi để báo cho người gửi" in lan.get(answer.url).content.decode()
    late = lan.post(page.url, {**given, "sent_key": str(uuid4()), "received_at": "2026-11-11T08:00"})
    assert late.status_code == 422


def test_publication_shortens_and_never_rewrites(client: Client, cast: Cast, ward: Ward, now: datetime) -> None:
    text = "Anh Nguyễn Văn Tám (0912345678) báo: cống trước nhà bị tắc, nước tràn ra đường."
    report = make_answered(ward, by=cast.lan, at=now, text=text)
    client.force_login(cast.chi)
    path = f"/phan-anh/{report.code}/cong-bo/"
    page = client.get(path).content.decode()
    assert "[[Nguyễn Văn Tám]]" in page
    assert "[[0912345678]]" in page
    changed = {"text": text.replace("tắc", "thông"), "answer": "Đã cho vá", "version": report.version}
    refused = client.post(path, changed)
    assert refused.status_code == 422
    marked = text.replace("Nguyễn Văn Tám", "[[Nguyễn Văn Tám]]").replace("0912345678", "[[0912345678]]")
    answer = report.answers.get().text
    assert client.post(path, {"text": marked, "answer": answer, "version": report.version}).status_code == 302
    public = client.get(f"/hoi-va-dap/{ward.unit.code}/{report.code}/").content.decode()
    assert "[đã che]" in public
    assert "0912345678" not in public
    assert "Tám" not in public


def test_a_photo_is_looked_at_before_it_is_shown_and_loses_its_place(
    client: Client, cast: Cast, ward: Ward, now: datetime
) -> None:
    from io import BytesIO

    from PIL import Image

    exif = Image.Exif()
    exif[0x010F], exif[0x8825] = "Máy của Hoa", {1: "N", 2: (22.0, 40.0, 1.0), 3: "E", 4: (104.0, 28.0, 1.0)}
    report = make_answered(ward, by=cast.lan, at=now, photos=[picture((600, 600), exif=exif) + b"<script>"])
    photo, answer = Photo.objects.get(), report.answers.get().text
    client.force_login(cast.chi)
    path, public = f"/phan-anh/{report.code}/cong-bo/", f"/hoi-va-dap/{ward.unit.code}/{report.code}/anh/{photo.code}/"
    given: dict[str, Any] = {"text": report.text, "answer": answer, "version": report.version}
    assert client.post(path, given).status_code == 422
    assert client.get(public).status_code == 404
    covered = {**given, f"anh-{photo.code}": "covered", f"che-{photo.code}": ["0", "1"]}
    assert client.post(path, covered).status_code == 302
    shown = client.get(public)
    content = b"".join(shown.streaming_content)  # type: ignore[attr-defined]
    assert b"Hoa" not in content
    assert b"<script>" not in content
    with Image.open(BytesIO(content)) as picture_shown:
        assert dict(picture_shown.getexif()) == {}
        assert picture_shown.getpixel((20, 20))[0] < 120  # type: ignore[index]
        assert picture_shown.getpixel((500, 500))[0] > 180  # type: ignore[index]


def test_what_is_taken_back_is_gone_from_the_public(client: Client, cast: Cast, ward: Ward, now: datetime) -> None:
    report = make_published(ward, by=cast.lan, at=now)
    address = f"/hoi-va-dap/{ward.unit.code}/{report.code}/"
    assert client.get(address).status_code == 200
    client.force_login(cast.chi)
    sent = client.post(f"/phan-anh/{report.code}/cong-bo/", {"thu-hoi": "1", "ly-do": "Còn tên người"})
    assert sent.status_code == 302
    assert client.get(address).status_code == 404


def test_published_ones_are_found_without_marks_by_subject_and_kind(
    client: Client, cast: Cast, ward: Ward, now: datetime
) -> None:
    make_published(ward, by=cast.lan, at=now)
    question, answer = "Làm lại giấy khai sinh cần giấy tờ gì?", "Tờ khai và giấy tờ tùy thân."
    make_published(ward, by=cast.lan, at=now, text=question, answer=answer, kind="question")
    path = f"/hoi-va-dap/{ward.unit.code}/"
    assert "ổ gà" in client.get(f"{path}?tim=o+ga").content.decode()
    assert "khai sinh" not in client.get(f"{path}?tim=o+ga").content.decode()
    questions = client.get(f"{path}?loai=cau-hoi").content.decode()
    assert "khai sinh" in questions
    assert "ổ gà" not in questions


def test_a_unit_sets_its_own_terms_subjects_and_templates(
    client: Client, cast: Cast, ward: Ward, at_hand: datetime
) -> None:
    client.force_login(cast.chi)
    path = f"/phan-anh/thiet-lap/{ward.unit.code}/"
    rule = {
        "phan": "thoi-han", "thoi-han-key": "feedback.answer", "thoi-han-number": "4",
        "thoi-han-counted_in": "working_days",
        "thoi-han-citation": "KH 02/KH-UBND", "thoi-han-valid_from": "2026-11-01", "thoi-han-closes_at": "17:00",
    }  # fmt: skip
    assert client.post(path, {**rule, "thoi-han-citation": ""}).status_code == 422
    assert client.post(path, rule).status_code == 302
    assert client.post(path, {"phan": "linh-vuc", "linh-vuc-name": "Chợ, vỉa hè"}).status_code == 302
    assert client.post(path, {"phan": "mau", "mau-title": "Đang xử lý", "mau-text": "Cảm ơn…"}).status_code == 302
    page = client.get(path).content.decode()
    assert "KH 02/KH-UBND" in page
    assert "Chợ, vỉa hè" in page
    report = make_acknowledged(ward, by=cast.lan, at=at_hand)
    assert "Thời hạn 4 ngày làm việc (KH 02/KH-UBND)." in client.get(f"/phan-anh/{report.code}/").content.decode()
