"""What a PDF page shows, in one frame of reference: characters and ruling lines, upright, from the upper left corner.

Lengths are points (1/72 inch). A page whose text runs up or down the sheet is turned so that it reads from left to
right.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

_THIN = 3.0
_UNMAPPED = re.compile(r"\(cid:\d+\)")  # a letter that the PDF's font gives no meaning to


class Glyph(NamedTuple):
    """One character; `base` is its baseline, which is alike for all fonts of a printed line."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    base: float
    size: float
    font: str

    @property
    def middle(self) -> tuple[float, float]:
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2


class Ruling(NamedTuple):
    """A straight line: at `at` (y of a horizontal, x of a vertical one) from `start` to `end`."""

    upright: bool
    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page as read: everything that later steps need, so that the PDF's own page can be let go."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rulings: tuple[Ruling, ...]
    has_picture: bool = False


def sheet_of(page: Any, number: int) -> Sheet:
    """The sheet of a pdfplumber page, from its layout objects: its dictionaries for each letter cost twice the time."""
    from pdfminer.layout import LTChar, LTCurve, LTFigure, LTImage

    layout = page.layout
    width, height = float(layout.width), float(layout.height)
    chars: list[Any] = []
    drawn: list[Any] = []
    covered = 0.0
    pending = [iter(layout)]
    while pending:
        for item in pending[-1]:
            if isinstance(item, LTChar):
                chars.append(item)
            elif isinstance(item, LTCurve):
                drawn.append(item)
            elif isinstance(item, LTImage):
                covered += float(item.width) * float(item.height)
            elif isinstance(item, LTFigure):
                pending.append(iter(item))
                break
        else:
            pending.pop()
    turn = _turn(chars)
    glyphs = tuple(_glyph(char, width, height, turn) for char in chars if _is_seen(char, width, height))
    rulings = tuple(_turned(line, width, height, turn) for each in drawn for line in _rulings(each, height))
    has_picture = covered > 0.3 * width * height
    if turn:
        width, height = height, width
    return Sheet(number, width, height, glyphs, rulings, has_picture)


def _is_seen(char: Any, width: float, height: float) -> bool:
    """On the sheet, at least in part; text outside the page's box is not printed."""
    x, y = (char.x0 + char.x1) / 2, (char.y0 + char.y1) / 2
    return bool(char.get_text()) and -5 <= x <= width + 5 and -5 <= y <= height + 5


def _turn(chars: list[Any]) -> str:
    """ "up" or "down" where most text runs that way over the sheet, else empty."""
    askew = [char for char in chars if not char.upright]
    if not askew or len(askew) < 0.6 * len(chars):
        return ""
    up = sum(char.matrix[1] > 0 for char in askew)
    return "up" if 2 * up >= len(askew) else "down"


def _glyph(char: Any, width: float, height: float, turn: str) -> Glyph:
    x0, x1, top, bottom = char.x0, char.x1, height - char.y1, height - char.y0
    font = char.fontname.rpartition("+")[2]
    text = _UNMAPPED.sub("\ufffd", char.get_text())
    if turn == "up":
        return Glyph(text, height - bottom, height - top, x0, x1, char.matrix[4], x1 - x0, font)
    if turn == "down":
        return Glyph(text, top, bottom, width - x1, width - x0, width - char.matrix[4], x1 - x0, font)
    return Glyph(text, x0, x1, top, bottom, height - char.matrix[5], char.size, font)


def _rulings(curve: Any, height: float) -> Iterator[Ruling]:
    """The straight lines of a drawn path."""
    from pdfminer.layout import LTLine, LTRect

    x0, x1, top, bottom = curve.x0, curve.x1, height - curve.y1, height - curve.y0
    if isinstance(curve, LTLine) or min(x1 - x0, bottom - top) <= _THIN:
        yield from _straight(x0, x1, top, bottom)
    elif isinstance(curve, LTRect):
        if curve.stroke:  # a filled box without an outline is shading
            yield from (Ruling(False, top, x0, x1), Ruling(False, bottom, x0, x1))
            yield from (Ruling(True, x0, top, bottom), Ruling(True, x1, top, bottom))
    elif curve.stroke:
        for (ax, ay), (bx, by) in pairwise(curve.pts):
            yield from _straight(min(ax, bx), max(ax, bx), height - max(ay, by), height - min(ay, by))


def _straight(x0: float, x1: float, top: float, bottom: float) -> Iterator[Ruling]:
    """A thin box as the line that it is; slanted and tiny ones are none."""
    if bottom - top <= _THIN and x1 - x0 > _THIN:
        yield Ruling(False, (top + bottom) / 2, x0, x1)
    elif x1 - x0 <= _THIN and bottom - top > _THIN:
        yield Ruling(True, (x0 + x1) / 2, top, bottom)


def _turned(line: Ruling, width: float, height: float, turn: str) -> Ruling:
    if not turn:
        return line
    if turn == "up":  # (x, y) -> (height - y, x)
        if line.upright:
            return Ruling(False, line.at, height - line.end, height - line.start)
        return Ruling(True, height - line.at, line.start, line.end)
    if line.upright:  # (x, y) -> (y, width - x)
        return Ruling(False, width - line.at, line.start, line.end)
    return Ruling(True, line.at, width - line.end, width - line.start)
