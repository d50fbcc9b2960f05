"""What the public does not read: parts of a text between [[ and ]] are taken out, the rest stays to the letter."""

import re
from collections.abc import Iterable

from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.text import UPPER

OPENS, CLOSES, IN_ITS_PLACE = "[[", "]]", "[đã che]"
_WORD = rf"[{UPPER}][^\W\d_]*"
_PATTERNS = (
    re.compile(r"(?<!\d)(?:\+?84|0)(?:[\s.-]?\d){8,10}(?!\d)"),  # telephone
    re.compile(r"(?<!\d)\d{9}(?:\d{3})?(?!\d)"),  # identity card, nine or twelve digits
    re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    re.compile(r"(?<!\d)\d{2}[A-Z]\d?[\s-]?\d{3}[.]?\d{2}(?!\d)"),  # number plate
    re.compile(r"(?i:số nhà|nhà số)\s*\d+\w*(?:/\d+)*"),
    re.compile(
        rf"(?:\b(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Bb]ác|[Ee]m|[Tt]ên)\s+)({_WORD}(?:\s+{_WORD}){{0,4}})"
    ),
)


def suggested(text: str) -> list[tuple[int, int]]:
    """Stretches that name or number a person, as far as a pattern can tell; a person decides."""
    found = [match.span(match.lastindex or 0) for pattern in _PATTERNS for match in pattern.finditer(text)]
    return _merged(found)


def marked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with brackets about the stretches, to be looked at and changed by hand."""
    out, at = [], 0
    for start, end in _merged(spans):
        out += [text[at:start], OPENS, text[start:end], CLOSES]
        at = end
    return "".join([*out, text[at:]])


def read_marked(edited: str, original: str) -> list[tuple[int, int]]:
    """The stretches of `original` that were marked. Refuses brackets that do not pair, and any other change: what a
    citizen wrote is shortened for the public, never rewritten."""
    spans: list[tuple[int, int]] = []
    plain: list[str] = []
    length, opened = 0, None
    for piece in re.split(r"(\[\[|\]\])", edited.replace("\r\n", "\n")):
        if piece == OPENS and opened is None:
            opened = length
        elif piece == CLOSES and opened is not None:
            spans.append((opened, length))
            opened = None
        elif piece in (OPENS, CLOSES):
            raise BadInput("marks-pair", "Dấu [[ và ]] phải đi thành cặp, không lồng nhau. Kiểm tra lại phần đánh dấu.")
        else:
            plain.append(piece)
            length += len(piece)
    if opened is not None:
        raise BadInput("marks-pair", "Còn một dấu [[ chưa đóng bằng ]]. Thêm ]] vào cuối phần cần che.")
    if "".join(plain).strip() != original.strip():
        raise BadInput(
            "marks-changed",
            "Chỉ được đánh dấu phần cần che bằng [[ ]], không sửa lời người gửi. Tải lại trang để làm lại.",
        )
    return [(start, end) for start, end in _merged(spans) if end > start]


def redacted(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """What the public reads."""
    out, at = [], 0
    for start, end in _merged(spans):
        out += [text[at:start], IN_ITS_PLACE]
        at = end
    return "".join([*out, text[at:]])


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
