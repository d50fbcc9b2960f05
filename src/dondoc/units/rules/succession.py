"""Who came after a unit and who was before it, over any number of mergers between two days.

A commune may be split between several heirs: the one marked main is a proposal, a person decides (owed work stays where
it was, see DESIGN "held_by"). Districts ended on 30/6/2025 without a successor in law; `heirs` names the communes that
now cover one.
"""

from dataclasses import dataclass
from datetime import date

from dondoc.units.rules.catalogue import DISTRICT, Catalogue, Link, Unit

_LAST_DISTRICT_DAY = date(2025, 6, 30)


@dataclass(frozen=True, slots=True)
class Relative:
    """A successor or predecessor: the unit, the last step that leads to it, whether every step was the main one.

    `is_sole` is True where no step was a split: then nothing is left to decide. `link` is None for the unit itself.
    """

    unit: Unit
    link: Link | None
    is_main: bool = True
    is_sole: bool = True


def successors(catalogue: Catalogue, unit_id: str, day: date) -> tuple[Relative, ...]:
    """Who stands in the unit's place on the day, the main heir first. The unit itself while it stands.

    Empty where nobody does (a district after 30/6/2025, see `heirs`) or where the lists do not tell.
    """
    return _follow(catalogue, unit_id, day, None, True, True)


def _follow(
    catalogue: Catalogue, unit_id: str, day: date, by: Link | None, is_main: bool, is_sole: bool
) -> tuple[Relative, ...]:
    if unit := catalogue.get(unit_id, day):
        return (Relative(unit, by, is_main, is_sole),)
    links = [link for link in catalogue.links_from.get(unit_id, ()) if link.on <= day]
    found: dict[str, Relative] = {}
    for link in sorted(links, key=lambda link: (not link.is_main, link.new_id)):
        for relative in _follow(
            catalogue, link.new_id, day, link, is_main and link.is_main, is_sole and len(links) == 1
        ):
            found.setdefault(relative.unit.id, relative)
    return tuple(sorted(found.values(), key=lambda r: (not r.is_main, r.unit.id)))


def predecessors(catalogue: Catalogue, unit_id: str, day: date) -> tuple[Relative, ...]:
    """Whom the unit came from, as they stood on the day: "phường Ba Đình" on 30/6/2025 was ten wards, some in part."""
    return tuple(sorted(_back(catalogue, unit_id, day, None, True).values(), key=lambda r: r.unit.id))


def _back(catalogue: Catalogue, unit_id: str, day: date, by: Link | None, is_whole: bool) -> dict[str, Relative]:
    found: dict[str, Relative] = {}
    if unit := catalogue.get(unit_id, day):
        found[unit.id] = Relative(unit, by, by is None or by.is_main, is_whole)
    for link in catalogue.links_to.get(unit_id, ()):
        if link.on > day:
            found |= _back(catalogue, link.old_id, day, link, is_whole and link.kind != "split")
    return found


def heirs(catalogue: Catalogue, district_id: str, day: date) -> tuple[Unit, ...]:
    """The communes that cover on the day what was a district: the main heirs of its last communes.

    A district that was merged earlier (Nam Đông into Phú Lộc on 1/1/2025) is covered by the heirs of its own communes.
    """
    version = catalogue.get(district_id)
    if version is None or version.level != DISTRICT:
        return ()
    last_day = min(version.valid_to or _LAST_DISTRICT_DAY, _LAST_DISTRICT_DAY)
    direct = successors(catalogue, district_id, day)
    own = catalogue.children(district_id, last_day)
    found = {r.unit.id: r.unit for c in own for r in successors(catalogue, c.id, day) if r.is_main}
    if not own:
        found = {r.unit.id: r.unit for r in direct if r.unit.level != DISTRICT}
    return tuple(sorted(found.values(), key=lambda u: u.id))
