"""Dialogues with the people: from the notice to the minutes, what was asked and what was said."""

from collections.abc import Sequence
from datetime import date, datetime, time

from django.db import transaction
from django.db.models import Max
from django.urls import reverse
from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.duties.access import published
from dondoc.duties.actions.case import settle_by
from dondoc.duties.actions.evidence import Upload
from dondoc.duties.models import Obligation
from dondoc.meetings.actions.reception import refuse_too_late
from dondoc.meetings.models import Dialogue, Question
from dondoc.meetings.rules.norms import DIALOGUE
from dondoc.records.actions import audit
from dondoc.records.actions.files import attach_file
from dondoc.records.rules.codes import new_code
from dondoc.records.rules.sealing import plain
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.text import clean
from dondoc.units.models import Agency, Settlement

KIND = "dialogue"


def announce_dialogue(
    agency: Agency,
    *,
    topic: str,
    on: date,
    starts_at: time,
    place: str,
    by: User,
    at: datetime,
    is_online: bool = False,
    notice: str = "",
    settlement: Settlement | None = None,
) -> Dialogue:
    """Tell the people when and about what. Refuses no topic, no place, a day that has passed, an online one told less
    than five working days before."""
    topic, place = " ".join(clean(topic).split())[:300], clean(place).strip()[:200]
    today = timezone.localtime(at).date()
    if not topic or not place:
        raise BadInput("dialogue-empty", "Ghi nội dung đối thoại và nơi tổ chức.")
    if on < today:
        raise BadInput("dialogue-past", "Ngày đối thoại đã qua: thông báo phải có trước ngày tổ chức.")
    if is_online:
        refuse_too_late(on, today)
    with transaction.atomic():
        dialogue = Dialogue.objects.create(
            code=new_code(),
            unit=agency.unit,
            agency=agency,
            settlement=settlement,
            topic=topic,
            on=on,
            starts_at=starts_at,
            place=place,
            is_online=is_online,
            notice=clean(notice).strip()[:60],
            announced_on=today,
        )
        after = {"topic": topic, "on": on.isoformat(), "online": is_online}
        audit.record("announce_dialogue", (KIND, dialogue.code), by=by, at=at, after=after)
    return dialogue


def hold_dialogue(
    dialogue: Dialogue, *, people: int, minutes: str, by: User, at: datetime, files: Sequence[Upload] = ()
) -> bool:
    """It was held: with its minutes it settles what the year owes. False where it was written down before. Refuses a
    day that has not come, no minutes, nobody there."""
    minutes = clean(minutes).strip()[:120]
    if dialogue.on > timezone.localtime(at).date():
        raise BadInput("dialogue-future", "Buổi đối thoại chưa diễn ra: ghi sau khi tổ chức.")
    if not minutes and not files:
        raise BadInput("dialogue-minutes", "Ghi số biên bản hoặc gửi tệp biên bản đối thoại.")
    if people < 1:
        raise BadInput("dialogue-people", "Ghi số người dự.")
    held_at = min(at, timezone.make_aware(datetime.combine(dialogue.on, time(17))))
    with transaction.atomic():
        values = {"held_at": held_at, "people": people, "minutes": minutes}
        if not Dialogue.objects.filter(pk=dialogue.pk, held_at=None).update(**values):
            return False
        for name, value in values.items():
            setattr(dialogue, name, value)
        for file in files:
            attach_file(file.chunks, name=file.name, on=(KIND, dialogue.code), by=by, at=at)
        audit.record("hold_dialogue", (KIND, dialogue.code), by=by, at=at, after=plain(values))
        owed = _owed_then(dialogue)
        if owed is not None:
            href = reverse("dialogue", args=[dialogue.code])
            settle_by(owed, record=(KIND, dialogue.code), title=dialogue.topic, by=by, at=held_at, href=href)
            Dialogue.objects.filter(pk=dialogue.pk).update(settles=owed)
            dialogue.settles = owed
    return True


def add_question(dialogue: Dialogue, *, text: str, by: User, at: datetime, answer: str = "") -> Question:
    """What was asked, without a name. Refuses an empty one."""
    text = clean(text).strip()
    if not text:
        raise BadInput("question-empty", "Ghi nội dung người dân hỏi, đề nghị.")
    with transaction.atomic():
        Dialogue.objects.select_for_update().get(pk=dialogue.pk)
        last = dialogue.questions.aggregate(last=Max("number"))["last"] or 0
        question = Question.objects.create(
            code=new_code(), dialogue=dialogue, number=last + 1, text=text, answer=clean(answer).strip(), asked_at=at
        )
        audit.record("add_question", (KIND, dialogue.code), by=by, at=at, after={"number": question.number})
    return question


def answer_question(question: Question, *, answer: str, by: User, at: datetime) -> None:
    """What was said to it. Refuses no words."""
    answer = clean(answer).strip()
    if not answer:
        raise BadInput("question-empty", "Ghi nội dung trả lời.")
    with transaction.atomic():
        Question.objects.filter(pk=question.pk).update(answer=answer)
        question.answer = answer
        on = (KIND, question.dialogue.code)
        audit.record("answer_question", on, by=by, at=at, after={"number": question.number})


def _owed_then(dialogue: Dialogue) -> Obligation | None:
    rows = published().filter(duty__source_kind=DIALOGUE, held_by=dialogue.agency_id)
    rows = rows.filter(opens_on__lte=dialogue.on, due_on__gte=dialogue.on).select_related("duty")
    return rows.order_by("-opens_on", "pk").first()
