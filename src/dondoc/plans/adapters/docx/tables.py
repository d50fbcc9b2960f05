"""A Word table as a grid: every printed cell once, at its upper left corner, with exact row and column spans."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from dondoc.plans.adapters.docx.names import VAL, W
from dondoc.plans.adapters.docx.runs import Printed, flag, is_removed
from dondoc.plans.adapters.docx.styles import Styles, has_lines
from dondoc.plans.rules.blocks import Cell, Row, Table

_WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))
Paragraphs = Callable[[Any], list[Printed]]


@dataclass(slots=True)
class GridCell:
    """A cell being built; `below` cells merged into it add rows to it."""

    row: int
    column: int
    paragraphs: list[Printed]
    row_span: int = 1
    column_span: int = 1
    reaches_down: bool = False

    @property
    def text(self) -> str:
        lines = (f"{p.number} {p.text}".strip() if p.number else p.text for p in self.paragraphs)
        return "\n".join(line.replace("\t", " ").strip() for line in lines if line.strip())


@dataclass(slots=True)
class Grid:
    """Rows of cells, which rows repeat as a header, and whether lines are drawn."""

    rows: list[list[GridCell]] = field(default_factory=list)
    headers: set[int] = field(default_factory=set)
    columns: int = 0
    bordered: bool = False

    def texts(self) -> list[list[str]]:
        return [[cell.text for cell in row] for row in self.rows]

    def as_table(self, index: int) -> Table:
        rows = tuple(
            Row(number, tuple(_cell(cell) for cell in row), is_header=number in self.headers)
            for number, row in enumerate(self.rows)
        )
        return Table(index=index, rows=rows, columns=self.columns)

    def reading_order(self) -> Iterator[GridCell]:
        """Cells of a layout table: a row across the whole table stands alone, else column after column."""
        waiting: list[GridCell] = []
        for row in self.rows:
            if len(row) == 1 and row[0].column_span >= self.columns > 1:
                yield from sorted(waiting, key=lambda cell: (cell.column, cell.row))
                yield row[0]
                waiting = []
            else:
                waiting.extend(row)
        yield from sorted(waiting, key=lambda cell: (cell.column, cell.row))


def _cell(cell: GridCell) -> Cell:
    return Cell(cell.text, cell.row, cell.column, cell.row_span, cell.column_span)


def read_grid(element: Any, read: Paragraphs, styles: Styles) -> Grid:
    """The grid of a `w:tbl`; `read` gives the paragraphs of a cell (nested tables in their place)."""
    grid = Grid(bordered=_bordered(element, styles))
    above: dict[int, GridCell] = {}
    for row in inside(element, W + "tr"):
        properties = row.find(W + "trPr")
        if is_removed(properties):
            continue
        number = len(grid.rows)
        cells, above = _row(row, properties, number, above, read)
        if flag(properties, "tblHeader"):
            grid.headers.add(number)
        grid.rows.append(cells)
        grid.columns = max([grid.columns, *(each.column + each.column_span for each in above.values())])
    return grid


def inside(parent: Any, tag: str) -> Iterator[Any]:
    """Children of a tag, also those wrapped in content controls or revisions."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from inside(child, tag)


def _row(
    row: Any, properties: Any | None, number: int, above: dict[int, GridCell], read: Paragraphs
) -> tuple[list[GridCell], dict[int, GridCell]]:
    """(cells that begin in the row, what covers each starting column after it)."""
    cells: list[GridCell] = []
    reach: dict[int, GridCell] = {}
    column = _skipped(properties, "gridBefore")
    if column:
        cells.append(GridCell(number, 0, [], column_span=column))
        reach[0] = cells[0]
    for element in inside(row, W + "tc"):
        cell_properties = element.find(W + "tcPr")
        span = _span(cell_properties)
        paragraphs = [] if is_removed(cell_properties) else read(element)
        merge = _merge(cell_properties, "vMerge")
        last = reach.get(max(reach)) if reach else None
        if _merge(cell_properties, "hMerge") == "continue" and last is not None and last.row == number:
            last.column_span += span
            last.paragraphs.extend(paragraphs)
        elif merge == "continue" and column in above and above[column].reaches_down:
            reach[column] = _prolong(above[column], number, paragraphs)
        else:
            reach[column] = GridCell(number, column, paragraphs, 1, span, reaches_down=merge is not None)
            cells.append(reach[column])
        column += span
    after = _skipped(properties, "gridAfter")
    if after:
        reach[column] = GridCell(number, column, [], column_span=after)
        cells.append(reach[column])
    return cells, reach


def _prolong(cell: GridCell, row: int, paragraphs: list[Printed]) -> GridCell:
    """The cell from above reaches into this row; text that a converter left in the lower part is kept once."""
    cell.row_span = row - cell.row + 1
    known = cell.text
    cell.paragraphs.extend(each for each in paragraphs if each.text.strip() and each.text.strip() not in known)
    return cell


def _merge(properties: Any | None, name: str) -> str | None:
    found = properties.find(W + name) if properties is not None else None
    return None if found is None else found.get(VAL, "continue")


def _span(properties: Any | None) -> int:
    found = properties.find(W + "gridSpan") if properties is not None else None
    return _count(found, 1)


def _skipped(properties: Any | None, name: str) -> int:
    return _count(properties.find(W + name) if properties is not None else None, 0)


def _count(element: Any | None, default: int) -> int:
    text = element.get(VAL, "") if element is not None else ""
    return min(max(int(text), default), 1000) if text.isdigit() else default


def _bordered(element: Any, styles: Styles) -> bool:
    own = element.find(f"{W}tblPr/{W}tblBorders")
    if own is not None and len(own):
        return has_lines(own)
    if any(has_lines(borders) for borders in element.iter(W + "tcBorders")):
        return True
    style = element.find(f"{W}tblPr/{W}tblStyle")
    return bool(style is not None and styles.look(style.get(VAL)).bordered)
