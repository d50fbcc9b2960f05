"""The outline of a plan: where head, preamble, body, closing and annexes stand; the body's lines as a tree.

Parts of a document (NĐ 30/2020, phụ lục I): head (issuer, number, place and date, type, title), preamble (legal
bases, reasons), body (numbered headings), closing (recipients, signature), annexes. A decision that issues a plan
carries a second body behind its closing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dondoc.plans.rules.blocks import Source, Table
from dondoc.plans.rules.outline_lines import (
    ARTICLE,
    DASH,
    DEEPEST_NUMBER,
    LEAF,
    LIST_HEADING,
    NUMBER,
    PART,
    POINT,
    ROMAN,
    Line,
    is_layout,
    joined,
    raw_lines,
)
from dondoc.toolkit.numbering import letter_index
from dondoc.toolkit.text import UPPER, fold, key

DOCUMENT_TYPES = (
    "ke hoach", "quyet dinh", "chuong trinh", "chuong trinh hanh dong", "chi thi", "nghi quyet", "de an", "phuong an",
    "thong bao", "huong dan", "bao cao", "to trinh", "cong van", "cong dien", "quy che", "quy dinh", "du an",
    "ke hoach hanh dong", "chuong trinh cong tac", "ke hoach phoi hop",
)  # fmt: skip
ATTACHED_TYPES = frozenset({"ke hoach", "chuong trinh", "chuong trinh hanh dong", "de an", "phuong an", "quy dinh"})
AUTHORITY = re.compile(r"^(?:(?:T/?M|K/?T|T/?L|T/?U/?Q|Q)\s?[.,:]|(?:T/?M|K/?T|T/?L|TUQ)\b)\s*[" + UPPER + "]")
HEAD_TITLE = re.compile(
    r"^(?:Q\.\s*)?(?:PHÓ )?(?:CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC|TRƯỞNG BAN|TRƯỞNG PHÒNG|CHÁNH VĂN PHÒNG|CHÁNH THANH TRA|"
    r"TRƯỞNG BAN CHỈ ĐẠO|CHI CỤC TRƯỞNG|HIỆU TRƯỞNG|THỦ TRƯỞNG|BỘ TRƯỞNG|THỨ TRƯỞNG|TỔNG GIÁM ĐỐC)"
    r"(?:\s[" + UPPER + r" ,\-]+)?$"
)
_RECIPIENTS = re.compile(r"^noi nhan\b")
_ANNEX = re.compile(
    r"^(?:PHỤ LỤC|Phụ lục|PHỤ BIỂU|Phụ biểu|BIỂU(?: MẪU)? SỐ|Biểu(?: mẫu)? số|MẪU SỐ)(?:\s+(?:số\s*)?[\dIVX]+)?\b"
)
_CAPTION = re.compile(r"^\W*(?:ban hanh\s+)?(?:kem theo|dinh kem)\b")
_SENTENCE = re.compile(r"[.;]\s*$")
_SHORT = 160


@dataclass(frozen=True, slots=True)
class Node:
    """A line of the body and what stands under it."""

    line: Line
    children: tuple["Node", ...] = ()

    def walk(self) -> Iterator["Node"]:
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Outline:
    """The parts of a document as lines; `body` is a forest. `annex_start` is an index into the source's blocks."""

    head: tuple[Line, ...] = ()
    preamble: tuple[Line, ...] = ()
    body: tuple[Node, ...] = ()
    closing: tuple[Line, ...] = ()
    captions: tuple[Line, ...] = ()
    annex_start: int | None = None


