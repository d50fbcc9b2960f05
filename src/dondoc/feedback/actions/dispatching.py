"""From the dispatcher to the agency: acknowledge, transfer, ask the writer, extend; the clock goes along."""

from datetime import datetime

from django.db import transaction

from dondoc.accounts.models import User
from dondoc.feedback.actions.receiving import href_of, label_of
from dondoc.feedback.actions.terms import (
    begin_term,
    drop_term,
    extend_term,
    meet_term,
    recount,
    start_clock,
    stop_clock,
)
from dondoc.feedback.actions.trace import demanded, move, note
from dondoc.feedback.models import Report, Service, Term
from dondoc.feedback.queries.terms import counted, day_of, open_term, rule_for, stops_of
from dondoc.feedback.rules import clock
from dondoc.feedback.rules.defaults import ACKNOWLEDGE, ANSWER, EXTEND, FORWARD
from dondoc.feedback.rules.stages import Stage
from dondoc.feedback.rules.wording import length, moment
from dondoc.records.actions import audit
from dondoc.schedule.queries import current_calendar
from dondoc.toolkit.errors import BadInput
from dondoc.units.models import Agency

FLOW = "report"


def acknowledge_report(
    report: Report,
    *,
    agency: Agency,
    by: User,
    at: datetime,
    service: Service | None = None,
    is_private: bool | None = None,
    assigned_to: User | None = None,
) -> Stage:
    """Take a report on and give it to the agency that answers: the term of acknowledging is met, that of answering runs
    from the receipt. `is_private` None leaves what the writer wished."""
    with transaction.atomic():
        stage = move(
            report,
            "acknowledge",
            by=by,
            at=at,
            after={"agency": agency.code},
            agency=agency,
            assigned_to=assigned_to,
            acknowledged_at=at,
            service=service or report.service,
            is_private=report.is_private if is_private is None else is_private,
        )
        term = open_term(FLOW, report.code, ACKNOWLEDGE)
        record, title = (FLOW, report.code), f"Tiếp nhận phản ánh {report.code}"
        meet_term(term, record=record, title=title, href=href_of(report), by=by, at=at)
        answer = begin_answer(report, by=by, at=at)
        note(report, "acknowledged", by=by, at=at, agency=agency, text=_due_words(answer))
    return stage


def begin_answer(report: Report, *, by: User | None, at: datetime, counted_from: datetime | None = None) -> Term:
    """Let the agency that has the report now owe its answer."""
    assert report.agency is not None
    received_at = report.received_at if report.round == 1 else _reopened_at(report, at)
    return begin_term(
        (FLOW, report.code),
        step=ANSWER,
        key=ANSWER,
        unit=report.unit,
        agency=report.agency,
        rule=rule_for(report.unit, ANSWER, day_of(received_at), channel=report.channel),
        received_at=received_at,
        counted_from=counted_from,
        label=label_of(report),
        href=href_of(report),
        by=by,
        at=at,
        turn=report.round * 100 + report.transfers,
        assigned_to=report.assigned_to,
    )


def transfer_report(report: Report, *, to: Agency, reason: str, by: User, at: datetime) -> Stage:
    """Give a report to another agency. The first transfer within its own limit gives the new agency the whole term;
    later ones, and late ones, do not make the citizen wait longer. Refuses the agency that has it, and no reason."""
    reason = demanded(reason, "Ghi lý do chuyển: vì sao cơ quan kia mới đúng thẩm quyền.")
    if to.pk == report.agency_id:
        raise BadInput("transfer-same", "Phản ánh đang ở chính cơ quan này. Chọn cơ quan khác.")
    with transaction.atomic():
        limit = _transfer_limit(report)
        from_now = at if clock.may_restart(at, limit, report.transfers) else None
        old = open_term(FLOW, report.code, ANSWER)
        stage = move(
            report, "transfer", by=by, at=at, after={"agency": to.code, "reason": reason}, agency=to,
            assigned_to=None, transfers=report.transfers + 1,
        )  # fmt: skip
        drop_term(old, reason=f"Đã chuyển {to.name}: {reason}", by=by, at=at)
        term = begin_answer(report, by=by, at=at, counted_from=from_now)
        if old is not None and old.extended_by and from_now is None:
            term.extended_by = old.extended_by
            recount(term, reason="Đã gia hạn trước khi chuyển", href=href_of(report), by=by, at=at)
        note(report, "transferred", by=by, at=at, agency=to, text=f"{reason} {_due_words(term)}")
    return stage


