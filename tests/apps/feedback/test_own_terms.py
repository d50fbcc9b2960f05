"""An office sets a term: what citizens wrote, complaints and denunciations that run are counted by one rule."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from dondoc.duties.models import Obligation
from dondoc.feedback.actions import complaints, denunciations
from dondoc.feedback.actions.keeping import follow_term
from dondoc.feedback.models import Complaint, Step, Term
from dondoc.feedback.queries.terms import foreseen_by_term
from dondoc.records.models import AuditEntry
from dondoc.records.worker import drain
from dondoc.schedule.actions.timer import withdraw_timer
from dondoc.schedule.queries import timer
from makers.feedback import Ward, make_acknowledged
from makers.schedule import make_timer
from people import Cast

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 2)
ACCEPT, INITIAL = "complaint.accept", "denunciation.initial"


def complain(ward: Ward, cast: Cast, at: datetime) -> Complaint:
    told = {"subject": "land", "summary": "Quyết định thu hồi đất", "name": "Vũ Mai Hoa"}
    return complaints.receive_complaint(ward.committee, received_on=DAY, **told, by=cast.lan, at=at)


def days() -> list[str]:
    """The day of each term that runs, which its obligation says too."""
    rows = Term.objects.filter(met_at=None).select_related("obligation").order_by("pk")
    told = [str(timezone.localtime(row.due_at).date()) for row in rows if row.due_at]
    assert told == [str(row.obligation.due_on) for row in rows if row.obligation]
    return told


def test_complaints_and_denunciations_that_run_follow_the_offices_term(ward: Ward, cast: Cast, now: datetime) -> None:
    complain(ward, cast, now)
    denunciations.receive_denunciation(ward.committee, received_on=DAY, by=cast.lan, at=now)
    before = days()
    for key in (ACCEPT, INITIAL):
        make_timer(key, number=12)
        follow_term(key, "Quy chế 5/QC", at=now)
    assert before == ["2026-11-11", "2026-11-11"]
    assert days() == ["2026-11-18", "2026-11-18"]
    traces = AuditEntry.objects.filter(object_code__in=Obligation.objects.values("code")).values_list(
        "after", flat=True
    )
    assert str(list(traces)).count("Quy chế 5/QC") == 2


def test_a_file_that_began_before_the_term_holds_keeps_its_day(ward: Ward, cast: Cast, now: datetime) -> None:
    complain(ward, cast, now)
    make_timer(ACCEPT, number=12, valid_from=DAY + timedelta(days=1))
    assert follow_term(ACCEPT, "Quy chế 5/QC", at=now) == 0
    assert days() == ["2026-11-11"]


def test_what_was_done_and_what_would_be_over_already_stay(ward: Ward, cast: Cast, now: datetime) -> None:
    complaints.accept_complaint(complain(ward, cast, now), on=DAY, by=cast.lan, at=now)
    complain(ward, cast, now)
    before = list(Term.objects.values_list("due_at", flat=True))
    make_timer(ACCEPT, number=1)
    assert foreseen_by_term(ACCEPT, timer, now) == []
    assert follow_term(ACCEPT, "Quy chế 5/QC", at=now) == 0
    assert list(Term.objects.values_list("due_at", flat=True)) == before


def test_what_is_foreseen_is_what_happens_once(ward: Ward, cast: Cast, now: datetime) -> None:
    complain(ward, cast, now)
    complain(ward, cast, now)
    make_timer(ACCEPT, number=12)
    (seen,) = foreseen_by_term(ACCEPT, timer, now)
    assert (str(seen.was_on), str(seen.due_on), seen.count) == ("2026-11-11", "2026-11-18", 2)
    assert follow_term(ACCEPT, "Quy chế 5/QC", at=now) == 2
    assert follow_term(ACCEPT, "Quy chế 5/QC", at=now) == 0


def test_the_writer_of_a_report_is_told_and_law_comes_back_when_it_is_withdrawn(ward: Ward, cast: Cast) -> None:
    at = datetime.now(UTC) - timedelta(hours=1)
    make_acknowledged(ward, by=cast.lan, at=at)
    (before,) = days()
    row = make_timer(number=30, at=at)
    drain()
    (after,) = days()
    assert after > before
    assert Step.objects.filter(verb="moved", text__contains="Kế hoạch 12/KH-UBND").exists()
    withdraw_timer(row, by=None, at=at)
    drain()
    assert days() == [before]
