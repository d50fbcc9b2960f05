"""Numbers that head paragraphs and rows: Roman, Arabic with dots, letters of the Vietnamese order, bullets.

`label_of` reads the one at the head of a text; `kind_of_number` tells of which kind a number is that stands alone in
its cell. Both are lenient where offices and scanners are: "1/", "2 .", "I -", "ll." for "II.".
"""

import re
from dataclasses import dataclass

LETTERS = "abcdđeghiklmnopqrstuvxy"
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_ROMAN = re.compile(r"(?=[IVXLCDM])M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_WORTH = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
          (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
# What a label looks like, in the order in which they are tried: "I." is Roman before it is a capital letter, "1.2" is
# dotted before it is an integer. A number needs words behind it, so that "05/6" and "1,5 điểm" are none.
_LABELS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("part", r"(?:PHẦN|Phần|CHƯƠNG|Chương)\s+(?:[IVX]+|\d{1,2}|THỨ\s+\w+|thứ\s+\w+)\s*[.:\-–]?\s*"),
        ("article", r"Điều\s+\d{1,2}\s*[.:]\s*"),
        ("dotted", r"[IVX]{1,5}\.\s?\d{1,2}(?:\.\d{1,2})*\s*[.)/:]?\s+(?=\S)"),
        ("roman", r"(?!V/v)(?:[IVX]{1,5}|[Il]{2,3})\s*(?:[.)/:]|\s?[-–]\s)\s*(?=[^\s\d])"),
        ("capital", r"[A-HĐ]\s*[.)/]\s+(?=[^\s\d])"),
        ("dotted", r"\d{1,2}(?:\.\d{1,2}){1,3}\s*[.)/:]?\s*(?=[^\s\d.,%/])"),
        ("bracketed", r"\(\d{1,2}\)\s*(?=\S)"),
        ("integer", r"\d{1,2}\s?(?:[.)]\s+(?=\S)|[.)/]\s*(?=[^\W\d_]|[\"“(*]))"),
        ("letter", r"[a-zđ]\s?(?:\)\s*|[./]\s+)(?=[^\W\d_]|[\"“(*\d])"),
        ("star", r"[*❖✓❑➢]\s+(?=\S)"),
        ("plus", r"\+\s*(?=\S)"),
        ("dash", r"[-–—•·▪●○◦\uf0b7\uf02d\uf0a7\uf0d8]\s*(?=[^\s\d\-–—]|\d+\s*\D)"),
    )
)
_PIECES = re.compile(r"\b(?:\d+|[IVX]+|[Il]{2,3})\b")
_ALONE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("roman", re.compile(r"[IVX]+\s*[.)]?")),
    ("integer", re.compile(r"\d{1,2}\s*[.)]?")),
    ("dotted", re.compile(r"\d+(\.\d+)+\.?")),
    ("capital", re.compile(r"[A-ZĐ]\s*[.)]?")),
)


@dataclass(frozen=True, slots=True)
class Label:
    """A printed number: `kind` part | article | roman | capital | dotted | bracketed | integer | letter | star | plus
    | dash, `text` as printed, `end` where the text after it begins.

    `numbers` are its places in the lists, outermost first: (2, 14) of "2.14.", (5,) of "đ)"; 0 for a Roman numeral that
    is none ("IIII."); empty for signs, for numbers in words and for letters that no list counts with.
    """

    kind: str
    text: str
    numbers: tuple[int, ...]
    end: int


def roman(text: str) -> int | None:
    """The value of a Roman numeral up to 3999; None for what is none."""
    flat = text.strip().upper()
    if not flat or not _ROMAN.fullmatch(flat):
        return None
    values = [_ROMAN_VALUES[letter] for letter in flat]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def to_roman(number: int) -> str:
    """1..3999 as a Roman numeral."""
    if not 0 < number < 4000:
        raise ValueError(f"{number} is not within 1..3999")
    out = ""
    for value, letters in _WORTH:
        out += letters * (number // value)
        number %= value
    return out


def letter_index(letter: str) -> int | None:
    """The place of a lettered point: a, b, c, d, đ, e, g … (no f, j, w, z); None for other letters."""
    place = LETTERS.find(letter.strip().casefold()) if len(letter.strip()) == 1 else -1
    return place + 1 if place >= 0 else None


def label_of(text: str) -> Label | None:
    """The number at the head of a text: "2.14. Phòng Nội vụ", "đ) …", "IV. …", "- …", "Điều 3. …"."""
    for kind, pattern in _LABELS:
        if match := pattern.match(text):
            return Label(kind, match[0].strip(), _numbers(kind, match[0]), match.end())
    return None


def _numbers(kind: str, printed: str) -> tuple[int, ...]:
    if kind in ("letter", "capital"):
        place = letter_index(printed[0])
        return (place,) if place else ()
    pieces = _PIECES.findall(printed)
    return tuple(int(piece) if piece.isdigit() else roman(piece.replace("l", "I")) or 0 for piece in pieces)


def kind_of_number(printed: str) -> str:
    """roman | integer | dotted | capital of a number that is all of a cell; "none" of an empty one, else "other"."""
    flat = printed.strip()
    if not flat:
        return "none"
    return next((kind for kind, pattern in _ALONE if pattern.fullmatch(flat)), "other")
