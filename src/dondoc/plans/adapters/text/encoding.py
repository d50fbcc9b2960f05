"""Bytes to text: UTF-8, UTF-16, Windows Vietnamese, or the encodings from before Unicode."""

import re

from dondoc.plans.adapters.legacy import Moderniser
from dondoc.toolkit.text import nfc

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_WORDS = re.compile(r"\b(?:và|của|các|nhân dân|ủy ban|uỷ ban|được|thực hiện|kế hoạch|về|năm|tỉnh|xã)\b", re.IGNORECASE)


def decode(data: bytes, moderniser: Moderniser) -> str:
    """The text in Unicode, composed. What no encoding explains is read as UTF-8 with replacement marks."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return nfc(data.decode(encoding, "replace"))
    if wide := _wide(data):
        return nfc(data.decode(wide, "replace"))
    try:
        return nfc(moderniser.convert(data.decode("utf-8"), None))
    except UnicodeDecodeError:
        return _guess(data, moderniser)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: the high bytes of spaces and digits are zero."""
    head = data[:4096]
    if head.count(0) * 8 < len(head):
        return None
    return "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"


def _guess(data: bytes, moderniser: Moderniser) -> str:
    raw = data.decode("cp1252", "replace")
    choices = [
        nfc(data.decode("utf-8", "replace")),
        nfc(data.decode("cp1258", "replace")),
        nfc(moderniser.convert(raw, None)),
    ]
    return max(choices, key=lambda text: len(_WORDS.findall(text)) * 20 - text.count("\ufffd"))
