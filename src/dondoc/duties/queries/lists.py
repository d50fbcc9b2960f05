"""Lists of obligations: mine, late, of a duty; and counts by duty for the page of a plan."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Prefetch, Q, QuerySet

from dondoc.accounts.models import User
from dondoc.duties.access import published
from dondoc.duties.models import Duty, Obligation
from dondoc.duties.queries.assigning import Positions, is_mine, positions_of, whose
from dondoc.duties.queries.standing import Standing, current_days, standing
from dondoc.duties.queries.summary import Counts
from dondoc.duties.rules.explaining import page_of
from dondoc.duties.rules.lateness import Days, long_late_before
from dondoc.duties.rules.states import MOVES, OWED, State

_OWED = [state.value for state in OWED]
_MAY_BE_SETTLED = frozenset(state.value for state in MOVES["settle"])


@dataclass(frozen=True, slots=True)
class ObligationRow:
    """One line of a list."""

    code: str
    title: str
    label: str
    agency: str
    agency_code: str
    unit: str
    section: int | None
    component: str
    plan_code: str
    due_on: date | None
    standing: Standing
    assigned_to: str
    is_mine: bool
    is_claimed: bool
    part: str
    is_requested: bool
    may_settle: bool


@dataclass(frozen=True, slots=True)
class DutyCount:
    """How a duty stands over all who owe it."""

    source_code: str
    counts: Counts


def in_work_order(rows: QuerySet[Obligation], user: User, on: date) -> QuerySet[Obligation]:
    """By whose it is (mine, then the unassigned, then others'), then by day, late first, undated last."""
    turn = whose(user, positions_of(user, on))
    return rows.annotate(turn=turn).order_by("turn", F("due_on").asc(nulls_last=True), "pk")


def late_list(visible: QuerySet[Obligation], today: date) -> QuerySet[Obligation]:
    """Of what a person may see, what is late: the oldest first. Requests and history are never in it."""
    late = visible.filter(state__in=_OWED, due_on__lt=today, is_requested=False, is_history=False)
    return late.order_by("due_on", "pk")


def rows_of(
    rows: QuerySet[Obligation] | Iterable[Obligation],
    today: date,
    *,
    user: User | None = None,
    days: Days | None = None,
    acting: Collection[int] = (),
    is_long: bool = False,
) -> list[ObligationRow]:
    """Rows for a screen or a file, in the order given. `acting`: the agencies for which the reader settles. Thousands
    of rows (`is_long`) speak of some hundred duties, agencies and units: each is read once, by a query of its own."""
    if isinstance(rows, QuerySet) and is_long:
        duties = Prefetch("duty", Duty.objects.defer("schedule", "targets"))
        rows = rows.prefetch_related(duties, "held_by", "unit", "assigned_to")
    elif isinstance(rows, QuerySet):
        rows = rows.select_related("duty", "held_by", "unit", "assigned_to").defer("duty__schedule", "duty__targets")
    found, days = list(rows), days or current_days()
    held = positions_of(user, today) if user is not None and any(one.position for one in found) else {}
    return [_row(one, today, user, held, days, acting) for one in found]


def _row(
    one: Obligation, today: date, user: User | None, held: Positions, days: Days, acting: Collection[int]
) -> ObligationRow:
    is_open_here = one.state in _MAY_BE_SETTLED and not page_of(one.duty.source_kind, one.code, one.explained)
    return ObligationRow(
        code=one.code,
        title=one.duty.title,
        label=one.label,
        agency=one.held_by.name,
        agency_code=one.held_by.code,
        unit=one.unit.name,
        section=one.section,
        component=one.component,
        plan_code=one.duty.plan_code,
        due_on=one.due_on,
        standing=standing(one, today, days=days),
        assigned_to=one.assigned_to.full_name if one.assigned_to else one.position,
        is_mine=user is not None and is_mine(one, user, held),
        is_claimed=one.is_claimed,
        part=one.part,
        is_requested=one.is_requested,
        may_settle=is_open_here and one.held_by_id in acting,
    )


def counts_by_duty(*, plan_code: str, today: date, days: Days | None = None) -> dict[str, Counts]:
    """Counts of each duty of a plan by the code of its source (task), whoever owes it. One query; the reader must be
    allowed to see the plan."""
    return dict(_by_source(published().filter(duty__plan_code=plan_code), today, days))


def _by_source(rows: QuerySet[Obligation], today: date, days: Days | None) -> Iterable[tuple[str, Counts]]:
    rows = rows.filter(is_history=False)
    urged = Q(is_requested=False, state__in=_OWED)
    late = urged & Q(due_on__lt=today)
    long_late = urged & Q(due_on__lt=min(long_late_before(today, days or current_days()), today))
    names = {state: state.value.replace("-", "_") for state in State}
    counted = {f"n_{name}": Count("pk", filter=Q(state=state.value)) for state, name in names.items()}
    found = (
        rows.order_by()
        .values("duty__source_code")
        .annotate(**counted, n_late=Count("pk", filter=late), n_long=Count("pk", filter=long_late))
    )
    for row in found:
        told: dict[str, Any] = dict(row)
        by_state = {name: told[f"n_{name}"] for name in names.values()}
        yield told["duty__source_code"], Counts(**by_state, late=told["n_late"], long_late=told["n_long"])