def read_outline(source: Source) -> Outline:
    """Cuts the document into its parts. What cannot be found is empty; nothing is refused."""
    lines = raw_lines(source)
    title = _type_line(lines)
    start = _body_start(lines, title)
    end = _closing_start(lines, start)
    attached = _attached_plan(source, lines, end)
    annex = _annex_start(source, lines, end if attached is None else _body_start(lines, attached))
    head_end = min(title + 1, start) if title >= 0 else 0
    last = len(lines) if annex is None else _first_line_of(lines, annex)
    if attached is None:
        body, closing = lines[start:end], lines[end:last]
    else:
        stop = min(_closing_start(lines, attached), last)
        body, closing = lines[_body_start(lines, attached) : stop], lines[end:attached]
    return Outline(
        head=lines[:head_end],
        preamble=lines[head_end:start],
        body=_tree(joined(body)),
        closing=closing,
        captions=tuple(line for line in lines[last : last + 8] if _CAPTION.match(fold(line.text))),
        annex_start=annex,
    )


def is_type_line(text: str) -> bool:
    """Whether the line is the printed name of the document's type and nothing else."""
    return _is_type(text.strip(" *:."))


def _is_type(name: str) -> bool:
    """Marks may be lost in a scan; only "PHƯƠNG ÁN" needs them ("PHƯỜNG AN …")."""
    return name.isupper() and fold(name) in DOCUMENT_TYPES and (fold(name) != "phuong an" or key(name) == "phương án")


def split_type(text: str) -> tuple[str, str] | None:
    """("KẾ HOẠCH", rest of the line) where a line begins with a type in capitals; the rest may be the title."""
    words = text.strip(" *:.").split()
    for count in range(min(4, len(words)), 1, -1):
        kind, rest = " ".join(words[:count]), " ".join(words[count:])
        if _is_type(kind) and not rest.startswith(("số", "Số")):
            return kind, rest
    return None


def _type_line(lines: Sequence[Line]) -> int:
    """Index of the type line, -1 where none is printed (official letters, cut scans)."""
    for is_type in (is_type_line, split_type):
        for i, line in enumerate(lines[:40]):
            if is_type(line.text) and not line.is_labelled:
                return i
    return -1


def _body_start(lines: Sequence[Line], title: int) -> int:
    """The first heading after the title: Roman or capital or article first, else the first number."""
    after = range(title + 1, len(lines))
    for least, deepest in ((PART, ARTICLE), (NUMBER, DEEPEST_NUMBER)):
        for i in after:
            if least <= lines[i].depth <= deepest and not (lines[i].depth == NUMBER and _is_closing(lines[i])):
                return i
            if _is_closing(lines[i]):
                break
    bullets = (i for i in after if lines[i].depth < LEAF and i > title + 1)
    return next(bullets, min(len(lines), title + 2))


def _is_closing(line: Line) -> bool:
    """A line that opens the closing: recipients, the authority or title of the signer."""
    text = line.text.strip(" *")
    return bool(_RECIPIENTS.match(fold(text)) or AUTHORITY.match(text) or HEAD_TITLE.match(text))


def _closing_start(lines: Sequence[Line], start: int) -> int:
    for i in range(start, len(lines)):
        if _is_closing(lines[i]) or _is_annex_title(lines[i]):
            return i
    return len(lines)


def _is_annex_title(line: Line) -> bool:
    """ "PHỤ LỤC", "Phụ lục II", "PHỤ LỤC 1: …" on a line of its own, never "(Phụ lục kèm theo)"."""
    text = line.text.strip(" *")
    if not _ANNEX.match(text) or line.is_labelled or _SENTENCE.search(text):
        return False
    rest = _ANNEX.sub("", text, count=1).strip(" .:-–")
    return not rest or rest.isupper() or rest[0] in "(" or (text.isupper() and len(text) < _SHORT)


def _attached_plan(source: Source, lines: Sequence[Line], end: int) -> int | None:
    """Where a plan attached to a decision begins: a type line behind the closing with headings before any table."""
    for i in range(end, len(lines)):
        if _is_annex_title(lines[i]):
            return None
        if is_type_line(lines[i].text) and fold(lines[i].text.strip(" *:.")) in ATTACHED_TYPES:
            table = _first_table(source, lines[i].block)
            has_heading = any(x.depth == ROMAN and (table is None or x.block < table) for x in lines[i : i + 40])
            return i if has_heading else None
    return None


