"""Lines of a text that are rows of a table: cells set apart by tabs or, in Markdown, by upright strokes."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dondoc.plans.adapters.layout import side_by_side
from dondoc.plans.adapters.prose import is_label, is_shouted
from dondoc.plans.adapters.text.markup import cell_text
from dondoc.plans.rules.blocks import Cell, Row, Table
from dondoc.toolkit.text import fold

_RULE = re.compile(r"^[\s|:+=_\-–—]*$")
_STROKE = re.compile(r"(?<!\\)\|")
_ORDINAL = re.compile(r"^\(?(?:\d{1,3}(?:\.\d{1,3})*|[IVX]{1,5}|[A-H])[.)]?$")
_GROUP = re.compile(r"^(?P<ordinal>\d{1,2}(?:\.\d{1,2})*[.)]?|[IVX]{1,5}[.)]?)\s+(?P<name>\S.*)$")
# What stands over a table of its own, and the first cell of its header.
_CAPTION = re.compile(r"^\W*(?:phu luc|phu bieu|bieu(?: mau| so)?\b|bang\b|mau so|danh muc\b|chi so noi dung\b)")
_NUMBER_HEADER = re.compile(r"^(?:s ?t ?t|tt|so tt|so thu tu)$")


@dataclass(slots=True)
class RowLines:
    """The rows of one stretch between page breaks, as raw cells."""

    rows: list[list[str]] = field(default_factory=list)

    @property
    def width(self) -> int:
        return _width(self.rows)


def cells_of(line: str) -> list[str] | None:
    """The raw cells of a line that has several, None where it is no row. A drawn rule has no cells: []."""
    if is_rule(line):
        return []
    if line.count("|") >= 2 and (line.lstrip().startswith("|") or line.rstrip().endswith("|")):
        inner = line.strip().removeprefix("|")
        inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
        return [cell.replace("\\|", "|").strip() for cell in _STROKE.split(inner)]
    return [cell.strip() for cell in line.split("\t")] if "\t" in line else None


def is_rule(line: str) -> bool:
    """A rule that a converter drew between or below rows ("|---|---|", dashes and tabs)."""
    return bool(_RULE.match(line)) and line.count("-") + line.count("—") >= 3 and ("|" in line or "\t" in line)


def is_row(line: str) -> bool:
    """A line that is a row by itself: three cells or more, and not an indented or two-column paragraph."""
    cells = cells_of(line)
    if cells is None:
        return False
    if not cells or "|" in line:
        return True
    if len(cells) < 3 or len(side_by_side(line.strip())) > 1:
        return False
    filled = [number for number, cell in enumerate(cells) if cell]
    if not filled:
        return False
    if len(filled) > 1 and not _is_outline(cells):
        return True
    return filled[-1] < len(cells) - 1 or bool(_ORDINAL.match(cells[0]))


def captions(lines: Sequence[str], start: int) -> Iterator[tuple[int, int]]:
    """Lines between the rows that name the next table ("Biểu 2: …", "PHỤ LỤC II"): they end at a header of rows."""
    opening = cells_of(lines[start]) or []
    at = start + 1
    while at < len(lines):
        end = at
        while end < len(lines) and cells_of(lines[end]) is None:
            end += 1
        if at < end < len(lines) and _is_caption(lines[at]) and _is_header(cells_of(lines[end]) or [], opening):
            yield at, end
        at = end + 1


def _is_caption(line: str) -> bool:
    return bool(_CAPTION.match(fold(line))) or is_shouted(line)


def _is_header(cells: Sequence[str], opening: Sequence[str]) -> bool:
    return len(cells) >= 3 and (list(cells) == list(opening) or bool(_NUMBER_HEADER.match(fold(cells[0]).strip())))


def _is_outline(cells: Sequence[str]) -> bool:
    """A label, tabs, and one paragraph: no row."""
    filled = [cell for cell in cells if cell]
    return len(filled) == 2 and is_label(filled[0] + " ") and cells[-1] != ""


def gather(lines: Sequence[str]) -> RowLines:
    """Rows of a stretch of lines; a line without cells of its own belongs to the row above it."""
    found = RowLines()
    split = [(line, cells_of(line)) for line in lines]
    width = _width([cells for _, cells in split if cells])
    for line, cells in split:
        if cells is None:
            _take_in(found.rows, line.strip(), width)
        elif cells and found.rows and _completes(found.rows[-1], cells, width):
            before = found.rows[-1]
            before[-1] = f"{before[-1]}\n{cells[0]}".strip()
            before.extend(cells[1:])
        elif any(cells):
            found.rows.append(cells)
    return found


def _take_in(rows: list[list[str]], line: str, width: int) -> None:
    """A line without tabs among rows: a group's name, or more text of the cell that was cut."""
    group = _GROUP.match(line)
    if group and (not rows or len(rows[-1]) >= width):
        rows.append([group["ordinal"], group["name"]])
    elif rows:
        rows[-1][-1] = f"{rows[-1][-1]}\n{line}".strip()
    else:
        rows.append([line])


def _completes(before: Sequence[str], cells: Sequence[str], width: int) -> bool:
    """Whether a cell was broken over lines: the two lines together have exactly the row's cells."""
    if len(before) >= width or len(before) + len(cells) - 1 != width:
        return False
    return bool(cells[0]) and not _ORDINAL.match(cells[0])


def _width(rows: Sequence[Sequence[str]]) -> int:
    """Columns of the rows: what the fullest fills, or what most of them have with empty cells at the end."""
    if not rows:
        return 0
    usual, times = Counter(len(row) for row in rows).most_common(1)[0]
    return max(*(len(_trimmed(row)) for row in rows), usual if 2 * times > len(rows) else 1)


def _trimmed(cells: Sequence[str]) -> list[str]:
    """Without empty cells at the end."""
    out = list(cells)
    while out and not out[-1]:
        out.pop()
    return out


def as_table(found: RowLines, index: int, columns: int) -> Table:
    """The rows as a table of `columns`; what merges the print had is not known from a text."""
    rows = []
    for number, raw in enumerate(found.rows):
        padded = [*_fitted(raw, columns), *[""] * columns][:columns]
        rows.append(Row(number, tuple(Cell(cell_text(text), number, column) for column, text in enumerate(padded))))
    return Table(index=index, rows=tuple(rows), columns=columns, merges_known=False)


def _fitted(raw: Sequence[str], columns: int) -> list[str]:
    """A row with more cells than columns: what stands past the last column belongs to it."""
    cells = _trimmed(raw) if len(raw) > columns else list(raw)
    if len(cells) <= columns:
        return cells
    return [*cells[: columns - 1], " ".join(cell for cell in cells[columns - 1 :] if cell)]
