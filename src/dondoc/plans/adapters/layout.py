"""Tables and lines that only place text side by side: the head of a document, and recipients beside the signature.

NĐ 30/2020 (phụ lục I) sets issuer and number to the left, the country's name and the date to the right; below the
text, "Nơi nhận" to the left and the signature to the right. Offices make both with tables, tabs or spaces.
"""

import re
from collections.abc import Sequence

from dondoc.toolkit.text import fold

_HEAD = re.compile(r"cong hoa xa hoi ?chu ?nghia|\bdoc lap ?[-–] ?tu do|dang cong san viet nam")
_CLOSING = re.compile(r"(^|\n)\W*noi nhan\b|(^|\n)\W*(tm|kt|tl|tuq|q)\s?[.,]\s?[a-z]")
_SIDES = re.compile(
    r"cong hoa xa hoi|doc lap ?[-–] ?tu do|^\W*so ?[:.]|\bngay\b.*\bthang\b.*\bnam\b|^\W*noi nhan|"
    r"\b(tm|kt|tl|tuq)\. ?[a-z]"
)
_ORDINAL_HEAD = re.compile(r"^\W*(s?tt|so tt|so thu tu)\W*$")
_GAP = re.compile(r"\s*\t[\t ]*|(?<=\S) {4,}(?=\S)")
_BLANK_BEFORE = re.compile(r"(so|ngay|thang|nam)\s*[:.]?\s*$")
_BLANK_AFTER = re.compile(r"^(/|thang\b|nam\b|-)")
_MAX_ROWS, _MAX_COLUMNS = 8, 3


def is_layout(rows: Sequence[Sequence[str]], *, bordered: bool) -> bool:
    """Whether a table only places text. `rows` are the texts of its cells; `bordered` whether lines are drawn."""
    filled = [[fold_lines(text) for text in row if text.strip()] for row in rows]
    texts = [text for row in filled for text in row]
    if not texts:
        return False
    widest = max(map(len, filled))
    if widest == 1 and max(map(len, rows)) == 1:
        return True  # a frame around text
    if len(rows) > _MAX_ROWS or widest > _MAX_COLUMNS or any(_ORDINAL_HEAD.match(text) for text in filled[0][:1]):
        return False
    if any(_HEAD.search(text) or _CLOSING.search(text) for text in texts):
        return True
    return not bordered and len(rows) <= 2 and widest <= _MAX_COLUMNS


def fold_lines(text: str) -> str:
    """`fold` line by line: the lines stay."""
    return "\n".join(fold(line) for line in text.split("\n"))


def side_by_side(text: str) -> tuple[str, ...]:
    """The parts of a line that tabs or wide spaces set side by side in a document's head or closing; else itself."""
    if "\t" not in text and "    " not in text:
        return (text,)
    if not _SIDES.search(fold(text)):
        return (text,)
    parts: list[str] = []
    for part in _GAP.split(text):
        blank = bool(parts) and (_BLANK_BEFORE.search(fold(parts[-1])) or _BLANK_AFTER.match(fold(part)))
        if blank:
            parts[-1] = f"{parts[-1]} {part}"
        elif part.strip():
            parts.append(part.strip())
    return tuple(parts) if len(parts) > 1 else (text,)
