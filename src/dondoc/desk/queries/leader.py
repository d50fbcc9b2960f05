"""A leader's page: what must be decided, what must be known."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from datetime import time as clock

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.desk.queries.filters import OWED_STATES, late
from dondoc.duties.models import DutyMember, Obligation, Part
from dondoc.duties.queries import ObligationRow, rows_of
from dondoc.duties.queries.difficulties import DifficultyRow, waiting_for
from dondoc.duties.queries.splits import Split, splits_below
from dondoc.duties.rules.states import SETTLED, State
from dondoc.plans.access import visible_plans
from dondoc.plans.models import Plan, PlanState
from dondoc.units.access import Scope

SHOWN = 8


@dataclass(frozen=True, slots=True)
class ToDecide:
    """Plans that wait for an approval, difficulties that wait for an answer, work of split agencies that waits to be
    given to one of those that followed, work that waits for a yes, work that came back to the own agencies."""

    plans: list[Plan]
    waiting: list[ObligationRow]
    waiting_count: int
    returned: list[ObligationRow]
    difficulties: list[DifficultyRow]
    splits: list[Split]

    @property
    def count(self) -> int:
        asked = len(self.difficulties) + len(self.splits)
        return len(self.plans) + self.waiting_count + len(self.returned) + asked


@dataclass(frozen=True, slots=True)
class Week:
    """What changed in the seven days before today, and what comes in the seven after it."""

    newly_late: int
    settled: int
    returned: int
    coming: int
    late_now: int


def to_decide(rows: QuerySet[Obligation], user: User, scope: Scope) -> ToDecide:
    own = list(scope.agencies)
    led = DutyMember.objects.filter(agency__in=own, part=Part.LEAD).values("duty")
    waiting = rows.filter(state=State.AWAITING.value, duty__in=led).exclude(held_by__in=own)
    returned = rows.filter(state=State.RETURNED.value, held_by__in=own)
    plans = (
        visible_plans(user, scope.on, scope=scope)
        .filter(state=PlanState.SUBMITTED, agency__in=own)
        .order_by("submitted_at")
    )
    return ToDecide(
        list(plans[:SHOWN]),
        rows_of(_by_day(waiting)[:SHOWN], scope.on, user=user),
        waiting.count(),
        rows_of(_by_day(returned)[:SHOWN], scope.on, user=user),
        waiting_for(scope, limit=SHOWN),
        splits_below(scope),
    )


def week_of(rows: QuerySet[Obligation], today: date) -> Week:
    """Four counts by one pass each over indexed days."""
    before, after = today - timedelta(days=7), today + timedelta(days=7)
    since = timezone.make_aware(datetime.combine(before, clock.min))
    return Week(
        newly_late=rows.filter(late(today), due_on__gte=before - timedelta(days=1)).count(),
        settled=rows.filter(state__in=[state.value for state in SETTLED], settled_at__gte=since).count(),
        returned=rows.filter(state=State.RETURNED.value).count(),
        coming=rows.filter(Q(due_on__gte=today, due_on__lte=after), state__in=OWED_STATES).count(),
        late_now=rows.filter(late(today)).count(),
    )


def _by_day(rows: QuerySet[Obligation]) -> QuerySet[Obligation]:
    return rows.order_by(F("due_on").asc(nulls_last=True), "pk")
