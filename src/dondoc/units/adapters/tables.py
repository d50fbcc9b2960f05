"""Reads the shipped tables of units and bodies (`units/data/*.csv`, see SOURCES.md there).

A day with "~" behind it is known only to lie between two official lists. Read once per run, when first asked for.
"""

import csv
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files

from dondoc.units.rules.catalogue import COMMUNE, DISTRICT, PROVINCE, Catalogue, Link, Unit
from dondoc.units.rules.departments import Body, Move, Organisation

_DATA = files("dondoc.units") / "data"
_TABLES = (("provinces.csv", PROVINCE), ("districts.csv", DISTRICT), ("communes.csv", COMMUNE))


@cache
def shipped_catalogue() -> Catalogue:
    """All units and links that come with the product."""
    units = tuple(unit for name, level in _TABLES for unit in _units(name, level))
    return Catalogue(units, tuple(_links()))


@cache
def shipped_organisation() -> Organisation:
    """The default bodies of a province, a district and a commune, and what became of the old ones."""
    return Organisation(tuple(_bodies()), tuple(_moves()))


def _rows(name: str) -> Iterator[list[str]]:
    with (_DATA / name).open(encoding="utf-8") as file:
        rows = csv.reader(file)
        next(rows)
        yield from rows


def _units(name: str, level: str) -> Iterator[Unit]:
    for unit_id, code, kind, printed, parent, start, end in _rows(name):
        is_dated = "~" not in start + end
        yield Unit(unit_id, level, code, kind, printed, parent or None, _day(start), _day(end), is_dated)


def _links() -> Iterator[Link]:
    for old, new, kind, on, share in _rows("succession.csv"):
        yield Link(old, new, kind, _day(on) or date.min, kind != "split" or share == "main", "~" not in on)


@cache
def _day(printed: str) -> date | None:
    return date.fromisoformat(printed[:10]) if printed else None


def _bodies() -> Iterator[Body]:
    for code, name, kind, standing, above, start, end, only_for, fields in _rows("bodies.csv"):
        yield Body(code, name, kind, standing, above or None, _day(start), _day(end), _list(only_for), _list(fields))


def _moves() -> Iterator[Move]:
    for old, subjects, new, on, source in _rows("body_moves.csv"):
        yield Move(old, _list(subjects), new, date.fromisoformat(on), source)


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(",") if part.strip())
