"""Drafts before the people: opened for at least the term of the law, commented with a name or without, summed up."""

from collections.abc import Sequence
from datetime import date, datetime, time

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.disclosure.adapters.texts import read_text
from dondoc.disclosure.models import Comment, Consultation
from dondoc.disclosure.rules.consulting import LAST, OUTCOMES, SUMMARY, Outcome, is_open
from dondoc.duties.actions.case import open_case, settle_by
from dondoc.duties.actions.duty import Party, create_duty
from dondoc.duties.actions.evidence import Upload
from dondoc.duties.models import Duty, Obligation
from dondoc.records.actions import audit
from dondoc.records.actions.files import attach_file
from dondoc.records.adapters import vault
from dondoc.records.rules.codes import new_code
from dondoc.schedule.queries import deadline_of, timer
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.text import clean
from dondoc.units.models import AdministrativeUnit, Agency

KIND, SOURCE = "consultation", "consultation"
SHORTEST, LONGEST = 10, 5000


def open_consultation(
    agency: Agency,
    *,
    title: str,
    about: str,
    starts_on: date,
    ends_on: date,
    by: User,
    at: datetime,
    papers: Sequence[Upload] = (),
) -> Consultation:
    """Put a draft before the people; the summary of what they said is owed after its end. Refuses a draft without
    words, a past beginning, fewer days than the law gives."""
    title, about = " ".join(clean(title).split())[:300], clean(about).strip()
    today = timezone.localtime(at).date()
    if not title or not (about or papers):
        raise BadInput("consultation-empty", "Ghi tên dự thảo và tóm tắt, hoặc gửi tệp dự thảo.")
    if starts_on < today:
        raise BadInput("consultation-past", "Ngày bắt đầu đã qua: chọn từ hôm nay.")
    least = timer(LAST, starts_on)
    if (ends_on - starts_on).days < least.number:
        raise BadInput(
            "consultation-short",
            "Thời gian lấy ý kiến ít nhất {least} ({citation}): chọn ngày kết thúc muộn hơn.",
            least=least.words,
            citation=least.citation,
        )
    code = new_code()
    with transaction.atomic():
        made = Consultation.objects.create(
            code=code,
            unit=agency.unit,
            agency=agency,
            title=title,
            about=about,
            starts_on=starts_on,
            ends_on=ends_on,
            opened_at=at,
        )
        for paper in papers:
            kept = attach_file(paper.chunks, name=paper.name, on=(KIND, code), by=by, at=at)
            if read_text(vault.path_of(vault.root(), kept.file.sha256), kept.file.media_type).is_readable is False:
                raise BadInput(
                    "consultation-picture", "Tệp “{name}” chỉ có hình: gửi bản có chữ.", name=kept.original_name
                )
        made.settles = _owe_summary(made, by=by, at=at)
        made.save(update_fields=["settles"])
        after = {"title": title, "starts_on": starts_on.isoformat(), "ends_on": ends_on.isoformat()}
        audit.record("open_consultation", (KIND, code), by=by, at=at, after=after)
    return made


def send_comment(consultation: Consultation, *, text: str, at: datetime, name: str = "") -> Comment:
    """What anybody says, with a name or without. Refuses before and after its days, too little, too much."""
    text, name = clean(text).strip(), " ".join(clean(name).split())[:80]
    if not is_open(consultation.starts_on, consultation.ends_on, timezone.localtime(at).date()):
        raise BadInput("consultation-closed", "Đã hết thời gian lấy ý kiến về dự thảo này.")
    if len(text) < SHORTEST:
        raise BadInput("comment-short", "Ý kiến quá ngắn: viết ít nhất {least} chữ cái.", least=SHORTEST)
    if len(text) > LONGEST:
        raise BadInput("comment-long", "Ý kiến dài quá {most} chữ cái: gửi thành nhiều ý.", most=LONGEST)
    with transaction.atomic():
        comment = Comment.objects.create(code=new_code(), consultation=consultation, name=name, text=text, sent_at=at)
        after = {"comment": comment.code, "name": name}
        audit.record("send_comment", (KIND, consultation.code), by=None, at=at, after=after, personal=("name",))
    return comment


