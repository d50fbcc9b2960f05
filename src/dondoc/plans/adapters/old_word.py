"""Old Word files (.doc, MS-DOC) read directly: paragraphs and tables with their exact cells.

Used where a conversion lost the tables. Only what a plan needs is read: text, paragraph properties, cell borders and
merges. Labels of automatic numbering are not: a finding says so.
"""

import re
import struct
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dondoc.plans.adapters.compound import Compound
from dondoc.plans.adapters.docx.runs import Printed
from dondoc.plans.adapters.docx.tables import Grid, GridCell
from dondoc.plans.adapters.layout import is_layout, side_by_side
from dondoc.plans.adapters.legacy import Moderniser
from dondoc.plans.adapters.limits import DEFAULT_LIMITS, Limits
from dondoc.plans.adapters.refusals import refusal
from dondoc.plans.rules.blocks import Block, Paragraph, Source
from dondoc.plans.rules.findings import finding
from dondoc.toolkit.sayings import Saying
from dondoc.toolkit.text import clean

_MARK = re.compile("[\r\x07\x0c]")
_SPECIAL = str.maketrans(
    {"\x0b": "\n", "\x1e": "-", "\x1f": None, "\x01": None, "\x08": None, "\x02": None, "\x05": None}
)
# Operand sizes by the three highest bits of a property's code (MS-DOC 2.2.5.1); 6 tells its own length.
_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)
_IN_TABLE, _ROW_END, _CENTRED, _CENTRED_97, _LIST, _HUGE = 0x2416, 0x2417, 0x2461, 0x2403, 0x460B, (0x6645, 0x6646)
_CELLS, _MERGED_DOWN, _MERGED_ACROSS = 0xD608, 0xD62B, 0x5624
_NEAR = 30  # twips between two edges that are one


@dataclass(slots=True)
class _Paragraph:
    """One paragraph: its text, the mark that ends it, and what its properties say."""

    text: str
    mark: str
    in_table: bool = False
    ends_row: bool = False
    centred: bool = False
    is_listed: bool = False
    edges: tuple[int, ...] = ()
    merges: dict[int, int] = field(default_factory=dict)  # cell -> 1 goes on from above, 3 first of a merged set
    across: set[int] = field(default_factory=set)  # cells that belong to the one before them


def read_old_word(path: Path, *, limits: Limits = DEFAULT_LIMITS) -> Source:
    """A .doc as a `Source`. Raises ValueError, IndexError or struct.error where the file is not understood."""
    moderniser = Moderniser()
    with Compound(path) as compound:
        paragraphs = list(_paragraphs(compound))
    blocks = _Blocks(path, limits, moderniser).build(paragraphs)
    found = list(moderniser.findings())
    if any(each.is_listed for each in paragraphs):
        found.append(finding("list-numbers-lost"))
    return Source(kind=Saying("doc"), name=path.name, blocks=tuple(blocks), findings=tuple(found))


def _paragraphs(compound: Compound) -> Iterator[_Paragraph]:
    document, data = compound.stream("WordDocument"), compound.stream("Data")
    properties = _Properties(document, compound.table_stream(), data)
    waiting = ""
    left = int.from_bytes(document[0x4C:0x50], "little")  # characters of the main text
    for offset, count, compressed in compound.pieces():
        width = 1 if compressed else 2
        raw = document[offset : offset + min(count, left) * width]
        text = raw.decode("cp1252" if compressed else "utf-16-le", "replace")
        left -= min(count, left)
        start = 0
        for match in _MARK.finditer(text):
            found = _Paragraph(waiting + text[start : match.start()], match.group())
            properties.apply(found, offset + match.start() * width)
            yield found
            waiting, start = "", match.end()
        waiting += text[start:]
    if waiting.strip():
        yield _Paragraph(waiting, "\r")


