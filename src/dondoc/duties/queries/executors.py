"""What the executors of a lead did: how many stand where, who has not done it, their figures as one."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Sum

from dondoc.duties.access import published
from dondoc.duties.models import Figure, Obligation, Part
from dondoc.duties.queries.lists import ObligationRow, rows_of
from dondoc.duties.rules import judging
from dondoc.duties.rules.aims import Asked
from dondoc.duties.rules.states import SETTLED, WORDS, State

SHOWN = 100
_TOLD = [state.value for state in (*SETTLED, State.AWAITING)]


@dataclass(frozen=True, slots=True)
class Total:
    """A part of the target over all executors: sums over sums, and whether the aim is met (None: cannot be said)."""

    asked: Asked
    figure: judging.Figure
    is_met: bool | None


@dataclass(frozen=True, slots=True)
class Executors:
    """`by_state` are pairs of words and count; `waiting` are those who have not, late first, at most a hundred."""

    total: int
    settled: int
    by_state: tuple[tuple[str, int], ...]
    to_confirm: tuple[ObligationRow, ...]
    waiting: tuple[ObligationRow, ...]
    totals: tuple[Total, ...]


def executors_of(obligation: Obligation, asked: tuple[Asked, ...], today: date) -> Executors | None:
    """Of a lead's obligation, in at most four queries; None where it does the work itself."""
    if obligation.part != Part.LEAD:
        return None
    theirs = published().filter(duty=obligation.duty_id, occurrence=obligation.occurrence, part=Part.EXECUTE)
    counts = dict(theirs.order_by().values_list("state").annotate(n=Count("pk")))
    if not counts:
        return None
    waiting = theirs.filter(state__in=[State.OPEN.value, State.RETURNED.value]).order_by("due_on", "pk")
    claimed = theirs.filter(state=State.AWAITING.value).order_by("settled_at", "pk")
    return Executors(
        total=sum(counts.values()),
        settled=sum(n for state, n in counts.items() if State(state) in SETTLED),
        by_state=tuple((WORDS[state], counts[state.value]) for state in State if counts.get(state.value)),
        to_confirm=tuple(rows_of(claimed[:SHOWN], today)),
        waiting=tuple(rows_of(waiting[:SHOWN], today)),
        totals=_totals(obligation, asked),
    )


def _totals(obligation: Obligation, asked: tuple[Asked, ...]) -> tuple[Total, ...]:
    """The same sums as `judging.total`, made by the database: a lead may have thousands of executors."""
    figures = Figure.objects.filter(
        obligation__duty=obligation.duty_id,
        obligation__occurrence=obligation.occurrence,
        obligation__part=Part.EXECUTE,
        obligation__state__in=_TOLD,
    )
    sums = (
        figures.order_by().values_list("target_part").annotate(Sum("numerator"), Sum("denominator"), Max("numerator"))
    )
    by_part = {part: (summed, below, most) for part, summed, below, most in sums}
    out = []
    for one in asked:
        if one.part not in by_part:
            continue
        summed, below, most = by_part[one.part]
        figure = judging.Figure(one.kind, most if one.kind is judging.Kind.DURATION else summed, below)
        out.append(Total(one, figure, judging.met(one.aim, figure) if one.aim else None))
    return tuple(out)
