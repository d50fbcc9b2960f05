"""Short codes by the thousand: the same letters and length as one code, drawn from the system at once."""

import base64
import secrets

from dondoc.records.rules.codes import LETTERS

_RFC = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_OURS = bytes.maketrans(_RFC, LETTERS.encode("ascii"))
LENGTH = 10


def new_codes(count: int) -> list[str]:
    """`count` codes of 50 bits each."""
    whole = -(-count * LENGTH // 8)  # five bytes give eight letters
    letters = base64.b32encode(secrets.token_bytes(5 * whole)).translate(_OURS).decode("ascii")
    return [letters[n : n + LENGTH] for n in range(0, count * LENGTH, LENGTH)]
