"""Which obligations a report speaks of: what the agency had to do in the period, and what it still owes from before."""

from collections.abc import Iterable
from datetime import date

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce

from dondoc.duties.access import published
from dondoc.duties.models import Obligation, Period
from dondoc.duties.rules.states import OWED, State
from dondoc.reports.queries.families import PLAN, family
from dondoc.units.models import Agency

_OWED = [state.value for state in OWED]
TASK = "task"  # cases are settled by their own record and told as figures


def work_of(period: Period, agency: Agency) -> list[Obligation]:
    """In the order of the plan: of each duty the last time in the period, and each earlier one that is still owed; then
    what runs beyond the period. A day that was moved for a holiday counts where it was meant. Of a plan that was
    amended or replaced, all that is or was owed under either. Two queries."""
    chosen = _last_of_each(_within(period, agency), period)
    return sorted(
        chosen, key=lambda one: (one.section or 99, one.component, one.duty_id, one.due_on or date.max, one.pk)
    )


def is_beyond(obligation: Obligation, period: Period) -> bool:
    """Not due in the period: what is said of it is a word on the way."""
    meant = obligation.aim_on or obligation.due_on
    return meant is None or meant > period.ends_on


def last_before(obligations: Iterable[Obligation]) -> dict[int, Obligation]:
    """By obligation, what the same agency settled of the same duty the time before. One query."""
    asked = list(obligations)
    settled = published().filter(
        duty__in={one.duty_id for one in asked},
        held_by__in={one.held_by_id for one in asked},
        state__in=[State.DONE.value, State.DONE_LATE.value, State.AWAITING.value, State.NOTHING_AROSE.value],
    )
    by_duty: dict[tuple[int, int], list[Obligation]] = {}
    for one in settled.order_by("opens_on", "pk"):
        by_duty.setdefault((one.duty_id, one.held_by_id), []).append(one)
    found = {}
    for one in asked:
        before = [e for e in by_duty.get((one.duty_id, one.held_by_id), ()) if _is_before(e, one)]
        if before:
            found[one.pk] = before[-1]
    return found


def _is_before(earlier: Obligation, one: Obligation) -> bool:
    return earlier.pk != one.pk and (earlier.due_on or date.min) < (one.due_on or date.max)


def _within(period: Period, agency: Agency) -> QuerySet[Obligation]:
    regime = period.rule.regime
    rows = published().filter(held_by=agency, opens_on__lte=period.ends_on, is_history=False)
    rows = rows.filter(duty__regime__in=family(regime)) if regime.source_kind == PLAN else rows
    rows = rows.filter(duty__source_kind=TASK).exclude(state=State.EXEMPT.value)
    rows = rows.annotate(meant_on=Coalesce(F("aim_on"), F("due_on")))
    in_period = Q(meant_on__gte=period.starts_on) | Q(meant_on=None)
    found = rows.filter(in_period | Q(state__in=_OWED, meant_on__lt=period.starts_on))
    return found.select_related("duty", "held_by").order_by("duty_id", "meant_on", "pk")


def _last_of_each(rows: Iterable[Obligation], period: Period) -> list[Obligation]:
    by_duty: dict[int, list[Obligation]] = {}
    for one in rows:
        by_duty.setdefault(one.duty_id, []).append(one)
    chosen = []
    for found in by_duty.values():
        due = [one for one in found if not is_beyond(one, period)]
        beyond = [one for one in found if is_beyond(one, period) and one.state in _OWED]
        last = due[-1:] if due else beyond[:1]
        owed = [one for one in due if one.state in _OWED and one not in last]
        events = [one for one in due if one.occurrence.startswith(("event:", "case:")) and one not in (*last, *owed)]
        chosen += [*events, *owed, *last]
    return chosen
