"""Short codes by the thousand: the same letters and length as one code, drawn from the system at once.

Codes drawn together begin with the same three letters: beside each other in the index, a thousand of them touch a few
pages of it and not a thousand. The other seven are 35 bits for each, and a code opens nothing by itself.
"""

import base64
import secrets

from dondoc.records.rules.codes import LETTERS

_RFC = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_OURS = bytes.maketrans(_RFC, LETTERS.encode("ascii"))
SHARED, OWN = 3, 7


def new_codes(count: int) -> list[str]:
    """`count` different codes of ten letters with one beginning."""
    start, codes = _letters(SHARED), set[str]()
    while len(codes) < count:
        rest = _letters(OWN * (count - len(codes)))
        codes.update(start + rest[n : n + OWN] for n in range(0, len(rest), OWN))
    return sorted(codes)


def _letters(count: int) -> str:
    """Five bytes give eight letters."""
    drawn = secrets.token_bytes(5 * -(-count // 8))
    return base64.b32encode(drawn).translate(_OURS).decode("ascii")[:count]
