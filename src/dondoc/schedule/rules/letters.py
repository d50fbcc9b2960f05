"""A reading of a text without marks that knows where each letter stood.

Plans come typed, scanned and recognised: marks are lost or wrong, spaces doubled, an "O" stands for a zero. Expressions
are sought in the folded letters and given back as printed.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from dondoc.toolkit.text import DASHES, fold

_ALIKE = dict.fromkeys(DASHES, "-") | {"*": "", "_": "", "Ⅰ": "i", "Ⅱ": "ii", "Ⅲ": "iii", "Ⅳ": "iv", "ð": "d"}
_DIGITS_MISREAD = re.compile(r"(?<![0-9])(?:(?<![a-z])[oil|]+)?[0-9][0-9oil|]*(?![a-z])")
_YEAR_TORN = re.compile(r"(?:/ ?|nam )20( )[1-4]\d(?!\d)")
_LOOK_BACK = 90
_AS_DIGIT = str.maketrans("oil|", "0111")


@dataclass(frozen=True, slots=True)
class Letters:
    """`flat` is lower case without marks, one space between words; `at[i]` is where its letter i stands in `text`."""

    text: str
    flat: str
    at: tuple[int, ...]

    def printed(self, start: int, end: int) -> str:
        """The words as printed behind flat[start:end]."""
        return self.text[slice(*self.place(start, end))]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Start and end in `text` of flat[start:end]; combining marks go with their letter."""
        if start >= end:
            return (0, 0)
        stop = self.at[end - 1] + 1
        while stop < len(self.text) and unicodedata.combining(self.text[stop]):
            stop += 1
        return self.at[start], stop


def ending(pattern: re.Pattern[str], flat: str, end: int) -> re.Match[str] | None:
    """The match of a pattern that closes with "$" in the words right before `end`; looks back a line, not a page."""
    return pattern.search(flat, max(0, end - _LOOK_BACK), end)


def flatten(text: str) -> Letters:
    """Any text, any normal form; offsets are those of the text as given. The marks of bold and italic ("**15/11**")
    are no letters."""
    letters: list[str] = []
    at: list[int] = []
    for index, character in enumerate(text):
        letter = _letter(character)
        if letter == " " and (not letters or letters[-1] == " "):
            continue
        for part in letter:
            letters.append(part)
            at.append(index)
    while letters and letters[-1] == " ":
        letters.pop()
        at.pop()
    for gap in reversed([found.start(1) for found in _YEAR_TORN.finditer("".join(letters))]):
        del letters[gap], at[gap]
    flat = _DIGITS_MISREAD.sub(lambda found: found[0].translate(_AS_DIGIT), "".join(letters))
    return Letters(text, flat, tuple(at))


@lru_cache(maxsize=4096)
def _letter(character: str) -> str:
    if character.isspace():
        return " "
    alike = _ALIKE.get(character)
    return fold(character) if alike is None else alike
