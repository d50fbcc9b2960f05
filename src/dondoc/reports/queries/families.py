"""Regimes of one plan: a plan, what amended it and what took its place ask for the same reports.

A task that an amending document leaves as it is keeps its duty, and what was sent before a plan was replaced stays
under the regime of the old one: a report and a consolidation look at all of them.
"""

from collections.abc import Iterable, Mapping

from dondoc.duties.models import Regime
from dondoc.plans.models import Plan

PLAN = "plan"


def families(regimes: Iterable[Regime]) -> dict[int, int]:
    """Regime -> the first regime of its family, for these regimes and all others of their families. Two queries."""
    asked = list(regimes)
    first = {one.pk: one.pk for one in asked}
    units = {one.unit_id for one in asked if one.source_kind == PLAN}
    if not units:
        return first
    above = dict(Plan.objects.filter(unit__in=units).values_list("code", "amends__code"))
    roots = {code: _root(code, above) for code in above}
    wanted = {roots.get(one.source_code, one.source_code) for one in asked if one.source_kind == PLAN}
    codes = [code for code, root in roots.items() if root in wanted]
    by_root: dict[str, int] = {}
    rows = Regime.objects.filter(source_kind=PLAN, source_code__in=codes).order_by("pk")
    for pk, code in rows.values_list("pk", "source_code"):
        first[pk] = by_root.setdefault(roots[code], pk)
    return first


def family(regime: Regime) -> list[int]:
    """All regimes of the plan of one; a regime that stands by itself is alone."""
    first = families([regime])
    return [pk for pk, root in first.items() if root == first[regime.pk]]


def _root(code: str, above: Mapping[str, str | None]) -> str:
    """The plan that was there first; one whose document is of another unit ends the way."""
    while (upper := above.get(code)) is not None:
        code = upper
    return code