class _Properties:
    """Paragraph properties by file position (MS-DOC 2.8.6, 2.9.175: pages of formatted runs)."""

    def __init__(self, document: bytes, table: bytes, data: bytes) -> None:
        self._data = data
        self._starts: list[int] = []
        self._lists: list[bytes] = []
        start, length = struct.unpack("<II", document[0x0102:0x010A])
        plc = table[start : start + length]
        count = (len(plc) - 4) // 8
        for number in struct.unpack(f"<{count}I", plc[4 * (count + 1) : 4 * (count + 1) + 4 * count]):
            page = document[(number & 0x3FFFFF) * 512 :][:512]
            if len(page) == 512:
                self._load(page)

    def _load(self, page: bytes) -> None:
        count = page[511]
        starts = struct.unpack(f"<{count + 1}I", page[: 4 * (count + 1)])
        for number in range(count):
            at = 2 * page[4 * (count + 1) + 13 * number]
            self._starts.append(starts[number])
            self._lists.append(_property_list(page, at) if at else b"")

    def apply(self, paragraph: _Paragraph, position: int) -> None:
        at = bisect_right(self._starts, position) - 1
        if at >= 0:
            self._apply(paragraph, self._lists[at], depth=0)

    def _apply(self, paragraph: _Paragraph, properties: bytes, *, depth: int) -> None:
        for code, operand in _single(properties):
            if code == _IN_TABLE:
                paragraph.in_table = bool(operand[0])
            elif code == _ROW_END:
                paragraph.ends_row = bool(operand[0])
            elif code in (_CENTRED, _CENTRED_97):
                paragraph.centred = operand[0] == 1
            elif code == _LIST:
                paragraph.is_listed = int.from_bytes(operand, "little") not in (0, 2047)
            elif code == _CELLS:
                _read_cells(paragraph, operand)
            elif code == _MERGED_DOWN and len(operand) >= 2:
                paragraph.merges[operand[0]] = operand[1]
            elif code == _MERGED_ACROSS:
                paragraph.across.update(range(operand[0] + 1, operand[1]))
            elif code in _HUGE and depth == 0:
                at = int.from_bytes(operand, "little")
                size = int.from_bytes(self._data[at : at + 2], "little")
                self._apply(paragraph, self._data[at + 2 : at + 2 + size], depth=1)


def _property_list(page: bytes, at: int) -> bytes:
    """The properties behind a paragraph's style number (MS-DOC 2.9.175 PapxInFkp)."""
    if page[at]:
        return page[at + 3 : at + 2 * page[at]]
    return page[at + 4 : at + 2 + 2 * page[at + 1]]


def _single(properties: bytes) -> Iterator[tuple[int, bytes]]:
    """(code, operand) one after the other (MS-DOC 2.2.5)."""
    at = 0
    while at + 3 <= len(properties):
        code = int.from_bytes(properties[at : at + 2], "little")
        at += 2
        size = _SIZES[code >> 13]
        if code == _CELLS:
            size, at = int.from_bytes(properties[at : at + 2], "little") - 1, at + 2
        elif not size:
            size, at = properties[at], at + 1
        if size < 0 or at + size > len(properties):
            return
        yield code, properties[at : at + size]
        at += size


