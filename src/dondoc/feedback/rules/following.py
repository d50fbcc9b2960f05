"""The code by which a writer follows a report: hard to guess, easy to read out on the telephone."""

import re

LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
LENGTH = 12
_ALIKE = str.maketrans("oil", "011")


def code_from(secret: bytes) -> str:
    """Twelve letters (60 bits) out of a keyed hash: the same sending always has the same code."""
    number = int.from_bytes(secret[:8], "big") >> 4
    return "".join(LETTERS[number >> shift & 31] for shift in range(55, -1, -5))


def as_shown(code: str) -> str:
    """In three groups of four: "k7m2-9qrt-4vwx"."""
    return "-".join(code[start : start + 4] for start in range(0, LENGTH, 4))


def as_typed(text: str) -> str:
    """What a person typed, in the form it is kept in; empty where it cannot be a code."""
    flat = re.sub(r"[\s.–-]", "", text.lower()).translate(_ALIKE)
    return flat if len(flat) == LENGTH and set(flat) <= set(LETTERS) else ""
