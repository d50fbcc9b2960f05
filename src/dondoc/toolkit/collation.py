"""Vietnamese alphabetical order: a ă â b c d đ e ê …, tones after letters, case last; numbers by their value."""

import re
import unicodedata

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền hỏi ngã sắc nặng, the order of the dictionaries
# Letters stand behind everything else; where figures begin, the rank of "0" and then their value.
_RANKS = {letter: rank for rank, letter in enumerate(_ALPHABET, start=100)}
_NUMBER = ord("0")
_PIECES = re.compile(r"[0-9]+|.", re.DOTALL)


def sort_key(text: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """A key for `sorted`: "Đắk Lắk" after "Du Già", "ma" before "má", "Thôn 2" before "Thôn 10"."""
    letters: list[int] = []
    tones: list[int] = []
    for character in _PIECES.findall(unicodedata.normalize("NFC", text).casefold()):
        if character[0].isdecimal():
            letters += (_NUMBER, int(character))
            tones += (0, 0)
            continue
        parts = unicodedata.normalize("NFD", character)
        tone = next((mark for mark in parts if mark in _TONES), "")
        bare = unicodedata.normalize("NFC", parts.replace(tone, "")) if tone else character
        letters.append(_RANKS.get(bare, min(ord(bare[0]), 99)))
        tones.append(_TONES.index(tone) + 1 if tone else 0)
    return tuple(letters), tuple(tones), text.swapcase()
