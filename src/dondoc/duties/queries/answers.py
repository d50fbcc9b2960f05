"""By when the answer to a difficulty is owed, and which of these days another calendar would move."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone

from dondoc.duties.models import Difficulty, DifficultyStep
from dondoc.duties.rules.explaining import explained_by
from dondoc.schedule.foresight import Moving
from dondoc.schedule.queries import deadline_of
from dondoc.schedule.rules import WorkingCalendar

TIMER = "difficulty.answer"
TITLE = "Trả lời khó khăn, vướng mắc của cơ quan, đơn vị"


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that is owed, and what its days would be: the arguments of `actions.case.set_due`."""

    step: DifficultyStep
    told: dict[str, Any]


def term_of(difficulty: Difficulty, asked_at: datetime, calendar: WorkingCalendar | None = None) -> dict[str, Any]:
    """By when an answer is owed that was asked for at a moment, and why."""
    rule, deadline = deadline_of(TIMER, asked_at, on=timezone.localtime(asked_at).date(), calendar=calendar)
    href = reverse("difficulty", args=[difficulty.code])
    asked = f"{difficulty.agency.name} nêu: {difficulty.text[:160]}"
    return {"due_at": deadline.due, "explained": explained_by(rule, deadline, text=asked, href=href)}


def moved_answers(
    at: datetime, calendar: WorkingCalendar | None = None, *, about: Collection[date] = ()
) -> Iterator[Answer]:
    """Answers still owed whose day is another by the calendar (with `about`, those that these days can move). No day
    that was to come moves into the past."""
    open_steps = DifficultyStep.objects.filter(forwarded_at=None, difficulty__state=Difficulty.State.OPEN)
    if about:
        open_steps = open_steps.filter(obligation__due_on__gte=min(about) - timedelta(days=1))
    for step in open_steps.select_related("difficulty__agency", "obligation").order_by("pk"):
        told, owed = term_of(step.difficulty, step.asked_at, calendar), step.obligation
        due_at = told["due_at"]
        if owed.due_at is not None and owed.due_at != due_at and not due_at < at <= owed.due_at:
            yield Answer(step, told)


def foreseen(calendar: WorkingCalendar, days: Collection[date], today: date) -> list[Moving]:
    """For the page of the working calendar: what would move if `calendar` held, nothing written."""
    at = timezone.make_aware(datetime.combine(today, datetime.min.time()))
    found: Counter[tuple[date, date]] = Counter()
    for answer in moved_answers(at, calendar, about=days):
        was_on = answer.step.obligation.due_on
        if was_on is not None:
            found[was_on, timezone.localtime(answer.told["due_at"]).date()] += 1
    return [Moving(TITLE, "", was_on, due_on, count) for (was_on, due_on), count in found.items()]
