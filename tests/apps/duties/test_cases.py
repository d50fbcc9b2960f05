"""Cases: owed like anything else, settled by their own record."""

from datetime import date, datetime, timedelta

import pytest

from dondoc.duties.access import published
from dondoc.duties.actions import obligation as act
from dondoc.duties.actions.case import set_due, settle_by
from dondoc.duties.actions.opening import open_due
from dondoc.duties.models import DutyMember, Evidence, Obligation
from dondoc.duties.queries import counts_of
from dondoc.duties.queries.checks import faults, recount
from dondoc.duties.queries.page import explanation_of
from dondoc.duties.rules.states import State
from dondoc.records.models import AuditEntry
from dondoc.toolkit.errors import BadInput
from makers import make_duty
from makers.duties import make_case, make_case_duty
from people import Cast, signed_in

pytestmark = pytest.mark.django_db


def test_a_case_is_owed_from_its_day_by_its_term_and_says_why(place, spring: datetime) -> None:
    one = make_case(place.an_lac, at=spring)
    assert (one.state, one.due_on, one.part, one.occurrence) == ("open", date(2026, 4, 14), "lead", "case:PA1")
    assert "06 ngày làm việc kể từ ngày 06/04/2026" in explanation_of(one)["rule"]
    assert published().get() == one
    assert counts_of(today=date(2026, 4, 15)).late == 1
    assert recount() == 0


def test_the_same_case_again_is_the_same_obligation(place, spring: datetime) -> None:
    duty = make_case_duty(place.an_lac)
    first = make_case(place.an_lac, duty=duty, at=spring)
    assert make_case(place.an_lac, duty=duty, at=spring + timedelta(days=2)) == first
    assert Obligation.objects.get().due_on == date(2026, 4, 14)
    assert recount() == 0


def test_two_cases_are_two_and_one_agency_does_not_hide_another(place, spring: datetime) -> None:
    duty = make_case_duty(place.an_lac)
    for agency, key in ((place.an_lac, "A"), (place.an_lac, "B"), (place.binh_hoa, "A")):
        make_case(agency, duty=duty, key=key, at=spring)
    assert Obligation.objects.count() == 3


def test_a_case_of_a_later_day_opens_by_the_day(place, spring: datetime) -> None:
    one = make_case(place.an_lac, at=spring, opens_on=date(2026, 4, 8))
    assert one.state == State.NOT_OPEN
    assert open_due(at=spring + timedelta(days=2)) == 1
    assert Obligation.objects.get().state == State.OPEN
    assert recount() == 0


def test_a_requested_body_is_asked_and_not_counted(place, spring: datetime) -> None:
    from makers import make_agency

    front = make_agency(place.province, "UB MTTQ tỉnh", kind="mttq", stance="requested")
    assert make_case(front, at=spring).is_requested
    assert counts_of(today=date(2026, 5, 15)).asked == 0


def test_who_supervises_sees_cases_too(place, cast: Cast, spring: datetime) -> None:
    duty = make_duty(
        place.province, [("lead", place.an_lac), ("supervise", place.lead)], schedule={"kind": "event", "text": ""}
    )
    make_case(place.an_lac, duty=duty, at=spring)
    assert DutyMember.objects.filter(agency=place.lead, part="supervise").exists()


def test_its_record_settles_it_and_is_its_proof(place, cast: Cast, spring: datetime) -> None:
    one = make_case(place.an_lac, at=spring)
    at = spring + timedelta(days=1)
    state = settle_by(one, record=("feedback", "PA1"), title="Trả lời PA1", by=cast.lan, at=at, href="/phan-anh/PA1/")
    assert (state, one.state, one.settled_at) == (State.DONE, "done", at)
    proof = Evidence.objects.get()
    assert (proof.kind, proof.record_code, proof.url) == ("record", "PA1", "/phan-anh/PA1/")
    assert not list(faults())


def test_settled_twice_counts_once_and_keeps_the_first_day(place, spring: datetime) -> None:
    one = make_case(place.an_lac, at=spring)
    for days in (1, 30):
        settle_by(one, record=("feedback", "PA1"), title="Trả lời", by=None, at=spring + timedelta(days=days))
    assert (one.state, Evidence.objects.count()) == ("done", 1)
    assert Obligation.objects.get().settled_at == spring + timedelta(days=1)
    assert AuditEntry.objects.filter(verb="settle").count() == 1
    assert recount() == 0


def test_after_its_day_it_is_done_late(place, spring: datetime) -> None:
    one = make_case(place.an_lac, at=spring)
    assert (
        settle_by(one, record=("feedback", "PA1"), title="Trả lời", by=None, at=spring + timedelta(days=20))
        == "done-late"
    )


def test_what_settled_it_may_be_taken_back_and_settle_again(place, spring: datetime) -> None:
    one = make_case(place.an_lac, at=spring)
    settle_by(one, record=("posting", "N1"), title="Niêm yết", by=None, at=spring)
    act.revoke(Obligation.objects.get(), by=None, at=spring, reason="Gỡ sớm")
    assert settle_by(one, record=("posting", "N2"), title="Niêm yết lại", by=None, at=spring) == State.DONE
    assert recount() == 0


def test_what_is_excused_stays_so(place, spring: datetime) -> None:
    one = make_case(place.an_lac, at=spring)
    act.excuse(one, by=None, at=spring, reason="Rút đơn")
    assert settle_by(one, record=("feedback", "PA1"), title="Trả lời", by=None, at=spring) == State.EXEMPT


def test_another_day_leaves_its_trace_and_the_counts_follow(place, cast: Cast, spring: datetime) -> None:
    one, later = make_case(place.an_lac, at=spring), spring + timedelta(days=30)
    before = counts_of(today=date(2026, 4, 20)).late
    assert set_due(one, due_at=later, explained={"rule": "Gia hạn."}, reason="Vụ việc phức tạp", by=cast.ha, at=spring)
    now = Obligation.objects.get()
    assert (before, counts_of(today=date(2026, 4, 20)).late) == (1, 0)
    assert (now.due_on, now.version) == (date(2026, 5, 6), 2)
    assert "Trước đây hạn là 14/04/2026; đổi sang 06/05/2026: Vụ việc phức tạp." in now.explained["rule"]
    assert AuditEntry.objects.get(verb="set_due").actor_id == cast.ha.pk
    assert recount() == 0


def test_the_same_day_again_changes_nothing_and_a_settled_one_keeps_its_day(place, spring: datetime) -> None:
    one = make_case(place.an_lac, at=spring)
    assert not set_due(one, due_at=one.due_at, explained={}, reason="Như cũ", by=None, at=spring)
    settle_by(one, record=("feedback", "PA1"), title="Trả lời", by=None, at=spring)
    with pytest.raises(BadInput) as refused:
        set_due(one, due_at=spring, explained={}, reason="Đổi", by=None, at=spring)
    assert refused.value.code == "due-settled"


def test_a_case_with_a_page_of_its_own_is_not_claimed_elsewhere(place, cast: Cast, spring: datetime) -> None:
    one = make_case(place.an_lac, at=spring, href="/phan-anh/PA1/")
    with pytest.raises(BadInput) as refused:
        act.settle(one, by=cast.lan, at=spring, text="Xong", claimed=True)
    assert refused.value.code == "settle-elsewhere"
    page = signed_in("lan.nt").get(f"/viec/{one.code}/").content.decode()
    assert 'href="/phan-anh/PA1/"' in page
    assert "Tự khai" not in page
    assert "Kỳ này không phát sinh" not in page
