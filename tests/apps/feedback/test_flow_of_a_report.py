"""A report from its receipt to the writer's word, at the verbs."""

from datetime import datetime, timedelta
from uuid import uuid4

import pytest

from dondoc.duties.models import Obligation
from dondoc.feedback.actions import answering, dispatching, keeping
from dondoc.feedback.actions.receiving import Letter, receive_report
from dondoc.feedback.models import Contact, Report, Term
from dondoc.feedback.rules.defaults import ACKNOWLEDGE, ANSWER
from dondoc.feedback.rules.stages import Outcome, Stage
from dondoc.records.models import AuditEntry, Message
from dondoc.toolkit.errors import BadInput
from makers.feedback import TEXT, Ward, make_acknowledged, make_answered, make_report, make_ward
from people import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def ward(cast: Cast) -> Ward:
    return make_ward(cast)


def owed(report: Report, step: str) -> Obligation:
    term = Term.objects.filter(case_code=report.code, step=step).latest("pk")
    assert term.obligation_id is not None
    return Obligation.objects.get(pk=term.obligation_id)


def test_what_came_in_is_owed_to_be_acknowledged_within_a_day(ward: Ward, now: datetime) -> None:
    report = make_report(ward, at=now)
    one = owed(report, ACKNOWLEDGE)
    assert (one.held_by, one.state, one.due_at) == (ward.committee, "open", now + timedelta(hours=24))
    assert TEXT not in f"{one.label}{one.explained}{one.duty.title}"


def test_the_same_sending_is_one_report_and_one_code(ward: Ward, now: datetime) -> None:
    key = uuid4()
    first, code, is_new = receive_report(ward.intake, letter=Letter(TEXT), sent_key=key, by=None, at=now)
    again, same, is_newer = receive_report(
        ward.intake, letter=Letter("khác hẳn rồi nhé"), sent_key=key, by=None, at=now
    )
    assert (first.pk, code, is_new, is_newer) == (again.pk, same, True, False)
    assert AuditEntry.objects.filter(verb="receive_report").count() == 1


def test_the_trail_and_the_database_hold_no_code_and_no_text_of_the_writer(ward: Ward, now: datetime) -> None:
    report, code, _ = receive_report(
        ward.intake, letter=Letter(TEXT, phone="0912345678"), sent_key=uuid4(), by=None, at=now
    )
    assert code not in str(Report.objects.filter(pk=report.pk).values())
    trail = str(list(AuditEntry.objects.values("before", "after")))
    assert TEXT not in trail
    assert "0912345678" not in trail


def test_acknowledged_in_time_the_agency_owes_the_answer_from_the_receipt(
    ward: Ward, cast: Cast, now: datetime
) -> None:
    report = make_report(ward, at=now)
    dispatching.acknowledge_report(report, agency=ward.division, by=cast.lan, at=now + timedelta(hours=3))
    assert owed(report, ACKNOWLEDGE).state == "done"
    one = owed(report, ANSWER)
    assert (one.held_by, str(one.due_on)) == (ward.division, "2026-11-18")
    late = make_report(ward, at=now)
    dispatching.acknowledge_report(late, agency=ward.division, by=cast.lan, at=now + timedelta(hours=25))
    assert owed(late, ACKNOWLEDGE).state == "done-late"


def test_nobody_acknowledges_twice(ward: Ward, cast: Cast, now: datetime) -> None:
    report = make_report(ward, at=now)
    seen_before = Report.objects.get(pk=report.pk)
    dispatching.acknowledge_report(report, agency=ward.division, by=cast.lan, at=now)
    with pytest.raises(BadInput) as refused:
        dispatching.acknowledge_report(seen_before, agency=ward.committee, by=cast.lan, at=now)
    assert refused.value.code == "report-moved"
    with pytest.raises(BadInput) as refused:
        dispatching.acknowledge_report(report, agency=ward.committee, by=cast.lan, at=now)
    assert refused.value.code == "report-stage"


def test_the_clock_stands_still_while_the_writer_is_asked(ward: Ward, cast: Cast, now: datetime) -> None:
    report = make_acknowledged(ward, by=cast.lan, at=now)
    dispatching.ask_writer(report, question="Đoạn nào, gần nhà ai?", by=cast.minh, at=now + timedelta(days=1))
    assert owed(report, ANSWER).due_at is None
    dispatching.resume_report(report, by=None, at=now + timedelta(days=3), text="Gần trạm y tế", is_reply=True)
    assert str(owed(report, ANSWER).due_on) == "2026-11-23"  # 11, 12 and 13/11 are left out
    assert [step.verb for step in report.steps.order_by("pk")] == ["received", "acknowledged", "asked", "replied"]


def test_a_writer_who_does_not_reply_holds_the_clock_no_longer_than_the_wait(
    ward: Ward, cast: Cast, now: datetime
) -> None:
    report = make_acknowledged(ward, by=cast.lan, at=now)
    dispatching.ask_writer(report, question="Ở đâu?", by=cast.minh, at=now)
    assert keeping.end_waits(at=now + timedelta(days=14)) == 0
    assert keeping.end_waits(at=now + timedelta(days=16)) == 1
    report.refresh_from_db()
    assert report.stage == Stage.ASSIGNED
    assert owed(report, ANSWER).due_at is not None


