"""Drafts before the people: for long enough, by anybody, answered, summed up; floods are asked and then wait."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from dondoc.disclosure.actions.consultation import answer_comment, hide_comment, publish_summary
from dondoc.disclosure.models import Comment, Consultation
from dondoc.disclosure.queries.public import public_comments, public_consultations
from dondoc.duties.actions.evidence import Upload
from dondoc.duties.models import Obligation
from dondoc.records.actions.flood import budget
from dondoc.records.guard import count_sending, new_stamp
from dondoc.records.models import AuditEntry, Knock
from dondoc.records.rules.flood import WORDS
from dondoc.toolkit.errors import BadInput
from makers.disclosure import PNG, make_comment, make_consultation
from people import Cast, signed_in

pytestmark = pytest.mark.django_db
SAID = "Đề nghị bỏ khoản 3 vì khó làm."


def refused(code: str):
    return pytest.raises(BadInput, check=lambda fault: fault.code == code)


def stamp(seconds: int = 30) -> str:
    return new_stamp(timezone.now() - timedelta(seconds=seconds))


@pytest.fixture
def draft(place, cast: Cast) -> Consultation:
    return make_consultation(place.an_lac, by=cast.lan, at=timezone.now())


def test_twenty_days_at_least(place, cast: Cast, autumn: datetime) -> None:
    with refused("consultation-short"):
        make_consultation(place.an_lac, by=cast.lan, at=autumn, days=19)
    made = make_consultation(place.an_lac, by=cast.lan, at=autumn, days=20)
    owed = Obligation.objects.get(pk=made.settles_id)
    assert (owed.state, owed.held_by) == ("open", place.an_lac)
    assert owed.due_on > made.ends_on


def test_a_draft_that_is_a_picture_is_refused_whole(place, cast: Cast, autumn: datetime) -> None:
    with refused("consultation-picture"):
        make_consultation(place.an_lac, by=cast.lan, at=autumn, papers=[Upload("du-thao.png", [PNG])])
    assert not Consultation.objects.exists()


def test_from_comments_to_the_summary(place, cast: Cast, autumn: datetime) -> None:
    made = make_consultation(place.an_lac, by=cast.lan, at=autumn)
    first, second = make_comment(made, at=autumn, name="Hoa"), make_comment(made, at=autumn)
    later = autumn + timedelta(days=30)
    with refused("consultation-open"):
        publish_summary(made, summary="Đã tiếp thu", by=cast.lan, at=autumn)
    with refused("consultation-unanswered"):
        publish_summary(made, summary="Đã tiếp thu", by=cast.lan, at=later)
    with refused("reason-missing"):
        answer_comment(first, outcome="explained", answer="", by=cast.lan, at=later)
    answer_comment(first, outcome="taken", answer="", by=cast.lan, at=later)
    hide_comment(second, reason="Lời lẽ xúc phạm", by=cast.lan, at=later)
    publish_summary(made, summary="Tiếp thu 1 ý kiến", by=cast.lan, at=later)
    assert Obligation.objects.get(pk=made.settles_id).state == "done"
    assert [one.outcome for one in public_comments(made)] == ["tiếp thu"]
    assert public_consultations(place.an_lac.unit, later.date())[0].comments == 1


def test_after_the_end_nothing_is_taken(place, cast: Cast, autumn: datetime) -> None:
    made = make_consultation(place.an_lac, by=cast.lan, at=autumn)
    with refused("consultation-closed"):
        make_comment(made, at=autumn + timedelta(days=40))


def test_anybody_comments_without_an_account_and_the_trail_has_no_name(draft: Consultation) -> None:
    client = Client()
    assert "Gửi ý kiến" in client.get(f"/cong-khai/gop-y/{draft.code}/").content.decode()
    answer = client.post(f"/cong-khai/gop-y/{draft.code}/", {"text": SAID, "name": "Bùi Hoa", "stamp": stamp()})
    assert answer.status_code == 302
    assert Comment.objects.get().name == "Bùi Hoa"
    assert "Hoa" not in str(AuditEntry.objects.get(verb="send_comment").after)
    assert SAID not in client.get(f"/cong-khai/gop-y/{draft.code}/").content.decode()


@pytest.mark.parametrize("more", [{"stamp": ""}, {"stamp": "0"}, {"website": "x"}], ids=["none", "forged", "trap"])
def test_what_looks_like_a_program_is_asked_a_sum(draft: Consultation, more: dict) -> None:
    client, sent = Client(), {"text": SAID, "stamp": stamp()} | more
    answer = client.post(f"/cong-khai/gop-y/{draft.code}/", sent)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "bằng mấy?" in text
    assert SAID in text
    assert not Comment.objects.exists()
    sent |= solved(text) | {"_once": "mot-lan-va-chi-mot"}
    assert client.post(f"/cong-khai/gop-y/{draft.code}/", sent).status_code == 302
    assert client.post(f"/cong-khai/gop-y/{draft.code}/", sent).status_code == 302, "clicked twice"
    assert client.post(f"/cong-khai/gop-y/{draft.code}/", sent | {"_once": ""}).status_code == 422, (
        "answers are used up"
    )
    assert Comment.objects.count() == 1


def solved(page: str) -> dict[str, str]:
    """The answer to the question of a page, as its form sends it."""
    first, __, second, *__ = page.split('<label for="id_answer">')[1].lower().split()
    token = page.split('name="token" value="')[1].split('"')[0]
    return {"token": token, "answer": str(WORDS.index(first) + WORDS.index(second))}


def test_a_flood_is_asked_and_then_waits(draft: Consultation) -> None:
    client, sent, most = Client(), {"text": SAID, "stamp": stamp()}, budget()
    for _ in range(most.asked_after):
        assert client.post(f"/cong-khai/gop-y/{draft.code}/", sent).status_code == 302
    assert client.post(f"/cong-khai/gop-y/{draft.code}/", sent).status_code == 422
    for _ in range(most.refused_after - most.asked_after):
        count_sending("comment", "127.0.0.1", at=timezone.now())
    assert client.post(f"/cong-khai/gop-y/{draft.code}/", sent).status_code == 429
    assert Comment.objects.count() == most.asked_after
    assert not Knock.objects.filter(address_hash__contains="127").exists()


def test_the_office_answers_on_its_page_and_a_stranger_finds_nothing(draft: Consultation) -> None:
    said = make_comment(draft, at=timezone.now())
    client, page = signed_in("lan.nt"), f"/cong-khai/lay-y-kien/{draft.code}/"
    name = f"tra-loi-{said.code}"
    sent = {f"{name}-outcome": "explained", f"{name}-answer": "Luật không cho phép"}
    assert client.post(f"{page}{name}/", sent).status_code == 302
    assert "Luật không cho phép" in client.get(page).content.decode()
    assert "Luật không cho phép" in Client().get(f"/cong-khai/gop-y/{draft.code}/").content.decode()
    assert signed_in("tung.ds").get(page).status_code == 404
    assert client.post(f"{page}xoa/").status_code == 404


def test_a_draft_to_come_is_not_to_be_seen_yet(place, cast: Cast) -> None:
    start = timezone.localdate() + timedelta(days=3)
    made = make_consultation(
        place.an_lac, by=cast.lan, at=timezone.now(), starts_on=start, ends_on=start + timedelta(days=25)
    )
    assert Client().get(f"/cong-khai/gop-y/{made.code}/").status_code == 404
