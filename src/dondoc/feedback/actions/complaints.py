"""Complaints by the Law on complaints 2011: received, accepted or not, suspended, settled, the decision sent."""

from datetime import date, datetime

from django.db import transaction

from dondoc.accounts.models import User
from dondoc.feedback.actions.numbering import FLOWS, begin, change, day_after, href_of, meet, register
from dondoc.feedback.actions.terms import drop_term, recount, start_clock, stop_clock
from dondoc.feedback.actions.trace import demanded
from dondoc.feedback.models import CaseParty, Complaint
from dondoc.feedback.queries.terms import open_term
from dondoc.feedback.rules.registers import ComplaintState, ComplaintSubject, Finding, settlement_key
from dondoc.records.actions import audit
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.text import clean
from dondoc.units.models import Agency

ACCEPT, SETTLE, SEND = "complaint.accept", "complaint.settle", "complaint.send-decision"


def receive_complaint(
    agency: Agency,
    *,
    received_on: date,
    subject: str,
    summary: str,
    name: str,
    by: User,
    at: datetime,
    address: str = "",
    is_second: bool = False,
    is_complex: bool = False,
    is_remote: bool = False,
) -> Complaint:
    """Enter a complaint in the register. Who complains is kept apart, with salted hashes in the trail."""
    summary = clean(demanded(summary, "Ghi tóm tắt: khiếu nại quyết định, hành vi nào."))[:300]
    name = " ".join(clean(demanded(name, "Ghi tên người, cơ quan khiếu nại.")).split())[:120]
    if subject not in set(ComplaintSubject):
        raise BadInput("complaint-subject", "Chọn lĩnh vực khiếu nại.")
    with transaction.atomic():
        row = register(
            Complaint, agency=agency, received_on=received_on, by=by, at=at, subject=subject, summary=summary,
            is_second=is_second, is_complex=is_complex, is_remote=is_remote,
        )  # fmt: skip
        keep_party(row, name, address, by, at)
        begin(row, ACCEPT, key=ACCEPT, on=received_on, by=by, at=at)
    return row


def accept_complaint(row: Complaint, *, on: date, by: User, at: datetime) -> None:
    """Thụ lý: the term for settling runs from here, by level, complexity and place."""
    with transaction.atomic():
        day_after(on, row.received_on, at)
        change(
            row, "accept", states=(ComplaintState.RECEIVED,), by=by, at=at, state=ComplaintState.ACCEPTED.value,
            accepted_on=on,
        )  # fmt: skip
        meet(row, ACCEPT, on=on, title="Thụ lý", by=by, at=at)
        key = settlement_key(is_second=row.is_second, is_complex=row.is_complex, is_remote=row.is_remote)
        begin(row, SETTLE, key=key, on=on, by=by, at=at)


def refuse_complaint(row: Complaint, *, on: date, reason: str, by: User, at: datetime) -> None:
    """Not accepted, with the reason that is told to whoever complains."""
    reason = demanded(reason, "Ghi lý do không thụ lý và căn cứ.")
    with transaction.atomic():
        day_after(on, row.received_on, at)
        change(
            row, "refuse", states=(ComplaintState.RECEIVED,), by=by, at=at, state=ComplaintState.NOT_ACCEPTED.value,
            accepted_on=on, refusal=reason,
        )  # fmt: skip
        meet(row, ACCEPT, on=on, title="Thông báo không thụ lý", by=by, at=at)


def suspend_complaint(row: Complaint, *, by: User, at: datetime) -> None:
    """Tạm đình chỉ: the clock stands still."""
    with transaction.atomic():
        change(row, "suspend", states=(ComplaintState.ACCEPTED,), by=by, at=at, state=ComplaintState.SUSPENDED.value)
        stop_clock((FLOWS[Complaint], row.code), at=at)
        _recount(row, "Tạm đình chỉ giải quyết", by, at)


def continue_complaint(row: Complaint, *, by: User, at: datetime) -> None:
    with transaction.atomic():
        change(row, "continue", states=(ComplaintState.SUSPENDED,), by=by, at=at, state=ComplaintState.ACCEPTED.value)
        start_clock((FLOWS[Complaint], row.code), at=at)
        _recount(row, "Tiếp tục giải quyết", by, at)


def withdraw_complaint(row: Complaint, *, reason: str, by: User, at: datetime) -> None:
    """Đình chỉ: withdrawn by whoever complained, or without object; nothing more is owed."""
    reason = demanded(reason, "Ghi căn cứ đình chỉ.")
    with transaction.atomic():
        open_states = (ComplaintState.RECEIVED, ComplaintState.ACCEPTED, ComplaintState.SUSPENDED)
        change(row, "withdraw", states=open_states, by=by, at=at, state=ComplaintState.WITHDRAWN.value)
        start_clock((FLOWS[Complaint], row.code), at=at)
        for step in (ACCEPT, SETTLE):
            drop_term(open_term(FLOWS[Complaint], row.code, step), reason=f"Đình chỉ: {reason}", by=by, at=at)


def settle_complaint(row: Complaint, *, on: date, decision: str, finding: str, by: User, at: datetime) -> None:
    """A decision was made: its number, its day, what it found. It is now to be sent."""
    decision = demanded(decision, "Ghi số, ký hiệu quyết định giải quyết.")[:60]
    if finding not in set(Finding):
        raise BadInput("finding-bad", "Chọn kết luận: đúng, đúng một phần hoặc sai.")
    with transaction.atomic():
        day_after(on, row.accepted_on, at)
        change(
            row, "settle", states=(ComplaintState.ACCEPTED,), by=by, at=at, state=ComplaintState.SETTLED.value,
            settled_on=on, decision=decision, finding=finding,
        )  # fmt: skip
        meet(row, SETTLE, on=on, title="Giải quyết", by=by, at=at)
        begin(row, SEND, key=SEND, on=on, by=by, at=at)


def send_decision(row: Complaint, *, on: date, by: User, at: datetime) -> None:
    with transaction.atomic():
        day_after(on, row.settled_on, at)
        if row.sent_on is not None:
            raise BadInput("register-state", "Quyết định đã ghi là đã gửi.")
        change(row, "send", states=(ComplaintState.SETTLED,), by=by, at=at, sent_on=on)
        meet(row, SEND, on=on, title="Gửi quyết định", by=by, at=at)


def keep_party(row: Complaint, name: str, address: str, by: User, at: datetime) -> None:
    flow = FLOWS[type(row)]
    given = {"name": name, "address": " ".join(clean(address).split())[:200]}
    CaseParty.objects.create(flow=flow, case_code=row.code, **given)
    audit.record("keep_party", (flow, row.code), by=by, at=at, after=given, personal=tuple(given))


def _recount(row: Complaint, reason: str, by: User, at: datetime) -> None:
    term = open_term(FLOWS[Complaint], row.code, SETTLE)
    if term is not None:
        recount(term, reason=reason, href=href_of(row), by=by, at=at)
