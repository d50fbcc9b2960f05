"""The pages: a week's reception, the book that stays inside, a dialogue from notice to what was done, the calendar."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from dondoc.duties.models import Obligation, Occasion
from dondoc.meetings.models import Dialogue, Promise, Reception, Visit
from dondoc.units.models import Settlement
from makers import make_duty
from makers.meetings import make_dialogue, make_promise, make_question, make_reception, make_visit
from people import Cast, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def today() -> date:
    return timezone.localdate()


def unit_of(place) -> str:
    return f"/tiep-dan/don-vi/{place.an_lac.unit.code}/"


def test_from_the_calendar_to_a_promise_that_is_kept(place, cast: Cast, today: date) -> None:
    client = signed_in("lan.nt")
    sent = {
        "agency": place.an_lac.code, "first_on": today.isoformat(), "starts_at": "08:00", "ends_at": "11:00",
        "place": "Trụ sở", "chaired_by": "Vũ Đình Khang, Chủ tịch", "weeks": "1",
    }  # fmt: skip
    assert client.post(f"{unit_of(place)}buoi-tiep/", sent).status_code == 302
    one = Reception.objects.get()
    page = f"/tiep-dan/buoi/{one.code}/"
    client.post(f"{page}da-tiep/", {"tiep-chaired_by": "Vũ Đình Khang", "tiep-by_head": "1"})
    line = {"luot-kind": "proposal", "luot-people": "1", "luot-content": "Đề nghị sửa cầu", "luot-citizen": "Bùi Hoa"}
    answer = client.post(f"{page}luot/", line)
    visit = Visit.objects.get()
    assert answer.url == f"/tiep-dan/luot/{visit.code}/"
    due = (today + timedelta(days=7)).isoformat()
    given = {"hua-text": "Sửa cầu Nà Lan", "hua-agency": place.economy.code, "hua-due_on": due}
    assert client.post(f"{answer.url}hua/", given).status_code == 302
    made = Promise.objects.get()
    text = client.get(unit_of(place)).content.decode()
    assert "Sửa cầu Nà Lan" in text
    assert client.post(f"/tiep-dan/hua/{made.code}/xong/", {"xong-text": "Đã thay mặt cầu"}).status_code == 302
    assert Obligation.objects.get(pk=made.settles_id).state == "done"
    assert "Đã thay mặt cầu" in client.get(f"/tiep-dan/hua/{made.code}/").content.decode()


def test_the_book_stays_in_the_own_unit(place, cast: Cast, now: datetime) -> None:
    visit = make_visit(make_reception(place.an_lac, on=now.date(), by=cast.lan, at=now), by=cast.lan, at=now)
    above = signed_in("chi.pq")
    page = above.get(f"/tiep-dan/buoi/{visit.reception.code}/")
    assert page.status_code == 200
    assert "Bùi Thị Hoa" not in page.content.decode()
    assert above.get(f"/tiep-dan/luot/{visit.code}/").status_code == 404
    assert signed_in("tung.ds").get(f"/tiep-dan/buoi/{visit.reception.code}/").status_code == 404
    assert "Bùi Thị Hoa" in signed_in("lan.nt").get(f"/tiep-dan/luot/{visit.code}/").content.decode()


def test_a_denunciation_is_refused_its_name_and_what_was_typed_stays(place, cast: Cast, today: date) -> None:
    one = make_reception(place.an_lac, on=today, by=cast.lan, at=timezone.now())
    line = {"luot-kind": "denunciation", "luot-people": "1", "luot-citizen": "Bùi Hoa"}
    answer = signed_in("lan.nt").post(f"/tiep-dan/buoi/{one.code}/luot/", line)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "sổ tố cáo mật" in text
    assert "Bùi Hoa" in text
    assert not Visit.objects.exists()


def test_the_public_calendar_names_no_citizen(place, cast: Cast) -> None:
    now = timezone.now()
    one = make_reception(place.an_lac, on=timezone.localdate(), by=cast.lan, at=now)
    make_visit(one, by=cast.lan, at=now)
    make_dialogue(place.an_lac, on=timezone.localdate(), by=cast.lan, at=now)
    answer = Client().get(f"/tiep-dan/lich/{place.an_lac.unit.code}.ics")
    text = answer.content.decode().replace("\r\n ", "")
    assert answer["Content-Type"].startswith("text/calendar")
    assert text.count("BEGIN:VEVENT") == 2
    assert "Tiếp công dân: UBND xã An Lạc" in text
    assert "DTSTART:" in text
    assert "Hoa" not in text


def test_a_dialogue_shows_what_was_asked_and_what_was_done(place, cast: Cast) -> None:
    now = timezone.now()
    talk = make_dialogue(place.an_lac, on=timezone.localdate(), by=cast.lan, at=now)
    make_promise(make_question(talk, by=cast.lan, at=now), place.economy, by=cast.lan, at=now)
    client = signed_in("lan.nt")
    sent = {"to-chuc-people": "120", "to-chuc-minutes": "15/BB-UBND"}
    assert client.post(f"/tiep-dan/doi-thoai/{talk.code}/to-chuc/", sent).status_code == 302
    text = client.get(f"/tiep-dan/doi-thoai/{talk.code}/").content.decode()
    for words in ("Bao giờ sửa đường", "Sửa đường vào thôn Nà Lan", "15/BB-UBND", "Phòng Kinh tế"):
        assert words in text
    assert Dialogue.objects.get().settles_id == place.owed("dialogue").get().pk


def test_those_above_see_all_communes(place) -> None:
    client = signed_in("chi.pq")
    text = client.get("/tiep-dan/").content.decode()
    assert "xã An Lạc" in text
    assert "Phải tiếp" in text
    assert client.get("/tiep-dan/xuat.xlsx").status_code == 200
    assert client.post(f"{unit_of(place)}buoi-tiep/", {}).status_code == 404


def test_what_is_owed_leads_to_the_calendar(place) -> None:
    owed = place.owed("reception")[0]
    client = signed_in("lan.nt")
    assert f"/tiep-dan/viec/{owed.code}/" in client.get(f"/viec/{owed.code}/").content.decode()
    assert client.get(f"/tiep-dan/viec/{owed.code}/").url.endswith("#lich")


def test_an_unknown_verb_is_nowhere(place, cast: Cast, now: datetime) -> None:
    visit = make_visit(make_reception(place.an_lac, on=now.date(), by=cast.lan, at=now), by=cast.lan, at=now)
    assert signed_in("lan.nt").post(f"/tiep-dan/luot/{visit.code}/xoa/").status_code == 404


def test_an_event_told_here_is_the_occasion_of_the_work_that_waits(place, cast: Cast, today: date) -> None:
    waits = make_duty(
        place.province, [("execute", place.an_lac)], title="Tuyên truyền trước bầu cử trưởng thôn",
        schedule={"kind": "event", "text": "Trước bầu cử", "normalised": {"phase": ["before"]}},
    )  # fmt: skip
    client, page = signed_in("lan.nt"), f"{unit_of(place)}su-kien/"
    assert 'href="/viec/su-kien/"' in client.get(page).content.decode()
    hall = Settlement.objects.get(commune=place.an_lac.unit)
    sent = {"kind": "election", "name": "Bầu trưởng thôn Nà Lan", "on": (today + timedelta(days=9)).isoformat()}
    assert client.post(page, sent).status_code == 422, "an election has its village"
    sent |= {"settlement": hall.code, "duties": waits.code}
    far = client.post(page, sent | {"on": (today + timedelta(days=2000)).isoformat(), "duties": []})
    assert far.status_code == 422
    assert "kiểm tra lại năm" in far.content.decode()
    assert client.post(page, sent).status_code == 302
    assert Occasion.objects.get().settlement == hall
    assert Obligation.objects.get(duty=waits).held_by == place.an_lac
    assert "Bầu trưởng thôn Nà Lan" in client.get("/viec/su-kien/").content.decode()
