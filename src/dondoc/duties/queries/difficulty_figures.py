"""What the engine can tell of difficulties: how many were raised, how many were answered within their day."""

from datetime import datetime, time

from django.db.models import Count, F, Q
from django.utils import timezone

from dondoc.duties.models import Difficulty, Obligation
from dondoc.duties.rules.states import SETTLED
from dondoc.figures.registry import Ask, Figure, Kind, Sums, tells

HREF = "/viec/kho-khan/"


@tells(Figure("duties.difficulties-raised", "Khó khăn, vướng mắc đã nêu", Kind.COUNT))
def difficulties_raised(ask: Ask) -> Sums:
    """By the unit of who raised them."""
    raised = Difficulty.objects.filter(agency__unit__in=list(ask.units), raised_at__range=_moments(ask))
    return Sums(raised, Count("pk"), unit="agency__unit", href=HREF)


@tells(
    Figure("duties.difficulties-answered", "Khó khăn, vướng mắc được trả lời đúng hạn", Kind.SHARE, in_evaluation=True)
)
def difficulties_answered(ask: Ask) -> Sums:
    """By agency that owed the answer, of all that fell due within the days; what was withdrawn is not counted."""
    owed = Obligation.objects.filter(
        duty__source_kind="difficulty", unit__in=list(ask.units), due_on__range=(ask.starts_on, ask.ends_on)
    ).exclude(state="exempt")
    in_time = Count("pk", filter=Q(state__in=[one.value for one in SETTLED], settled_at__lte=F("due_at")))
    return Sums(owed, in_time, Count("pk"), agency="held_by", href=HREF)


def _moments(ask: Ask) -> tuple[datetime, datetime]:
    first = timezone.make_aware(datetime.combine(ask.starts_on, time.min))
    return first, timezone.make_aware(datetime.combine(ask.ends_on, time.max))
