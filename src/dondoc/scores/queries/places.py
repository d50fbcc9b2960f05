"""Which place of the results a unit is, and what a place is called."""

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.translation import gettext as _

from dondoc.scores.adapters.tables import shipped_panel, successors
from dondoc.units.models import AdministrativeUnit

SHORT = {"46": "Huế", "77": "BR–VT", "79": "TP HCM", "P79.250701": "TP HCM"}


@dataclass(frozen=True, slots=True)
class Place:
    """A place: its key, its name, and whether it is one of the 63, one of the 34, or neither."""

    key: str
    name: str
    members: tuple[str, ...] = ()

    @property
    def is_merged(self) -> bool:
        return len(self.members) > 1

    @property
    def dated(self) -> str:
        """The name; where the old and the merged province share it, with the day that parts them."""
        if self.is_merged and any(shipped_panel().provinces.get(old) == self.name for old in self.members):
            return _("%(name)s (từ 01/7/2025)") % {"name": self.name}
        heir = heir_of(self.key)
        return _("%(name)s (đến 30/6/2025)") % {"name": self.name} if heir and heir.name == self.name else self.name


def place_of(unit: AdministrativeUnit) -> str:
    """The place of a province's unit: "P67" is "67", today's Lào Cai "P15.250701", any other its own code."""
    bare = unit.code.removeprefix("P")
    return bare if unit.code.startswith("P") and bare in shipped_panel().provinces else unit.code


def places_of(unit_ids: Collection[int]) -> list[Place]:
    """The provinces in which units lie, each once, in the order of their names. At most one query."""
    ids = list(unit_ids)
    if not ids:
        return []
    found: dict[str, Place] = {}
    for unit in AdministrativeUnit.objects.filter(pk__in=ids).select_related("parent__parent"):
        top = unit
        while top.parent is not None:
            top = top.parent
        if top.level == "province":
            found[place_of(top)] = _place(place_of(top), top.name)
    return sorted(found.values(), key=lambda place: place.name)


def place_of_unit(unit: AdministrativeUnit) -> Place:
    """The place of a province's unit, without asking for its name again."""
    return _place(place_of(unit), unit.name)


def place_named(key: str) -> Place | None:
    """A place by its key; None where there is none. A query only for a place outside the tables."""
    if key in successors() or key in shipped_panel().provinces:
        one = successors().get(key)
        return _place(key, one.name if one else shipped_panel().provinces[key])
    unit = AdministrativeUnit.objects.filter(code=key, level="province").first()
    return Place(key, unit.name) if unit else None


def _place(key: str, name: str) -> Place:
    one = successors().get(key)
    old = shipped_panel().provinces.get(key)
    return Place(key, old or (one.name if one else name), one.members if one else ())


def heir_of(key: str) -> Place | None:
    """The province of today in which one of 2011-2024 went up; None where it goes on by itself."""
    one = next((one for one in successors().values() if one.is_merged and key in one.members), None)
    return Place(one.place, one.name, one.members) if one else None


def short_name(key: str, name: str) -> str:
    return SHORT.get(key, name)


def province_names() -> dict[str, str]:
    """The names of all that results were or will be published of: the 63, and the merged ones of the 34."""
    return {**{place: one.name for place, one in successors().items()}, **shipped_panel().provinces}


def dated_names() -> dict[str, str]:
    """The same as lists show them, where an old and a merged province of one name stand together."""
    return {key: _place(key, name).dated for key, name in province_names().items()}
