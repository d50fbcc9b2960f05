"""An office's own days: declared with the decision behind them, withdrawn, never rewritten."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.records.actions import audit
from dondoc.records.actions.outbox import emit
from dondoc.records.rules.codes import new_code
from dondoc.records.rules.sealing import plain
from dondoc.schedule.events import CalendarChanged
from dondoc.schedule.models import OfficeDay
from dondoc.schedule.queries import calendar_of, current_calendar, forget_calendar, standing_days
from dondoc.schedule.rules import WorkingCalendar
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.sayings import Saying

FARTHEST = 10
Kind = OfficeDay.Kind


@dataclass(frozen=True, slots=True)
class Declared:
    """What an administrator typed: a day off with its decision, and the weekend day that is worked for it, if any."""

    day: date
    name: str
    number: str
    decided_on: date
    worked_on: date | None = None
    kind: str = Kind.OFF.value


def declare_day(declared: Declared, *, by: User | None, at: datetime) -> list[OfficeDay]:
    """Put a day over the national table, with the Saturday worked in its place; emits `CalendarChanged`. Refuses
    without name or decision, what changes nothing (a day that is off already), a day that has an own row, and a year
    that is years away."""
    rows = checked(declared, today=timezone.localtime(at).date())
    with transaction.atomic():
        for row in rows:
            row.code, row.added_by, row.added_at = new_code(), by, at
            row.save(force_insert=True)
            after = {"day": row.day, "kind": row.kind, "name": row.name, "decision": row.decision}
            audit.record("declare_day", ("office-day", row.code), by=by, at=at, after=plain(after))
        emit(CalendarChanged([row.day.isoformat() for row in rows], rows[0].decision), at=at)
        transaction.on_commit(forget_calendar)
    forget_calendar()
    return rows


def withdraw_day(row: OfficeDay, *, by: User | None, at: datetime, reason: str) -> bool:
    """Take an own day back, with the Saturday worked for it: the national table holds again from now. Refuses without a
    reason; False where it was withdrawn before."""
    if not reason.strip():
        raise BadInput("reason-missing", "Ghi lý do rút ngày này: quyết định nào thay đổi.")
    with transaction.atomic():
        if not OfficeDay.objects.filter(pk=row.pk, withdrawn_at=None).update(withdrawn_at=at):
            return False
        worked = list(OfficeDay.objects.filter(instead_of=row.day, withdrawn_at=None))
        OfficeDay.objects.filter(pk__in=[one.pk for one in worked], withdrawn_at=None).update(withdrawn_at=at)
        for one in (row, *worked):
            after = {"reason": reason.strip(), "day": one.day.isoformat()}
            audit.record("withdraw_day", ("office-day", one.code), by=by, at=at, after=after)
        emit(CalendarChanged([one.day.isoformat() for one in (row, *worked)], reason.strip()), at=at)
        transaction.on_commit(forget_calendar)
    forget_calendar()
    return True


def checked(declared: Declared, *, today: date) -> list[OfficeDay]:
    """The rows that would be written, not saved: for the page that asks before anything is done, and for the action."""
    name, number = " ".join(declared.name.split()), " ".join(declared.number.split())
    if not name or not number:
        raise BadInput("day-undecided", "Ghi tên ngày và số, ký hiệu của quyết định hoặc thông báo.")
    if abs(declared.day.year - today.year) > FARTHEST:
        raise BadInput("day-far", "Ngày này quá xa hiện tại: kiểm tra lại năm.")
    common = {"name": name[:120], "number": number[:120], "decided_on": declared.decided_on}
    rows = [OfficeDay(day=declared.day, kind=declared.kind, **common)]
    if declared.worked_on is not None:
        worked = {**common, "name": f"Làm bù cho ngày {declared.day:%d/%m/%Y}"}
        rows.append(OfficeDay(day=declared.worked_on, kind=Kind.WORKING, instead_of=declared.day, **worked))
    for row in rows:
        _refuse_needless(row)
    return rows


def calendar_with_rows(rows: list[OfficeDay]) -> WorkingCalendar:
    """The calendar as it would be with rows that are not saved yet."""
    return calendar_of([*standing_days(), *rows])


def calendar_without(row: OfficeDay) -> WorkingCalendar:
    """The calendar as it would be without an own row and the day worked for it."""
    return calendar_of([one for one in standing_days() if one.pk != row.pk and one.instead_of != row.day])


def _refuse_needless(row: OfficeDay) -> None:
    if OfficeDay.objects.filter(day=row.day, withdrawn_at=None).exists():
        raise BadInput(
            "day-held", "Ngày {day:%d/%m/%Y} đã có trong lịch riêng: rút dòng cũ trước khi ghi lại.", day=row.day
        )
    why = current_calendar().why_off(row.day)
    if row.kind == Kind.OFF and why:
        raise BadInput(
            "day-off-already", "Ngày {day:%d/%m/%Y} vốn đã nghỉ ({why}): không cần ghi.", day=row.day, why=Saying(why)
        )
    if row.kind == Kind.WORKING and not why:
        raise BadInput(
            "day-worked-already", "Ngày {day:%d/%m/%Y} vốn là ngày làm việc: chọn ngày nghỉ để làm bù.", day=row.day
        )
