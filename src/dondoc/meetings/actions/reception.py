"""Receptions and their book: planned, held, missed; who came, what became of it, who was refused."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.urls import reverse
from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.duties.access import published
from dondoc.duties.actions.case import open_case, settle_by
from dondoc.duties.models import Obligation
from dondoc.duties.rules.explaining import explained_by
from dondoc.meetings.actions.norms import duty_of_cases
from dondoc.meetings.models import Reception, Refusal, Visit
from dondoc.meetings.rules.grounds import GROUNDS, Ground
from dondoc.meetings.rules.norms import RECEPTION, REFUSAL
from dondoc.records.actions import audit
from dondoc.records.rules.codes import new_code
from dondoc.records.rules.sealing import plain
from dondoc.schedule.queries import current_calendar, deadline_of, find_timer
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.text import clean
from dondoc.units.models import Agency

MOST_WEEKS = 53


def plan_receptions(
    agency: Agency,
    *,
    first_on: date,
    starts_at: time,
    ends_at: time,
    place: str,
    chaired_by: str,
    by: User,
    at: datetime,
    weeks: int = 1,
    every: int = 1,
    is_online: bool = False,
) -> list[Reception]:
    """Put receptions in the calendar, one every so many weeks; on a day off the working day before it. Those that stand
    there already stay. Refuses hours in the wrong order, no place, no head, and an online one told too late."""
    place, chaired_by = clean(place).strip()[:200], clean(chaired_by).strip()[:120]
    if ends_at <= starts_at:
        raise BadInput("reception-hours", "Giờ kết thúc phải sau giờ bắt đầu.")
    if not place or not chaired_by:
        raise BadInput("reception-nowhere", "Ghi nơi tiếp và người tiếp (người đứng đầu).")
    today, calendar = timezone.localtime(at).date(), current_calendar()
    days = [first_on + timedelta(weeks=every * number) for number in range(max(1, min(weeks, MOST_WEEKS)))]
    days = list(dict.fromkeys(calendar.last_working(day) for day in days))
    if is_online and days[0] >= today:
        refuse_too_late(days[0], today)
    made = []
    with transaction.atomic():
        for day in days:
            row, is_new = Reception.objects.get_or_create(
                agency=agency,
                on=day,
                starts_at=starts_at,
                defaults={
                    "code": new_code(),
                    "unit": agency.unit,
                    "ends_at": ends_at,
                    "place": place,
                    "chaired_by": chaired_by,
                    "is_online": is_online,
                    "announced_on": today,
                },
            )
            if is_new:
                made.append(row)
        if made:
            codes = [row.code for row in made]
            audit.record_bulk("plan_receptions", "reception", codes, by=by, at=at, scope=agency.code)
    return made


def refuse_too_late(on: date, today: date) -> None:
    """An online meeting is announced some working days before (NĐ 154/2026)."""
    rule = find_timer("reception.online-notice", on)
    if rule is not None and today > rule.latest_before(on, calendar=current_calendar()):
        raise BadInput(
            "online-too-late",
            "Buổi trực tuyến phải thông báo trước ít nhất {least}: chọn ngày muộn hơn.",
            least=rule.words,
        )


def hold_reception(
    reception: Reception, *, by: User, at: datetime, chaired_by: str = "", is_by_head: bool = True
) -> bool:
    """It was held. By the head himself it settles what the week or month owes, as of its own hours; who stood in for
    the head is written down and settles nothing (Luật 136/2025/QH15). False where it was written down before. Refuses
    a day that has not come."""
    if reception.on > timezone.localtime(at).date():
        raise BadInput("reception-future", "Buổi tiếp chưa diễn ra: ghi sau khi tiếp.")
    ended = timezone.make_aware(datetime.combine(reception.on, reception.ends_at))
    held_at = min(at, ended)
    with transaction.atomic():
        values = {
            "held_at": held_at,
            "is_by_head": is_by_head,
            "chaired_by": clean(chaired_by).strip()[:120] or reception.chaired_by,
            "missed_reason": "",
        }
        if not Reception.objects.filter(pk=reception.pk, held_at=None).update(**values):
            return False
        for name, value in values.items():
            setattr(reception, name, value)
        audit.record("hold_reception", ("reception", reception.code), by=by, at=at, after=plain(values))
        owed = _owed_then(reception) if is_by_head else None
        if owed is not None:
            settle_by(
                owed,
                record=("reception", reception.code),
                title=f"Tiếp công dân ngày {reception.on:%d/%m/%Y}: {reception.chaired_by}",
                by=by,
                at=held_at,
                href=reverse("reception", args=[reception.code]),
            )
            Reception.objects.filter(pk=reception.pk).update(settles=owed)
            reception.settles = owed
    return True


def miss_reception(reception: Reception, *, reason: str, by: User, at: datetime) -> bool:
    """It was not held. What is owed stays owed. Refuses without a reason."""
    reason = clean(reason).strip()[:300]
    if not reason:
        raise BadInput("reason-missing", "Ghi lý do không tiếp và ngày tiếp bù.")
    with transaction.atomic():
        if not Reception.objects.filter(pk=reception.pk, held_at=None).update(missed_reason=reason):
            return False
        audit.record("miss_reception", ("reception", reception.code), by=by, at=at, after={"reason": reason})
    reception.missed_reason = reason
    return True


def add_visit(
    reception: Reception,
    *,
    kind: str,
    by: User,
    at: datetime,
    citizen: str = "",
    content: str = "",
    people: int = 1,
    outcome: str = "",
    answer: str = "",
) -> Visit:
    """A line of the book. A name may be left out. Of a denunciation nothing but the fact is kept: a name or a text is
    refused, it belongs in the separate book under its own rules. Refuses anything else without what it was about."""
    citizen, content, answer = (clean(text).strip() for text in (citizen, content, answer))
    if kind == Visit.Kind.DENUNCIATION:
        if citizen or content or answer:
            raise BadInput(
                "denunciation-named",
                "Tố cáo chỉ đếm số lượt: xóa tên, nội dung ở đây, ghi vào sổ tố cáo mật theo Luật Tố cáo.",
            )
    elif not content:
        raise BadInput("visit-empty", "Ghi tóm tắt nội dung người dân trình bày.")
    with transaction.atomic():
        last = Visit.objects.filter(reception=reception).aggregate(last=Max("number"))["last"] or 0
        try:
            with transaction.atomic():
                visit = Visit.objects.create(
                    code=new_code(),
                    reception=reception,
                    number=last + 1,
                    kind=kind,
                    citizen=citizen[:80],
                    people=max(1, people),
                    content=content,
                    outcome=outcome,
                    answer=answer,
                    entered_at=at,
                )
        except IntegrityError:
            raise BadInput("visit-twice", "Người khác vừa ghi một lượt: gửi lại lần nữa.") from None
        after = {"kind": kind, "citizen": citizen, "people": people, "outcome": outcome}
        audit.record("add_visit", ("visit", visit.code), by=by, at=at, after=after, personal=("citizen",))
    return visit


def conclude_visit(visit: Visit, *, outcome: str, answer: str, by: User, at: datetime) -> None:
    """What became of it. Refuses an answer without words, and words on a denunciation."""
    answer = clean(answer).strip()
    if visit.kind == Visit.Kind.DENUNCIATION and answer:
        raise BadInput("denunciation-named", "Tố cáo chỉ đếm số lượt: không ghi nội dung ở đây.")
    if outcome == Visit.Outcome.ANSWERED and not answer and visit.kind != Visit.Kind.DENUNCIATION:
        raise BadInput("visit-empty", "Ghi nội dung đã trả lời người dân.")
    with transaction.atomic():
        before = {"outcome": visit.outcome}
        Visit.objects.filter(pk=visit.pk).update(outcome=outcome, answer=answer)
        visit.outcome, visit.answer = outcome, answer
        audit.record("conclude_visit", ("visit", visit.code), by=by, at=at, before=before, after={"outcome": outcome})


def refuse_visit(visit: Visit, *, ground: str, reason: str, by: User, at: datetime) -> Refusal:
    """The citizen was not received: a notice is owed within three working days. Refuses without words, and twice."""
    reason = clean(reason).strip()
    if not reason:
        raise BadInput("reason-missing", "Ghi cụ thể vì sao từ chối tiếp.")
    if visit.kind == Visit.Kind.DENUNCIATION:
        raise BadInput("denunciation-named", "Tố cáo chỉ đếm số lượt: việc từ chối ghi ở sổ tố cáo mật.")
    reception = visit.reception
    start = timezone.make_aware(datetime.combine(reception.on, reception.starts_at))
    rule, deadline = deadline_of("reception.refuse", start, on=reception.on)
    with transaction.atomic():
        if Refusal.objects.filter(visit=visit).exists():
            raise BadInput("refusal-twice", "Lượt này đã ghi từ chối.")
        href = reverse("visit", args=[visit.code])
        owed = open_case(
            duty_of_cases(reception.unit, REFUSAL, by=by, at=at),
            agency=reception.agency,
            key=visit.code,
            label=f"Lượt số {visit.number} ngày {reception.on:%d/%m/%Y}",
            opens_on=reception.on,
            due_at=deadline.due,
            explained=explained_by(rule, deadline, text="Từ chối tiếp công dân", href=href),
            by=by,
            at=at,
        )
        refusal = Refusal.objects.create(visit=visit, ground=ground, reason=reason, settles=owed)
        Visit.objects.filter(pk=visit.pk).update(outcome=Visit.Outcome.REFUSED)
        visit.outcome = Visit.Outcome.REFUSED
        after = {"ground": str(GROUNDS[Ground(ground)])}
        audit.record("refuse_visit", ("visit", visit.code), by=by, at=at, after=after)
    return refusal


def notice_refusal(refusal: Refusal, *, number: str, on: date, by: User, at: datetime) -> bool:
    """The notice was sent: it settles what was owed. False where it was before. Refuses without its number."""
    number = clean(number).strip()[:60]
    if not number:
        raise BadInput("refusal-unnumbered", "Ghi số, ký hiệu thông báo từ chối.")
    if on > timezone.localtime(at).date() or on < refusal.visit.reception.on:
        raise BadInput("refusal-days", "Ngày thông báo phải từ ngày tiếp đến hôm nay.")
    with transaction.atomic():
        if not Refusal.objects.filter(pk=refusal.pk, noticed_on=None).update(number=number, noticed_on=on):
            return False
        sent_at = min(at, timezone.make_aware(datetime.combine(on, time(17))))
        settle_by(
            refusal.settles,
            record=("refusal", refusal.visit.code),
            title=f"Thông báo từ chối số {number}",
            by=by,
            at=sent_at,
            href=reverse("visit", args=[refusal.visit.code]),
        )
        after = {"number": number, "on": on.isoformat()}
        audit.record("notice_refusal", ("visit", refusal.visit.code), by=by, at=at, after=after)
    return True


def _owed_then(reception: Reception) -> Obligation | None:
    """What the week or the month of the reception owes: the occurrence that had opened last by its day."""
    rows: Sequence[Obligation] = list(
        published()
        .filter(duty__source_kind=RECEPTION, held_by=reception.agency_id)
        .filter(opens_on__lte=reception.on, due_on__gte=reception.on)
        .select_related("duty")
        .order_by("-opens_on", "pk")[:1]
    )
    return rows[0] if rows else None
