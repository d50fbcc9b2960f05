"""What was held settles its week; what was promised is owed; of a denunciation nothing is kept."""

from datetime import date, datetime, time, timedelta

import pytest
from django.db import IntegrityError, transaction

from dondoc.duties.actions.opening import open_due
from dondoc.duties.models import Obligation
from dondoc.duties.queries.waiting import waiting_duties
from dondoc.meetings.actions.dialogue import add_question, answer_question, hold_dialogue
from dondoc.meetings.actions.event import record_event
from dondoc.meetings.actions.norms import adopt_norms
from dondoc.meetings.actions.promise import keep_promise, promise, reopen_promise
from dondoc.meetings.actions.reception import (
    add_visit,
    conclude_visit,
    hold_reception,
    miss_reception,
    notice_refusal,
    plan_receptions,
    refuse_visit,
)
from dondoc.meetings.models import LocalEvent, Norm, Reception, Visit
from dondoc.meetings.queries.overview import unit_rows
from dondoc.meetings.queries.papers import refusal_paper
from dondoc.records.models import AuditEntry
from dondoc.toolkit.errors import BadInput
from dondoc.units.models import Settlement
from makers import LONG_AGO, make_agency, make_duty
from makers.meetings import make_dialogue, make_promise, make_question, make_reception, make_visit
from people import Cast

pytestmark = pytest.mark.django_db
TUESDAY = date(2026, 10, 6)


def refused(code: str):
    return pytest.raises(BadInput, check=lambda fault: fault.code == code)


def test_the_law_is_taken_over_once_with_its_citation(place) -> None:
    assert adopt_norms(place.province, by=None, at=LONG_AGO) == 0
    assert {norm.key for norm in Norm.objects.all()} == {"commune-chair", "head", "dialogue"}
    assert all(norm.citation for norm in Norm.objects.all())
    assert place.owed("reception").count() >= 51
    assert place.owed("dialogue").count() == 1


def test_a_reception_held_by_the_head_settles_its_own_week(place, cast: Cast, autumn: datetime) -> None:
    one = make_reception(place.an_lac, on=TUESDAY, by=cast.lan, at=autumn - timedelta(days=9))
    later = autumn + timedelta(days=20)
    assert hold_reception(one, by=cast.lan, at=later)
    assert not hold_reception(one, by=cast.lan, at=later)
    owed = Obligation.objects.get(pk=one.settles_id)
    assert (owed.occurrence, owed.state) == ("2026-10-05", "done")
    assert place.owed("reception").filter(state="done").count() == 1


def test_who_stands_in_for_the_head_settles_nothing(place, cast: Cast, autumn: datetime) -> None:
    one = make_reception(place.an_lac, on=TUESDAY, by=cast.lan, at=autumn - timedelta(days=9))
    assert hold_reception(one, chaired_by="Phó Chủ tịch", is_by_head=False, by=cast.lan, at=autumn)
    assert one.settles_id is None
    assert not place.owed("reception").filter(state="done").exists()


def test_a_missed_one_keeps_its_week_owed(place, cast: Cast, autumn: datetime) -> None:
    one = make_reception(place.an_lac, on=TUESDAY, by=cast.lan, at=autumn - timedelta(days=9))
    with refused("reason-missing"):
        miss_reception(one, reason=" ", by=cast.lan, at=autumn)
    assert miss_reception(one, reason="Đi họp tỉnh, tiếp bù ngày 08/10", by=cast.lan, at=autumn)
    open_due(at=autumn)
    assert place.owed("reception").get(occurrence="2026-10-05").state == "open"


def test_receptions_for_weeks_avoid_days_off_and_are_there_once(place, cast: Cast, autumn: datetime) -> None:
    more = {"starts_at": time(8), "ends_at": time(11), "place": "Trụ sở", "chaired_by": "Vũ Khang"}
    first = date(2026, 11, 17)
    made = plan_receptions(place.an_lac, first_on=first, weeks=3, by=cast.lan, at=autumn, **more)
    assert [row.on for row in made] == [date(2026, 11, 17), date(2026, 11, 23), date(2026, 12, 1)]
    assert plan_receptions(place.an_lac, first_on=first, weeks=3, by=cast.lan, at=autumn, **more) == []


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"ends_at": time(7)}, "reception-hours"),
        ({"place": " "}, "reception-nowhere"),
        ({"is_online": True}, "online-too-late"),
    ],
)
def test_receptions_that_cannot_be(place, cast: Cast, autumn: datetime, more: dict, code: str) -> None:
    with refused(code):
        make_reception(place.an_lac, on=date(2026, 10, 9), by=cast.lan, at=autumn, **more)
    assert not Reception.objects.exists()


