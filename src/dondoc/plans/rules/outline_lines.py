"""Paragraphs -> labelled lines: "2.14." | "đ)" | "-" told from their text, paragraphs cut by a page break joined.

Labels come from automatic numbering (`Paragraph.number`) or from the text itself. Every line knows which characters of
which paragraphs it was made of, so that each field read from it can point at the source.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dondoc.plans.rules.blocks import Paragraph, Place, Source, Table
from dondoc.plans.rules.continuity import ends_sentence, is_left_open
from dondoc.toolkit.numbering import label_of

# Depth of a label: the smaller stands over the larger; "1.2.3." stands two below "1.". Unlabelled text is a leaf, but
# over a list a heading of it.
PART, CAPITAL, ROMAN, ARTICLE, NUMBER, DEEPEST_NUMBER = 0, 10, 20, 25, 30, 33
POINT, BRACKET, STAR, LIST_HEADING, DASH, PLUS, LEAF = 40, 45, 50, 55, 60, 70, 100
_DEPTHS = {
    "part": PART, "article": ARTICLE, "roman": ROMAN, "capital": CAPITAL, "dotted": NUMBER, "integer": NUMBER,
    "letter": POINT, "bracketed": BRACKET, "star": STAR, "dash": DASH, "plus": PLUS,
}  # fmt: skip
_BULLET_SIGNS = re.compile(r"[^\w\s]")
_PAGE_NUMBER = re.compile(r"\W*\d{1,3}\W*")
_RULE = re.compile(r"[\s_\-–—=*.]*")
# How the text under a heading that names an agency begins: never the rest of the heading itself.
_ORDER = re.compile(r"(?:Chủ trì|Phối hợp|Tham mưu|Tăng cường|Chỉ đạo|Tổ chức|Tiếp tục|Thực hiện|Là|Làm|Căn cứ)\b")
_LAYOUT = re.compile(
    r"\W*(?:C[ỘO]NG H[ÒO][AÀ] X[ÃA] H[ỘO]I|N[ơo]i nh[ậâa]n\b|S[ốô]\s*:[\s\d.…]*/|T/?M\.|K/?T\.)", re.IGNORECASE
)
_LAST_WORDS = re.compile(r"(?:Trên đây|Trong quá trình|Nơi nhận|Yêu cầu|Đề nghị)\b")
_LONG_TEXT, _LONG_HEADING = 75, 150


@dataclass(frozen=True, slots=True)
class Span:
    """From character `start` of a line's text on, the text stands in `paragraph` from character `at` on; `cell` is
    (table, row, column) where a table only lays out the page and the paragraph is one of its cells."""

    start: int
    paragraph: Paragraph
    at: int
    cell: tuple[int, int, int] | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One printed item: its label (may be empty), how deep the label stands, the text without it, where it stands.

    `block` is the index of its (first) paragraph among the blocks of the source.
    """

    label: str
    depth: int
    text: str
    spans: tuple[Span, ...]
    block: int

    @property
    def paragraph(self) -> Paragraph:
        return self.spans[0].paragraph

    @property
    def is_labelled(self) -> bool:
        return self.depth < LEAF

    def place(self, start: int = 0, end: int | None = None) -> Place:
        """Where characters start..end of the text stand; an end beyond a page break is cut at the break."""
        end = len(self.text) if end is None else end
        index = max(i for i, span in enumerate(self.spans) if span.start <= max(start, 0))
        span = self.spans[index]
        limit = self.spans[index + 1].start if index + 1 < len(self.spans) else len(self.text)
        first = span.at + start - span.start
        last = span.at + min(end, limit) - span.start
        if span.cell is not None:
            table, row, column = span.cell
            return Place(page=span.paragraph.page, table=table, row=row, column=column, start=first, end=last)
        return Place(page=span.paragraph.page, paragraph=span.paragraph.index, start=first, end=last)


def read_label(text: str) -> tuple[str, int, int]:
    """(label, depth, where the text after it begins); ("", LEAF, 0) where none is printed."""
    label = label_of(text)
    if label is None:
        return "", LEAF, 0
    deeper = len(label.numbers) - 1 if label.kind == "dotted" else 0
    return label.text, _DEPTHS[label.kind] + deeper, label.end


