"""What was promised is owed: each conclusion with its owner and day is a case of the engine."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.duties.actions.case import open_case, settle_by
from dondoc.duties.actions.evidence import Upload
from dondoc.duties.actions.obligation import revoke
from dondoc.duties.rules.occurrences import end_of
from dondoc.meetings.actions.norms import duty_of_cases
from dondoc.meetings.models import Promise, Question, Visit
from dondoc.meetings.rules.norms import PROMISE
from dondoc.records.actions import audit
from dondoc.records.actions.files import attach_file
from dondoc.records.rules.codes import new_code
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.text import clean
from dondoc.units.models import Agency

KIND = "promise"


def promise(source: Visit | Question, *, agency: Agency, text: str, due_on: date, by: User, at: datetime) -> Promise:
    """Give a conclusion its owner and its day; from now on it is owed. Refuses no words, a day that has passed, an
    agency of another unit, and anything said on a denunciation."""
    text, today = clean(text).strip(), timezone.localtime(at).date()
    visit, question = (source, None) if isinstance(source, Visit) else (None, source)
    unit = visit.reception.unit if visit else question.dialogue.unit  # type: ignore[union-attr]
    held_on = visit.reception.on if visit else question.dialogue.on  # type: ignore[union-attr]
    if not text:
        raise BadInput("promise-empty", "Ghi việc phải làm theo kết luận.")
    if due_on < max(held_on, today):
        raise BadInput("promise-past", "Hạn phải từ hôm nay trở đi.")
    if agency.unit_id != unit.pk:
        raise BadInput("promise-elsewhere", "Cơ quan này thuộc đơn vị khác: chọn cơ quan của đơn vị.")
    if visit is not None and visit.kind == Visit.Kind.DENUNCIATION:
        raise BadInput("denunciation-named", "Tố cáo chỉ đếm số lượt: kết luận ghi theo Luật Tố cáo.")
    code = new_code()
    with transaction.atomic():
        owed = open_case(
            duty_of_cases(unit, PROMISE, by=by, at=at),
            agency=agency,
            key=code,
            label=text[:120],
            opens_on=today,
            due_at=end_of(due_on),
            explained={
                "text": text,
                "rule": f"Hạn do kết luận ngày {held_on:%d/%m/%Y} ấn định.",
                "skipped": [],
                "cited": "",
                "href": reverse("promise", args=[code]),
            },
            by=by,
            at=at,
        )
        made = Promise.objects.create(
            code=code,
            unit=unit,
            agency=agency,
            visit=visit,
            question=question,
            text=text,
            due_on=due_on,
            settles=owed,
            made_at=at,
        )
        if visit is not None:
            Visit.objects.filter(pk=visit.pk).update(outcome=Visit.Outcome.PROMISED)
        after = {"agency": agency.code, "due_on": due_on.isoformat(), "text": text}
        audit.record("promise", (KIND, code), by=by, at=at, after=after)
    return made


def keep_promise(made: Promise, *, text: str, by: User, at: datetime, files: Sequence[Upload] = ()) -> bool:
    """It was done: what was done is said, and settles it. False where it was before. Refuses no words."""
    text = clean(text).strip()
    if not text:
        raise BadInput("promise-empty", "Ghi đã làm gì, kết quả ra sao.")
    with transaction.atomic():
        if not Promise.objects.filter(pk=made.pk, done_at=None).update(done=text, done_at=at):
            return False
        made.done, made.done_at = text, at
        for file in files:
            attach_file(file.chunks, name=file.name, on=(KIND, made.code), by=by, at=at)
        settle_by(
            made.settles, record=(KIND, made.code), title=text[:300], by=by, at=at,
            href=reverse("promise", args=[made.code]),
        )  # fmt: skip
        audit.record("keep_promise", (KIND, made.code), by=by, at=at, after={"text": text})
    return True


def reopen_promise(made: Promise, *, reason: str, by: User, at: datetime) -> bool:
    """It was not done after all: it is owed again, by the same day as before. Refuses without a reason."""
    reason = clean(reason).strip()
    if not reason:
        raise BadInput("reason-missing", "Ghi vì sao việc chưa xong.")
    with transaction.atomic():
        if not Promise.objects.filter(pk=made.pk).exclude(done_at=None).update(done="", done_at=None):
            return False
        made.done, made.done_at = "", None
        made.settles.refresh_from_db()
        revoke(made.settles, by=by, at=at, reason=reason)
        audit.record("reopen_promise", (KIND, made.code), by=by, at=at, after={"reason": reason})
    return True
