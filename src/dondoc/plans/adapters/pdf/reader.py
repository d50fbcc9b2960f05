"""A PDF with text as blocks: prose by geometry, tables by their lines, one table for each page that it stands on."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from dondoc.plans.adapters.layout import is_layout
from dondoc.plans.adapters.legacy import Moderniser
from dondoc.plans.adapters.limits import DEFAULT_LIMITS, MEGABYTE, Limits, Progress
from dondoc.plans.adapters.pdf.bombs import is_cut_off, unpacks_beyond
from dondoc.plans.adapters.pdf.columns import closing_zone, head_zone
from dondoc.plans.adapters.pdf.flow import Flowed, Measure, paragraphs_of, pitch_of
from dondoc.plans.adapters.pdf.lines import Line
from dondoc.plans.adapters.pdf.pages import GridOnPage, PageContent, content_of, drop_running
from dondoc.plans.adapters.pdf.shapes import sheet_of
from dondoc.plans.adapters.prose import glue, is_label, is_shouted
from dondoc.plans.adapters.refusals import refusal
from dondoc.plans.rules.blocks import Block, Paragraph, Source, Table
from dondoc.plans.rules.continuity import ends_sentence
from dondoc.plans.rules.findings import Finding, finding
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.sayings import Saying

_FEW = 8


def read_pdf(path: Path, *, limits: Limits = DEFAULT_LIMITS, progress: Progress | None = None) -> Source:
    """A PDF as a `Source`. Scans without text are refused; pages of pictures among text are told."""
    if is_cut_off(path):
        raise refusal("damaged", path, why=Saying("thiếu phần cuối tệp"))
    if unpacks_beyond(path, limits.part_bytes):
        raise refusal("unpacked-too-big", path, limit=limits.part_bytes // MEGABYTE)
    moderniser = Moderniser()
    pages = _pages(path, limits, progress, moderniser)
    if _is_unreadable(pages):
        raise refusal("scan-without-text", path)
    if all(page.is_blank for page in pages):
        code = "scan-without-text" if any(page.has_picture for page in pages) else "document-empty"
        raise refusal(code, path)
    drop_running(pages)
    return Source(
        kind=Saying("pdf"),
        name=path.name,
        blocks=tuple(_Blocks(pages).build()),
        pages=len(pages),
        findings=(*moderniser.findings(), *_pictures(pages)),
    )


def _is_unreadable(pages: Sequence[PageContent]) -> bool:
    """Letters of which the PDF does not say what they mean: as good as a scan."""
    letters = "".join(line.text for page in pages for line in page.lines)
    letters += "".join(cell.text for page in pages for grid in page.grids for row in grid.rows for cell in row.cells)
    return bool(letters) and letters.count("\ufffd") > 0.3 * len(letters)


def _pictures(pages: Sequence[PageContent]) -> Iterator[Finding]:
    return (finding("page-without-text", page=page.number) for page in pages if page.is_blank and page.has_picture)


def _pages(path: Path, limits: Limits, progress: Progress | None, moderniser: Moderniser) -> list[PageContent]:
    """Every page's content; the PDF's own page is let go as soon as it is read."""
    import pdfplumber
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
    from pdfminer.pdfpage import PDFPage

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # its remarks on fonts are nothing for the user
    contents: list[PageContent] = []
    cells = 0
    try:
        with pdfplumber.open(path) as pdf:
            total = sum(1 for _ in islice(PDFPage.create_pages(pdf.doc), limits.pages + 1))
            if total > limits.pages:
                raise refusal("too-many-pages", path, limit=limits.pages)
            for number, page in enumerate(pdf.pages, 1):
                contents.append(content_of(sheet_of(page, number), moderniser))
                page.close()
                cells += sum(len(row.cells) for grid in contents[-1].grids for row in grid.rows)
                if cells > limits.cells:
                    raise refusal("too-many-cells", path, limit=limits.cells)
                if progress:
                    progress(number, total)
    except (BadInput, MemoryError):
        raise
    except Exception as error:  # pdfminer raises almost anything on broken files
        causes = (error, error.__cause__, error.__context__, *error.args)
        if any(isinstance(each, PDFPasswordIncorrect | PDFEncryptionError) for each in causes):
            raise refusal("password-protected", path) from error
        raise refusal("damaged", path, why=Saying("cấu trúc PDF không đọc được")) from error
    if not contents:
        raise refusal("damaged", path, why=Saying("không có trang nào"))
    return contents


class _Blocks:
    """Blocks in the order of the pages; paragraphs that a page break cut are joined."""

    def __init__(self, pages: Sequence[PageContent]) -> None:
        self._pages = pages
        self._blocks: list[Block] = []
        self._paragraphs = self._tables = 0
        self._open: tuple[Flowed, Measure] | None = None  # the last paragraph of the page before, if no table followed

    def build(self) -> list[Block]:
        for number, page in enumerate(self._pages):
            self._page(page, is_first=number == 0)
        return self._blocks

    def _page(self, page: PageContent, *, is_first: bool) -> None:
        lines, measure = list(page.lines), self._measure(page)
        if is_first and (zone := head_zone(lines)):
            self._layout_lines((*zone.left, *zone.right), page)
            lines = lines[zone.end :]
        for grid, above in self._cut(lines, page.grids):
            self._prose(above, page, measure)
            if grid is not None:
                self._table(grid, page)

    def _measure(self, page: PageContent) -> Measure:
        """The margins of the text on pages of this size."""
        alike = [each for each in self._pages if abs(each.width - page.width) < 2]
        lines = [line for each in alike for line in each.lines]
        grids = [grid for each in alike for grid in each.grids]
        lefts = [line.x0 for line in lines] + [grid.left for grid in grids]
        rights = [line.x1 for line in lines] + [grid.right for grid in grids]
        if len(lines) < _FEW and not grids:  # the margins that NĐ 30/2020 sets
            lefts, rights = [*lefts, 0.14 * page.width], [*rights, 0.91 * page.width]
        return Measure(min(lefts, default=0.0), max(rights, default=page.width))

    @staticmethod
    def _cut(lines: Sequence[Line], grids: Sequence[GridOnPage]) -> Iterator[tuple[GridOnPage | None, list[Line]]]:
        """(table, lines above it) from top to bottom; last the lines below all tables."""
        rest = list(lines)
        for grid in sorted(grids, key=lambda each: each.top):
            above = [line for line in rest if line.bottom <= grid.top + 2]
            rest = rest[len(above) :]
            yield grid, above
        yield None, rest

    def _prose(self, lines: list[Line], page: PageContent, measure: Measure) -> None:
        zone = closing_zone(lines)
        if zone is None:
            self._flow(lines, page, measure)
            return
        self._flow(lines[: zone.start], page, measure)
        self._layout_lines((*zone.left, *zone.right), page)
        self._flow(lines[zone.end :], page, measure)

    def _flow(self, lines: Sequence[Line], page: PageContent, measure: Measure) -> None:
        flowed = paragraphs_of(lines, measure, pitch=pitch_of(lines))
        for number, paragraph in enumerate(flowed):
            if not number and self._goes_on(paragraph):
                before = self._blocks[-1]
                assert isinstance(before, Paragraph)
                self._blocks[-1] = replace(before, text=glue(before.text, paragraph.text))
            else:
                self._say(paragraph, page)
            self._open = (paragraph, measure)

    def _goes_on(self, paragraph: Flowed) -> bool:
        """Whether the first paragraph of a page is the rest of the last one of the page before."""
        if self._open is None or not self._blocks or paragraph.centred:
            return False
        before, measure = self._open
        if before.centred or is_label(paragraph.text) or is_shouted(paragraph.text) or is_shouted(before.text):
            return False
        full = not measure.broke(before.last, paragraph.first)
        return not ends_sentence(before.text) and (full or paragraph.text[0].islower())

    def _say(self, paragraph: Flowed, page: PageContent) -> None:
        self._blocks.append(
            Paragraph(
                text=paragraph.text,
                index=self._paragraphs,
                page=page.number,
                centred=paragraph.centred,
                bold=paragraph.bold,
                italic=paragraph.italic,
            )
        )
        self._paragraphs += 1

    def _layout_lines(self, lines: Sequence[Line], page: PageContent) -> None:
        for line in lines:
            self._lay(line.text, page, bold=line.bold, italic=line.italic)

    def _lay(self, text: str, page: PageContent, *, bold: bool = False, italic: bool = False) -> None:
        self._blocks.append(Paragraph(text, self._paragraphs, page.number, bold=bold, italic=italic, from_layout=True))
        self._paragraphs += 1
        self._open = None

    def _table(self, grid: GridOnPage, page: PageContent) -> None:
        self._open = None
        if is_layout([[cell.text for cell in row.cells] for row in grid.rows], bordered=True):
            cells: list[Any] = [cell for row in grid.rows for cell in row.cells]
            for cell in sorted(cells, key=lambda each: (each.column, each.row)):
                for line in filter(None, cell.text.split("\n")):
                    self._lay(line, page)
            return
        self._blocks.append(Table(self._tables, grid.rows, grid.columns, page.number))
        self._tables += 1