def raw_lines(source: Source) -> tuple[Line, ...]:
    """Every printed line outside tables, with its label, nothing joined; empty lines and rules are left out.

    Tables that only lay out a page (number and motto, recipients and signature) give their cells' lines, column by
    column.
    """
    lines: list[Line] = []
    for i, block in enumerate(source.blocks):
        if isinstance(block, Paragraph):
            lines += _lines_of(block, i)
        elif is_layout(block):
            for cell in sorted(block.cells(), key=lambda cell: (cell.column, cell.row)):
                printed = Paragraph(cell.text, -1, page=cell.page, from_layout=True)
                lines += _in_cell(_lines_of(printed, i), (block.index, cell.row, cell.column))
    return tuple(lines)


def is_layout(table: Table) -> bool:
    """A table of two or three columns that holds the motto, the number line or the list of recipients."""
    return table.columns <= 3 and len(table.rows) <= 8 and any(_LAYOUT.match(cell.text) for cell in table.cells())


def _in_cell(lines: Iterable[Line], cell: tuple[int, int, int]) -> Iterator[Line]:
    return (replace(line, spans=tuple(replace(span, cell=cell) for span in line.spans)) for line in lines)


def _lines_of(paragraph: Paragraph, block: int) -> Iterator[Line]:
    at, is_first = 0, True
    for part in paragraph.text.split("\n"):
        if not _RULE.fullmatch(part):
            number = paragraph.number if is_first else ""
            yield _line(paragraph, block, at + len(part) - len(part.lstrip()), part.strip(), number)
            is_first = False
        at += len(part) + 1


def _line(paragraph: Paragraph, block: int, at: int, text: str, number: str) -> Line:
    label, depth, begin = read_label(text)
    if number.strip():
        label, depth, begin = _numbered_label(number.strip(), label, depth, begin)
    return Line(label, depth, text[begin:], (Span(0, paragraph, at + begin),), block)


def _numbered_label(number: str, label: str, depth: int, begin: int) -> tuple[str, int, int]:
    """The label that Word counts stands over the one in the text; a bullet sign of any font is a dash."""
    if _BULLET_SIGNS.fullmatch(number) or not number.isprintable():
        return (label, depth, begin) if depth < DASH else ("+" if number == "+" else "-", _bullet_depth(number), begin)
    counted, counted_depth, _ = read_label(number + " Ạ")
    if not counted:
        return label, depth, begin
    return counted, counted_depth, begin if counted == label else 0


def _bullet_depth(sign: str) -> int:
    return PLUS if sign == "+" else DASH


def joined(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Lines with page numbers dropped and those that a page or line break cut in two put together again."""
    out: list[Line] = []
    for line in lines:
        if _PAGE_NUMBER.fullmatch(line.label + line.text) and not line.is_labelled:
            continue
        if out and _continues(out[-1], line):
            out[-1] = join(out[-1], line)
        else:
            out.append(line)
    return tuple(out)


def join(first: Line, second: Line) -> Line:
    """Two pieces of one printed item; the second's label, if any, is given up for a space."""
    start = len(first.text) + 1
    moved = tuple(replace(span, start=span.start + start) for span in second.spans)
    return replace(first, text=f"{first.text} {second.text}", spans=first.spans + moved)


def _continues(before: Line, line: Line) -> bool:
    """Whether an unlabelled line is the rest of the one before it; a finished sentence or a heading has no rest."""
    if line.is_labelled or not line.text or _LAST_WORDS.match(line.text):
        return False
    if line.text[0].islower() and before.text.rstrip().endswith(";"):
        return True
    if ends_sentence(before.text):
        return False
    if line.text[0].islower() or line.text[0] in "(,;.":
        return True
    if _is_capitals(before.text) or _is_capitals(line.text):
        return False
    if is_left_open(before.text) or before.depth in (STAR, DASH, PLUS):
        return True
    is_long = len(before.text) > (_LONG_TEXT if before.depth == LEAF or line.text[0].isdigit() else _LONG_HEADING)
    return is_long and not (before.depth < DASH and _ORDER.match(line.text))


def _is_capitals(text: str) -> bool:
    return text.upper() == text and any(c.isalpha() for c in text)
