"""Lines of prose put together to the paragraphs that were printed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dondoc.plans.adapters.layout import side_by_side
from dondoc.plans.adapters.prose import begins_item, glue, is_cut, is_label, is_shouted
from dondoc.plans.adapters.text.markup import has_tags, is_strong, without_emphasis, without_tags
from dondoc.plans.rules.continuity import ends_sentence
from dondoc.toolkit.text import fold

_NATION = re.compile(
    r"(?P<left>\S.*?)\s+"
    r"(?P<right>\**(?:CỘNG\s+H(?:ÒA|OÀ|ÒÀ|OA)\s+X[ÃA]|ĐẢNG\s+CỘNG\s+SẢN|Độc\s+lập\s*[-–]\s*Tự\s+do).*)$"
)
_NUMBER_AND_DATE = re.compile(r"^(?P<left>Số\s*:?.*?/\s?[A-ZĐ][\wĐ&.-]*)\s+(?P<right>\S[^;]*,\s*ngày\b.*năm\b.*)$")
_LONG, _PROSE = 60, 120
_WRAPPED_AT_MOST = 130


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph of a text before it gets its number. `after_blank` where an empty line stands above it."""

    text: str
    bold: bool = False
    from_layout: bool = False
    after_blank: bool = False


def wrap_width(lines: Sequence[str]) -> int:
    """The width at which a text was hard-wrapped, 0 where each line is a whole paragraph."""
    lengths = sorted(len(line) for line in lines if "\t" not in line and len(line) > 40)
    if len(lengths) < 8 or lengths[-1] > _WRAPPED_AT_MOST:
        return 0
    width = lengths[int(len(lengths) * 0.9)]
    near = sum(length >= 0.85 * width for length in lengths)
    return width if 3 * near >= len(lengths) else 0


def paragraphs_of(lines: Sequence[str], *, width: int, after_blank: bool) -> list[Said]:
    """The paragraphs of lines without an empty one between them."""
    text = "\n".join(lines)
    if has_tags(text):
        lines = [line for line in without_tags(text).split("\n") if line.strip()]
    out: list[Said] = []
    for line, bold, from_layout in _columns(list(_strong_lines(lines))):
        previous = out[-1] if out else None
        joined = previous and not (bold or previous.bold or from_layout or previous.from_layout)
        if previous and joined and _goes_on(previous.text.split("\n")[-1], line, width):
            out[-1] = replace(previous, text=glue(previous.text, line))
        else:
            out.append(Said(line, bold, from_layout, after_blank and not out))
    return out


def _strong_lines(lines: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """(line without marks, is bold); two stars may open on one line and close on a later one."""
    waiting: list[str] = []
    for line in lines:
        opened = bool(waiting) != (line.count("**") % 2 == 1)
        if waiting or opened:
            waiting.append(line)
        if opened and len(waiting) < 6:
            continue
        if waiting:
            whole = "\n".join(waiting)
            yield from ((without_emphasis(part.replace("**", "")).strip(), is_strong(whole)) for part in waiting)
            waiting = []
        else:
            yield without_emphasis(line).strip(), is_strong(line)
    yield from ((without_emphasis(part).strip(), False) for part in waiting)


def _columns(lines: list[tuple[str, bool]]) -> Iterator[tuple[str, bool, bool]]:
    """(line, is bold, from layout): lines that print two columns give the left ones, then the right ones."""
    left: list[tuple[str, bool, bool]] = []
    right: list[tuple[str, bool, bool]] = []
    for line, bold in lines:
        parts = _two_columns(line)
        if len(parts) > 1:
            left.append((parts[0], bold, True))
            right.extend((part, bold, True) for part in parts[1:])
            continue
        yield from (*left, *right)
        left, right = [], []
        if line:
            yield line.replace("\t", " "), bold, False
    yield from (*left, *right)


def _two_columns(line: str) -> tuple[str, ...]:
    parts = side_by_side(line)
    if len(parts) > 1:
        return parts
    found = _NATION.match(line) or _NUMBER_AND_DATE.match(line)
    return (found["left"].strip(), found["right"].strip()) if found and len(line) < 160 else (line,)


def _goes_on(before: str, line: str, width: int) -> bool:
    """Whether the printed line below goes on with the paragraph."""
    full = bool(width) and len(before) + 1 + len(line.split(maxsplit=1)[0]) > width
    if begins_item(line, before, broke=not full) or is_shouted(line) or is_shouted(before):
        return False
    return full or (len(before) >= _LONG and is_cut(before, line))


def across(before: Said, after: Said) -> bool:
    """Whether a page break cut a paragraph: the part above ends in the middle of its sentence."""
    if after.from_layout or before.from_layout or after.bold or before.bold or is_label(after.text):
        return False
    if is_shouted(after.text) or is_shouted(before.text) or ends_sentence(before.text):
        return False
    if len(before.text) >= _LONG and is_cut(before.text, after.text):
        return True
    return len(before.text) >= _PROSE and (is_label(before.text) or len(after.text) >= _LONG) and _is_prose(after.text)


def _is_prose(text: str) -> bool:
    """Not the first line of a block of its own (recipients, an annex, a note on its source)."""
    return not fold(text).startswith(
        ("noi nhan", "phu luc", "(kem theo", "(ban hanh", "(dinh kem", "can cu", "tren day", "tren co so", "thuc hien ")
    )
