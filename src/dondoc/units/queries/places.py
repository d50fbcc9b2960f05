"""Administrative units as of a day."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q

from dondoc.toolkit.text import fold, key
from dondoc.units.access import valid_on
from dondoc.units.models import AdministrativeUnit


def as_of(level: str, name: str, day: date) -> list[AdministrativeUnit]:
    """The units of a level that bore a name on a day ("Lào Cai" before and after 1/7/2025 are two). Marks may be
    missing; where a name with its marks fits, only those are given. Communes of one name are many."""
    rows = AdministrativeUnit.objects.filter(valid_on(day), level=level, search__contains=fold(name))
    found = [unit for unit in rows.select_related("parent").order_by("code") if fold(unit.name_on(day)) == fold(name)]
    exact = [unit for unit in found if key(unit.name_on(day)) == key(name)]
    return exact or found


def descendants_of(unit_ids: Collection[int], on: date, *, levels: Collection[str] = ()) -> list[AdministrativeUnit]:
    """The units themselves and all that lies in them on a day, of the levels named (all if none). One query."""
    ids = list(unit_ids)
    line = Q(pk__in=ids) | Q(parent__in=ids) | Q(parent__parent__in=ids)
    rows = AdministrativeUnit.objects.filter(line, valid_on(on))
    return list((rows.filter(level__in=list(levels)) if levels else rows).order_by("code"))


def province_of(unit: AdministrativeUnit) -> AdministrativeUnit:
    """The province that a unit lies in, or the unit itself where it lies in none."""
    while unit.parent is not None:
        unit = unit.parent
    return unit


def unit_on(unit: AdministrativeUnit, day: date) -> AdministrativeUnit | None:
    """The unit that stands on a day in the place of `unit`: itself, or the one successor of the whole. None where
    it was split among several or is not known."""
    for _ in range(8):
        if unit.valid_to is None or unit.valid_to >= day:
            return unit
        after = list(
            {link.successor_id: link.successor for link in unit.successions.select_related("successor")}.values()
        )
        if len(after) != 1:
            return None
        unit = after[0]
    return None
