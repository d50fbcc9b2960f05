"""What the engine can tell of difficulties: how many were raised, how many were answered within their day."""

from collections.abc import Iterable
from datetime import datetime, time
from decimal import Decimal

from django.db.models import Count, F, Q, QuerySet
from django.utils import timezone

from dondoc.duties.models import Difficulty, Obligation
from dondoc.duties.rules.states import SETTLED
from dondoc.figures.registry import Ask, Figure, Kind, Told, tells

HREF = "/viec/kho-khan/"


@tells(Figure("duties.difficulties-raised", "Khó khăn, vướng mắc đã nêu", Kind.COUNT))
def difficulties_raised(ask: Ask) -> Iterable[Told]:
    """By the unit of who raised them. One query."""
    raised = Difficulty.objects.filter(agency__unit__in=list(ask.units), raised_at__range=_moments(ask))
    for unit, count in _by(raised.values_list("agency__unit")):
        yield Told(unit, Decimal(count), href=HREF)


@tells(
    Figure("duties.difficulties-answered", "Khó khăn, vướng mắc được trả lời đúng hạn", Kind.SHARE, in_evaluation=True)
)
def difficulties_answered(ask: Ask) -> Iterable[Told]:
    """By agency that owed the answer, of all that fell due within the days; what was withdrawn is not counted. One
    query."""
    owed = Obligation.objects.filter(
        duty__source_kind="difficulty", unit__in=list(ask.units), due_on__range=(ask.starts_on, ask.ends_on)
    ).exclude(state="exempt")
    in_time = Count("pk", filter=Q(state__in=[one.value for one in SETTLED], settled_at__lte=F("due_at")))
    rows = owed.order_by().values_list("unit", "held_by").annotate(n=Count("pk"), done=in_time)
    for unit, agency, count, done in rows:
        yield Told(unit, Decimal(done), Decimal(count), HREF, agency)


def _by(rows: "QuerySet[Difficulty, tuple[int]]") -> Iterable[tuple[int, int]]:
    return rows.order_by().annotate(n=Count("pk"))


def _moments(ask: Ask) -> tuple[datetime, datetime]:
    first = timezone.make_aware(datetime.combine(ask.starts_on, time.min))
    return first, timezone.make_aware(datetime.combine(ask.ends_on, time.max))
