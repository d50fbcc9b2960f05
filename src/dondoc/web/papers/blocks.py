"""Blocks of a body as elements of WordprocessingML, made directly: ten thousand rows take a second or two."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from dondoc.toolkit.numbering import LETTERS, to_roman
from dondoc.web.formats import number as number_words
from dondoc.web.papers import looks
from dondoc.web.papers.paper import Band, Block, Bullets, Cell, Column, Heading, Paragraph, Run, Table, Text
from dondoc.web.papers.widths import widths_of

_ALIGN = {"left": "left", "centre": "center", "right": "right"}
_STYLE = tuple(look.name for look in looks.HEADINGS)


class Writer:
    """Writes blocks for one document: knows its styles, its links and how wide the page is (twentieths of a point)."""

    def __init__(self, document: Any, width: int) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        self._make, self._qn = OxmlElement, qn
        self._part = document.part
        self._styles = {style.name: style.style_id for style in document.styles}
        self._width = width
        self._counts = [0, 0, 0]
        self._links: dict[str, str] = {}
        self._anchors = 0

    def write(self, blocks: Iterable[Block]) -> Iterator[Any]:
        for block in blocks:
            if isinstance(block, Heading):
                yield self._heading(block)
            elif isinstance(block, Paragraph):
                yield self.line(_runs(block.text, block.is_bold, block.is_italic), looks.BODY.name)
            elif isinstance(block, Bullets):
                yield from (self.line(_dashed(item), looks.BODY.name) for item in block.items)
            else:
                yield from self._table(block)

    def line(self, text: Text, style: str, align: str = "", *, keeps_next: bool = False) -> Any:
        paragraph, settings = self._make("w:p"), self._make("w:pPr")
        settings.append(self._valued("w:pStyle", self._styles[style]))
        if keeps_next:
            settings.append(self._make("w:keepNext"))
        if align:
            settings.append(self._valued("w:jc", align))
        paragraph.append(settings)
        for run in _runs(text):
            self._add_run(paragraph, run)
        return paragraph

    def _heading(self, block: Heading) -> Any:
        number = self._next_number(block.level) if block.number is None else block.number
        text = block.text.upper() if block.level == 1 else block.text
        return self.line(f"{number} {text}".strip(), _STYLE[block.level - 1])

    def _next_number(self, level: int) -> str:
        self._counts[level - 1] += 1
        self._counts[level:] = [0] * (3 - level)
        count = self._counts[level - 1]
        if level == 1:
            return f"{to_roman(count)}."
        return f"{count}." if level == 2 else f"{LETTERS[(count - 1) % len(LETTERS)]})"

    def _add_run(self, paragraph: Any, run: Run) -> None:
        made = self._make("w:r")
        settings = self._make("w:rPr")
        for wanted, name in ((run.is_bold, "w:b"), (run.is_italic, "w:i")):
            if wanted:
                settings.append(self._make(name))
        if run.href:
            settings.append(self._valued("w:u", "single"))
        if len(settings):
            made.append(settings)
        for number, part in enumerate(_printable(run.text).split("\n")):
            if number:
                made.append(self._make("w:br"))
            text = self._make("w:t")
            text.text = part
            text.set(self._qn("xml:space"), "preserve")
            made.append(text)
        paragraph.extend(self._anchored(run.anchor, self._linked(run.href, made)))

    def _linked(self, href: str, made: Any) -> Any:
        if not href:
            return made
        link = self._make("w:hyperlink")
        if href.startswith("#"):
            link.set(self._qn("w:anchor"), href[1:])
        else:
            if href not in self._links:
                from docx.opc.constants import RELATIONSHIP_TYPE

                self._links[href] = self._part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            link.set(self._qn("r:id"), self._links[href])
        link.append(made)
        return link

    def _anchored(self, anchor: str, made: Any) -> list[Any]:
        if not anchor:
            return [made]
        self._anchors += 1
        start, end = self._make("w:bookmarkStart"), self._make("w:bookmarkEnd")
        for mark in (start, end):
            mark.set(self._qn("w:id"), str(self._anchors))
        start.set(self._qn("w:name"), anchor)
        return [start, made, end]

    def _table(self, block: Table) -> Iterator[Any]:
        if block.caption:
            yield self.line(block.caption, looks.CAPTION.name)
        widths = widths_of(block, self._width)
        table = self._make("w:tbl")
        table.append(self._table_settings())
        grid = self._make("w:tblGrid")
        for width in widths:
            column = self._make("w:gridCol")
            column.set(self._qn("w:w"), str(width))
            grid.append(column)
        table.append(grid)
        table.extend(self._head_rows(block.columns, widths))
        for row in block.rows:
            table.append(self._row(block.columns, widths, row))
        if block.total:
            table.append(self._row(block.columns, widths, _total_row(block), is_bold=True))
        yield table
        yield self.line("", looks.AFTER.name)

    def _table_settings(self) -> Any:
        settings = self._make("w:tblPr")
        width = self._valued("w:tblW", None, w=str(self._width), type="dxa")
        borders = self._make("w:tblBorders")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
            borders.append(self._valued(f"w:{side}", "single", sz="4", space="0", color="000000"))
        margins = self._make("w:tblCellMar")
        for side in ("left", "right"):
            margins.append(self._valued(f"w:{side}", None, w=str(looks.CELL_MARGIN), type="dxa"))
        settings.extend([width, borders, self._valued("w:tblLayout", None, type="fixed"), margins])
        return settings

    def _head_rows(self, columns: Sequence[Column], widths: Sequence[int]) -> list[Any]:
        """One row of heads, or two where some stand under a wider one; repeated on every page."""
        if not any(column.group for column in columns):
            return [
                self._head_row([(column.head, width, 1, "") for column, width in zip(columns, widths, strict=True)])
            ]
        upper: list[tuple[str, int, int, str]] = []
        lower: list[tuple[str, int, int, str]] = []
        last = ""
        for column, width in zip(columns, widths, strict=True):
            if column.group and column.group == last:
                text, wide, span, down = upper[-1]
                upper[-1] = (text, wide + width, span + 1, down)
            else:
                upper.append((column.group or column.head, width, 1, "" if column.group else "restart"))
            lower.append((column.head, width, 1, "") if column.group else ("", width, 1, "continue"))
            last = column.group
        return [self._head_row(upper), self._head_row(lower)]

    def _head_row(self, cells: Iterable[tuple[str, int, int, str]]) -> Any:
        row, settings = self._make("w:tr"), self._make("w:trPr")
        settings.extend([self._make("w:cantSplit"), self._make("w:tblHeader")])
        row.append(settings)
        for text, width, span, down in cells:
            row.append(self._cell(self.line(text, looks.CELL_HEAD.name), width, span, down))
        return row

    def _row(
        self, columns: Sequence[Column], widths: Sequence[int], row: Sequence[Cell] | Band, *, is_bold: bool = False
    ) -> Any:
        made, settings = self._make("w:tr"), self._make("w:trPr")
        settings.append(self._make("w:cantSplit"))
        made.append(settings)
        if isinstance(row, Band):
            line = self.line(_runs(row.text, True), looks.CELL.name, keeps_next=True)
            made.append(self._cell(line, sum(widths), len(widths)))
            return made
        for column, width, value in zip(columns, widths, row, strict=True):
            line = self.line(_runs(_words(value), is_bold), looks.CELL.name, _align(column, value))
            made.append(self._cell(line, width))
        return made

    def _cell(self, line: Any, width: int, span: int = 1, down: str = "") -> Any:
        cell, settings = self._make("w:tc"), self._make("w:tcPr")
        settings.append(self._valued("w:tcW", None, w=str(width), type="dxa"))
        if span > 1:
            settings.append(self._valued("w:gridSpan", str(span)))
        if down:
            settings.append(self._valued("w:vMerge", down))
        settings.append(self._valued("w:vAlign", "center"))
        cell.extend([settings, line])
        return cell

    def _valued(self, tag: str, value: str | None, **others: str) -> Any:
        element = self._make(tag)
        for name, said in {"val": value, **others}.items():
            if said is not None:
                element.set(self._qn(f"w:{name}"), said)
        return element


def _total_row(block: Table) -> list[Cell]:
    """The name of the total, sums where a column is summed, and what the caller says of the others."""
    row: list[Cell] = []
    for place, column in enumerate(block.columns):
        if place in block.totals:
            row.append(block.totals[place])
        elif column.is_summed:
            values = (one[place] for one in block.rows if not isinstance(one, Band))
            row.append(sum((value for value in values if isinstance(value, int | Decimal)), 0))
        else:
            row.append("")
    row[next((n for n, cell in enumerate(row) if cell == "" and block.columns[n].align == "left"), 0)] = block.total
    return row


def _align(column: Column, value: Cell) -> str:
    is_number = isinstance(value, int | Decimal) and column.align == "left"
    return "right" if is_number else _ALIGN[column.align]


def _words(value: Cell) -> Text:
    if value is None:
        return ""
    return number_words(value) if isinstance(value, int | Decimal) else value


def _runs(text: Text, is_bold: bool = False, is_italic: bool = False) -> list[Run]:
    given = [Run(text)] if isinstance(text, str) else list(text)
    if not (is_bold or is_italic):
        return given
    return [Run(run.text, run.is_bold or is_bold, run.is_italic or is_italic, run.href, run.anchor) for run in given]


def _dashed(text: Text) -> list[Run]:
    return [Run("- "), *_runs(text)]


def _printable(text: str) -> str:
    """What a document may hold: scans carry control characters, which make Word refuse the file."""
    return "".join(letter for letter in text if letter >= " " or letter in "\n\t")
