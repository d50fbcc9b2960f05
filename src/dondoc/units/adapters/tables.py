"""Reads the shipped tables of units (`units/data/*.csv`, see SOURCES.md there) into a catalogue.

A day with "~" behind it is known only to lie between two official lists. Read once per run, when first asked for.
"""

import csv
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files

from dondoc.units.rules.catalogue import COMMUNE, DISTRICT, PROVINCE, Catalogue, Link, Unit

_DATA = files("dondoc.units") / "data"
_TABLES = (("provinces.csv", PROVINCE), ("districts.csv", DISTRICT), ("communes.csv", COMMUNE))


@cache
def shipped_catalogue() -> Catalogue:
    """All units and links that come with the product."""
    units = tuple(unit for name, level in _TABLES for unit in _units(name, level))
    return Catalogue(units, tuple(_links()))


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
