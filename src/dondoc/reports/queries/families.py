"""Regimes of one plan: a plan, what amended it and what took its place ask for the same reports.

A task that an amending document leaves as it is keeps its duty, and what was sent before a plan was replaced stays
under the regime of the old one: a report and a consolidation look at all of them.
"""

from collections.abc import Iterable, Mapping

from django.db.models import OuterRef, Q, Subquery

from dondoc.duties.models import Period, Regime
from dondoc.plans.models import Plan

PLAN = "plan"


def families(regimes: Iterable[Regime]) -> dict[int, int]:
    """Regime -> the first regime of its family, for these regimes and all others of their families. One query."""
    asked = list(regimes)
    first = {one.pk: one.pk for one in asked}
    units = {one.unit_id for one in asked if one.source_kind == PLAN}
    if not units:
        return first
    amends = Plan.objects.filter(code=OuterRef("source_code")).values("amends__code")[:1]
    issued = Regime.objects.filter(source_kind=PLAN, unit__in=units).annotate(amends=Subquery(amends)).order_by("pk")
    rows = list(issued.values_list("pk", "source_code", "amends"))
    above = {code: upper for _, code, upper in rows}
    wanted = {_root(one.source_code, above) for one in asked if one.source_kind == PLAN}
    by_root: dict[str, int] = {}
    for pk, code, _ in rows:
        root = _root(code, above)
        if root in wanted:
            first[pk] = by_root.setdefault(root, pk)
    return first


def family(regime: Regime) -> list[int]:
    """All regimes of the plan of one; a regime that stands by itself is alone."""
    first = families([regime])
    return [pk for pk, root in first.items() if root == first[regime.pk]]


def periods_beside(period: Period) -> list[int]:
    """Of the same time, to the same receiver, under any regime of the plan: what is consolidated as one. Two
    queries."""
    receiver = period.rule.receiver_id
    same = Period.objects.filter(regime__in=family(period.regime), cycle=period.cycle, key=period.key)
    mine = same.filter(Q(rule__via=receiver) | Q(rule__via=None, rule__to=receiver))
    return list(mine.values_list("pk", flat=True))


def _root(code: str, above: Mapping[str, str | None]) -> str:
    """The plan that was there first."""
    while (upper := above.get(code)) is not None:
        code = upper
    return code
