"""The body of a Word document as neutral blocks, in the order of the document."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dondoc.plans.adapters.docx.names import W
from dondoc.plans.adapters.docx.numbering import Numbering
from dondoc.plans.adapters.docx.package import Package
from dondoc.plans.adapters.docx.runs import Printed, Runs
from dondoc.plans.adapters.docx.styles import Styles
from dondoc.plans.adapters.docx.tables import Grid, read_grid
from dondoc.plans.adapters.layout import is_layout, side_by_side
from dondoc.plans.adapters.legacy import Moderniser
from dondoc.plans.adapters.limits import DEFAULT_LIMITS, Limits
from dondoc.plans.adapters.refusals import refusal
from dondoc.plans.rules.blocks import Block, Paragraph, Source
from dondoc.toolkit.sayings import Saying

_CONTAINERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))


def read_docx(path: Path, *, limits: Limits = DEFAULT_LIMITS) -> Source:
    """A .docx as a `Source`. Headers and footers of pages are not part of the text; comments are dropped."""
    package = Package(path, limits)
    try:
        main = package.main_part()
        root = package.parse(main)
        body = root.find(W + "body") if root is not None else None
        if body is None:
            raise refusal("damaged", path, why=Saying("không thấy phần nội dung văn bản"))
        reader = _Reader(package, main, path, limits)
        blocks = reader.blocks(body)
        return Source(
            kind=Saying("docx"),
            name=path.name,
            blocks=blocks,
            footnotes=reader.notes(package, main),
            findings=reader.moderniser.findings(),
        )
    finally:
        package.close()


class _Reader:
    def __init__(self, package: Package, main: str, path: Path, limits: Limits) -> None:
        self._path, self._limits = path, limits
        self.moderniser = Moderniser()
        self._styles = Styles(package.related(main, "styles"))
        self._numbering = Numbering(package.related(main, "numbering"))
        self._runs = Runs(self._styles, self.moderniser)
        self._blocks: list[Block] = []
        self._paragraphs = self._tables = self._cells = 0
        self._before: Printed | None = None  # a paragraph whose mark is deleted: it goes on

    def blocks(self, body: Any) -> tuple[Block, ...]:
        self._walk(body)
        if self._before is not None:
            self._add(self._before)
        return tuple(self._blocks)

    def notes(self, package: Package, main: str) -> tuple[str, ...]:
        """Footnotes and endnotes, without the drawn separators."""
        out: list[str] = []
        for kind, name in (("footnotes", "footnote"), ("endnotes", "endnote")):
            root = package.related(main, kind)
            notes = root.iterchildren(W + name) if root is not None else ()
            real = (note for note in notes if note.get(W + "type", "normal") == "normal")
            out.extend("\n".join(printed.text.strip() for printed in self._cell(note)) for note in real)
        return tuple(text for text in out if text)

    def _walk(self, parent: Any) -> None:
        for child in parent:
            tag = child.tag
            if tag == W + "p":
                self._paragraph(child)
            elif tag == W + "tbl":
                self._table(child)
            elif tag in _CONTAINERS:
                self._walk(child)

    def _printed(self, element: Any) -> Printed:
        look = self._runs.look(element)
        printed = self._runs.read(element, look)
        printed.number = self._numbering.label(look.number)
        return printed

    def _paragraph(self, element: Any) -> None:
        printed = self._printed(element)
        if self._before is not None:
            before, self._before = self._before, None
            before.text += printed.text
            before.boxes += printed.boxes
            before.goes_on, printed = printed.goes_on, before
        if printed.goes_on:
            self._before = printed
            return
        self._add(printed)

    def _add(self, printed: Printed) -> None:
        parts = side_by_side(printed.text)
        for part in parts:
            self._say(part, printed, from_layout=len(parts) > 1)
        for box in printed.boxes:
            self._box(box)

    def _say(self, text: str, printed: Printed, *, from_layout: bool) -> None:
        text = text.replace("\t", " ").strip()
        if not text and not printed.number:
            return
        self._blocks.append(
            Paragraph(
                text=text,
                index=self._paragraphs,
                style=printed.style,
                number=printed.number,
                centred=printed.centred,
                bold=printed.bold,
                italic=printed.italic,
                from_layout=from_layout,
            )
        )
        self._paragraphs += 1

    def _box(self, box: Any) -> None:
        """The paragraphs of a text box, after the paragraph that it is anchored to."""
        for printed in self._cell(box):
            for line in printed.text.split("\n"):
                self._say(line, printed, from_layout=True)
                printed.number = ""

    def _table(self, element: Any) -> None:
        grid = read_grid(element, self._cell, self._styles)
        self._cells += sum(map(len, grid.rows))
        if self._cells > self._limits.cells:
            raise refusal("too-many-cells", self._path, limit=self._limits.cells)
        if not any(cell.text for row in grid.rows for cell in row):
            return
        if is_layout(grid.texts(), bordered=grid.bordered):
            self._lay_out(grid)
        else:
            self._blocks.append(grid.as_table(self._tables))
            self._tables += 1

    def _lay_out(self, grid: Grid) -> None:
        for cell in grid.reading_order():
            for printed in cell.paragraphs:
                for line in printed.text.split("\n"):
                    self._say(line, printed, from_layout=True)
                    printed.number = ""

    def _cell(self, parent: Any) -> list[Printed]:
        """The paragraphs of a cell, note or text box; those of nested tables and boxes in their place."""
        return list(self._inner(parent))

    def _inner(self, parent: Any) -> Iterator[Printed]:
        for child in parent:
            tag = child.tag
            if tag == W + "p":
                printed = self._printed(child)
                yield printed
                for box in printed.boxes:
                    yield from self._inner(box)
            elif tag == W + "tbl":
                nested = read_grid(child, self._cell, self._styles)
                self._cells += sum(map(len, nested.rows))
                for row in nested.rows:
                    for cell in row:
                        yield from cell.paragraphs
            elif tag in _CONTAINERS:
                yield from self._inner(child)
