"""Numbers of identity papers in what is to be published: nine digits (CMND) or twelve (CCCD, số định danh).

Luật 91/2025/QH15: what identifies a person is not shown beyond what the law asks. Amounts of money, telephone numbers
and numbers of documents are no identity numbers: round amounts and digits within a longer number are passed over.
"""

import re

_NUMBER = re.compile(r"(?<![\d.,/-])(\d{3}[ .]?\d{3}[ .]?\d{3}[ .]?\d{3}|\d{3}[ .]?\d{3}[ .]?\d{3})(?![\d.,]*\d)")
_PROVINCES = range(1, 97)
KEPT = 3


def identity_numbers(text: str) -> list[str]:
    """What looks like a number of an identity card, as written, in order. Twelve digits begin with a province (001 to
    096) and the digit of century and sex; nine digits do not end in 000 as an amount does."""
    return [found.group(1) for found in _NUMBER.finditer(text) if _is_identity(found.group(1))]


def masked(text: str) -> str:
    """The same text with each such number as 034•••••••••."""
    return _NUMBER.sub(lambda found: _mask(found.group(1)) if _is_identity(found.group(1)) else found.group(0), text)


def _is_identity(written: str) -> bool:
    digits = re.sub(r"\D", "", written)
    if "." in written:  # 120.000.000 is an amount, however many digits
        return False
    if len(digits) == 12:
        return int(digits[:3]) in _PROVINCES
    return not digits.endswith("000") and not digits.startswith("000")


def _mask(written: str) -> str:
    digits = re.sub(r"\D", "", written)
    return digits[:KEPT] + "•" * (len(digits) - KEPT)