def test_the_first_transfer_in_time_gives_the_whole_term_and_the_second_does_not(
    ward: Ward, cast: Cast, now: datetime
) -> None:
    report = make_acknowledged(ward, by=cast.lan, at=now)
    first = owed(report, ANSWER)
    dispatching.transfer_report(
        report, to=ward.committee, reason="Thuộc Văn phòng.", by=cast.minh, at=now + timedelta(days=2)
    )
    first.refresh_from_db()
    assert first.state == "exempt"
    assert str(owed(report, ANSWER).due_on) == "2026-11-20"
    dispatching.transfer_report(report, to=ward.division, reason="Chuyển lại.", by=cast.lan, at=now + timedelta(days=3))
    assert (str(owed(report, ANSWER).due_on), owed(report, ANSWER).state) == ("2026-11-18", "open")


def test_a_term_is_lengthened_once_with_a_reason_and_before_its_end(ward: Ward, cast: Cast, now: datetime) -> None:
    report = make_acknowledged(ward, by=cast.lan, at=now)
    with pytest.raises(BadInput) as refused:
        dispatching.extend_report(report, number=3, reason=" ", by=cast.minh, at=now)
    assert refused.value.code == "report-reason"
    dispatching.extend_report(report, number=3, reason="Chờ vật tư", by=cast.minh, at=now)
    assert str(owed(report, ANSWER).due_on) == "2026-11-23"
    with pytest.raises(BadInput) as refused:
        dispatching.extend_report(report, number=3, reason="Nữa", by=cast.minh, at=now)
    assert refused.value.code == "term-extended"
    late = make_acknowledged(ward, by=cast.lan, at=now)
    with pytest.raises(BadInput) as refused:
        dispatching.extend_report(late, number=1, reason="Muộn", by=cast.minh, at=now + timedelta(days=20))
    assert refused.value.code == "term-over"
    assert Report.objects.get(pk=late.pk).version == 2


def test_the_head_is_told_once_before_the_end(ward: Ward, cast: Cast, now: datetime) -> None:
    report = make_acknowledged(ward, by=cast.lan, at=now)
    eve = datetime.fromisoformat("2026-11-17T08:05:00+07:00")
    assert keeping.escalate_terms(at=now + timedelta(hours=1)) == 0
    assert keeping.escalate_terms(at=eve) == 1
    assert keeping.escalate_terms(at=eve) == 0
    assert report.steps.filter(verb="escalated", is_public=False).count() == 1


def test_an_approved_answer_is_the_proof_and_only_then_is_it_over(ward: Ward, cast: Cast, now: datetime) -> None:
    report = make_acknowledged(ward, by=cast.lan, at=now, email="hoa@example.vn")
    answering.submit_answer(report, text="Đã vá xong.", outcome=Outcome.RESOLVED, by=cast.minh, at=now)
    assert owed(report, ANSWER).state == "open"
    answering.return_answer(report, reason="Nêu ngày xong.", by=cast.chi, at=now)
    answering.submit_answer(report, text="Đã vá xong ngày 09/11.", outcome=Outcome.RESOLVED, by=cast.minh, at=now)
    answering.approve_answer(report, by=cast.chi, at=now)
    assert (report.stage, report.outcome, owed(report, ANSWER).state) == ("answered", "resolved", "done")
    letter = Message.objects.get()
    assert "vá xong" not in letter.body
    assert Contact.objects.get().keep_until == (now + timedelta(days=90)).date()


def test_a_refusal_needs_its_reason(ward: Ward, cast: Cast, now: datetime) -> None:
    report = make_acknowledged(ward, by=cast.lan, at=now)
    with pytest.raises(BadInput) as refused:
        answering.submit_answer(report, text="Không.", outcome=Outcome.REFUSED, by=cast.minh, at=now)
    assert refused.value.code == "answer-reason"


def test_the_writer_says_no_and_it_is_owed_again(ward: Ward, cast: Cast, now: datetime) -> None:
    report = make_answered(ward, by=cast.lan, at=now)
    answering.confirm_outcome(report, is_resolved=False, rating=2, at=now + timedelta(days=1))
    assert (report.confirmed, report.rating) == (False, 2)
    answering.reopen_report(report, text="Mưa xong lại hỏng như cũ.", by=None, at=now + timedelta(days=2))
    assert (report.stage, report.round) == ("assigned", 2)
    one = owed(report, ANSWER)
    assert (one.state, str(one.due_on)) == ("open", "2026-11-20")
    assert Term.objects.filter(case_code=report.code, step=ANSWER).count() == 2


def test_those_about_the_same_thing_are_answered_together(ward: Ward, cast: Cast, now: datetime) -> None:
    main, other = make_acknowledged(ward, by=cast.lan, at=now), make_report(ward, at=now)
    dispatching.link_alike(other, to=main, by=cast.lan, at=now)
    answering.submit_answer(main, text="Đã vá xong.", outcome=Outcome.RESOLVED, by=cast.minh, at=now)
    answering.approve_answer(main, by=cast.chi, at=now)
    other.refresh_from_db()
    assert (other.stage, other.outcome) == ("answered", "resolved")
    assert owed(other, ACKNOWLEDGE).state == "done"


def test_contacts_go_when_their_day_has_come(ward: Ward, cast: Cast, now: datetime) -> None:
    make_answered(ward, by=cast.lan, at=now, phone="0912345678", name="Vũ Mai Hoa")
    assert keeping.erase_contacts(at=now + timedelta(days=90)) == 0
    assert keeping.erase_contacts(at=now + timedelta(days=91)) == 1
    assert Contact.objects.filter(name="", phone="", erased_at__isnull=False).count() == 1