def _first_table(source: Source, block: int) -> int | None:
    """The index of the first table from there on that is more than the layout of a page."""
    for i in range(block, len(source.blocks)):
        table = source.blocks[i]
        if isinstance(table, Table) and not is_layout(table):
            return i
    return None


def _first_line_of(lines: Sequence[Line], block: int) -> int:
    return next((i for i, line in enumerate(lines) if line.block >= block), len(lines))


def _annex_start(source: Source, lines: Sequence[Line], end: int) -> int | None:
    """The first block of the annexes: their title, the lines over a caption, or a table behind the closing."""
    begin = lines[end].block if end < len(lines) else len(source.blocks)
    table = _first_table(source, begin)
    for i in range(end, len(lines)):
        if table is not None and lines[i].block > table:
            break
        if _is_annex_title(lines[i]):
            return lines[i].block
        if (
            i > end
            and _CAPTION.match(fold(lines[i].text))
            and not any(is_type_line(line.text) for line in lines[max(i - 5, 0) : i])
        ):
            return _over(lines, i, end).block
    return table


def _over(lines: Sequence[Line], caption: int, end: int) -> Line:
    """The topmost of the title lines in capitals right over a caption."""
    top = caption
    while (
        top - 1 > end
        and lines[top - 1].text.isupper()
        and not _is_closing(lines[top - 1])
        and _is_title(lines[top - 1])
    ):
        top -= 1
    return lines[top]


def _is_title(line: Line) -> bool:
    return len(line.text.split()) > 4 and not line.is_labelled


def _tree(lines: Sequence[Line]) -> tuple[Node, ...]:
    """Nests lines by the depth of their labels; see `_depths` for unlabelled and misprinted ones."""
    depths = _depths(lines)
    return _forest(lines, depths, 0, len(lines))


def _forest(lines: Sequence[Line], depths: Sequence[int], start: int, stop: int) -> tuple[Node, ...]:
    nodes: list[Node] = []
    i = start
    while i < stop:
        end = i + 1
        while end < stop and depths[end] > depths[i]:
            end += 1
        nodes.append(Node(lines[i], _forest(lines, depths, i + 1, end)))
        i = end
    return tuple(nodes)


def _depths(lines: Sequence[Line]) -> list[int]:
    """Depth of each line. A lettered point that goes on where decimals stopped ("2.4." then "đ)") is their sibling; an
    unlabelled line in capitals is a main heading; one that opens a list is a heading under the last number."""
    out: list[int] = []
    level = NUMBER
    as_sibling: int | None = None
    for i, line in enumerate(lines):
        depth = line.depth
        if depth == POINT:
            if letter_index(line.label[0]) != 1 and not _has_open_point(out):
                as_sibling = level
            depth = as_sibling if as_sibling is not None else POINT
        elif depth <= DEEPEST_NUMBER:
            as_sibling, level = None, depth
        if depth == LEAF:
            depth = _unlabelled_depth(line, lines[i + 1] if i + 1 < len(lines) else None)
        out.append(depth)
    return out


def _has_open_point(depths: Sequence[int]) -> bool:
    for depth in reversed(depths):
        if depth == POINT:
            return True
        if depth < POINT:
            return False
    return False


def _unlabelled_depth(line: Line, following: Line | None) -> int:
    text = line.text.strip(" *")
    if text.isupper() and len(text.split()) > 1 and len(text) < _SHORT:
        return ROMAN
    opens_list = following is not None and following.depth >= DASH and following.is_labelled
    is_heading = text.endswith(":") or (line.paragraph.bold and not _SENTENCE.search(text))
    return LIST_HEADING if opens_list and is_heading and len(text) < _SHORT else LEAF
