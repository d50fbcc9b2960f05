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
