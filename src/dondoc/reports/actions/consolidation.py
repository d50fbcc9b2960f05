"""A consolidation: opened, read again as often as wanted, edited, put before the head, approved, issued."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from dondoc.accounts.models import User
from dondoc.duties.models import Period
from dondoc.records.actions import audit
from dondoc.records.actions.jobs import queue_job, retry_job
from dondoc.records.models import State as JobState
from dondoc.records.rules.codes import new_code
from dondoc.reports.actions.consolidating import KIND, hold_open, refuse_closed
from dondoc.reports.models import (
    Consolidation,
    ConsolidationPassage,
    PassageKind,
)
from dondoc.reports.queries import consolidation_reading as reading
from dondoc.reports.rules.states import ReportState, next_state
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.text import clean
from dondoc.units.models import Agency

JOB = "reports.consolidate"


def open_consolidation(agency: Agency, period: Period, *, by: User, at: datetime) -> Consolidation:
    """Begin the consolidation of a period and queue its reading; the same one afterwards. Refuses a period whose
    reports go to another agency, and one that nobody has to report on."""
    held = Consolidation.objects.filter(agency=agency, period__in=reading.periods_alike(period)).order_by("pk").first()
    if held is not None:
        return held
    if period.rule.receiver_id not in (agency.pk, None) or not reading.sources_of(period, agency):
        raise BadInput("consolidation-nobody", "Kỳ này không có cơ quan nào báo cáo cho anh/chị: chọn kỳ khác.")
    with transaction.atomic():
        made = Consolidation.objects.create(
            code=new_code(), agency=agency, period=period, title=_title(period), created_by=by, created_at=at
        )
        audit.record("open_consolidation", (KIND, made.code), by=by, at=at, after={"period": period.key})
        _queue(made, by=by, at=at)
    return made


def read_again(consolidation: Consolidation, *, by: User, at: datetime) -> None:
    """Queue another reading: what was edited stays. Refuses one that is no draft any more."""
    refuse_closed(consolidation)
    with transaction.atomic():
        audit.record("read_again", (KIND, consolidation.code), by=by, at=at)
        _queue(consolidation, by=by, at=at)


def edit_passages(
    consolidation: Consolidation, *, texts: Mapping[str, str], used: Collection[str], by: User, at: datetime
) -> int:
    """The editor's wording of the passages shown (by code), and which of them go out; how many changed. What the
    agencies wrote stays beside. Refuses to send out an empty one."""
    changed = []
    with transaction.atomic():
        hold_open(consolidation)
        for one in consolidation.passages.filter(code__in=texts):
            text, is_used = clean(texts[one.code]).strip(), one.code in used
            if is_used and not text:
                raise BadInput("passage-empty", "Có đoạn được chọn mà trống: ghi nội dung, hoặc bỏ chọn đoạn đó.")
            if (text or one.text, is_used) != (one.text, one.is_used):
                one.text, one.is_used, one.is_edited = text or one.text, is_used, True
                changed.append(one)
        ConsolidationPassage.objects.bulk_update(changed, ["text", "is_used", "is_edited"])
        if changed:
            after = {"passages": [[one.code, one.is_used, one.text] for one in changed]}
            audit.record("edit_passages", (KIND, consolidation.code), by=by, at=at, after=after)
    return len(changed)


def add_passage(
    consolidation: Consolidation, *, kind: PassageKind, section: int, text: str, by: User, at: datetime
) -> ConsolidationPassage:
    """A paragraph of the editor's own. Refuses an empty one."""
    text = clean(text).strip()
    if not text:
        raise BadInput("passage-empty", "Đoạn này trống: ghi nội dung rồi thêm lại.")
    section = section if kind is PassageKind.DIMENSION else 0
    with transaction.atomic():
        hold_open(consolidation)
        made = ConsolidationPassage.objects.create(
            consolidation=consolidation,
            code=new_code(),
            kind=kind,
            section=section,
            position=0,
            text=text,
            is_edited=True,
        )
        after = {"passage": made.code, "kind": str(kind), "section": section, "text": text}
        audit.record("add_passage", (KIND, consolidation.code), by=by, at=at, after=after)
    return made


def submit(consolidation: Consolidation, *, by: User, at: datetime) -> None:
    """To the head. Refuses one whose reports were not read yet."""
    if consolidation.built_at is None:
        raise BadInput("consolidation-unread", "Chưa đọc xong các báo cáo: chờ tổng hợp xong rồi trình.")
    move_on(consolidation, "submit", by=by, at=at)


def take_back(consolidation: Consolidation, *, by: User, at: datetime, reason: str = "") -> None:
    """Back to be mended, by its writer or by the head."""
    move_on(consolidation, "take_back", by=by, at=at, told={"reason": clean(reason).strip()})


def approve(
    consolidation: Consolidation,
    *,
    number: str,
    symbol: str,
    signed_on: date,
    signer: str,
    position: str,
    by: User,
    at: datetime,
) -> None:
    """The head says yes: number, day and signer. Refuses what is missing, and a day in the future."""
    number, signer = number.strip(), signer.strip()
    if not number or not signer:
        raise BadInput("approval-empty", "Thiếu số hoặc người ký: nhập như trên văn bản đã ký.")
    if signed_on > at.date():
        raise BadInput("signed-later", "Ngày ký ở tương lai: kiểm tra lại ngày trên văn bản.")
    fields = {
        "number": number[:20],
        "symbol": symbol.strip()[:40],
        "signed_on": signed_on,
        "signer": signer[:120],
        "signer_position": position.strip()[:120],
    }
    move_on(consolidation, "approve", by=by, at=at, told={**fields, "signed_on": signed_on.isoformat()}, **fields)


def move_on(
    consolidation: Consolidation,
    verb: str,
    *,
    by: User,
    at: datetime,
    told: dict[str, Any] | None = None,
    **fields: Any,
) -> None:
    """One step, by an UPDATE that names the old state."""
    old = ReportState(consolidation.state)
    new = next_state(verb, old)
    with transaction.atomic():
        rows = Consolidation.objects.filter(pk=consolidation.pk, state=old.value)
        if not rows.update(state=new.value, edition=F("edition") + 1, **fields):
            raise BadInput("report-moved", "Người khác vừa chuyển bước: tải lại trang để xem bản mới nhất.")
        after = {"state": new.value, **(told or {})}
        before = {"state": old.value}
        audit.record(f"{verb}_consolidation", (KIND, consolidation.code), by=by, at=at, before=before, after=after)
    consolidation.refresh_from_db()


def _queue(consolidation: Consolidation, *, by: User, at: datetime) -> None:
    """One reading under way is enough: asked again meanwhile, it is the same one."""
    key = f"{JOB}:{consolidation.code}:{consolidation.edition}"
    job = queue_job(JOB, {"code": consolidation.code}, by=by, at=at, key=key)
    if job.state == JobState.FAILED:
        retry_job(job, by=by, at=at)
    Consolidation.objects.filter(pk=consolidation.pk).update(job=job)
    consolidation.job = job


def _title(period: Period) -> str:
    """The plan's name inside a sentence, however its document printed it."""
    name = period.rule.regime.title or "Kế hoạch"
    kind, _, rest = name.partition("KẾ HOẠCH ")
    name = f"Kế hoạch {rest[:1].lower()}{rest[1:]}" if rest and not kind else name
    return f"Kết quả thực hiện {name}, {period.label[:1].lower()}{period.label[1:]}"[:400]
