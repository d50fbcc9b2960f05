"""HTML tables in a received text: rows and cells with their spans, each table whole."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dondoc.plans.adapters.text.markup import cell_text
from dondoc.plans.rules.blocks import Cell, Row, Table
from dondoc.toolkit.text import clean

_TABLE = re.compile(r"<table\b[^>]*>(?P<inside>.*?)(?:</table\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_ROW = re.compile(r"<tr\b[^>]*>(?P<inside>.*?)(?=<tr\b|</tr\s*>|</t(?:head|body|foot)\b|\Z)", re.IGNORECASE | re.DOTALL)
_CELL = re.compile(
    r"<t(?P<kind>[dh])\b(?P<how>[^>]*)>(?P<inside>.*?)(?=<t[dh]\b|</t[dhr]\s*>|\Z)", re.IGNORECASE | re.DOTALL
)
_SPAN = re.compile(r"(?P<way>row|col)span\s*=\s*[\"']?(?P<count>\d{1,3})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Marked:
    """One table as it is marked up: rows of (text, row span, column span, is a header cell)."""

    rows: tuple[tuple[tuple[str, int, int, bool], ...], ...]

    @property
    def cells(self) -> int:
        return sum(len(row) for row in self.rows)


def apart(text: str) -> Iterator[str | Marked]:
    """The text around tables and the tables themselves, in order; a table that does not end goes to the end."""
    position = 0
    for match in _TABLE.finditer(text):
        yield text[position : match.start()]
        yield Marked(tuple(_row(row["inside"]) for row in _ROW.finditer(match["inside"])))
        position = match.end()
    yield text[position:]


def _row(inside: str) -> tuple[tuple[str, int, int, bool], ...]:
    found = []
    for cell in _CELL.finditer(inside):
        spans = {span["way"].lower(): max(1, int(span["count"])) for span in _SPAN.finditer(cell["how"])}
        text = cell_text(clean(" ".join(cell["inside"].split("\n"))))
        found.append((text, spans.get("row", 1), min(spans.get("col", 1), 60), cell["kind"].lower() == "h"))
    return tuple(found)


def as_grid(marked: Marked, index: int) -> Table:
    """The table with each cell at its column: a cell that reaches down pushes those of later rows to the right."""
    reach: dict[int, int] = {}
    rows = []
    for number, printed in enumerate(marked.rows):
        column, cells = 0, []
        for text, down, across, _ in printed:
            while reach.get(column, 0) > number:
                column += 1
            down = min(down, len(marked.rows) - number)
            cells.append(Cell(text, number, column, down, across))
            reach |= dict.fromkeys(range(column, column + across), number + down)
            column += across
        is_header = bool(printed) and all(head for *_, head in printed)
        rows.append(Row(number, tuple(cells), is_header=is_header))
    width = max(reach, default=-1) + 1
    return Table(index, tuple(rows), width)
