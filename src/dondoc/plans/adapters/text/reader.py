"""A received text as blocks: prose and rows told apart line by line, page breaks kept as breaks between tables."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from dondoc.plans.adapters.legacy import Moderniser
from dondoc.plans.adapters.limits import DEFAULT_LIMITS, Limits
from dondoc.plans.adapters.prose import page_number
from dondoc.plans.adapters.refusals import refusal
from dondoc.plans.adapters.text.encoding import decode
from dondoc.plans.adapters.text.paragraphs import Said, across, paragraphs_of, wrap_width
from dondoc.plans.adapters.text.rows import RowLines, as_table, captions, cells_of, gather, is_row
from dondoc.plans.adapters.text.tables import Marked, apart, as_grid
from dondoc.plans.rules.blocks import Block, Paragraph, Source
from dondoc.toolkit.sayings import Saying
from dondoc.toolkit.text import clean

_Part = Said | RowLines | Marked


def read_text(path: Path, *, limits: Limits = DEFAULT_LIMITS) -> Source:
    """A .txt or .md as a `Source`; each stretch of rows between page breaks is one table of unknown merges."""
    moderniser = Moderniser()
    text = decode(path.read_bytes(), moderniser)
    parts = list(_mended(_all_parts(text)))
    if sum(_cells(part) for part in parts) > limits.cells:
        raise refusal("too-many-cells", path, limit=limits.cells)
    return Source(kind=Saying("txt"), name=path.name, blocks=tuple(_blocks(parts)), findings=moderniser.findings())


def _all_parts(text: str) -> Iterator[_Part]:
    """Prose and rows of the lines, and tables that are marked up as such."""
    for piece in apart(text):
        if isinstance(piece, Marked):
            yield piece
        else:
            yield from _parts(_lines(piece))


def _cells(part: _Part) -> int:
    if isinstance(part, Marked):
        return part.cells
    return sum(len(row) for row in part.rows) if isinstance(part, RowLines) else 0


def _lines(text: str) -> list[str]:
    """Lines with their tabs; a form feed is an empty line (a page break)."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").replace("\x1a", "")
    return [clean(line).rstrip(" ") for line in text.split("\n")]


def _parts(lines: Sequence[str]) -> Iterator[_Part]:
    width = wrap_width(lines)
    after_blank = False
    for stretch in _stretches(lines):
        for is_table, run in _runs(stretch):
            if is_table:
                found = gather(run)
                if found.rows:
                    yield found
            else:
                yield from paragraphs_of(run, width=width, after_blank=after_blank)
            after_blank = False
        after_blank = True


def _stretches(lines: Sequence[str]) -> Iterator[list[str]]:
    """Lines between empty ones."""
    stretch: list[str] = []
    for line in lines:
        if line.strip():
            stretch.append(line)
        elif stretch and not line.count("\t"):
            yield stretch
            stretch = []
    if stretch:
        yield stretch


def _runs(stretch: Sequence[str]) -> Iterator[tuple[bool, list[str]]]:
    """Rows and prose of one stretch. A line with a tab beside a row is a row that lost its empty cells; a line
    without one belongs to the row above it."""
    marks = [is_row(line) for line in stretch]
    if any(marks):
        first, last = marks.index(True), len(marks) - 1
        while first and cells_of(stretch[first - 1]):
            first -= 1
        yield from ((False, list(run)) for run in (stretch[:first],) if run)
        at = first
        for start, end in captions(stretch[: last + 1], first):
            yield from ((True, list(stretch[at:start])), (False, list(stretch[start:end])))
            at = end
        yield True, list(stretch[at : last + 1])
    elif _is_two_column_table(stretch):
        yield True, list(stretch)
    else:
        yield False, list(stretch)


def _is_two_column_table(stretch: Sequence[str]) -> bool:
    split = [cells_of(line) or [] for line in stretch]
    return len(split) >= 3 and all(len(cells) == 2 and all(cells) and len(cells[0]) < 40 for cells in split) and (
        not any(cells[0].endswith((".", ")", "-", ":")) for cells in split)
    )  # fmt: skip


def _mended(parts: Iterator[_Part]) -> Iterator[_Part]:
    """Page numbers dropped, paragraphs that a page break cut made whole."""
    before: _Part | None = None
    page = 1
    for part in parts:
        number = page_number(part.text) if isinstance(part, Said) and part.after_blank else None
        if number is not None and (page <= number <= page + 20 or _is_open(before)):
            page = max(page, number)
            continue
        if isinstance(before, Said) and isinstance(part, Said) and part.after_blank and across(before, part):
            before = replace(before, text=f"{before.text} {part.text}")
            continue
        if before is not None:
            yield before
        before = part
    if before is not None:
        yield before


def _is_open(part: _Part | None) -> bool:
    """A paragraph that a page broke: it ends in the middle of a sentence."""
    return isinstance(part, Said) and part.text.rstrip()[-1:].isalpha()


def _blocks(parts: Sequence[_Part]) -> Iterator[Block]:
    """Numbered blocks; a later stretch of one table has at least the columns of its neighbours' rows."""
    paragraphs = tables = 0
    for part in parts:
        if isinstance(part, Said):
            yield Paragraph(text=part.text, index=paragraphs, bold=part.bold, from_layout=part.from_layout)
            paragraphs += 1
        elif isinstance(part, Marked):
            if part.rows:
                yield as_grid(part, tables)
                tables += 1
        else:
            yield as_table(part, tables, part.width)
            tables += 1
