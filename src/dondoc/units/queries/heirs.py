"""Who may have taken over the work of an agency that is no more: proposals that a person confirms."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dondoc.toolkit.sayings import Saying
from dondoc.units.access import valid_on
from dondoc.units.adapters.tables import shipped_organisation
from dondoc.units.models import AdministrativeUnit, Agency, Level
from dondoc.units.rules.kinds import COMMITTEE

_LEVELS = {"t": Level.PROVINCE, "h": Level.DISTRICT, "x": Level.COMMUNE}


@dataclass(frozen=True, slots=True)
class Heir:
    """An agency that may follow, for a subject (empty: all its work), since a day, by a legal source."""

    agency: Agency
    subject: str
    on: date
    source: str


def heirs_proposed(agency: Agency, today: date) -> list[Heir]:
    """Proposals for an agency or a unit that ended, but for those a person has decided. The same kind of agency in the
    units that followed comes by the unit's own succession; other kinds by what the decrees moved where."""
    ended = agency.valid_to or agency.unit.valid_to
    if ended is None or ended >= today:
        return []
    units = lines_of(agency.unit, today)
    found = [*_of_same_kind(agency, units, ended, today), *_by_moves(agency, units, today)]
    decided = set(agency.successions.exclude(decided_at=None).values_list("successor_id", "subject"))
    return [heir for heir in dict.fromkeys(found) if (heir.agency.pk, heir.subject) not in decided]


def _of_same_kind(agency: Agency, units: list[AdministrativeUnit], ended: date, today: date) -> list[Heir]:
    same = [unit.pk for unit in units if unit.level == agency.unit.level]
    rows = Agency.objects.filter(valid_on(today), unit__in=same, kind=agency.kind).exclude(pk=agency.pk)
    after = date.fromordinal(ended.toordinal() + 1)
    source = Saying("sáp nhập đơn vị hành chính")
    return [Heir(row, "", after, source) for row in rows.select_related("unit") if row.unit_id != agency.unit_id]


def _by_moves(agency: Agency, units: list[AdministrativeUnit], today: date) -> list[Heir]:
    if agency.kind == COMMITTEE:
        return []
    found: list[Heir] = []
    for move in shipped_organisation().proposals(agency.kind, today):
        level = _LEVELS.get(move.new[:1])
        places = [unit.pk for unit in units if unit.level == level]
        rows = Agency.objects.filter(valid_on(today), unit__in=places, kind=move.new).select_related("unit")
        found += [Heir(row, ", ".join(move.subjects)[:120], move.on, move.source) for row in rows]
    return found


def lines_of(unit: AdministrativeUnit, today: date) -> list[AdministrativeUnit]:
    """The units of today that cover a unit: itself or its successors, what took over its communes, and those above."""
    followed = _followed([unit], today)
    if unit.level == Level.DISTRICT:
        followed += _followed(unit.children.all(), today)
    above = [parent for found in followed if (parent := found.parent) is not None]
    if unit.parent is not None:
        above += _followed([unit.parent], today)
    return list(dict.fromkeys([*followed, *above]))


def _followed(units: Iterable[AdministrativeUnit], today: date) -> list[AdministrativeUnit]:
    """The units that stand today in the place of others, through any number of mergers."""
    open_ones, standing, seen = list(units), [], set()
    while open_ones:
        unit = open_ones.pop()
        if unit.pk in seen:
            continue
        seen.add(unit.pk)
        if unit.valid_to is None or unit.valid_to >= today:
            standing.append(unit)
        else:
            open_ones += [link.successor for link in unit.successions.select_related("successor__parent")]
    return standing
