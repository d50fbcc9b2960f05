"""What comes round: the head is told before the end, waiting ends, contacts are erased, calendars are followed."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from dondoc.feedback.actions.dispatching import resume_report
from dondoc.feedback.actions.terms import recount, take_rule
from dondoc.feedback.actions.trace import note
from dondoc.feedback.events import TermNearlyOver
from dondoc.feedback.models import Contact, Report, Stop, Term
from dondoc.feedback.queries.terms import day_of, moved_by, rule_for, running_about
from dondoc.feedback.rules import clock
from dondoc.feedback.rules.defaults import WAIT
from dondoc.feedback.rules.stages import Stage
from dondoc.feedback.rules.wording import moment
from dondoc.records.actions import audit, outbox
from dondoc.schedule.queries import current_calendar, label_of

RUNNING = {"met_at": None, "dropped_at": None}


def escalate_terms(*, at: datetime) -> int:
    """Tell the head of what is nearly over and not yet met: each term once. How many."""
    told = 0
    for term in Term.objects.filter(**RUNNING, escalated_at=None, warn_at__lte=at, due_at__gt=at).order_by("pk"):
        with transaction.atomic():
            if not Term.objects.filter(pk=term.pk, escalated_at=None).update(escalated_at=at):
                continue
            told += 1
            outbox.emit(TermNearlyOver(term.flow, term.case_code, term.step), at=at)
            on = (term.flow, term.case_code)
            audit.record("escalate_term", on, by=None, at=at, after={"step": term.step})
            report = Report.objects.filter(code=term.case_code).first() if term.flow == "report" else None
            if report is not None:
                note(report, "escalated", by=None, at=at, is_public=False)
    return told


def end_waits(*, at: datetime) -> int:
    """A writer who was asked and did not reply within the wait holds the clock no longer."""
    ended = 0
    for stop in Stop.objects.filter(flow="report", ends_at=None).order_by("pk"):
        report = Report.objects.filter(code=stop.case_code, stage=Stage.WAITING).select_related("unit__parent").first()
        if report is None:
            continue
        rule = rule_for(report.unit, WAIT, day_of(stop.begins_at), channel=report.channel)
        due = clock.term(stop.begins_at, rule, calendar=current_calendar()).due
        if due is not None and at > due:
            resume_report(report, by=None, at=at, text="Hết thời gian chờ người gửi bổ sung.")
            ended += 1
    return ended


def follow_calendar(days: Collection[date], decision: str, *, at: datetime) -> int:
    """Days are worked or off otherwise than before: every term that still runs is counted anew, and says so."""
    if not days:
        return 0
    moved = 0
    reason = f"Lịch làm việc thay đổi: {decision}"
    for term in running_about(days):
        with transaction.atomic():
            before = term.due_at
            if recount(term, reason=reason, href=_href(term), by=None, at=at):
                moved += 1
                _tell_writer(term, before, reason, at)
    return moved


def follow_term(key: str, citation: str, *, at: datetime) -> int:
    """An office set a term or took it back: each one of the key that still runs is counted by what now holds for the
    day on which its step began, and says so. What was met stays, and what would be over already. How many changed."""
    changed, reason = 0, f"Thời hạn “{label_of(key)}” thay đổi: {citation}"
    for term, rule, _then in list(moved_by(key, at)):
        with transaction.atomic():
            before = term.due_at
            take_rule(term, rule, reason=reason, href=_href(term), by=None, at=at)
            changed += 1
            if term.due_at != before:
                _tell_writer(term, before, reason, at)
    return changed


def _tell_writer(term: Term, before: datetime | None, reason: str, at: datetime) -> None:
    """A citizen who follows the report reads why its day is another."""
    report = Report.objects.filter(code=term.case_code).first() if term.flow == "report" else None
    if report is not None and before is not None and term.due_at is not None:
        text = f"{reason}. Hạn chuyển từ {_said(before)} sang {_said(term.due_at)}."
        note(report, "moved", by=None, at=at, text=text)


def erase_contacts(*, at: datetime) -> int:
    """What is no longer needed of a writer is overwritten; that there was something stays."""
    rows = Contact.objects.filter(erased_at=None, keep_until__lt=day_of(at))
    with transaction.atomic():
        codes = list(rows.values_list("report__code", flat=True))
        if codes:
            rows.update(name="", phone="", email="", erased_at=at)
            audit.record_bulk("erase_contacts", "report", codes, by=None, at=at)
    return len(codes)


def _href(term: Term) -> str:
    held = term.obligation.explained if term.obligation else {}
    return str(held.get("href", ""))


def _said(when: datetime) -> str:
    return moment(timezone.localtime(when))
