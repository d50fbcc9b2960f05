"""An office's own terms over the shipped table."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from dondoc.accounts.models import User
from dondoc.records.actions import audit
from dondoc.records.actions.outbox import emit
from dondoc.records.rules.codes import new_code
from dondoc.records.rules.sealing import plain
from dondoc.schedule.events import TermChanged
from dondoc.schedule.models import OfficeTimer
from dondoc.schedule.queries import forget_calendar
from dondoc.schedule.rules.timers import KEYS, TIMERS, WORDS
from dondoc.toolkit.errors import BadInput

LONGEST = 1000


def checked(
    key: str,
    *,
    number: int,
    unit: str,
    citation: str,
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> OfficeTimer:
    """The row that would be written, to show first what it moves; nothing is saved. Refuses an unknown key or unit,
    another unit for what must last or happen so often, a term of nothing, days in the wrong order, and one without the
    text that sets it."""
    citation = " ".join(citation.split())
    if key not in KEYS or unit not in WORDS:
        raise BadInput("timer-wrong", "Thời hạn hoặc đơn vị tính không có trong bảng. Chọn lại.")
    if any(rule.unit != unit for rule in TIMERS if rule.key == key and rule.counts == "least"):
        raise BadInput("timer-wrong", "Thời gian tối thiểu giữ nguyên đơn vị tính như trong luật. Chọn lại.")
    if not 0 < number <= LONGEST:
        raise BadInput("timer-number", "Số ngày, giờ phải từ 1 đến 1000.")
    if not citation:
        raise BadInput("timer-uncited", "Ghi căn cứ: số, ký hiệu văn bản đặt ra thời hạn này.")
    if valid_from and valid_to and valid_to < valid_from:
        raise BadInput("timer-days", "Ngày hết hiệu lực phải từ ngày có hiệu lực trở đi.")
    return OfficeTimer(
        key=key, number=number, unit=unit, citation=citation[:200], valid_from=valid_from, valid_to=valid_to
    )


def set_timer(key: str, *, by: User | None, at: datetime, **asked: Any) -> OfficeTimer:
    """Let another term hold between two days (`asked` and refusals as in `checked`); emits `TermChanged`."""
    row = checked(key, **asked)
    row.code, row.added_by, row.added_at = new_code(), by, at
    with transaction.atomic():
        row.save(force_insert=True)
        after = {
            "key": key,
            "number": row.number,
            "unit": row.unit,
            "citation": row.citation,
            "from": row.valid_from,
            "to": row.valid_to,
        }
        audit.record("set_timer", ("office-timer", row.code), by=by, at=at, after=plain(after))
        _tell(row, at)
    return row


def withdraw_timer(row: OfficeTimer, *, by: User | None, at: datetime) -> bool:
    """The shipped term holds again from now. False where it was withdrawn before."""
    with transaction.atomic():
        if not OfficeTimer.objects.filter(pk=row.pk, withdrawn_at=None).update(withdrawn_at=at):
            return False
        audit.record("withdraw_timer", ("office-timer", row.code), by=by, at=at, before={"key": row.key})
        _tell(row, at)
    return True


def _tell(row: OfficeTimer, at: datetime) -> None:
    emit(TermChanged(row.key, row.citation), at=at)
    forget_calendar()
    transaction.on_commit(forget_calendar)
