"""The way of a report: submitted, approved with number and day, sent; accepted or returned; locked, unlocked.

Sending settles what the rows say, in the same transaction: the sheet that reports the work settles it.
"""

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from hashlib import sha256
from json import dumps
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.duties.actions import obligation as engine
from dondoc.duties.actions.case import settle_by
from dondoc.duties.actions.correcting import correct
from dondoc.duties.actions.evidence import Proof
from dondoc.duties.actions.serving import settle_with_above
from dondoc.duties.rules.aims import asked_of
from dondoc.duties.rules.states import MOVES as ENGINE_MOVES
from dondoc.duties.rules.states import SETTLED, State
from dondoc.records.actions import audit, outbox
from dondoc.records.rules.sealing import plain
from dondoc.reports.actions.drafting import KIND, follow_period
from dondoc.reports.events import ReportMoved
from dondoc.reports.models import Answer, Report, ReportRow, ReportVersion
from dondoc.reports.queries.content import content_of, report_faults
from dondoc.reports.queries.entries import stored
from dondoc.reports.rules.answers import figures_of
from dondoc.reports.rules.states import ReportState, next_state
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.text import clean


@dataclass(frozen=True, slots=True)
class Signature:
    """Of the signed paper: its number, symbol and day, who signed and as what."""

    number: str
    symbol: str
    signed_on: date
    signer: str
    position: str = ""


def submit_report(report: Report, *, by: User, at: datetime) -> None:
    """To the head. Refuses an empty report, and one with rows that say nothing or not enough (each is told)."""
    today = timezone.localtime(at).date()
    found = report_faults(report, today)
    if found:
        first, more = found[0], len(found) - 1
        if not more:
            raise BadInput("report-incomplete", "{where}: {text}", where=first.where, text=first.text)
        raise BadInput(
            "report-incomplete",
            "{where}: {text} Còn {more} chỗ khác, đánh dấu ở từng dòng.",
            where=first.where,
            text=first.text,
            more=more,
        )
    _step(report, "submit", by=by, at=at, submitted_by=by, submitted_at=at)


def take_back(report: Report, *, by: User, at: datetime, reason: str = "") -> None:
    """Back to whoever writes it: by the writer to mend it, or by the head with what is missing."""
    told = {"reason": clean(reason).strip()}
    _step(report, "take_back", by=by, at=at, after=told, approved_by=None, approved_at=None)


def approve_report(report: Report, *, signature: Signature, by: User, at: datetime) -> None:
    """The head says yes: number, day and signer of the paper. Refuses what is missing, and a day in the future."""
    number, signer = signature.number.strip(), signature.signer.strip()
    if not number or not signer:
        raise BadInput("approval-empty", "Thiếu số hoặc người ký: nhập như trên văn bản đã ký.")
    if signature.signed_on > timezone.localtime(at).date():
        raise BadInput("signed-later", "Ngày ký ở tương lai: kiểm tra lại ngày trên văn bản.")
    fields = {
        "number": number[:20],
        "symbol": signature.symbol.strip()[:40],
        "signed_on": signature.signed_on,
        "signer": signer[:120],
        "signer_position": signature.position.strip()[:120],
        "approved_by": by,
        "approved_at": at,
    }
    _step(report, "approve", by=by, at=at, after=asdict(signature), **fields)