def test_an_online_one_is_told_five_working_days_before(place, cast: Cast, autumn: datetime) -> None:
    assert make_reception(place.an_lac, on=date(2026, 10, 13), by=cast.lan, at=autumn, is_online=True)
    with refused("online-too-late"):
        make_reception(place.binh_hoa, on=date(2026, 10, 12), by=cast.tung, at=autumn, is_online=True)


def test_of_a_denunciation_nothing_but_the_fact_is_kept(place, cast: Cast, autumn: datetime) -> None:
    one = make_reception(place.an_lac, on=TUESDAY, by=cast.lan, at=autumn)
    for more in ({"citizen": "Bùi Thị Hoa"}, {"content": "Tố cáo ông A"}, {"answer": "Đã nhận"}):
        with refused("denunciation-named"):
            add_visit(one, kind="denunciation", by=cast.lan, at=autumn, **more)
    visit = add_visit(one, kind="denunciation", by=cast.lan, at=autumn)
    for act in (
        lambda: conclude_visit(visit, outcome="forwarded", answer="Ông B", by=cast.lan, at=autumn),
        lambda: refuse_visit(visit, ground="other", reason="Bà C", by=cast.lan, at=autumn),
        lambda: make_promise(visit, place.an_lac, by=cast.lan, at=autumn),
    ):
        with refused("denunciation-named"):
            act()
    with pytest.raises(IntegrityError), transaction.atomic():
        Visit.objects.filter(pk=visit.pk).update(content="Tố cáo ông A")


def test_the_trail_does_not_hold_the_name(place, cast: Cast, autumn: datetime) -> None:
    make_visit(make_reception(place.an_lac, on=TUESDAY, by=cast.lan, at=autumn), by=cast.lan, at=autumn)
    assert "Hoa" not in str(AuditEntry.objects.get(verb="add_visit").after)


def test_a_refusal_owes_its_notice_within_three_working_days(place, cast: Cast, autumn: datetime) -> None:
    visit = make_visit(make_reception(place.an_lac, on=TUESDAY, by=cast.lan, at=autumn), by=cast.lan, at=autumn)
    refusal = refuse_visit(visit, ground="settled", reason="Đã có quyết định cuối cùng", by=cast.lan, at=autumn)
    assert refusal.settles.due_on == date(2026, 10, 9)
    with refused("refusal-twice"):
        refuse_visit(visit, ground="settled", reason="Lần nữa", by=cast.lan, at=autumn)
    later = autumn + timedelta(days=2)
    assert notice_refusal(refusal, number="12/TB-UBND", on=later.date(), by=cast.lan, at=later)
    assert not notice_refusal(refusal, number="12/TB-UBND", on=later.date(), by=cast.lan, at=later)
    assert Obligation.objects.get(pk=refusal.settles_id).state == "done"


def test_the_notice_is_an_official_document(place, cast: Cast, autumn: datetime) -> None:
    from io import BytesIO

    from docx import Document

    visit = make_visit(make_reception(place.an_lac, on=TUESDAY, by=cast.lan, at=autumn), by=cast.lan, at=autumn)
    refusal = refuse_visit(visit, ground="settled", reason="Đã có quyết định cuối cùng", by=cast.lan, at=autumn)
    document = Document(BytesIO(refusal_paper(refusal, today=autumn.date())))
    text = "\n".join(p.text for p in document.paragraphs)
    for words in ("từ chối tiếp công dân", "Bùi Thị Hoa", "Đã có quyết định cuối cùng", "quyền khiếu nại"):
        assert words in text


def test_what_was_promised_is_owed_kept_and_may_be_opened_again(place, cast: Cast, autumn: datetime) -> None:
    visit = make_visit(make_reception(place.an_lac, on=TUESDAY, by=cast.lan, at=autumn), by=cast.lan, at=autumn)
    made = make_promise(visit, place.economy, by=cast.lan, at=autumn, days=10)
    owed = Obligation.objects.get(pk=made.settles_id)
    assert (owed.held_by, owed.due_on, owed.state) == (place.economy, date(2026, 10, 16), "open")
    later = autumn + timedelta(days=20)
    assert keep_promise(made, text="Đã rải đá 1,2 km", by=cast.lan, at=later)
    assert not keep_promise(made, text="Đã rải đá", by=cast.lan, at=later)
    assert Obligation.objects.get(pk=owed.pk).state == "done-late"
    assert reopen_promise(made, reason="Mới làm 200 m", by=cast.lan, at=later)
    assert Obligation.objects.get(pk=owed.pk).state == "open"
    row = unit_rows([place.an_lac.unit], later.date())[0]
    assert (row.kept, row.promised) == (0, 1)