def answer_comment(comment: Comment, *, outcome: str, answer: str, by: User, at: datetime) -> None:
    """What became of it. Refuses no reason where it was not taken."""
    answer = clean(answer).strip()
    if outcome not in set(OUTCOMES):
        raise BadInput("comment-outcome", "Chọn kết quả xử lý ý kiến.")
    if not answer and outcome != Outcome.TAKEN:
        raise BadInput("reason-missing", "Ghi lý do chưa tiếp thu hoặc phần đã tiếp thu.")
    with transaction.atomic():
        Comment.objects.filter(pk=comment.pk).update(outcome=outcome, answer=answer, answered_at=at)
        comment.outcome, comment.answer, comment.answered_at = outcome, answer, at
        after = {"comment": comment.code, "outcome": outcome}
        audit.record("answer_comment", (KIND, comment.consultation.code), by=by, at=at, after=after)


def hide_comment(comment: Comment, *, reason: str, by: User, at: datetime) -> None:
    """Out of sight of the public (an insult, somebody's data), never deleted. Refuses without a reason."""
    reason = clean(reason).strip()[:200]
    if not reason:
        raise BadInput("reason-missing", "Ghi lý do ẩn ý kiến.")
    with transaction.atomic():
        Comment.objects.filter(pk=comment.pk).update(is_hidden=True, hidden_reason=reason)
        after = {"comment": comment.code, "reason": reason}
        audit.record("hide_comment", (KIND, comment.consultation.code), by=by, at=at, after=after)


def publish_summary(consultation: Consultation, *, summary: str, by: User, at: datetime) -> None:
    """What was said and what became of it, for everybody: settles what was owed. Refuses before the end, without
    words, and while a comment waits for its answer."""
    summary, today = clean(summary).strip(), timezone.localtime(at).date()
    if today <= consultation.ends_on:
        raise BadInput("consultation-open", "Chưa hết thời gian lấy ý kiến: công bố sau ngày kết thúc.")
    if not summary:
        raise BadInput("consultation-empty", "Ghi bản tổng hợp tiếp thu, giải trình.")
    waiting = consultation.comments.filter(outcome="", is_hidden=False).count()
    if waiting:
        raise BadInput(
            "consultation-unanswered", "Còn {waiting} ý kiến chưa ghi kết quả: xử lý hết rồi công bố.", waiting=waiting
        )
    with transaction.atomic():
        Consultation.objects.filter(pk=consultation.pk).update(summary=summary, summarised_at=at)
        consultation.summary, consultation.summarised_at = summary, at
        if consultation.settles is not None:
            href = reverse("consultation", args=[consultation.code])
            record = (KIND, consultation.code)
            settle_by(consultation.settles, record=record, title=consultation.title, by=by, at=at, href=href)
        audit.record("publish_summary", (KIND, consultation.code), by=by, at=at, after={"letters": len(summary)})


def _owe_summary(made: Consultation, *, by: User, at: datetime) -> Obligation:
    """The summary, within the office's own term after the end: the law names none."""
    start = timezone.make_aware(datetime.combine(made.ends_on, time.min))
    term, deadline = deadline_of(SUMMARY, start, on=made.ends_on)
    rule = f"Tổng hợp, giải trình trong {term.words} sau ngày kết thúc lấy ý kiến ({term.citation})."
    return open_case(
        _duty(made.unit, made.agency, by=by, at=at),
        agency=made.agency,
        key=made.code,
        label=made.title[:120],
        opens_on=made.starts_on,
        due_at=deadline.due,
        explained={
            "text": "",
            "rule": rule,
            "skipped": [{"day": one.day.isoformat(), "why": one.why} for one in deadline.skipped],
            "cited": "",
            "href": reverse("consultation", args=[made.code]),
        },
        by=by,
        at=at,
    )


def _duty(unit: AdministrativeUnit, agency: Agency, *, by: User, at: datetime) -> Duty:
    return create_duty(
        (SOURCE, f"u{unit.pk}"),
        unit=unit,
        title="Tổng hợp, giải trình ý kiến Nhân dân về dự thảo",
        parties=[Party("execute", agency=agency)],
        issued_on=timezone.localtime(at).date(),
        by=by,
        at=at,
        schedule={"kind": "event", "text": "Theo từng dự thảo", "normalised": {"event": "Theo từng dự thảo"}},
        component="1.2",
        section=1,
    )
