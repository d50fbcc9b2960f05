"""An answer on its way: drafted by the agency, approved by the head, told to the writer, judged by the writer."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from dondoc.accounts.models import User
from dondoc.feedback.actions.dispatching import FLOW, begin_answer
from dondoc.feedback.actions.receiving import checked_text, href_of
from dondoc.feedback.actions.terms import drop_term, meet_term
from dondoc.feedback.actions.trace import demanded, move, note
from dondoc.feedback.events import ReportAnswered
from dondoc.feedback.models import Answer, Contact, Report
from dondoc.feedback.queries.terms import day_of, open_term
from dondoc.feedback.rules.defaults import ACKNOWLEDGE, ANSWER
from dondoc.feedback.rules.keeping import CONTACT_DAYS
from dondoc.feedback.rules.stages import OUTCOMES, Outcome, Stage
from dondoc.records.actions import audit, outbox
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.text import clean


def submit_answer(report: Report, *, text: str, outcome: str, by: User, at: datetime) -> Stage:
    """Put an answer before the head. Refuses an empty one, an unknown outcome, and a refusal without its reason."""
    text = clean(demanded(text, "Viết nội dung trả lời."))
    if outcome not in set(Outcome):
        raise BadInput(
            "answer-outcome",
            "Chọn kết quả: đã giải quyết, đã giải thích, đã chuyển, không thụ lý hoặc chưa giải quyết được.",
        )
    if outcome in (Outcome.REFUSED, Outcome.UNRESOLVED) and len(text) < 40:
        raise BadInput(
            "answer-reason", "Không thụ lý hoặc chưa giải quyết được thì phải nêu rõ lý do, căn cứ và việc tiếp theo."
        )
    with transaction.atomic():
        stage = move(report, "submit", by=by, at=at, after={"outcome": outcome})
        Answer.objects.create(report=report, text=text, outcome=outcome, drafted_by=by, drafted_at=at)
        note(report, "submitted", by=by, at=at, is_public=False)
    return stage


def return_answer(report: Report, *, reason: str, by: User, at: datetime) -> Stage:
    """Back to the agency, with what is to be mended. The clock runs on."""
    reason = demanded(reason, "Ghi lý do trả lại: thiếu gì, cần sửa gì.")
    with transaction.atomic():
        stage = move(report, "return", by=by, at=at, after={"reason": reason})
        waiting = report.answers.filter(state=Answer.State.SUBMITTED)
        waiting.update(state=Answer.State.RETURNED, decided_by=by, decided_at=at, reason=reason)
        note(report, "returned", by=by, at=at, text=reason, is_public=False)
    return stage


def approve_answer(report: Report, *, by: User, at: datetime) -> Stage:
    """The head says yes: the writer reads it, the term is met, and those that are about the same thing are answered."""
    with transaction.atomic():
        answer = report.answers.filter(state=Answer.State.SUBMITTED).select_for_update(of=("self",)).first()
        if answer is None:
            raise BadInput("answer-none", "Chưa có trả lời nào đang trình. Tải lại trang.")
        stage = move(report, "approve", by=by, at=at, after={"outcome": answer.outcome}, **_answered(answer, at))
        Answer.objects.filter(pk=answer.pk).update(state=Answer.State.APPROVED, decided_by=by, decided_at=at)
        _tell(report, answer, by, at)
        for other in report.alike.exclude(stage=Stage.ANSWERED.value).select_related("unit", "agency", "dispatcher"):
            _answer_alike(other, answer, by, at)
    return stage


def confirm_outcome(
    report: Report, *, is_resolved: bool, at: datetime, rating: int | None = None, text: str = ""
) -> None:
    """The writer says whether it was resolved, and how content they are (1 to 5). May be said again: the last holds."""
    if rating is not None and not 1 <= rating <= 5:
        raise BadInput("rating-bad", "Chọn mức từ 1 đến 5.")
    with transaction.atomic():
        move(
            report, "confirm", by=None, at=at, after={"resolved": is_resolved, "rating": rating},
            confirmed=is_resolved, rating=rating if rating is not None else report.rating, rated_at=at,
        )  # fmt: skip
        note(
            report,
            "confirmed" if is_resolved else "denied",
            by=None,
            at=at,
            text=text.replace("\x00", "").strip()[:2000],
        )


def reopen_report(report: Report, *, text: str, by: User | None, at: datetime) -> Stage:
    """Not settled after all: it is owed again from now on, by the agency that answered. What was answered stays in the
    trace, what was published is taken back."""
    text = checked_text(text)
    with transaction.atomic():
        stage = move(
            report, "reopen", by=by, at=at, round=report.round + 1, transfers=0, published_at=None, confirmed=False,
            rated_at=report.rated_at or at,
        )  # fmt: skip
        note(report, "reopened", by=by, at=at, text=text)
        Contact.objects.filter(report=report, erased_at=None).update(keep_until=None)
        begin_answer(report, by=by, at=at)
    return stage


def _answered(answer: Answer, at: datetime) -> dict[str, Any]:
    return {"outcome": answer.outcome, "answered_at": at, "confirmed": None, "public_answer": "", "public_text": ""}


def _tell(report: Report, answer: Answer, by: User, at: datetime) -> None:
    """The trace, the clock, the event, a letter without its content, the day on which the contact goes."""
    words = OUTCOMES[Outcome(answer.outcome)]
    note(report, "answered", by=by, at=at, text=f"{words.capitalize()}.\n{answer.text}", agency=report.agency)
    record, title = (FLOW, report.code), f"Trả lời phản ánh {report.code}: {words}"
    meet_term(open_term(FLOW, report.code, ANSWER), record=record, title=title, href=href_of(report), by=by, at=at)
    outbox.emit(ReportAnswered(report.code, report.unit.code, answer.outcome), at=at)
    contact = Contact.objects.filter(report=report, erased_at=None).first()
    if contact is None:
        return
    Contact.objects.filter(pk=contact.pk).update(keep_until=day_of(at) + timedelta(days=CONTACT_DAYS))
    if contact.email:
        outbox.queue_message(
            key=f"report-{report.code}-{report.round}",
            channel="email",
            recipient=contact.email,
            subject=f"{report.unit.full_name}: phản ánh của anh/chị đã có trả lời",
            body="Mở trang Theo dõi phản ánh và nhập mã đã được cấp để đọc trả lời, đánh giá hoặc đề nghị xem lại.",
            at=at,
        )


def _answer_alike(other: Report, answer: Answer, by: User, at: datetime) -> None:
    """One about the same thing: answered with the same words, whatever step it stood at."""
    agency = other.agency or answer.report.agency
    acknowledged = other.acknowledged_at or at
    values = {**_answered(answer, at), "stage": Stage.ANSWERED.value, "agency": agency, "acknowledged_at": acknowledged}
    rows = Report.objects.filter(pk=other.pk, version=other.version)
    if not rows.update(**values, version=other.version + 1):
        return
    other.refresh_from_db()
    on = (FLOW, other.code)
    audit.record("answer_alike", on, by=by, at=at, after={"with": answer.report.code, "outcome": answer.outcome})
    title = f"Tiếp nhận phản ánh {other.code}"
    meet_term(open_term(FLOW, other.code, ACKNOWLEDGE), record=on, title=title, href=href_of(other), by=by, at=at)
    other.answers.filter(state=Answer.State.SUBMITTED).update(
        state=Answer.State.RETURNED, decided_by=by, decided_at=at, reason="Trả lời chung"
    )
    Answer.objects.create(
        report=other, text=answer.text, outcome=answer.outcome, state=Answer.State.APPROVED,
        drafted_by=answer.drafted_by,
        drafted_at=answer.drafted_at, decided_by=by, decided_at=at,
    )  # fmt: skip
    _tell(other, answer, by, at)
    drop_term(open_term(FLOW, other.code, ACKNOWLEDGE), reason="Trả lời chung", by=by, at=at)
