"""The working calendar on its pages: read by everybody, changed by an administrator who sees first what moves."""

from datetime import date, datetime

import pytest
from django.utils import timezone

from dondoc.duties.models import Obligation
from dondoc.schedule.models import OfficeDay, OfficeTimer
from makers import make_agency, make_obligations, make_unit
from makers.duties import make_difficulty
from makers.feedback import make_acknowledged, make_ward
from makers.schedule import make_day, make_timer
from people import Cast, signed_in

pytestmark = pytest.mark.django_db
TYPED = {
    "kind": "off", "day": "2026-12-31", "name": "Nghỉ bão", "number": "1/CĐ-UBND", "decided_on": "2026-12-30",
    "worked_on": "",
}  # fmt: skip


def owe() -> None:
    commune = make_unit("An Lạc", level="commune")
    make_obligations(commune, [("lead", make_agency(commune))], title="Báo cáo quý")


def due_on(step: str) -> date:
    return Obligation.objects.get(duty__source_kind=f"case-{step}"[:24]).due_on


def test_everybody_reads_a_year_with_its_decisions(cast: Cast) -> None:
    make_day()
    page = signed_in("lan.nt").get("/lich-lam-viec/?nam=2026").content.decode()
    assert "Nghỉ bão" in page
    assert "Nghị quyết 28/2026/QH16" in page
    assert "Ghi ngày nghỉ" not in page


def test_a_year_that_is_none_is_this_year(cast: Cast) -> None:
    assert signed_in("lan.nt").get("/lich-lam-viec/?nam=abc").status_code == 200


def test_what_would_move_is_shown_and_nothing_is_written(cast: Cast) -> None:
    owe()
    page = signed_in("ha.lt").post("/lich-lam-viec/them/", TYPED).content.decode()
    assert "Báo cáo quý" in page
    assert "hạn 31/12/2026 chuyển sang 04/01/2027" in page
    assert not OfficeDay.objects.exists()


def test_answers_to_difficulties_and_to_citizens_are_among_what_would_move(cast: Cast, now: datetime) -> None:
    ward = make_ward(cast)
    make_difficulty(ward.committee, to=ward.inspectorate, by=cast.lan, at=now)
    make_acknowledged(ward, by=cast.lan, at=now)
    before = list(Obligation.objects.values_list("pk", "due_on"))
    typed = {**TYPED, "day": "2026-11-12", "decided_on": "2026-11-10"}
    page = signed_in("ha.lt").post("/lich-lam-viec/them/", typed).content.decode()
    answers = page.split("Trả lời khó khăn, vướng mắc của cơ quan, đơn vị")[1]
    assert "hạn 17/11/2026 chuyển sang 18/11/2026" in answers.split("</li>")[0]
    assert "hạn 18/11/2026 chuyển sang 19/11/2026" in page
    assert list(Obligation.objects.values_list("pk", "due_on")) == before


def test_sure_of_it_the_day_is_written(cast: Cast) -> None:
    answer = signed_in("ha.lt").post("/lich-lam-viec/them/", {**TYPED, "sure": "1"})
    assert (answer.status_code, answer["Location"]) == (302, "/lich-lam-viec/?nam=2026")
    assert OfficeDay.objects.get().day == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("typed", "words"),
    [({"day": "2026-12-27"}, "vốn đã nghỉ"), ({"worked_on": "2026-12-29"}, "vốn là ngày làm việc"), ({"day": ""}, "")],
)
def test_what_was_typed_wrong_is_said_and_stays(cast: Cast, typed: dict[str, str], words: str) -> None:
    answer = signed_in("ha.lt").post("/lich-lam-viec/them/", {**TYPED, **typed})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert words in page
    assert "1/CĐ-UBND" in page


def test_an_own_day_is_withdrawn_with_its_reason(cast: Cast) -> None:
    row, client = make_day(), signed_in("ha.lt")
    assert client.post(f"/lich-lam-viec/ngay/{row.code}/", {"reason": ""}).status_code == 422
    assert client.post(f"/lich-lam-viec/ngay/{row.code}/", {"reason": "Bão đổi hướng"}).status_code == 302
    assert OfficeDay.objects.filter(withdrawn_at=None).count() == 0


def test_terms_say_what_is_not_known(cast: Cast) -> None:
    page = signed_in("lan.nt").get("/lich-lam-viec/thoi-han/").content.decode()
    assert "07 ngày làm việc" in page
    assert "chưa xác minh" in page
    assert "chưa có" in page


def test_an_administrator_enters_a_term_and_withdraws_it(cast: Cast) -> None:
    client, typed = signed_in("ha.lt"), {"number": "4", "unit": "working_days", "citation": "KH 12", "valid_from": ""}
    assert client.post("/lich-lam-viec/thoi-han/feedback.answer/", {**typed, "sure": "1"}).status_code == 302
    row = OfficeTimer.objects.get()
    assert "KH 12" in client.get("/lich-lam-viec/thoi-han/feedback.answer/").content.decode()
    client.post(f"/lich-lam-viec/thoi-han/{row.code}/rut/", {"sure": "1"})
    assert OfficeTimer.objects.get().withdrawn_at is not None


def test_the_files_that_a_term_would_move_are_shown_and_nothing_is_written(cast: Cast) -> None:
    make_acknowledged(make_ward(cast), by=cast.lan, at=timezone.now())
    client, typed = signed_in("ha.lt"), {"number": "90", "unit": "working_days", "citation": "KH 12", "valid_from": ""}
    page = client.post("/lich-lam-viec/thoi-han/feedback.answer/", typed).content.decode()
    assert f"hạn {due_on('feedback.answer'):%d/%m/%Y} chuyển sang" in page
    assert 'name="citation" value="KH 12"' in page
    assert not OfficeTimer.objects.exists()


def test_taking_a_term_back_shows_first_what_it_moves(cast: Cast) -> None:
    row = make_timer(number=90)
    make_acknowledged(make_ward(cast), by=cast.lan, at=timezone.now())
    page = signed_in("ha.lt").post(f"/lich-lam-viec/thoi-han/{row.code}/rut/").content.decode()
    assert f"hạn {due_on('feedback.answer'):%d/%m/%Y} chuyển sang" in page
    assert OfficeTimer.objects.get().withdrawn_at is None


def test_a_term_typed_wrong_stays_with_its_reason(cast: Cast) -> None:
    typed = {"number": "4", "unit": "days", "citation": "KH 12", "valid_from": "2026-03-02", "valid_to": "2026-03-01"}
    answer = signed_in("ha.lt").post("/lich-lam-viec/thoi-han/feedback.answer/", typed)
    assert answer.status_code == 422
    assert "từ ngày có hiệu lực trở đi" in answer.content.decode()


def test_only_an_administrator_enters_one(cast: Cast) -> None:
    answer = signed_in("lan.nt").post("/lich-lam-viec/thoi-han/feedback.answer/", {"number": "4"})
    assert answer.status_code == 403
    assert signed_in("lan.nt").get("/lich-lam-viec/thoi-han/khong-co/").status_code == 404
