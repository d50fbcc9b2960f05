"""Complaints, denunciations, requests for accountability: legal steps, legal terms, pages."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client

from dondoc.duties.models import Obligation
from dondoc.feedback.actions import accounts, complaints, denunciations
from dondoc.feedback.models import CaseParty, Complaint, Term
from dondoc.feedback.queries.registers import denunciation_sums, register_rows
from dondoc.records.models import AuditEntry
from dondoc.toolkit.errors import BadInput
from makers.feedback import Ward
from people import Cast

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 2)


def day(number: int) -> date:
    return DAY + timedelta(days=number)


def complain(ward: Ward, cast: Cast, at: datetime, **more: bool) -> Complaint:
    return complaints.receive_complaint(
        ward.committee, received_on=DAY, subject="land", summary="Quyết định thu hồi đất", name="Vũ Mai Hoa",
        by=cast.lan,
        at=at, **more,  # type: ignore[arg-type]
    )  # fmt: skip


def owed(code: str, step: str) -> Obligation:
    term = Term.objects.get(case_code=code, step=step)
    return Obligation.objects.get(pk=term.obligation_id)


def test_a_complaint_is_numbered_and_its_writer_kept_apart(ward: Ward, cast: Cast, now: datetime) -> None:
    first, second = complain(ward, cast, now), complain(ward, cast, now)
    assert (first.number, second.number) == (1, 2)
    assert CaseParty.objects.filter(case_code=first.code, name="Vũ Mai Hoa").exists()
    assert "Vũ Mai Hoa" not in str(list(AuditEntry.objects.values("after")))
    assert str(owed(first.code, "complaint.accept").due_on) == "2026-11-11"  # seven working days, NĐ 155/2026


@pytest.mark.parametrize(
    ("marks", "due"),
    [
        ({}, "2026-12-03"),
        ({"is_complex": True}, "2026-12-18"),
        ({"is_remote": True, "is_complex": True}, "2027-01-04"),
        ({"is_second": True}, "2026-12-18"),
        ({"is_second": True, "is_remote": True, "is_complex": True}, "2027-01-12"),
    ],
)
def test_the_term_for_settling_follows_level_place_and_complexity(
    ward: Ward, cast: Cast, now: datetime, marks: dict[str, bool], due: str
) -> None:
    row = complain(ward, cast, now, **marks)
    complaints.accept_complaint(row, on=day(1), by=cast.lan, at=now)
    assert owed(row.code, "complaint.accept").state == "done"
    assert str(owed(row.code, "complaint.settle").due_on) == due


def test_what_was_entered_late_but_done_in_time_is_in_time(ward: Ward, cast: Cast, now: datetime) -> None:
    row = complain(ward, cast, now)
    complaints.accept_complaint(row, on=day(3), by=cast.lan, at=now + timedelta(days=30))
    assert owed(row.code, "complaint.accept").state == "done"


def test_a_suspended_complaint_stands_still_and_goes_on(ward: Ward, cast: Cast, now: datetime) -> None:
    row = complain(ward, cast, now)
    complaints.accept_complaint(row, on=day(1), by=cast.lan, at=now)
    complaints.suspend_complaint(row, by=cast.lan, at=now)
    assert owed(row.code, "complaint.settle").due_at is None
    complaints.continue_complaint(row, by=cast.lan, at=now + timedelta(days=9))
    assert str(owed(row.code, "complaint.settle").due_on) == "2026-12-14"  # ten days touched: 10 to 19/11


def test_settled_it_is_sent_within_three_working_days(ward: Ward, cast: Cast, now: datetime) -> None:
    row = complain(ward, cast, now)
    complaints.accept_complaint(row, on=day(1), by=cast.lan, at=now)
    complaints.settle_complaint(row, on=day(4), decision="12/QĐ-UBND", finding="wrong", by=cast.lan, at=now)
    assert str(owed(row.code, "complaint.send-decision").due_on) == "2026-11-11"
    complaints.send_decision(row, on=day(5), by=cast.lan, at=now)
    assert owed(row.code, "complaint.send-decision").state == "done"
    with pytest.raises(BadInput) as refused:
        complaints.send_decision(row, on=day(5), by=cast.lan, at=now)
    assert refused.value.code == "register-state"


def test_withdrawn_nothing_more_is_owed(ward: Ward, cast: Cast, now: datetime) -> None:
    row = complain(ward, cast, now)
    complaints.withdraw_complaint(row, reason="Rút đơn", by=cast.lan, at=now)
    assert owed(row.code, "complaint.accept").state == "exempt"


@pytest.mark.parametrize("on", [day(-1), day(20)])
def test_a_step_is_not_before_the_last_one_nor_still_to_come(ward: Ward, cast: Cast, now: datetime, on: date) -> None:
    row = complain(ward, cast, now)
    with pytest.raises(BadInput) as refused:
        complaints.accept_complaint(row, on=on, by=cast.lan, at=now)
    assert refused.value.code == "register-day"


def test_a_denunciation_runs_through_its_terms(ward: Ward, cast: Cast, now: datetime) -> None:
    row = denunciations.receive_denunciation(
        ward.committee, received_on=DAY, by=cast.chi, at=now, is_several_places=True
    )
    assert str(owed(row.code, "denunciation.initial").due_on) == "2026-11-16"
    denunciations.decide_denunciation(row, state="accepted", on=day(1), by=cast.chi, at=now)
    assert str(owed(row.code, "denunciation.settle").due_on) == "2026-12-03"
    denunciations.extend_denunciation(row, by=cast.chi, at=now)
    denunciations.extend_denunciation(row, by=cast.chi, at=now)
    with pytest.raises(BadInput) as refused:
        denunciations.extend_denunciation(row, by=cast.chi, at=now)
    assert refused.value.code == "term-extended"
    assert str(owed(row.code, "denunciation.settle").due_on) == "2027-02-01"
    denunciations.settle_denunciation(row, on=day(8), finding="partly", by=cast.chi, at=now)
    denunciations.publish_conclusion(row, on=day(8), by=cast.chi, at=now)
    assert row.state == "published"
    sums = denunciation_sums([ward.committee.pk], 2026, now)
    assert (sums.received, sums.accepted, sums.settled, sums.late) == (1, 1, 1, 0)


def test_a_request_for_an_account_is_answered_and_lengthened_once(ward: Ward, cast: Cast, now: datetime) -> None:
    row = accounts.receive_request(
        ward.committee, received_on=DAY, summary="Vì sao dừng thi công", name="Ông Sính", by=cast.lan, at=now
    )
    assert str(owed(row.code, "accountability.accept").due_on) == "2026-11-09"
    accounts.accept_request(row, on=day(4), by=cast.lan, at=now)
    assert str(owed(row.code, "accountability.explain").due_on) == "2026-11-23"
    accounts.extend_request(row, reason="Chờ hồ sơ", by=cast.lan, at=now)
    assert str(owed(row.code, "accountability.explain").due_on) == "2026-12-07"
    with pytest.raises(BadInput):
        accounts.extend_request(row, reason="Nữa", by=cast.lan, at=now)
    accounts.explain_request(row, on=day(8), document="31/BC-UBND", by=cast.lan, at=now)
    assert owed(row.code, "accountability.explain").state == "done"


def test_the_register_tells_the_step_that_runs_and_its_lateness(ward: Ward, cast: Cast, now: datetime) -> None:
    row = complain(ward, cast, now)
    told = register_rows("complaint", [row], now + timedelta(days=10))[0]
    assert (told.step, told.is_late) == ("Thụ lý khiếu nại", True)


def test_a_complaint_by_the_pages(client: Client, ward: Ward, cast: Cast, at_hand: datetime) -> None:
    client.force_login(cast.lan)
    given = {
        "agency": ward.committee.code, "received_on": "2026-11-09", "subject": "land", "summary": "QĐ thu hồi đất",
        "name": "Vũ Mai Hoa",
    }  # fmt: skip
    assert client.post("/phan-anh/so/khieu-nai/moi/", {**given, "name": ""}).status_code == 422
    sent = client.post("/phan-anh/so/khieu-nai/moi/", given)
    assert sent.status_code == 302
    page = client.get(sent.url).content.decode()
    assert "Thụ lý khiếu nại: hạn 18/11/2026" in page
    assert client.post(f"{sent.url}thu-ly/", {"thu-ly-on": "2026-11-30"}).status_code == 422
    assert client.post(f"{sent.url}thu-ly/", {"thu-ly-on": "2026-11-10"}).status_code == 302
    assert "đang giải quyết" in client.get("/phan-anh/so/khieu-nai/").content.decode()
    assert client.post(f"{sent.url}gui/", {"gui-on": "2026-11-10"}).status_code == 422
