"""The neutral model of a document: what every reader gives and everything after it reads.

A reader (Word, PDF, text) turns a file into one `Source`: paragraphs and tables in the order of the document. Text is
NFC, without zero-width or non-breaking characters (`toolkit.text.clean`); a line break inside a paragraph or cell is
`"\\n"`. Nothing that was printed is left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from dondoc.plans.rules.findings import Finding


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in the source. Rows and cells count from 0, pages from 1; `start`/`end` are characters
    of the cell's or paragraph's text."""

    page: int | None = None
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph outside tables (cells of a table used for layout give theirs in reading order).

    `index` runs over all paragraphs of the source. `number` is the label that Word prints by automatic numbering
    ("1.", "a)", "-"), empty where the label stands in the text itself. A PDF or text reader joins the lines that
    belong to one printed paragraph.
    """

    text: str
    index: int
    page: int | None = None
    style: str = ""
    number: str = ""
    centred: bool = False
    bold: bool = False
    italic: bool = False
    from_layout: bool = False

    @property
    def place(self) -> Place:
        return Place(page=self.page, paragraph=self.index, start=0, end=len(self.text))


@dataclass(frozen=True, slots=True)
class Cell:
    """One printed cell at its upper left corner; `row_span` and `column_span` count the grid cells that it covers."""

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the cells that begin in it, by column. A column covered by a cell from above has no cell here."""

    index: int
    cells: tuple[Cell, ...]
    page: int | None = None
    is_header: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table as a grid. `merges_known` is False where the source cannot tell a merged cell from an empty one (text).

    A table that goes on over a page is one `Table` for each page in sources that have pages (PDF, text) and one in
    Word; `stitch` joins them.
    """

    index: int
    rows: tuple[Row, ...]
    columns: int
    page: int | None = None
    merges_known: bool = True

    def cells(self) -> Iterator[Cell]:
        for row in self.rows:
            yield from row.cells


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Source:
    """A document as blocks. `kind` is docx | pdf | txt | doc; `pages` is None where the format has none."""

    kind: str
    name: str
    blocks: tuple[Block, ...]
    pages: int | None = None
    footnotes: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = field(default=())

    def paragraphs(self) -> Iterator[Paragraph]:
        return (block for block in self.blocks if isinstance(block, Paragraph))

    def tables(self) -> Iterator[Table]:
        return (block for block in self.blocks if isinstance(block, Table))
