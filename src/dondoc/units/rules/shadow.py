"""A text beside its two shadows, letter for letter: `low` (small letters, marks kept) and `flat` (marks off, đ as d).

The lexicon is matched on the shadows and the names are cut from the text itself, so that a name stays as printed.
Both shadows have exactly the length of the text; every kind of dash is "-" and every white space but a line break " ".
"""

from dataclasses import dataclass
from functools import lru_cache

from dondoc.toolkit.text import DASHES, fold, nfc


@lru_cache(maxsize=4096)
def _flat_letter(letter: str) -> str:
    folded = fold(letter)
    return folded if len(folded) == 1 else letter


@lru_cache(maxsize=4096)
def _low_letter(letter: str) -> str:
    if letter in DASHES:
        return "-"
    if letter.isspace():
        return "\n" if letter == "\n" else " "
    lower = letter.lower()
    return lower if len(lower) == 1 else letter


@dataclass(frozen=True, slots=True)
class Shadow:
    """`text` is NFC; `low` and `flat` are of the same length, so that one index serves all three."""

    text: str
    low: str
    flat: str

    def is_capital(self, index: int) -> bool:
        return index < len(self.text) and self.text[index].isupper()


def shadow(text: str) -> Shadow:
    """The shadows of a text, letter by letter: a letter that folds to none or to several stays as it is."""
    text = nfc(text)
    low = "".join(map(_low_letter, text))
    return Shadow(text, low, "".join(map(_flat_letter, low)))
