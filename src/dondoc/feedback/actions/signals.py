"""Signals of corruption and of officials' conduct: nothing of the writer is held, the inspectorate alone reads them."""

from datetime import datetime, time
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.feedback.actions.receiving import checked_text
from dondoc.feedback.actions.terms import begin_term, meet_term
from dondoc.feedback.actions.trace import demanded
from dondoc.feedback.models import Intake, Signal
from dondoc.feedback.queries.codes import follow_code, follow_hash
from dondoc.feedback.queries.terms import day_of, open_term, rule_for
from dondoc.feedback.rules.defaults import SIGNAL
from dondoc.feedback.rules.registers import Subject
from dondoc.records.actions import audit
from dondoc.records.rules.codes import new_code
from dondoc.toolkit.errors import BadInput

FLOW = "signal"


def receive_signal(
    intake: Intake, *, subject: str, text: str, sent_key: UUID, at: datetime
) -> tuple[Signal, str, bool]:
    """Take a signal in: (signal, the code to follow it, whether it is new). Only its day is kept, not its hour, which
    could tell who was at a counter. Refuses where the unit has no inspectorate, and an unknown subject."""
    code = follow_code(sent_key)
    held = Signal.objects.filter(sent_key=sent_key).first()
    if held is not None:
        return held, code, False
    if intake.inspectorate is None:
        raise BadInput("signal-nobody", "Đơn vị này chưa có nơi nhận tín hiệu. Gửi tới thanh tra tỉnh.")
    if subject not in set(Subject):
        raise BadInput("signal-subject", "Chọn việc mà tín hiệu nói tới.")
    text, midnight = checked_text(text), _midnight(at)
    try:
        with transaction.atomic():
            signal = Signal.objects.create(
                code=new_code(),
                sent_key=sent_key,
                follow_hash=follow_hash(code),
                unit=intake.unit,
                agency=intake.inspectorate,
                subject=subject,
                text=text,
                received_on=day_of(at),
            )
            audit.record("receive_signal", (FLOW, signal.code), by=None, at=midnight, after={"subject": subject})
            begin_term(
                (FLOW, signal.code),
                step=SIGNAL,
                key=SIGNAL,
                unit=intake.unit,
                agency=intake.inspectorate,
                rule=rule_for(intake.unit, SIGNAL, day_of(at)),
                received_at=midnight,
                label=f"Tín hiệu nhận ngày {signal.received_on:%d/%m/%Y}",
                href=href_of(signal),
                by=None,
                at=midnight,
                is_secret=True,
            )
    except IntegrityError:
        held = Signal.objects.filter(sent_key=sent_key).first()
        if held is None:
            raise
        return held, code, False
    return signal, code, True


def answer_signal(signal: Signal, *, answer: str, by: User, at: datetime) -> None:
    """Say what was done; whoever has the code reads it. Refuses an empty answer and a second one."""
    answer = demanded(answer, "Ghi kết quả xử lý.")
    with transaction.atomic():
        if not Signal.objects.filter(pk=signal.pk, answered_at=None).update(answered_at=at, answer=answer):
            raise BadInput("signal-answered", "Tín hiệu này đã có kết quả xử lý.")
        audit.record("answer_signal", (FLOW, signal.code), by=by, at=at)
        record, title = (FLOW, signal.code), f"Xử lý tín hiệu {signal.code}"
        meet_term(open_term(FLOW, signal.code, SIGNAL), record=record, title=title, href=href_of(signal), by=by, at=at)
    signal.answered_at, signal.answer = at, answer


def href_of(signal: Signal) -> str:
    return f"/phan-anh/tin-hieu/{signal.code}/"


def _midnight(at: datetime) -> datetime:
    return timezone.make_aware(datetime.combine(day_of(at), time.min))
