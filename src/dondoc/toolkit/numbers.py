"""Numbers as they are written in Vietnamese: 1.234,5."""

import re
from decimal import Decimal

from dondoc.toolkit.errors import BadInput

_NUMBER = re.compile(r"-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?")
# As scores are often printed: a point that cannot group thousands.
_POINTED = re.compile(r"-?\d+\.\d{1,2}")


def read_number(text: str) -> Decimal:
    """ "1.234,5" -> 1234.5. A point groups thousands, a comma begins the decimals; what is neither is refused.

    A point with one or two digits behind it groups nothing and is read as the comma ("38.97"); "1.234" is 1234.
    """
    flat = text.strip().replace("\u00a0", "").replace(" ", "")
    if _POINTED.fullmatch(flat):
        return Decimal(flat)
    if not _NUMBER.fullmatch(flat):
        raise BadInput("number-unreadable", "“{text}” không phải là số: viết như 1.234,5.", text=text.strip())
    return Decimal(flat.replace(".", "").replace(",", "."))


def write_number(value: Decimal | int, *, places: int | None = None) -> str:
    """1234.5 -> "1.234,5". `places` fixes the decimals; without it those that the number has."""
    number = Decimal(value)
    text = f"{number:,.{places}f}" if places is not None else f"{number:,f}"
    return text.translate(str.maketrans(",.", ".,"))
