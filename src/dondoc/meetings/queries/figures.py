"""What meetings can tell: receptions held of those owed, promises kept and late, dialogues."""

from django.db.models import Count, Q, QuerySet, Sum
from django.utils import timezone

from dondoc.duties.access import published
from dondoc.duties.models import Obligation
from dondoc.duties.rules.states import OWED, SETTLED, State
from dondoc.figures.registry import Ask, Figure, Kind, Sums, tells
from dondoc.meetings.models import Dialogue, Visit
from dondoc.meetings.rules.norms import PROMISE, RECEPTION

_LINK = "/tiep-dan/"
_SETTLED, _OWED = [state.value for state in SETTLED], [state.value for state in OWED]


def _due(ask: Ask, source: str) -> QuerySet[Obligation]:
    rows = published().filter(
        duty__source_kind=source,
        unit__in=ask.units,
        due_on__range=(ask.starts_on, ask.ends_on),
        is_requested=False,
        is_history=False,
    )
    return rows.exclude(state=State.EXEMPT.value)


@tells(
    Figure(
        "meetings.receptions", "Buổi tiếp công dân của người đứng đầu", Kind.SHARE, (3,), ("3.1",), in_evaluation=True
    )
)
def receptions(ask: Ask) -> Sums:
    """Held of those that the law asks in the period."""
    return _share(_due(ask, RECEPTION), _SETTLED)


@tells(
    Figure("meetings.promises-kept", "Việc đã hứa làm đúng hạn", Kind.SHARE, (3,), ("3.1", "3.2"), in_evaluation=True)
)
def promises_kept(ask: Ask) -> Sums:
    return _share(_due(ask, PROMISE), [State.DONE.value])


@tells(Figure("meetings.promises-late", "Việc đã hứa quá hạn", Kind.COUNT, (3,), ("3.1", "3.2"), less_is_better=True))
def promises_late(ask: Ask) -> Sums:
    is_late = Q(state=State.DONE_LATE.value) | Q(state__in=_OWED, due_on__lt=min(ask.ends_on, timezone.localdate()))
    return Sums(_due(ask, PROMISE), Count("pk", filter=is_late), href=_LINK)


@tells(Figure("meetings.dialogues", "Buổi đối thoại với Nhân dân đã tổ chức", Kind.COUNT, (1, 3), ("1.2", "3.1")))
def dialogues(ask: Ask) -> Sums:
    rows = Dialogue.objects.filter(unit__in=ask.units, on__range=(ask.starts_on, ask.ends_on)).exclude(held_at=None)
    return Sums(rows, Count("pk"), href=_LINK)


@tells(Figure("meetings.visits", "Lượt người được tiếp", Kind.COUNT, (3,), ("3.1",)))
def visits(ask: Ask) -> Sums:
    """People, not lines: a group of ten counts ten."""
    rows = Visit.objects.filter(
        reception__unit__in=ask.units, reception__on__range=(ask.starts_on, ask.ends_on)
    ).exclude(outcome=Visit.Outcome.REFUSED)
    return Sums(rows, Sum("people"), unit="reception__unit", href=_LINK)


def _share(rows: QuerySet[Obligation], states: list[str]) -> Sums:
    return Sums(rows, Count("pk", filter=Q(state__in=states)), Count("pk"), href=_LINK)