def send_report(report: Report, *, by: User, at: datetime) -> ReportVersion:
    """Out to who receives it; where its plan was replaced meanwhile, to whom the new one names. What the rows say
    settles the work, the report itself settles the report that is owed; the whole is kept as it was sent. Refuses rows
    that somebody returned or moved meanwhile."""
    with transaction.atomic():
        follow_period(report)
        _step(report, "send", by=by, at=at, sent_at=at, return_reason="")
        rows = report.rows.select_related("obligation__duty").prefetch_related("proofs").order_by("position")
        told = {row.obligation.code for row in rows}
        for row in rows:
            _settle_row(row, told, by=by, at=at)
        _settle_report(report, by=by, at=at)
        report.rows.update(is_returned=False, return_reason="")
        report.passages.update(is_returned=False, return_reason="")
        content = plain({"content": content_of(report)})["content"]
        digest = sha256(dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
        number = report.versions.count() + 1
        return ReportVersion.objects.create(
            report=report, number=number, content=content, digest=digest, sent_at=at, sent_by=by
        )


def accept_report(report: Report, *, by: User, at: datetime) -> None:
    """Whoever receives it takes it in; from now on its figures are gathered."""
    _step(report, "accept", by=by, at=at, received_by=by, received_at=at)


def return_report(report: Report, *, reason: str, rows: Mapping[str, str], by: User, at: datetime) -> None:
    """Back, as a whole or for some rows ({code of the obligation: what is missing}), with the reason. The report is
    owed again by the same day; rows that were named are owed again too. Refuses to return without a reason."""
    reason = clean(reason).strip()
    rows = {code: clean(text).strip() for code, text in rows.items()}
    if not reason and not any(rows.values()):
        raise BadInput("reason-missing", "Ghi lý do trả lại: thiếu gì, cần sửa gì.")
    with transaction.atomic():
        told = {"reason": reason, "rows": rows}
        changed = {"returned_at": at, "return_reason": reason, "times_returned": F("times_returned") + 1}
        _step(report, "return", by=by, at=at, after=told, **changed)
        for row in report.rows.filter(obligation__code__in=rows).select_related("obligation__duty"):
            why = rows[row.obligation.code] or reason
            ReportRow.objects.filter(pk=row.pk).update(is_returned=True, return_reason=why, is_kept=False)
            if State(row.obligation.state) in ENGINE_MOVES["return"]:
                engine.return_(row.obligation, by=by, at=at, reason=why)
        if State(report.obligation.state) in ENGINE_MOVES["return"]:
            first = reason or next(text for text in rows.values() if text)
            engine.return_(report.obligation, by=by, at=at, reason=first)


def lock_report(report: Report, *, by: User | None, at: datetime) -> None:
    """After the lock day nothing of an accepted report changes."""
    _step(report, "lock", by=by, at=at, locked_at=at)


def unlock_report(report: Report, *, reason: str, by: User, at: datetime) -> None:
    """By exception, with the reason: it is a returned report again. Refuses to do so without one."""
    reason = clean(reason).strip()
    if not reason:
        raise BadInput("reason-missing", "Ghi lý do mở khóa: ai yêu cầu, sửa gì.")
    with transaction.atomic():
        told = {"unlock_reason": reason, "locked_at": None, "returned_at": at, "return_reason": reason}
        _step(report, "unlock", by=by, at=at, after={"reason": reason}, **told)
        if State(report.obligation.state) in ENGINE_MOVES["return"]:
            engine.return_(report.obligation, by=by, at=at, reason=reason)


def _settle_row(row: ReportRow, told: Collection[str], *, by: User, at: datetime) -> None:
    """What the row says becomes the settlement, with the task above that it serves unless that has its own row
    (`told`). What its own page settled stays, what was let off meanwhile is only told; what was settled and reads
    otherwise now is corrected."""
    one, entry = row.obligation, stored(row)
    state = State(one.state)
    if row.is_kept or state is State.EXEMPT or entry.answer in ("", Answer.NOT_YET):
        return
    if entry.answer == Answer.NOTHING:
        if state is State.NOT_OPEN or state in SETTLED:
            return
        engine.claim_nothing(one, by=by, at=at, reason=entry.reason)
        return
    proofs = [Proof(existing=evidence) for evidence in row.proofs.all()]
    figures = figures_of(entry, asked_of(one.duty.targets))
    if state in {*SETTLED, State.AWAITING}:
        correct(one, by=by, at=at, text=entry.text, evidence=proofs, figures=figures)
        return
    settle_with_above(
        one, by=by, at=at, text=entry.text, evidence=proofs, figures=figures, claimed=entry.is_claimed,
        wanted=lambda code: code not in told,
    )  # fmt: skip


def _settle_report(report: Report, *, by: User, at: datetime) -> None:
    number = f"{report.number}/{report.symbol}".strip("/")
    title = f"{number} – {report.title}" if number else report.title
    settle_by(report.obligation, record=(KIND, report.code), title=title, by=by, at=at, href=f"/bao-cao/{report.code}/")


def _step(
    report: Report, verb: str, *, by: User | None, at: datetime, after: Mapping[str, Any] | None = None, **fields: Any
) -> None:
    """One step, by an UPDATE that names the old state; the trail and the word to others in the same transaction."""
    old = ReportState(report.state)
    new = next_state(verb, old)
    with transaction.atomic():
        if not Report.objects.filter(pk=report.pk, state=old.value).update(state=new.value, **fields):
            raise BadInput("report-moved", "Người khác vừa chuyển bước báo cáo này: tải lại trang để xem bản mới nhất.")
        told = plain({"state": new.value, **(after or {})})
        audit.record(f"{verb}_report", (KIND, report.code), by=by, at=at, before={"state": old.value}, after=told)
        outbox.emit(ReportMoved(report.code, verb, new.value), at=at)
    report.refresh_from_db()
