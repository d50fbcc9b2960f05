"""Sheets of cells: where the names of places stand, and so which way a table runs.

A table has a place a row or a place a column; which, is told by where most names of places stand. Nothing here knows
what the other heads mean.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dondoc.toolkit.text import fold

Cell = str | int | float | Decimal | None
# Which place a text names, and whether its name was respelt; None for what is nobody's name.
Named = Callable[[str], tuple[str, bool] | None]
_HEAD_ROWS = 12


@dataclass(frozen=True, slots=True)
class Sheet:
    """A tab: its name and its cells by row, as the program that wrote it left them."""

    name: str
    rows: Sequence[Sequence[Cell]]


@dataclass(frozen=True, slots=True)
class Table:
    """`at` is the row (or column) of the names, `lines` the place of each column (or row) from there."""

    is_by_column: bool
    at: int
    lines: Mapping[int, tuple[str, bool]]


def table_of(sheet: Sheet, named: Named, enough: int) -> Table | None:
    """The table of a tab that names at least `enough` places; None for a page of notes."""
    width = max((len(row) for row in sheet.rows), default=0)
    across = [_named(list(enumerate(row)), named) for row in sheet.rows[:_HEAD_ROWS]]
    down = [
        _named([(at, row[column] if column < len(row) else None) for at, row in enumerate(sheet.rows)], named)
        for column in range(min(width, 6))
    ]
    wide, tall = _fullest(across), _fullest(down)
    if max(wide[1], tall[1]) < enough:
        return None
    if wide[1] >= tall[1]:
        return Table(True, wide[0], across[wide[0]])
    return Table(False, tall[0], down[tall[0]])


def _named(cells: Sequence[tuple[int, Cell]], named: Named) -> dict[int, tuple[str, bool]]:
    """Which of the cells name places; the flag says that the name was respelt."""
    found: dict[int, tuple[str, bool]] = {}
    for at, cell in cells:
        if isinstance(cell, str) and len(cell) < 60 and (place := named(cell)):
            found[at] = place
    return found


def _fullest(lines: Sequence[Mapping[int, tuple[str, bool]]]) -> tuple[int, int]:
    """The line that names the most different places; the edition of 34 repeats the new names above the old."""
    counts = [len({code for code, _ in line.values()}) for line in lines]
    most = max(counts, default=0)
    return (counts.index(most) if counts else 0), most


def unnamed(sheet: Sheet, table: Table, summary: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Cells between the named places, and right after the last, that hold another name, over or beside figures; a
    region's name has none."""
    last, end = max(table.lines), len(sheet.rows[table.at]) if table.is_by_column else len(sheet.rows)
    for at in range(min(table.lines), end):
        row, column = (table.at, at) if table.is_by_column else (at, table.at)
        cell = cell_of(sheet, row, column)
        if at > last and not (isinstance(cell, str) and cell.strip()):
            return
        if at in table.lines or not isinstance(cell, str) or not cell.strip() or summary.fullmatch(fold(cell)):
            continue
        line = [cells[at] for cells in sheet.rows if at < len(cells)] if table.is_by_column else sheet.rows[at]
        if any(isinstance(figure, int | float) for figure in line):
            yield row, column


def cell_of(sheet: Sheet, row: int, column: int) -> Cell:
    cells = sheet.rows[row]
    return cells[column] if column < len(cells) else None


def place_of_cell(sheet: Sheet, row: int, column: int) -> str:
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(65 + letter) + letters
    return f"{sheet.name}!{letters}{row + 1}"
