"""A newer official list beside what is known: what came, what went, what changed its name, kind or place."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dondoc.toolkit.text import key
from dondoc.units.rules.catalogue import DISTRICT, PROVINCE, Unit

_LETTER = {PROVINCE: "P", DISTRICT: "D"}


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of an official list: level, official code, kind, name, official code of the unit above (empty: none)."""

    level: str
    code: str
    kind: str
    name: str
    parent_code: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """One change, in the words of the table: `what` is new | gone | renamed | moved (with the unit
    above, before and after). `rows` bring it into force."""

    what: str
    level: str
    code: str
    before: str
    after: str
    rows: tuple[Unit, ...]


def differences(
    listed: Iterable[Listed], known: Sequence[Unit], *, on: date, keep_missing: bool = False
) -> list[Difference]:
    """What the list changes from the day `on`. `known` are the units that stand on the day before. A unit that the list
    of its level leaves out ends the day before (unless `keep_missing`): nothing is ever removed. A level that the list
    does not hold at all is left alone, and so is a unit without an official code (`uncoded`)."""
    rows = {(row.level, row.code): row for row in listed}
    levels = {level for level, _ in rows}
    standing = {(unit.level, unit.code): unit for unit in known if unit.level in levels and unit.code}
    ids = {(unit.level, unit.code): unit.id for unit in known if unit.code}
    taken = {unit.id for unit in known}
    ids |= {place: _new_id(row, on, taken) for place, row in rows.items() if place not in ids}
    names = {ids[place]: f"{row.kind} {row.name}" for place, row in rows.items()}
    names |= {unit.id: unit.full_name for unit in known}
    found = [_compare(row, standing.get(place), ids, names, on) for place, row in rows.items()]
    gone = [] if keep_missing else [unit for place, unit in standing.items() if place not in rows]
    return [change for change in found if change] + [_gone(unit, on) for unit in gone]


def uncoded(listed: Iterable[Listed], known: Iterable[Unit]) -> list[Unit]:
    """Units of the levels that the list holds which have no official code: nothing says what they are in the list."""
    levels = {row.level for row in listed}
    return [unit for unit in known if unit.level in levels and not unit.code]


def _compare(
    row: Listed, unit: Unit | None, ids: Mapping[tuple[str, str], str], names: Mapping[str, str], on: date
) -> Difference | None:
    parent = _parent(row, ids)
    after = f"{row.kind} {row.name}"
    unit_id = ids[row.level, row.code]
    new = Unit(unit_id, row.level, row.code, row.kind, row.name, parent, on)
    if unit is None:
        return Difference("new", row.level, row.code, "", after, (new,))
    before = Unit(unit.id, unit.level, unit.code, unit.kind, unit.name, unit.parent_id, unit.valid_from, on - _DAY)
    if key(row.name) != key(unit.name) or key(row.kind) != key(unit.kind):
        return Difference("renamed", row.level, row.code, unit.full_name, after, (before, new))
    if parent and parent != unit.parent_id:
        place = f"{unit.full_name}, {names.get(unit.parent_id, '')}" if unit.parent_id else unit.full_name
        return Difference("moved", row.level, row.code, place, f"{after}, {names[parent]}", (before, new))
    return None


def _gone(unit: Unit, on: date) -> Difference:
    ended = Unit(unit.id, unit.level, unit.code, unit.kind, unit.name, unit.parent_id, unit.valid_from, on - _DAY)
    return Difference("gone", unit.level, unit.code, unit.full_name, "", (ended,))


def _parent(row: Listed, ids: Mapping[tuple[str, str], str]) -> str | None:
    """The unit above: a district of that code where there is one, else a province."""
    if not row.parent_code:
        return None
    levels = (DISTRICT, PROVINCE) if len(row.parent_code) > 2 else (PROVINCE,)
    return next((ids[level, row.parent_code] for level in levels if (level, row.parent_code) in ids), None)


def _new_id(row: Listed, on: date, taken: set[str]) -> str:
    """An id that was never given: the letter of the level, the code, and the day where the code had another holder."""
    plain = f"{_LETTER.get(row.level, 'C')}{row.code}"
    return plain if plain not in taken and on.year < 2025 else f"{plain}.{on:%y%m%d}"


_DAY = timedelta(days=1)
