"""Whether printed text goes on: what ends a sentence, what leaves it open.

Breaks of lines, of pages and of cells ask alike.
"""

import re

_ENDED = re.compile(r"[.;:!?…][”\"’)*\s]*$")
_OPEN = re.compile(
    r"(?:[,(&/–-]|\b(?:và|của|các|với|cho|về|theo|tại|trong|từ|đến|là|hoặc|những|việc|do|bằng|được|số|ngày|tháng|năm"
    r"|quý|giữa|trên|dưới|ra|để|khi|nhằm|hay|cùng|thuộc|bởi|vào))\s*$",
    re.IGNORECASE,
)
_MARK = re.compile(r"\s*(?:[-+•*–·]+|\d+(?:\.\d+)*[.)]|[a-zđ]\))\s*")
_GOES_ON = frozenset(",.;:)/%”&")


def ends_sentence(text: str) -> bool:
    """A full stop, semicolon, colon … at the end, behind which quotation marks and brackets may close."""
    return bool(_ENDED.search(text))


def is_left_open(text: str) -> bool:
    """The last word or sign wants another behind it: "… của các", "… Nội vụ,", "… 38/KH-"."""
    return bool(_OPEN.search(text))


def begins_inside(text: str) -> bool:
    """The first letter is a small one, or a sign that stands inside or behind a sentence."""
    return text[:1].islower() or text[:1] in _GOES_ON


def is_item(text: str) -> bool:
    """Whether a line of a cell begins with a sign, number or letter of a list. Cells are terse: "1.", "-Sở" are enough,
    where `toolkit.numbering` asks for more in running text."""
    return bool(_MARK.match(text))


def without_mark(text: str) -> str:
    """The line without the sign, number or letter that begins it."""
    mark = _MARK.match(text)
    return text[mark.end() :] if mark else text
