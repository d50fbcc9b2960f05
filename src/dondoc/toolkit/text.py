"""Vietnamese text: one form on entry, one key for comparing, one fold for searching.

`clean` is applied once, when text enters; `key` and `fold` compare and search and never change what is shown. The key
treats as alike what is spelt in two accepted ways: the place of the tone mark (hòa/hoà, ủy/uỷ), and i or y where the
letter is a syllable's whole vowel (kĩ/kỹ, Lí/Lý, quí/quý) but not in tai/tay or thuỷ/thủi.
"""

import re
import unicodedata
from functools import lru_cache

# The capital letters of Vietnamese, and the dashes that stand for "-", for character classes of patterns.
UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
DASHES = "‐‑‒–—―−﹣"

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"))
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u3000"), " ")
# Letters that OCR and old fonts put for the Vietnamese ones.
_LOOKALIKES = {ord("ð"): "đ", ord("Ð"): "Đ", ord("Ɖ"): "Đ"}
_ON_ENTRY = {**_INVISIBLE, **_SPACES, **_LOOKALIKES}
_WORD = re.compile(r"[^\W\d_]+")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_ASCII = re.compile(r"[\x00-\x7f]*")
# A syllable whose vowel is the one letter i or y: k(i), l(y), m(i), s, t, h, v …, and the same after qu.
_LONE_Y = re.compile(r"(?:b|c|d|đ|g|h|k|l|m|n|p|qu|r|s|t|v|x|th|ph|nh|kh|ch|tr)?y")


def nfc(text: str) -> str:
    """The composed form; a letter and its marks are one character."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def clean(text: str) -> str:
    """Text as it enters: NFC, without invisible characters, every odd space an ordinary one. Line breaks stay."""
    return text if text.isascii() else nfc(text.translate(_ON_ENTRY))


@lru_cache(maxsize=65536)
def key(text: str) -> str:
    """The form in which two spellings of one thing are equal. Marks are kept; case, spaces and variants are not."""
    flat = " ".join(clean(text).casefold().split())
    return flat if flat.isascii() and "y" not in flat else _WORD.sub(lambda match: _syllable(match[0]), flat)


@lru_cache(maxsize=16384)
def _syllable(word: str) -> str:
    """The tone mark moved behind the letters, and a lone y written i: "hoà" and "hòa" both give "hoa" + grave."""
    letters: list[str] = []
    tones: list[str] = []
    for character in unicodedata.normalize("NFD", word):
        (tones if character in _TONES else letters).append(character)
    bare = unicodedata.normalize("NFC", "".join(letters))
    if _LONE_Y.fullmatch(bare):
        bare = f"{bare[:-1]}i"
    return bare + "".join(tones)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """For searching: no marks, đ as d, lower case, single spaces. "Đường" and "duong" fold alike."""
    flat = " ".join(text.split()).lower()
    if flat.isascii():
        return flat
    decomposed = unicodedata.normalize("NFD", flat.translate(_ON_ENTRY).replace("đ", "d"))
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    return " ".join(bare.replace("đ", "d").split())
