"""Passwords that anybody in a Vietnamese office would try first."""

import re

from dondoc.toolkit.text import fold

_COMMON_WORDS = """
matkhau password qwerty abc admin quantri vietnam anhyeuem emyeuanh iloveyou hanoi saigon ubnd uyban congchuc
xinchao khongbiet yeuem nhoem daicaluon letmein welcome dondoc papi batdau macdinh khongco
"""
_COMMON = frozenset(_COMMON_WORDS.split())


def is_common(password: str) -> bool:
    """A common word with digits and signs around it, one character repeated, or a run of the keyboard or of digits."""
    plain = fold(password).replace(" ", "")
    core = re.sub(r"^[\W\d_]+|[\W\d_]+$", "", plain)
    if core in _COMMON or len(set(plain)) <= 3:
        return True
    return any(plain in run or plain in run[::-1] for run in ("01234567890123456789", "qwertyuiopasdfghjklzxcvbnm"))


def names_person(password: str, *own: str) -> bool:
    """Whether the password is built on the person's own name, login, phone or e-mail (parts of four letters or more
    that make up half of it or more)."""
    plain = re.sub(r"[\W_]", "", fold(password))
    for text in own:
        folded = fold(text).split("@")[0]
        parts = {re.sub(r"[\W_]", "", folded), *re.split(r"[\W_]+", folded)}
        if any(len(part) >= 4 and part in plain and len(part) * 2 >= len(plain) for part in parts):
            return True
    return False
