"""Requests that an agency account for what it decided or did (NĐ 59/2019)."""

from datetime import date, datetime

from django.db import transaction

from dondoc.accounts.models import User
from dondoc.feedback.actions.numbering import FLOWS, begin, change, day_after, href_of, meet, register
from dondoc.feedback.actions.terms import extend_term
from dondoc.feedback.actions.trace import demanded
from dondoc.feedback.models import AccountRequest, CaseParty
from dondoc.feedback.queries.terms import day_of, open_term
from dondoc.feedback.rules.registers import AccountState
from dondoc.records.actions import audit
from dondoc.schedule.queries import timer
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.text import clean
from dondoc.units.models import Agency

ACCEPT, EXPLAIN = "accountability.accept", "accountability.explain"
FLOW = FLOWS[AccountRequest]


def receive_request(
    agency: Agency, *, received_on: date, summary: str, name: str, by: User, at: datetime
) -> AccountRequest:
    """Enter a request in the register; who asks is kept apart."""
    summary = clean(demanded(summary, "Ghi nội dung yêu cầu giải trình."))[:300]
    name = " ".join(clean(demanded(name, "Ghi tên người, cơ quan yêu cầu.")).split())[:120]
    with transaction.atomic():
        row = register(AccountRequest, agency=agency, received_on=received_on, by=by, at=at, summary=summary)
        CaseParty.objects.create(flow=FLOW, case_code=row.code, name=name)
        audit.record("keep_party", (FLOW, row.code), by=by, at=at, after={"name": name}, personal=("name",))
        begin(row, ACCEPT, key=ACCEPT, on=received_on, by=by, at=at)
    return row


def accept_request(row: AccountRequest, *, on: date, by: User, at: datetime) -> None:
    with transaction.atomic():
        day_after(on, row.received_on, at)
        change(
            row, "accept", states=(AccountState.RECEIVED,), by=by, at=at, state=AccountState.ACCEPTED.value,
            accepted_on=on,
        )  # fmt: skip
        meet(row, ACCEPT, on=on, title="Tiếp nhận", by=by, at=at)
        begin(row, EXPLAIN, key=EXPLAIN, on=on, by=by, at=at)


def refuse_request(row: AccountRequest, *, on: date, reason: str, by: User, at: datetime) -> None:
    reason = demanded(reason, "Ghi lý do từ chối giải trình và căn cứ.")
    with transaction.atomic():
        day_after(on, row.received_on, at)
        change(
            row, "refuse", states=(AccountState.RECEIVED,), by=by, at=at, state=AccountState.REFUSED.value,
            accepted_on=on, refusal=reason,
        )  # fmt: skip
        meet(row, ACCEPT, on=on, title="Thông báo từ chối", by=by, at=at)


def extend_request(row: AccountRequest, *, reason: str, by: User, at: datetime) -> None:
    """Fifteen days more, once."""
    reason = demanded(reason, "Ghi lý do gia hạn.")
    with transaction.atomic():
        term = open_term(FLOW, row.code, EXPLAIN)
        if term is None:
            raise BadInput("term-none", "Yêu cầu này không còn thời hạn giải trình đang chạy.")
        more = timer("accountability.extend", day_of(at))
        extend_term(term, number=more.number, reason=reason, href=href_of(row), by=by, at=at)
        change(row, "extend", states=(AccountState.ACCEPTED,), by=by, at=at, is_extended=True)


def explain_request(row: AccountRequest, *, on: date, document: str, by: User, at: datetime) -> None:
    """The account was given, by a document with its number."""
    document = demanded(document, "Ghi số, ký hiệu văn bản giải trình.")[:60]
    with transaction.atomic():
        day_after(on, row.accepted_on, at)
        change(
            row, "explain", states=(AccountState.ACCEPTED,), by=by, at=at, state=AccountState.EXPLAINED.value,
            explained_on=on, document=document,
        )  # fmt: skip
        meet(row, EXPLAIN, on=on, title="Giải trình", by=by, at=at)