@pytest.mark.parametrize(("days", "code"), [(-1, "promise-past")])
def test_a_promise_has_a_day_to_come_and_an_owner_here(
    place, cast: Cast, autumn: datetime, days: int, code: str
) -> None:
    visit = make_visit(make_reception(place.an_lac, on=TUESDAY, by=cast.lan, at=autumn), by=cast.lan, at=autumn)
    with refused(code):
        make_promise(visit, place.an_lac, by=cast.lan, at=autumn, days=days)
    with refused("promise-elsewhere"):
        make_promise(visit, place.binh_hoa, by=cast.lan, at=autumn)
    with refused("promise-empty"):
        promise(visit, agency=place.an_lac, text=" ", due_on=autumn.date(), by=cast.lan, at=autumn)


def test_a_dialogue_with_its_minutes_settles_the_year(place, cast: Cast, autumn: datetime) -> None:
    talk = make_dialogue(place.an_lac, on=TUESDAY, by=cast.lan, at=autumn)
    with refused("dialogue-minutes"):
        hold_dialogue(talk, people=80, minutes="", by=cast.lan, at=autumn)
    with refused("dialogue-people"):
        hold_dialogue(talk, people=0, minutes="05/BB", by=cast.lan, at=autumn)
    assert hold_dialogue(talk, people=80, minutes="05/BB-UBND", by=cast.lan, at=autumn)
    assert place.owed("dialogue").get().state == "done"
    question = make_question(talk, by=cast.lan, at=autumn)
    answer_question(question, answer="Sẽ sửa trong tháng", by=cast.lan, at=autumn)
    assert add_question(talk, text="Rác để ở đâu?", by=cast.lan, at=autumn).number == 2
    assert make_promise(question, place.economy, by=cast.lan, at=autumn).question == question


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"topic": ""}, "dialogue-empty"),
        ({"on": date(2026, 10, 5)}, "dialogue-past"),
        ({"on": date(2026, 10, 9), "is_online": True}, "online-too-late"),
    ],
)
def test_dialogues_that_cannot_be(place, cast: Cast, autumn: datetime, more: dict, code: str) -> None:
    more = {"on": TUESDAY} | more
    with refused(code):
        make_dialogue(place.an_lac, by=cast.lan, at=autumn, **more)


def test_what_has_not_come_was_not_held(place, cast: Cast, autumn: datetime) -> None:
    day = date(2026, 10, 20)
    talk = make_dialogue(place.an_lac, on=day, by=cast.lan, at=autumn)
    with refused("dialogue-future"):
        hold_dialogue(talk, people=5, minutes="1/BB", by=cast.lan, at=autumn)
    with refused("reception-future"):
        hold_reception(make_reception(place.an_lac, on=day, by=cast.lan, at=autumn), by=cast.lan, at=autumn)


def test_an_election_opens_what_waits_for_it_here_alone(place, cast: Cast, autumn: datetime) -> None:
    waits = make_duty(
        place.province, [("execute", place.an_lac)], title="Tuyên truyền trước bầu cử trưởng thôn",
        schedule={"kind": "event", "text": "Trước bầu cử", "normalised": {"phase": ["before"]}},
    )  # fmt: skip
    assert waiting_duties(place.an_lac, autumn.date()) == [waits]
    assert waiting_duties(place.binh_hoa, autumn.date()) == []
    hall = Settlement.objects.get(commune=place.an_lac.unit)
    told = {"kind": "election", "name": "Bầu trưởng thôn Nà Lan", "on": date(2026, 10, 25), "duties": [waits]}
    with refused("event-settlement"):
        record_event(place.an_lac, by=cast.lan, at=autumn, **told)
    for _ in range(2):
        event = record_event(place.an_lac, settlement=hall, by=cast.lan, at=autumn, **told)
    assert (LocalEvent.objects.count(), event.opened) == (1, 1)
    owed = Obligation.objects.get(duty=waits)
    assert (owed.held_by, owed.due_on) == (place.an_lac, date(2026, 10, 23))


def test_an_event_opens_the_work_of_the_department_that_leads(place, cast: Cast, autumn: datetime) -> None:
    lead = make_agency(place.province, "Sở Nội vụ", kind="t-noi-vu")
    waits = make_duty(
        place.province, [("lead", lead), ("coordinate", place.an_lac)], title="Hướng dẫn bầu trưởng thôn", task="T7",
        schedule={"kind": "event", "text": "Trước bầu cử", "normalised": {"phase": ["before"]}}, plan_code="kh7",
    )  # fmt: skip
    assert waiting_duties(place.an_lac, autumn.date()) == [waits]
    hall = Settlement.objects.get(commune=place.an_lac.unit)
    record_event(
        place.an_lac, kind="election", name="Bầu trưởng thôn", on=date(2026, 10, 25), duties=[waits], settlement=hall,
        by=cast.lan, at=autumn,
    )  # fmt: skip
    assert Obligation.objects.get(duty=waits).held_by == lead
