"""A plan written from another: words of the year before moved into the year to come."""

import re

_YEAR = re.compile(r"(?<!\d)(20\d{2})(?!\d)")


def moved_on(text: str, *, by: int) -> str:
    """Every year that is named, `by` years later: "Quý II/2026" becomes "Quý II/2027". A number of a document
    ("Kế hoạch số 15/2026") moves too: a person reads the draft."""
    return _YEAR.sub(lambda found: str(int(found[1]) + by), text)
