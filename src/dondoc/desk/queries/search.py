"""One search over what a person may see: work, plans, agencies; words with or without marks."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from dondoc.accounts.models import User
from dondoc.desk.queries.filters import Filter, narrowed
from dondoc.duties.access import visible_obligations
from dondoc.duties.models import Obligation
from dondoc.duties.queries import ObligationRow, rows_of
from dondoc.plans.access import visible_plans
from dondoc.plans.models import Plan
from dondoc.toolkit.text import fold
from dondoc.units.access import Scope, visible_agencies
from dondoc.units.models import Agency

SHOWN = 12


@dataclass(frozen=True, slots=True)
class Found:
    """What fits, at most SHOWN of each; `work_count` is how much work fits in all."""

    work: list[ObligationRow]
    work_count: int
    plans: list[Plan]
    agencies: list[Agency]

    @property
    def is_empty(self) -> bool:
        return not (self.work or self.plans or self.agencies)


def find(user: User, scope: Scope, words: str) -> Found:
    """A few queries, however much there is. Work that is still to do comes first, by day."""
    seen = visible_obligations(user, scope.on, scope=scope)
    work = narrowed(seen, Filter(words=words), scope.on)
    return Found(
        rows_of(_open_first(work)[:SHOWN], scope.on, user=user),
        work.count(),
        list(_with(visible_plans(user, scope.on, scope=scope), words).order_by("-year", "-pk")[:SHOWN]),
        list(_with(visible_agencies(user, scope.on, scope=scope), words).order_by("pk")[:SHOWN]),
    )


def _open_first(rows: QuerySet[Obligation]) -> QuerySet[Obligation]:
    return rows.order_by("settled_at", "due_on", "pk")


def _with(rows: QuerySet, words: str) -> QuerySet:  # type: ignore[type-arg]
    fits = Q()
    for word in fold(words).split():
        fits &= Q(search__contains=word)
    return rows.filter(fits)
