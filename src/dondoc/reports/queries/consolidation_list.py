"""Periods that an agency receives, with how many reports came and what became of them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from dondoc.duties.access import published
from dondoc.duties.models import Period
from dondoc.duties.rules.states import State
from dondoc.reports.models import Consolidation, Report
from dondoc.reports.queries.families import families
from dondoc.reports.rules.states import TAKEN, WORDS, ReportState
from dondoc.toolkit.sayings import Saying


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """`code` of the consolidation, empty where none was begun; `period_id` names the period for beginning one."""

    period_id: int
    label: str
    regime: str
    receiver_id: int
    receiver: str
    closes_on: date
    due_on: date
    owing: int
    taken: int
    code: str
    state: ReportState | None

    @property
    def state_words(self) -> str:
        return WORDS[self.state] if self.state else Saying("chưa tổng hợp")


def period_rows(periods: QuerySet[Period], agencies: Collection[int], on: date) -> list[PeriodRow]:
    """Those that opened, the latest first, rules of the same time under the regimes of a plan as one. Five queries."""
    opened = list(
        periods.filter(opens_on__lte=on)
        .select_related("rule__to", "rule__via", "regime")
        .order_by("-due_on", "regime_id", "pk")[:120]
    )
    owing, taken = _owing(opened), _taken(opened)
    first = families([period.regime for period in opened])
    begun = {
        (one.agency_id, first[one.period.regime_id], one.period.cycle, one.period.key): one
        for one in Consolidation.objects.filter(agency__in=agencies, period__regime__in=first).select_related("period")
    }
    groups: dict[tuple[int, int, str, str], list[Period]] = {}
    for period in opened:
        receiver = period.rule.receiver_id
        if receiver in agencies:
            groups.setdefault((receiver or 0, first[period.regime_id], period.cycle, period.key), []).append(period)
    return [_row(key, found, owing, taken, begun.get(key)) for key, found in groups.items()]


def _row(
    key: tuple[int, int, str, str],
    found: list[Period],
    owing: dict[tuple[str, str], int],
    taken: dict[int, int],
    begun: Consolidation | None,
) -> PeriodRow:
    first = begun.period if begun else found[0]
    receiver = found[0].rule.via or found[0].rule.to
    return PeriodRow(
        first.pk,
        found[0].label,
        found[0].regime.title,
        key[0],
        receiver.name if receiver else "",
        found[0].closes_on,
        found[0].due_on,
        sum(owing.get((one.rule.code, one.key), 0) for one in found),
        sum(taken.get(one.pk, 0) for one in found),
        begun.code if begun else "",
        ReportState(begun.state) if begun else None,
    )


def _owing(periods: list[Period]) -> dict[tuple[str, str], int]:
    """How many owe, by (code of the rule, key of the period)."""
    owed = published().filter(
        duty__source_kind="report",
        duty__source_code__in={one.rule.code for one in periods},
        occurrence__in={one.key for one in periods},
        is_requested=False,
    )
    counted = owed.exclude(state=State.EXEMPT.value).order_by().values_list("duty__source_code", "occurrence")
    return {(code, key): n for code, key, n in counted.annotate(n=Count("pk"))}


def _taken(periods: list[Period]) -> dict[int, int]:
    rows = Report.objects.filter(Q(period__in=periods), state__in=[state.value for state in TAKEN])
    return dict(rows.order_by().values_list("period_id").annotate(n=Count("pk")))