def _read_cells(paragraph: _Paragraph, operand: bytes) -> None:
    """Edges and merges of a row's cells (MS-DOC 2.9.321 TDefTableOperand, 2.9.317 TC80)."""
    count = operand[0]
    paragraph.edges = struct.unpack(f"<{count + 1}h", operand[1 : 3 + 2 * count])
    cells = operand[3 + 2 * count :]
    for number in range(min(count, len(cells) // 20)):
        flags = int.from_bytes(cells[20 * number : 20 * number + 2], "little")
        if flags & 3 == 1:
            paragraph.across.add(number)
        if flags >> 5 & 3:
            paragraph.merges[number] = flags >> 5 & 3


class _Blocks:
    """Paragraphs and rows put together to blocks."""

    def __init__(self, path: Path, limits: Limits, moderniser: Moderniser) -> None:
        self._path, self._limits, self._moderniser = path, limits, moderniser
        self._blocks: list[Block] = []
        self._paragraphs = self._tables = self._cells = 0
        self._fields: list[bool] = []
        self._rows: list[tuple[_Paragraph, list[list[Printed]]]] = []
        self._row: list[list[Printed]] = []
        self._cell: list[Printed] = []

    def build(self, paragraphs: Sequence[_Paragraph]) -> list[Block]:
        for each in paragraphs:
            printed = Printed(text=self._text(each.text), centred=each.centred)
            if each.ends_row:
                self._rows.append((each, self._row))
                self._row, self._cell = [], []
            elif each.in_table:
                self._cell.append(printed)
                if each.mark == "\x07":
                    self._row.append(self._cell)
                    self._cell = []
            else:
                self._end_table()
                for part in (parts := side_by_side(printed.text)):
                    self._say(part, printed, from_layout=len(parts) > 1)
        self._end_table()
        return self._blocks

    def _text(self, text: str) -> str:
        """What is printed: fields by their result, special characters as such."""
        out = []
        for letter in text:
            if letter == "\x13":
                self._fields.append(False)
            elif letter == "\x14" and self._fields:
                self._fields[-1] = True
            elif letter == "\x15" and self._fields:
                self._fields.pop()
            elif all(self._fields):
                out.append(letter)
        return clean(self._moderniser.convert("".join(out).translate(_SPECIAL), None))

    def _say(self, text: str, printed: Printed, *, from_layout: bool) -> None:
        text = text.replace("\t", " ").strip()
        if text:
            self._blocks.append(Paragraph(text, self._paragraphs, centred=printed.centred, from_layout=from_layout))
            self._paragraphs += 1

    def _end_table(self) -> None:
        rows, self._rows = self._rows, []
        self._cells += sum(len(cells) for _, cells in rows)
        if self._cells > self._limits.cells:
            raise refusal("too-many-cells", self._path, limit=self._limits.cells)
        grid = _grid(rows)
        if not any(cell.text for row in grid.rows for cell in row):
            return
        if is_layout(grid.texts(), bordered=True):
            for cell in grid.reading_order():
                for printed in cell.paragraphs:
                    for line in printed.text.split("\n"):
                        self._say(line, printed, from_layout=True)
        else:
            self._blocks.append(grid.as_table(self._tables))
            self._tables += 1


def _grid(rows: Sequence[tuple[_Paragraph, list[list[Printed]]]]) -> Grid:
    marks = _marks(sorted({edge for end, _ in rows for edge in end.edges}))
    grid = Grid()
    above: dict[int, GridCell] = {}
    for number, (end, cells) in enumerate(rows):
        begun: list[GridCell] = []
        reach: dict[int, GridCell] = {}
        for at, paragraphs in enumerate(cells):
            column, span = _columns(end, at, marks)
            if at in end.across and begun:
                begun[-1].column_span = column + span - begun[-1].column
            elif end.merges.get(at) == 1 and column in above and above[column].reaches_down:
                above[column].row_span = number - above[column].row + 1
                reach[column] = above[column]
            else:
                reach[column] = GridCell(number, column, paragraphs, 1, span, reaches_down=at in end.merges)
                begun.append(reach[column])
        above = reach
        grid.rows.append(begun)
        grid.columns = max([grid.columns, *(cell.column + cell.column_span for cell in reach.values())])
    return grid


def _marks(edges: Sequence[int]) -> list[int]:
    """Edges of all rows, those that nearly meet once."""
    out: list[int] = []
    for edge in edges:
        if not out or edge - out[-1] > _NEAR:
            out.append(edge)
    return out


def _columns(end: _Paragraph, at: int, marks: Sequence[int]) -> tuple[int, int]:
    """(first column, how many) of a row's cell; by its number where the row does not tell its edges."""
    if at + 1 >= len(end.edges):
        return at, 1
    first = max(0, bisect_right(marks, end.edges[at]) - 1)
    last = max(0, bisect_right(marks, end.edges[at + 1]) - 1)
    return first, max(1, last - first)
