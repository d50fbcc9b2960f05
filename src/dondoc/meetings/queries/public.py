"""What anybody may read of dialogues: what was asked, what was promised, whether it was kept. No name of a person: not
of who asked, nor of who wrote it down. What was promised at receptions stays in their book."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils import timezone

from dondoc.duties.queries.standing import Standing, current_days, standing
from dondoc.duties.rules.lateness import Days
from dondoc.duties.rules.states import OWED, SETTLED
from dondoc.meetings.models import Dialogue, Promise, Question
from dondoc.units.models import AdministrativeUnit

_SETTLED, _OWED = [state.value for state in SETTLED], [state.value for state in OWED]


@dataclass(frozen=True, slots=True)
class PublicPromise:
    """`standing` says kept, kept late, open or late, in the words of the whole product."""

    code: str
    text: str
    agency: str
    due_on: date
    standing: Standing
    done: str
    done_on: date | None


@dataclass(frozen=True, slots=True)
class PublicQuestion:
    number: int
    text: str
    answer: str
    promises: tuple[PublicPromise, ...]


@dataclass(frozen=True, slots=True)
class PublicDialogue:
    """`held_at` is None for one that is to come; `people` counts who came."""

    code: str
    topic: str
    on: date
    starts_at: str
    place: str
    is_online: bool
    announced_on: date
    held_at: datetime | None
    people: int | None
    questions: tuple[PublicQuestion, ...]

    @property
    def promises(self) -> Iterator[PublicPromise]:
        return (one for question in self.questions for one in question.promises)

    @property
    def counts(self) -> tuple[int, int, int]:
        """Promised, kept, late."""
        made = [one.standing for one in self.promises]
        return len(made), sum(one.state in SETTLED for one in made), sum(one.is_late for one in made)


@dataclass(frozen=True, slots=True)
class DialogueSum:
    """The dialogues of a unit in one line."""

    unit: AdministrativeUnit
    held: int
    promised: int
    kept: int
    late: int


def dialogues_of(unit: AdministrativeUnit) -> QuerySet[Dialogue]:
    """Those of a unit, the newest first."""
    promises = Promise.objects.select_related("agency", "settles").order_by("due_on", "pk")
    questions = Question.objects.order_by("number").prefetch_related(Prefetch("promises", promises))
    return Dialogue.objects.filter(unit=unit).order_by("-on", "-pk").prefetch_related(Prefetch("questions", questions))


def dialogues_before(rows: QuerySet[Dialogue], code: str) -> int:
    """How many of `dialogues_of` stand before the one of the code; none for a code that is not among them."""
    one = rows.prefetch_related(None).filter(code=code).first()
    return rows.filter(Q(on__gt=one.on) | Q(on=one.on, pk__gt=one.pk)).count() if one else 0


def public_dialogues(rows: QuerySet[Dialogue], today: date) -> list[PublicDialogue]:
    """Three queries and the calendar's."""
    days = current_days()
    return [_told(one, today, days) for one in rows]


def dialogue_sums(units: Sequence[AdministrativeUnit], today: date) -> list[DialogueSum]:
    """Since the year began, of units in the order given. Two queries, whatever the number of units."""
    begin, ids = date(today.year, 1, 1), [unit.pk for unit in units]
    held = Dialogue.objects.filter(unit__in=ids, on__range=(begin, today)).exclude(held_at=None)
    held_of = dict(held.order_by().values_list("unit").annotate(Count("pk")))
    is_late = Q(settles__state__in=_OWED, settles__due_on__lt=today, settles__is_requested=False)
    made = Promise.objects.filter(unit__in=ids, question__dialogue__on__gte=begin).order_by().values_list("unit")
    counted = made.annotate(
        made=Count("pk"),
        kept=Count("pk", filter=Q(settles__state__in=_SETTLED)),
        late=Count("pk", filter=is_late),
    )
    of = {unit: counts for unit, *counts in counted}
    return [DialogueSum(unit, held_of.get(unit.pk, 0), *of.get(unit.pk, (0, 0, 0))) for unit in units]


def _told(one: Dialogue, today: date, days: Days) -> PublicDialogue:
    questions = tuple(
        PublicQuestion(
            asked.number, asked.text, asked.answer, tuple(_made(made, today, days) for made in asked.promises.all())
        )
        for asked in one.questions.all()
    )
    return PublicDialogue(
        one.code, one.topic, one.on, f"{one.starts_at:%H:%M}", one.place, one.is_online, one.announced_on,
        one.held_at, one.people, questions,
    )  # fmt: skip


def _made(made: Promise, today: date, days: Days) -> PublicPromise:
    done_on = timezone.localtime(made.done_at).date() if made.done_at else None
    now = standing(made.settles, today, days=days)
    return PublicPromise(made.code, made.text, made.agency.name, made.due_on, now, made.done, done_on)
