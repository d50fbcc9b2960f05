"""Members of groups on a day."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from dondoc.units.access import valid_on
from dondoc.units.models import AdministrativeUnit, Agency, AgencyGroup
from dondoc.units.rules.classes import beginnings_of


def members_of(group: AgencyGroup, on: date) -> list[Agency]:
    """Who belongs to a group on a day: by its rule within its scope, or who is on its list. An open group has those
    whom a person chose, and nobody before that. One query."""
    return list(_members(group, on).select_related("unit").order_by("unit__code", "pk"))


def member_ids(group: AgencyGroup, on: date) -> list[int]:
    """The ids alone, for expansion over thousands."""
    return list(_members(group, on).order_by("pk").values_list("pk", flat=True))


def count_members(group: AgencyGroup, on: date) -> int:
    return _members(group, on).count()


def _members(group: AgencyGroup, on: date) -> QuerySet[Agency]:
    if group.kind == AgencyGroup.Kind.RULE:
        return by_rule(group.scope_id, group.rule, on)
    listed = group.members.filter(valid_on(on)).values("agency_id")
    return Agency.objects.filter(valid_on(on), pk__in=listed)


def by_rule(scope_id: int, rule: Mapping[str, Any], on: date) -> QuerySet[Agency]:
    """Agencies that a rule chooses on a day within a unit, of units of `levels` and `unit_kinds` (all where not named):
    by `kinds`, beginnings of `names` or classes `asked`, whatever their stance; or by `classes`, standing as one of
    `stances`. A rule that names nothing chooses nobody."""
    units = AdministrativeUnit.objects.filter(
        valid_on(on), Q(pk=scope_id) | Q(parent=scope_id) | Q(parent__parent=scope_id)
    )
    if rule.get("levels"):
        units = units.filter(level__in=rule["levels"])
    if rule.get("unit_kinds"):
        units = units.filter(kind__in=rule["unit_kinds"])
    told = _beginning(beginnings_of(rule.get("classes", [])))
    if rule.get("stances"):
        told &= Q(stance__in=rule["stances"])
    named = _beginning((*beginnings_of(rule.get("asked", [])), *rule.get("names", ())))
    chosen = Q(kind__in=rule.get("kinds", ())) | told | named
    return Agency.objects.filter(chosen, valid_on(on), unit__in=units)


def _beginning(starts: Sequence[str]) -> Q:
    """Agencies whose search text begins with one of these; none begins with nothing."""
    fits = Q(pk__in=())
    for start in starts:
        fits |= Q(search__startswith=start)
    return fits
