"""Agencies whose work several followed, or one for a subject alone: what they still hold waits for a person."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, F, Q, QuerySet

from dondoc.duties.models import Obligation
from dondoc.duties.rules.states import OWED, State
from dondoc.toolkit.text import fold
from dondoc.units.access import WIDE_ROLES, Scope
from dondoc.units.models import Agency, AgencySuccession

WAITS = [state.value for state in (*OWED, State.NOT_OPEN, State.AWAITING)]


@dataclass(frozen=True, slots=True)
class Heir:
    """Who followed, and for which subject (empty: all the rest)."""

    agency: Agency
    subject: str


@dataclass(frozen=True, slots=True)
class Split:
    """An agency of the past with what waits at it."""

    agency: Agency
    heirs: tuple[Heir, ...]
    waiting: int


def splits_below(scope: Scope) -> list[Split]:
    """Those on which the person decides: in the line of whoever is its focal point or leader. Three queries."""
    if not scope.has_any(*WIDE_ROLES):
        return []
    decided = AgencySuccession.objects.filter(decided_at__isnull=False, predecessor__unit__in=list(scope.units_below))
    heirs: dict[int, list[AgencySuccession]] = {}
    for link in decided.select_related("successor__unit").order_by("pk"):
        heirs.setdefault(link.predecessor_id, []).append(link)
    parted = {pk: links for pk, links in heirs.items() if len(links) > 1 or links[0].subject}
    waiting = (
        Obligation.objects.filter(held_by__in=list(parted), state__in=WAITS)
        .order_by()
        .values_list("held_by")
        .annotate(n=Count("pk"))
    )
    counts = dict(waiting)
    agencies = Agency.objects.filter(pk__in=list(counts)).select_related("unit").order_by("search")
    return [Split(one, _heirs(parted[one.pk]), counts[one.pk]) for one in agencies]


def held_rows(agency: Agency, *, words: str, with_settled: bool) -> QuerySet[Obligation]:
    """What an agency of the past holds, narrowed by words without marks; what is done where it is asked for."""
    rows = Obligation.objects.filter(held_by=agency)
    rows = rows if with_settled else rows.filter(state__in=WAITS)
    for word in fold(words).split():
        rows = rows.filter(Q(duty__search__contains=word))
    return rows.order_by("duty", F("due_on").asc(nulls_last=True), "pk")


def suggested(title: str, heirs: Sequence[Heir]) -> Heir | None:
    """The one whose subject stands in the title; a suggestion, never a decision. Who follows for all the rest is
    suggested where no subject stands."""
    words = fold(title)
    named = [
        heir for heir in heirs if any(fold(one).strip() in words for one in heir.subject.split(",") if one.strip())
    ]
    rest = [heir for heir in heirs if not heir.subject]
    fitting = named or rest
    return fitting[0] if len(fitting) == 1 else None


def _heirs(links: Sequence[AgencySuccession]) -> tuple[Heir, ...]:
    return tuple(Heir(link.successor, link.subject) for link in links)
