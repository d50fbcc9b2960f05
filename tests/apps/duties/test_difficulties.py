"""Difficulties: questions with an owner and a day, owed like anything; the answer stands on the work."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from dondoc.duties.actions import obligation as work
from dondoc.duties.actions.difficulty import (
    answer_difficulty,
    count_anew,
    forward_difficulty,
    raise_difficulty,
    withdraw_difficulty,
)
from dondoc.duties.models import Difficulty, Obligation
from dondoc.duties.queries.checks import faults, recount
from dondoc.duties.queries.difficulties import levels_of, raised_by, waiting_for
from dondoc.figures.registry import Ask, tell
from dondoc.records.models import AuditEntry
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import scope_of
from dondoc.units.models import Agency
from makers import make_agency, make_member, make_obligations
from makers.schedule import make_day
from people import Cast, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def one(place) -> Obligation:
    """Home Affairs leads, An Lạc executes; Lan owes it."""
    found = make_obligations(place.province, [("lead", place.lead), ("execute", place.communes)], title="Niêm yết")
    return next(o for o in found if o.owed_by == place.an_lac and o.occurrence == "2026-Q1")


def ask(place, cast: Cast, at: datetime, to: Agency | None = None, one: Obligation | None = None) -> Difficulty:
    return raise_difficulty(
        place.an_lac,
        text="Chưa có mẫu biên bản",
        wish="Gửi mẫu",
        to=to or place.lead,
        by=cast.lan,
        at=at,
        obligation=one,
    )


def owed(row: Difficulty, by: Agency) -> Obligation:
    return Obligation.objects.get(occurrence=f"case:{row.code}", owed_by=by)


def test_who_can_settle_it_is_offered_nearest_first(place, cast: Cast, one: Obligation) -> None:
    levels = [(level.agency, level.what) for level in levels_of(place.an_lac, date(2026, 4, 6), one)]
    assert levels[0] == (place.lead, "chủ trì nhiệm vụ")
    assert (place.an_lac, "") not in levels
    assert levels[-1][0].name == "UBND tỉnh Minh Sơn"


def test_a_question_is_owed_by_its_owner_within_the_term(place, cast: Cast, one: Obligation, spring: datetime) -> None:
    row = ask(place, cast, spring, one=one)
    answer = owed(row, place.lead)
    assert (answer.state, answer.due_on) == ("open", date(2026, 4, 13))
    assert answer.explained["href"] == f"/viec/kho-khan/{row.code}/"
    assert [found.difficulty for found in waiting_for(scope_of(cast.ha, spring.date()))] == [row]
    assert recount() == 0


def test_the_answer_settles_it_and_stands_on_the_work(place, cast: Cast, one: Obligation, spring: datetime) -> None:
    row = ask(place, cast, spring, one=one)
    answer_difficulty(row, text="Đã gửi mẫu kèm công văn 12", by=cast.ha, at=spring + timedelta(days=1))
    assert owed(row, place.lead).state == "done"
    assert "Đã gửi mẫu kèm công văn 12" in signed_in("lan.nt").get(f"/viec/{one.code}/").content.decode()
    assert not waiting_for(scope_of(cast.ha, spring.date()))
    assert not list(faults())


def test_an_answer_after_its_day_is_late(place, cast: Cast, spring: datetime) -> None:
    row = ask(place, cast, spring)
    answer_difficulty(row, text="Đã gửi", by=cast.ha, at=spring + timedelta(days=30))
    assert owed(row, place.lead).state == "done-late"


def test_forwarded_the_first_has_done_it_and_the_next_owes_it_anew(place, cast: Cast, spring: datetime) -> None:
    row, committee = ask(place, cast, spring), Agency.objects.get(name="UBND tỉnh Minh Sơn")
    forward_difficulty(row, to=committee, note="Cần kinh phí", by=cast.ha, at=spring + timedelta(days=2))
    assert owed(row, place.lead).state == "done"
    assert (owed(row, committee).state, owed(row, committee).due_on) == ("open", date(2026, 4, 15))
    assert [step.owner for step in row.steps.order_by("pk")] == [place.lead, committee]
    answer_difficulty(row, text="Cấp trong quý II", by=cast.chi, at=spring + timedelta(days=3))
    assert owed(row, committee).state == "done"
    assert recount() == 0


def test_it_does_not_go_in_circles(place, cast: Cast, spring: datetime) -> None:
    row, committee = ask(place, cast, spring), Agency.objects.get(name="UBND tỉnh Minh Sơn")
    forward_difficulty(row, to=committee, note="Cần kinh phí", by=cast.ha, at=spring)
    with pytest.raises(BadInput) as refused:
        forward_difficulty(row, to=place.lead, note="Trả lại", by=cast.chi, at=spring)
    assert refused.value.code == "difficulty-circle"


def test_withdrawn_nobody_owes_an_answer(place, cast: Cast, spring: datetime) -> None:
    row = ask(place, cast, spring)
    withdraw_difficulty(row, reason="Đã tìm được mẫu", by=cast.lan, at=spring)
    assert owed(row, place.lead).state == "exempt"
    with pytest.raises(BadInput) as refused:
        answer_difficulty(row, text="Muộn rồi", by=cast.ha, at=spring)
    assert refused.value.code == "state-moved"


@pytest.mark.parametrize("code", ["reason-missing", "difficulty-self", "difficulty-elsewhere"])
def test_what_makes_no_sense_is_refused(place, cast: Cast, one: Obligation, spring: datetime, code: str) -> None:
    agency = place.binh_hoa if code == "difficulty-elsewhere" else place.an_lac
    to = place.an_lac if code == "difficulty-self" else place.lead
    text = " " if code == "reason-missing" else "Vướng"
    with pytest.raises(BadInput) as refused:
        raise_difficulty(agency, text=text, to=to, by=cast.lan, at=spring, obligation=one)
    assert refused.value.code == code
    assert not Difficulty.objects.exists()


def test_the_question_is_not_claimed_as_work(place, cast: Cast, spring: datetime) -> None:
    row = ask(place, cast, spring)
    with pytest.raises(BadInput):
        work.settle(owed(row, place.lead), by=cast.ha, at=spring, text="Xong", claimed=True)


def test_an_officer_asks_from_the_work_and_the_owner_answers(place, cast: Cast, one: Obligation) -> None:
    lan, ha, address = signed_in("lan.nt"), signed_in("ha.lt"), f"/viec/kho-khan/moi/?viec={one.code}"
    assert "Nêu khó khăn" in lan.get(f"/viec/{one.code}/").content.decode()
    assert "chủ trì nhiệm vụ" in lan.get(address).content.decode()
    assert lan.post(address, {"text": "", "to": place.lead.code}).status_code == 422
    assert lan.post(address, {"text": "Chưa có mẫu", "to": place.lead.code}).status_code == 302
    row = Difficulty.objects.get()
    assert "Chưa có mẫu" in ha.get("/viec/kho-khan/").content.decode()
    page = f"/viec/kho-khan/{row.code}/"
    assert ha.post(f"{page}tra-loi/", {"tra-loi-text": ""}).status_code == 422
    assert ha.post(f"{page}tra-loi/", {"tra-loi-text": "Đã gửi"}).status_code == 302
    assert "Đã gửi" in lan.get(page).content.decode()
    assert [one.difficulty.state for one in raised_by(scope_of(cast.lan, timezone.localdate()))] == ["answered"]
    assert AuditEntry.objects.filter(object_kind="difficulty").count() == 2


def test_it_is_decided_on_the_leaders_page(place, cast: Cast, now: datetime) -> None:
    ask(place, cast, now)
    assert "Chưa có mẫu biên bản" in signed_in("ha.lt").get("/").content.decode()
    assert "Chưa có mẫu biên bản" not in signed_in("chi.pq").get("/").content.decode()


def test_strangers_see_nothing_and_who_asked_does_not_answer(place, cast: Cast, spring: datetime) -> None:
    row = ask(place, cast, spring)
    page = f"/viec/kho-khan/{row.code}/"
    assert signed_in("tung.ds").get(page).status_code == 404
    assert signed_in("lan.nt").post(f"{page}tra-loi/", {"tra-loi-text": "Tự trả lời"}).status_code == 404
    assert signed_in("ha.lt").post(f"{page}rut/", {"rut-reason": "x", "rut-version": "1"}).status_code == 404


def test_one_of_two_answers_counts_and_no_text_is_lost(place, cast: Cast, spring: datetime) -> None:
    other = make_agency(place.province, "Phòng khác", kind="x")
    make_member(cast.minh, other, "head")
    row = ask(place, cast, spring)
    late = Difficulty.objects.get(pk=row.pk)
    answer_difficulty(row, text="Thứ nhất", by=cast.ha, at=spring)
    answer = signed_in("ha.lt").post(f"/viec/kho-khan/{row.code}/tra-loi/", {"tra-loi-text": "Thứ hai"})
    assert answer.status_code == 409
    assert "Thứ hai" in answer.content.decode()
    with pytest.raises(BadInput):
        answer_difficulty(late, text="Thứ ba", by=cast.ha, at=spring)


def test_a_holiday_declared_later_moves_the_answer_and_one_that_is_given_stays(
    place, cast: Cast, spring: datetime
) -> None:
    given, open_one = ask(place, cast, spring), ask(place, cast, spring)
    answer_difficulty(given, text="Đã gửi", by=cast.ha, at=spring)
    make_day(date(2026, 4, 8))
    assert count_anew(at=spring) == 1
    assert (owed(open_one, place.lead).due_on, owed(given, place.lead).due_on) == (date(2026, 4, 14), date(2026, 4, 13))
    assert "lịch làm việc thay đổi" in owed(open_one, place.lead).explained["rule"]
    assert count_anew(at=spring) == 0
    assert recount() == 0


def test_figures_tell_what_was_raised_and_answered_in_time(place, cast: Cast, spring: datetime) -> None:
    first, second, gone = (ask(place, cast, spring) for _ in range(3))
    answer_difficulty(first, text="Đã gửi", by=cast.ha, at=spring)
    answer_difficulty(second, text="Đã gửi", by=cast.ha, at=spring + timedelta(days=30))
    withdraw_difficulty(gone, reason="Hết vướng", by=cast.lan, at=spring)
    asked = Ask(frozenset({place.province.pk, place.an_lac.unit_id}), date(2026, 4, 1), date(2026, 4, 30))
    (raised,) = tell("duties.difficulties-raised", asked)
    assert (raised.unit_id, raised.numerator) == (place.an_lac.unit_id, 3)
    (answered,) = tell("duties.difficulties-answered", asked)
    assert (answered.agency_id, answered.numerator, answered.denominator) == (place.lead.pk, 1, 2)
