"""One page as content: its lines outside tables and its tables as cells, and what repeats from page to page."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from dondoc.plans.adapters.legacy import Moderniser
from dondoc.plans.adapters.pdf.flow import Measure, cell_text
from dondoc.plans.adapters.pdf.grids import Net, nets_of
from dondoc.plans.adapters.pdf.lines import Line, lines_of
from dondoc.plans.adapters.pdf.shapes import Glyph, Sheet
from dondoc.plans.adapters.prose import page_number
from dondoc.plans.rules.blocks import Cell, Row
from dondoc.toolkit.text import fold

_EDGE = 0.12
_PADDING = (0.5, 8.0)


@dataclass(slots=True)
class GridOnPage:
    """A table's part on one page."""

    top: float
    left: float
    right: float
    rows: tuple[Row, ...]
    columns: int


@dataclass(slots=True)
class PageContent:
    """What a page says, without its characters."""

    number: int
    width: float
    height: float
    lines: list[Line]
    grids: list[GridOnPage] = field(default_factory=list)
    has_picture: bool = False

    @property
    def is_blank(self) -> bool:
        return not self.lines and not self.grids


def content_of(sheet: Sheet, moderniser: Moderniser) -> PageContent:
    """The characters of a sheet dealt to the boxes of its tables, the others put together to lines."""
    nets = nets_of(sheet.rulings)
    outside: list[Glyph] = []
    inside: dict[tuple[int, int], list[Glyph]] = defaultdict(list)
    for glyph in sheet.glyphs:
        place = _place(nets, glyph)
        if place is None:
            outside.append(glyph)
        else:
            inside[place].append(glyph)
    grids = [_grid(net, number, inside, sheet.number, moderniser) for number, net in enumerate(nets)]
    return PageContent(
        number=sheet.number,
        width=sheet.width,
        height=sheet.height,
        lines=lines_of(outside, moderniser),
        grids=[grid for grid in grids if any(cell.text for row in grid.rows for cell in row.cells)],
        has_picture=sheet.has_picture,
    )


def _place(nets: Sequence[Net], glyph: Glyph) -> tuple[int, int] | None:
    """(net, box) of a character; of nested tables the inner one."""
    x, y = glyph.middle
    for number in range(len(nets) - 1, -1, -1):
        box = nets[number].find(x, y)
        if box is not None:
            return number, box
    return None


def _grid(
    net: Net, number: int, inside: dict[tuple[int, int], list[Glyph]], page: int, moderniser: Moderniser
) -> GridOnPage:
    lines = {box: lines_of(inside.get((number, box), ()), moderniser) for box in range(len(net.boxes))}
    padding = _padding(net, lines)
    rows: dict[int, list[Cell]] = defaultdict(list)
    for index, box in enumerate(net.boxes):
        text = cell_text(lines[index], Measure(box.x0 + padding, box.x1 - padding))
        rows[box.row].append(Cell(text, box.row, box.column, box.row_span, box.column_span, page))
    ordered = tuple(
        Row(row, tuple(sorted(rows.get(row, ()), key=lambda cell: cell.column)), page) for row in range(len(net.ys) - 1)
    )
    return GridOnPage(net.top, net.xs[0], net.xs[-1], ordered, len(net.xs) - 1)


def _padding(net: Net, lines: dict[int, list[Line]]) -> float:
    """The white between a cell's line and its text, which is alike in a whole table."""
    least, most = _PADDING
    gaps = [line.x0 - net.boxes[number].x0 for number, printed in lines.items() for line in printed if len(printed) > 1]
    return min(max(min(gaps, default=least), least), most)


def drop_running(pages: Sequence[PageContent]) -> None:
    """Page numbers, and headers or footers that repeat over pages, are no text of the document."""
    repeated = _repeated(pages)
    for page in pages:
        last = len(page.lines) - 1
        page.lines = [
            line
            for at, line in enumerate(page.lines)
            if not (at in (0, 1, last) and _is_at_edge(line, page) and _is_page_number(line, page))
            and (_shape(line, page) not in repeated)
        ]


def _is_page_number(line: Line, page: PageContent) -> bool:
    number = page_number(line.text)
    return number is not None and abs(number - page.number) <= max(20, page.number)


def _is_at_edge(line: Line, page: PageContent) -> bool:
    return line.bottom < _EDGE * page.height or line.top > (1 - _EDGE) * page.height


def _shape(line: Line, page: PageContent) -> tuple[str, int] | None:
    if not _is_at_edge(line, page):
        return None
    words = "".join("#" if letter.isdigit() else letter for letter in fold(line.text))
    return words, round(line.base / 6)


def _repeated(pages: Sequence[PageContent]) -> frozenset[tuple[str, int]]:
    if len(pages) < 3:
        return frozenset()
    shapes = (shape for page in pages for shape in {_shape(line, page) for line in page.lines} if shape)
    counts = Counter(shapes)
    return frozenset(shape for shape, times in counts.items() if times >= 3 and times >= 0.4 * len(pages))