def ask_writer(report: Report, *, question: str, by: User, at: datetime) -> Stage:
    """Ask the writer for what is missing: the clock stands still until there is a reply, or the wait is over."""
    question = demanded(question, "Ghi rõ cần người gửi bổ sung điều gì.")
    with transaction.atomic():
        stage = move(report, "ask", by=by, at=at)
        stop_clock((FLOW, report.code), at=at)
        _recount(report, "Chờ người gửi bổ sung", by, at)
        note(report, "asked", by=by, at=at, text=question)
    return stage


def resume_report(report: Report, *, by: User | None, at: datetime, text: str = "", is_reply: bool = False) -> Stage:
    """The clock goes on: by the writer's reply, by an officer, or because the wait is over (nobody)."""
    text = demanded(text, "Viết nội dung bổ sung.") if is_reply else text
    with transaction.atomic():
        stage = move(report, "resume", by=by, at=at)
        start_clock((FLOW, report.code), at=at)
        _recount(report, "Tính tiếp sau khi chờ người gửi", by, at)
        note(report, "replied" if is_reply else "resumed", by=by, at=at, text=text)
    return stage


def extend_report(report: Report, *, number: int, reason: str, by: User, at: datetime) -> None:
    """Lengthen the term of the answer once, with a reason that the writer reads. Refuses more than the office allows
    itself, a second time, and after the end."""
    reason = demanded(reason, "Ghi lý do gia hạn: người gửi sẽ đọc được.")
    most = rule_for(report.unit, EXTEND, day_of(at), channel=report.channel)
    if not 1 <= number <= most.number:
        raise BadInput("extend-number", "Gia hạn từ 1 đến {most}.", most=length(most.number, most.unit))
    with transaction.atomic():
        term = open_term(FLOW, report.code, ANSWER)
        if term is None:
            raise BadInput("term-none", "Phản ánh này không còn thời hạn đang chạy.")
        move(report, "extend", by=by, at=at, after={"number": number, "reason": reason})
        extend_term(term, number=number, reason=f"Gia hạn: {reason}", href=href_of(report), by=by, at=at)
        note(report, "extended", by=by, at=at, text=f"{reason} {_due_words(term)}")


def assign_report(report: Report, *, to: User | None, by: User, at: datetime) -> None:
    """Say who in the agency does it."""
    with transaction.atomic():
        Report.objects.filter(pk=report.pk).update(assigned_to=to)
        audit.record("assign_report", (FLOW, report.code), by=by, at=at, after={"to": to.code if to else ""})
    report.assigned_to = to


def make_private(report: Report, *, is_private: bool, by: User, at: datetime) -> None:
    """Keep a report from all but those who work on it, or open it again. Refuses to hide what is published: that is
    taken back first."""
    if report.published_at is not None:
        raise BadInput("report-published", "Phản ánh đang công bố. Thu hồi công bố trước, rồi chuyển riêng tư.")
    with transaction.atomic():
        Report.objects.filter(pk=report.pk, published_at=None).update(is_private=is_private)
        audit.record("make_private", (FLOW, report.code), by=by, at=at, after={"private": is_private})
        note(report, "private" if is_private else "open", by=by, at=at, is_public=False)
    report.is_private = is_private


def link_alike(report: Report, *, to: Report, by: User, at: datetime) -> None:
    """Say that a report is about the same thing as another of the unit: it is answered with it. Refuses itself, a
    chain, and one of another unit."""
    if to.pk == report.pk or to.unit_id != report.unit_id or to.same_as_id is not None or report.alike.exists():
        raise BadInput("alike-bad", "Chọn một phản ánh khác của đơn vị, chưa gắn với phản ánh nào.")
    with transaction.atomic():
        Report.objects.filter(pk=report.pk).update(same_as=to)
        audit.record("link_alike", (FLOW, report.code), by=by, at=at, after={"to": to.code})
        note(report, "alike", by=by, at=at, is_public=False, text=to.code)
    report.same_as = to


def _transfer_limit(report: Report) -> clock.Term:
    rule = rule_for(report.unit, FORWARD, day_of(report.received_at), channel=report.channel)
    stops = stops_of(FLOW, report.code)
    return clock.term(report.received_at, rule, calendar=current_calendar(), stops=stops)


def _recount(report: Report, reason: str, by: User | None, at: datetime) -> None:
    term = open_term(FLOW, report.code, ANSWER)
    if term is not None:
        recount(term, reason=reason, href=href_of(report), by=by, at=at)


def _reopened_at(report: Report, at: datetime) -> datetime:
    last = report.steps.filter(verb="reopened").order_by("-pk").values_list("at", flat=True).first()
    return last or at


def _due_words(term: Term) -> str:
    due = counted(term).due
    return f"Hạn trả lời: {moment(due)}." if due else "Thời hạn đang tạm dừng."
