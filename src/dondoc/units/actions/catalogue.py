"""The list of units into the database: thousands at once, as often as wanted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from dondoc.records.actions import audit
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.text import fold
from dondoc.units.access import valid_on
from dondoc.units.models import AdministrativeUnit, Succession
from dondoc.units.rules.catalogue import COMMUNE, DISTRICT, PROVINCE, Link, Unit
from dondoc.units.rules.differences import Difference

CHUNK = 900
FIELDS = ("official_code", "level", "kind", "name", "search", "former", "parent_id", "valid_from", "valid_to")


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many rows came in and how many were changed."""

    made: int = 0
    changed: int = 0
    links: int = 0


def load_units(
    rows: Iterable[Unit], *, by: audit.Actor | None, at: datetime, links: Iterable[Link] = (), source: str = ""
) -> Loaded:
    """Put units and their successions in, or bring them up to date. All rows of one id are versions of one unit: the
    last one stands, the others become `former`. Doing it again changes nothing; nothing is ever removed. A parent that
    is neither among the rows nor in the database leaves the unit without one."""
    versions: dict[str, list[Unit]] = {}
    for row in rows:
        versions.setdefault(row.id, []).append(row)
    with transaction.atomic():
        known = {unit.code: unit for unit in AdministrativeUnit.objects.all()}
        before = set(known)
        changed = sum(_load_level(level, versions, known) for level in (PROVINCE, DISTRICT, COMMUNE))
        made = set(known) - before
        linked = _link(links, known)
        loaded = Loaded(len(made), changed, linked)
        if made or changed or linked:
            after = {"made": loaded.made, "changed": changed, "links": linked}
            audit.record_bulk("load_units", "unit", sorted(made), by=by, at=at, after=after, scope=source)
    return loaded


def _load_level(level: str, versions: dict[str, list[Unit]], known: dict[str, AdministrativeUnit]) -> int:
    """Make the new units of a level and mend those that differ; the number mended. Levels above are in `known`."""
    new: list[AdministrativeUnit] = []
    differing: list[AdministrativeUnit] = []
    for code, rows in versions.items():
        if rows[0].level != level:
            continue
        values = _values(sorted(rows, key=lambda row: row.valid_from or date.min), known)
        unit = known.get(code)
        if unit is None:
            new.append(AdministrativeUnit(code=code, **values))
        elif any(getattr(unit, name) != value for name, value in values.items()):
            for name, value in values.items():
                setattr(unit, name, value)
            differing.append(unit)
    for unit in AdministrativeUnit.objects.bulk_create(new, batch_size=CHUNK):
        known[unit.code] = unit
    AdministrativeUnit.objects.bulk_update(differing, [f.removesuffix("_id") for f in FIELDS], batch_size=CHUNK)
    return len(differing)


def _values(rows: Sequence[Unit], known: dict[str, AdministrativeUnit]) -> dict[str, Any]:
    last = rows[-1]
    parent = known.get(last.parent_id or "")
    names = dict.fromkeys(fold(row.name) for row in reversed(rows))
    return {
        "official_code": last.code,
        "level": last.level,
        "kind": last.kind,
        "name": last.name,
        "search": "|".join(names)[:240],
        "former": [
            {"kind": row.kind, "name": row.name, "parent": row.parent_id or "", "until": row.valid_to.isoformat()}
            for row in rows[:-1]
            if row.valid_to
        ],
        "parent_id": parent.pk if parent else None,
        "valid_from": rows[0].valid_from,
        "valid_to": last.valid_to,
    }


def _link(links: Iterable[Link], known: dict[str, AdministrativeUnit]) -> int:
    """Add the successions between units that are known; the number that were new."""
    before = Succession.objects.count()
    rows = [
        Succession(predecessor=known[link.old_id], successor=known[link.new_id], kind=link.kind, on=link.on)
        for link in links
        if link.old_id in known and link.new_id in known and link.old_id != link.new_id
    ]
    Succession.objects.bulk_create(rows, batch_size=CHUNK, ignore_conflicts=True)
    return Succession.objects.count() - before


def known_units(on: date) -> list[Unit]:
    """The units that stand on a day, as plain records: what a newer list is compared with."""
    rows = AdministrativeUnit.objects.filter(valid_on(on)).select_related("parent")
    return [
        Unit(u.code, u.level, u.official_code, u.kind, u.name, u.parent.code if u.parent else None, u.valid_from)
        for u in rows
    ]


def import_list(changes: Sequence[Difference], *, by: audit.Actor, at: datetime, source: str = "") -> Loaded:
    """Bring the differences that a person saw into force. What is gone gets its last day; nothing is removed."""
    if not changes:
        raise BadInput("units-same", "Danh mục này không khác gì danh mục đang dùng. Không có gì phải ghi.")
    with transaction.atomic():
        codes = [row.id for change in changes for row in change.rows]
        former = {u.code: u.former for u in AdministrativeUnit.objects.filter(code__in=codes).exclude(former=[])}
        loaded = load_units((row for change in changes for row in change.rows), by=by, at=at, source=source)
        _keep_former(former)
    return loaded


def _keep_former(former: dict[str, list[dict[str, str]]]) -> None:
    """Versions that were known before the list stay in front of those that it brought."""
    rows = list(AdministrativeUnit.objects.filter(code__in=former))
    for unit in rows:
        known = [version for version in former[unit.code] if version not in unit.former]
        unit.former = [*known, *unit.former]
        unit.search = "|".join(dict.fromkeys([*unit.search.split("|"), *(fold(v["name"]) for v in known)]))[:240]
    AdministrativeUnit.objects.bulk_update(rows, ["former", "search"], batch_size=CHUNK)
