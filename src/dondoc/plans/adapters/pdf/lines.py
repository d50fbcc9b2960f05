"""Characters to words to printed lines."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dondoc.plans.adapters.legacy import Moderniser
from dondoc.plans.adapters.pdf.shapes import Glyph
from dondoc.toolkit.text import clean

_BOLD = re.compile(r"bold|black|heavy|,b|-b\b|demi", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|,i|-i\b", re.IGNORECASE)
_WIDE_GAP = 1.5


@dataclass(frozen=True, slots=True)
class Word:
    """A word as printed. Words that a no-break space ties are one, as for the line breaker."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    base: float
    size: float
    bold: bool
    italic: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line of words from left to right."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return clean(" ".join(word.text for word in self.words)).strip()

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return max(word.x1 for word in self.words)

    @property
    def top(self) -> float:
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        return max(word.bottom for word in self.words)

    @property
    def base(self) -> float:
        return self.words[0].base

    @property
    def size(self) -> float:
        return max(word.size for word in self.words)

    @property
    def bold(self) -> bool:
        return _share(self.words, "bold") >= 0.9

    @property
    def italic(self) -> bool:
        return _share(self.words, "italic") >= 0.9

    @property
    def first_width(self) -> float:
        """What the first word would have needed at the end of the line above."""
        return self.words[0].x1 - self.words[0].x0


def _share(words: Sequence[Word], what: str) -> float:
    inked = sum(len(word.text) for word in words)
    return sum(len(word.text) for word in words if getattr(word, what)) / inked if inked else 0.0


def lines_of(glyphs: Iterable[Glyph], moderniser: Moderniser) -> list[Line]:
    """The printed lines of some characters, from top to bottom."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda each: (each.base, each.x0)):
        if rows and abs(glyph.base - rows[-1][0].base) <= 0.4 * max(glyph.size, rows[-1][0].size, 1.0):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    lines = (Line(tuple(_words(sorted(row, key=lambda each: each.x0), moderniser))) for row in rows)
    return [line for line in lines if line.words and line.text]


def regrouped(words: Iterable[Word]) -> list[Line]:
    """Lines of words that were taken out of wider lines (one column of two)."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda each: (each.base, each.x0)):
        if rows and abs(word.base - rows[-1][0].base) <= 0.4 * max(word.size, 1.0):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [Line(tuple(sorted(row, key=lambda each: each.x0))) for row in rows]


def _words(row: Sequence[Glyph], moderniser: Moderniser) -> list[Word]:
    words: list[Word] = []
    waiting: list[Glyph] = []
    for glyph in row:
        if waiting and _is_double(waiting[-1], glyph):
            continue
        far = bool(waiting) and glyph.x0 - waiting[-1].x1 > 0.2 * max(glyph.size, 1.0) and not _is_mark(glyph)
        if waiting and (glyph.text == " " or far):
            words.append(_word(waiting, moderniser))
            waiting = []
        if not glyph.text.isspace() or glyph.text == "\u00a0":
            waiting.append(glyph)
    if waiting:
        words.append(_word(waiting, moderniser))
    return [word for word in words if word.text.strip()]


def _is_double(before: Glyph, glyph: Glyph) -> bool:
    """The same letter printed twice for a bold look."""
    return before.text == glyph.text and abs(before.x0 - glyph.x0) < 0.1 * max(glyph.size, 1.0) and glyph.text != " "


def _is_mark(glyph: Glyph) -> bool:
    """A tone or vowel mark printed as a letter of its own over the one before."""
    return bool(unicodedata.combining(glyph.text[0]))


def _word(glyphs: Sequence[Glyph], moderniser: Moderniser) -> Word:
    first = glyphs[0]
    text = "".join(glyph.text for glyph in glyphs)
    return Word(
        text=moderniser.convert(text, first.font),
        x0=first.x0,
        x1=max(glyph.x1 for glyph in glyphs),
        top=min(glyph.top for glyph in glyphs),
        bottom=max(glyph.bottom for glyph in glyphs),
        base=first.base,
        size=max(glyph.size for glyph in glyphs),
        bold=bool(_BOLD.search(first.font)),
        italic=bool(_ITALIC.search(first.font)),
    )


def widest_gap(line: Line) -> tuple[float, float] | None:
    """The widest gap inside a line as (from, to), where it is wider than justified text makes it."""
    gaps = [(one.x1, other.x0) for one, other in zip(line.words, line.words[1:], strict=False)]
    best = max(gaps, key=lambda gap: gap[1] - gap[0], default=None)
    return best if best and best[1] - best[0] > _WIDE_GAP * line.size else None
