"""Reads the shipped tables of published results (`scores/data/*.csv`, see SOURCES.md there), once per run."""

import csv
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from importlib.resources import files

from dondoc.scores.rules.panel import Absence, Block, Bound, Group, Panel, as_published
from dondoc.scores.rules.regions import Region
from dondoc.scores.rules.successors import Successor

_DATA = files("dondoc.scores") / "data"
_GROUPS = {"low": Group.LOW, "mid-low": Group.MID_LOW, "mid-high": Group.MID_HIGH, "high": Group.HIGH}


@cache
def shipped_panel() -> Panel:
    """All results that come with the product: 63 provinces, 2011-2024."""
    return Panel(
        provinces=dict(_rows("provinces.csv")),
        scores=_scores(),
        bounds=_bounds(),
        blocks=tuple(Block(int(first), int(last) if last else None, bool(new)) for first, last, new in
                     _rows("blocks.csv")),
        breaks=frozenset((int(year), code) for year, code, _ in _rows("breaks.csv")),
        absences={(int(year), province): Absence(tuple(missing.split()), reason) for year, province, missing, reason in
                  _rows("absences.csv")},
        national={(code, int(year)): Decimal(value) for year, code, value, _ in _rows("national.csv")},
    )  # fmt: skip


@cache
def successors() -> dict[str, Successor]:
    """The 34 provinces since 1/7/2025 by place, each with those of 2011-2024 that went up in it."""
    rows = _rows("provinces34.csv")
    return {place: Successor(place, name, tuple(members.split())) for place, name, members in rows}


@cache
def regions() -> tuple[Region, ...]:
    """The socio-economic regions of the 63 and of the 34, in the order of the master plan."""
    return tuple(
        Region(of, code, name, tuple(places.split()), since, until, source)
        for of, code, name, places, since, until, source in _rows("regions.csv")
    )


@cache
def tiles(of: str) -> dict[str, tuple[int, int]]:
    """Column and row of each province in a map of equal tiles; `of` is "63" or "34"."""
    return {place: (int(column), int(row)) for known, place, column, row in _rows("tiles.csv") if known == of}


def _rows(name: str) -> Iterator[list[str]]:
    with (_DATA / name).open(encoding="utf-8") as file:
        rows = csv.reader(file)
        next(rows)
        yield from rows


def _scores() -> dict[tuple[str, int], dict[str, Decimal]]:
    with (_DATA / "scores.csv").open(encoding="utf-8") as file:
        rows = csv.reader(file)
        provinces = next(rows)[2:]
        return {(row[1], int(row[0])): _column(provinces, row[2:]) for row in rows}


def _column(provinces: list[str], cells: list[str]) -> dict[str, Decimal]:
    pairs = zip(provinces, map(as_published, cells), strict=True)
    return {province: score for province, score in pairs if score is not None}


def _bounds() -> dict[tuple[str, int], tuple[Bound, ...]]:
    found: dict[tuple[str, int], tuple[Bound, ...]] = {}
    for year, code, group, lower, upper, count, _ in _rows("bounds.csv"):
        bound = Bound(_GROUPS[group], Decimal(lower), Decimal(upper), int(count) if count else None)
        found[code, int(year)] = (*found.get((code, int(year)), ()), bound)
    return found
