"""Units that opened their pages, by province."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from dondoc.portal.access import open_units
from dondoc.toolkit.collation import sort_key
from dondoc.toolkit.text import fold
from dondoc.units.models import AdministrativeUnit, Level


@dataclass(slots=True)
class Place:
    """A province with its communes that are open; `is_open` says whether the province itself is."""

    unit: AdministrativeUnit
    is_open: bool = False
    communes: list[AdministrativeUnit] = field(default_factory=list)


def places(on: date, wanted: str = "") -> list[Place]:
    """Open units by province, in the order of names; narrowed by words without marks. One query."""
    rows = open_units(on)
    for word in fold(wanted).split():
        rows = rows.filter(search__contains=word)
    return _gathered(rows.order_by("level", "search"))


def _gathered(rows: Iterable[AdministrativeUnit]) -> list[Place]:
    found: dict[int, Place] = {}
    for unit in rows:
        top = unit if unit.level == Level.PROVINCE or unit.parent is None else unit.parent
        place = found.setdefault(top.pk, Place(top))
        if unit.level == Level.PROVINCE:
            place.is_open = True
        else:
            place.communes.append(unit)
    for place in found.values():
        place.communes.sort(key=lambda unit: sort_key(unit.name))
    return sorted(found.values(), key=lambda place: sort_key(place.unit.name))


def open_communes(province: AdministrativeUnit, on: date) -> list[AdministrativeUnit]:
    """The communes of a province that are open, in the order of names. One query."""
    return sorted(open_units(on).filter(parent=province), key=lambda unit: sort_key(unit.name))
