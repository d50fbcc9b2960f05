"""Numbers that head paragraphs and rows: Roman, Arabic with dots, letters of the Vietnamese order, bullets."""

import re
from dataclasses import dataclass

LETTERS = "abcdđeghiklmnopqrstuvxy"
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN = re.compile(r"(?=[IVXLC])(C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_LABEL = re.compile(
    r"^\s*(?:"
    r"(?P<named>(?i:phần|chương|mục|điều|phụ lục)\s+(?P<named_number>[IVXLC]+|\d+)\b)\s*[.:)]?|"
    r"\(?(?P<roman>[IVXLC]+)\s*[.)]|"
    r"\(?(?P<dotted>\d{1,3}(?:\.\d{1,3})+)\s*[.)]?(?=\s|$)|"
    r"\(?(?P<integer>\d{1,3})\s*[.)](?!\d)|"
    r"\(?(?P<letter>[a-zđ])\s*[.)]|"
    r"(?P<capital>[A-ZĐ])\s*[.)]|"
    r"(?P<bullet>[-–—+*•·])"
    r")\s*",
)
_KINDS = ("named", "roman", "dotted", "integer", "letter", "capital", "bullet")


@dataclass(frozen=True, slots=True)
class Label:
    """A printed number: `kind` named | roman | dotted | integer | letter | capital | bullet, `number` its place in
    its list (None for a bullet), `end` where the text after it begins."""

    kind: str
    text: str
    number: int | None
    end: int


def roman(text: str) -> int | None:
    """The value of a Roman numeral up to 399; None for what is none."""
    flat = text.strip().upper()
    if not flat or not _ROMAN.fullmatch(flat):
        return None
    values = [_ROMAN_VALUES[letter] for letter in flat]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def to_roman(number: int) -> str:
    """1..399 as a Roman numeral."""
    if not 0 < number < 400:
        raise ValueError(f"{number} is not within 1..399")
    out = ""
    for value, letters in ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV")):
        out += letters * (number // value)
        number %= value
    return out + "I" * number


def letter_index(letter: str) -> int | None:
    """The place of a lettered point: a, b, c, d, đ, e, g … (no f, j, w, z); None for other letters."""
    place = LETTERS.find(letter.strip().casefold()) if len(letter.strip()) == 1 else -1
    return place + 1 if place >= 0 else None


def label_of(text: str) -> Label | None:
    """The number at the head of a text: "2.14. Phòng Nội vụ", "đ) …", "IV. …", "- …", "Điều 3. …"."""
    match = _LABEL.match(text)
    if not match:
        return None
    kind = next(name for name in _KINDS if match[name])
    return Label(kind, match[0].strip(), _number(kind, match), match.end())


def _number(kind: str, match: re.Match[str]) -> int | None:
    printed = match["named_number"] if kind == "named" else match[kind]
    if kind == "bullet":
        return None
    if kind in ("letter", "capital"):
        return letter_index(printed)
    last = printed.rsplit(".", 1)[-1]
    return int(last) if last.isdigit() else roman(last)
