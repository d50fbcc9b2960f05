"""Denunciations: number, dates and terms. No action here takes a text: there is nothing by which to name anybody."""

from datetime import date, datetime

from django.db import transaction

from dondoc.accounts.models import User
from dondoc.feedback.actions.numbering import begin, change, day_after, href_of, meet, register
from dondoc.feedback.actions.terms import drop_term, recount
from dondoc.feedback.models import Denunciation
from dondoc.feedback.queries.terms import counted, day_of, open_term
from dondoc.feedback.rules.registers import DenunciationState, Finding
from dondoc.schedule.queries import timer
from dondoc.toolkit.errors import BadInput
from dondoc.units.models import Agency

FLOW = "denunciation"
INITIAL, NOTIFY, SETTLE, PUBLISH = (f"{FLOW}.{step}" for step in ("initial", "notify", "settle", "publish"))


def receive_denunciation(
    agency: Agency, *, received_on: date, by: User, at: datetime, is_several_places: bool = False
) -> Denunciation:
    """Enter that one came in, and on which day."""
    with transaction.atomic():
        row = register(
            Denunciation, agency=agency, received_on=received_on, by=by, at=at, is_several_places=is_several_places
        )
        key = "denunciation.initial-several" if is_several_places else INITIAL
        begin(row, INITIAL, key=key, on=received_on, by=by, at=at)
    return row


def decide_denunciation(row: Denunciation, *, state: str, on: date, by: User, at: datetime) -> None:
    """After the initial handling: accepted, forwarded or not accepted. What is accepted is notified and settled."""
    fields = {DenunciationState.ACCEPTED: "accepted_on", DenunciationState.FORWARDED: "forwarded_on"}
    decided = (*fields, DenunciationState.NOT_ACCEPTED)
    if state not in decided:
        raise BadInput("denunciation-state", "Chọn thụ lý, chuyển hoặc không thụ lý.")
    known = DenunciationState(state)
    with transaction.atomic():
        day_after(on, row.received_on, at)
        days = {fields[known]: on} if known in fields else {}
        change(row, "decide", states=(DenunciationState.RECEIVED,), by=by, at=at, state=known.value, **days)
        meet(row, INITIAL, on=on, title="Xử lý ban đầu", by=by, at=at)
        if known is DenunciationState.ACCEPTED:
            begin(row, NOTIFY, key=NOTIFY, on=on, by=by, at=at)
            begin(row, SETTLE, key=SETTLE, on=on, by=by, at=at)


def notify_denunciation(row: Denunciation, *, on: date, by: User, at: datetime) -> None:
    with transaction.atomic():
        day_after(on, row.accepted_on, at)
        if row.notified_on is not None:
            raise BadInput("register-state", "Đã ghi ngày thông báo thụ lý.")
        change(row, "notify", states=(DenunciationState.ACCEPTED,), by=by, at=at, notified_on=on)
        meet(row, NOTIFY, on=on, title="Thông báo thụ lý", by=by, at=at)


def extend_denunciation(row: Denunciation, *, by: User, at: datetime) -> None:
    """Thirty days more: once for a complex case, twice for a very complex one (Luật Tố cáo 2018, Điều 30)."""
    with transaction.atomic():
        term = open_term(FLOW, row.code, SETTLE)
        if term is None or row.extensions >= 2:
            raise BadInput("term-extended", "Tố cáo được gia hạn nhiều nhất hai lần, khi còn đang giải quyết.")
        if (due := counted(term).due) is not None and at > due:
            raise BadInput("term-over", "Đã quá hạn nên không gia hạn được nữa.")
        more = timer("denunciation.extend", day_of(at))
        change(row, "extend", states=(DenunciationState.ACCEPTED,), by=by, at=at, extensions=row.extensions + 1)
        term.extended_by += more.number
        recount(term, reason=f"Gia hạn lần {row.extensions}", href=href_of(row), by=by, at=at)


def settle_denunciation(row: Denunciation, *, on: date, finding: str, by: User, at: datetime) -> None:
    """A conclusion was reached; it is now to be published by the agency's own channel."""
    if finding not in set(Finding):
        raise BadInput("finding-bad", "Chọn kết luận: đúng, đúng một phần hoặc sai.")
    with transaction.atomic():
        day_after(on, row.accepted_on, at)
        change(
            row, "settle", states=(DenunciationState.ACCEPTED,), by=by, at=at, state=DenunciationState.SETTLED.value,
            settled_on=on, finding=finding,
        )  # fmt: skip
        meet(row, SETTLE, on=on, title="Kết luận", by=by, at=at)
        drop_term(open_term(FLOW, row.code, NOTIFY), reason="Đã có kết luận", by=by, at=at)
        begin(row, PUBLISH, key=PUBLISH, on=on, by=by, at=at)


def publish_conclusion(row: Denunciation, *, on: date, by: User, at: datetime) -> None:
    with transaction.atomic():
        day_after(on, row.settled_on, at)
        change(
            row, "publish", states=(DenunciationState.SETTLED,), by=by, at=at, state=DenunciationState.PUBLISHED.value,
            published_on=on,
        )  # fmt: skip
        meet(row, PUBLISH, on=on, title="Công khai kết luận", by=by, at=at)
