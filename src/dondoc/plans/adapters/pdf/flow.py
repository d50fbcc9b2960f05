"""Printed lines to running text: a line goes on with the one above unless its first word would still have fit there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dondoc.plans.adapters.pdf.lines import Line
from dondoc.plans.adapters.prose import begins_item, glue, is_shouted
from dondoc.plans.rules.continuity import begins_inside, ends_sentence
from dondoc.toolkit.text import fold

_SLACK = 1.5
_VOWEL = re.compile(r"[aeiouy]")


@dataclass(frozen=True, slots=True)
class Measure:
    """The left and right limits of the text: margins of the page, or a cell without its padding."""

    left: float
    right: float

    def is_centred(self, line: Line) -> bool:
        before, after = line.x0 - self.left, self.right - line.x1
        return min(before, after) > 8 and abs(before - after) <= max(6.0, 0.06 * (self.right - self.left))

    def room(self, line: Line) -> float:
        """What is left beside a line."""
        return (self.right - self.left) - (line.x1 - line.x0) if self.is_centred(line) else self.right - line.x1

    def broke(self, line: Line, below: Line) -> bool:
        """Whether the writer ended the line: the next word had room."""
        return self.room(line) > below.first_width + 0.25 * line.size + _SLACK


@dataclass(frozen=True, slots=True)
class Flowed:
    """A paragraph put together, with the last of its lines (a page break may have cut it)."""

    text: str
    first: Line
    last: Line
    centred: bool = False
    bold: bool = False
    italic: bool = False


def cell_text(lines: Sequence[Line], measure: Measure) -> str:
    """The text of a cell: its paragraphs on lines of their own."""
    out = ""
    for number, line in enumerate(lines):
        if not number:
            out = line.text
            continue
        broke = measure.broke(lines[number - 1], line)
        last = out.rpartition("\n")[2]
        if _is_cut_word(lines[number - 1], line, measure):
            out += line.text
            continue
        new = begins_item(line.text, last, broke=broke) or (broke and _stands_alone(last, line.text))
        out = f"{out}\n{line.text}" if new else out[: len(out) - len(last)] + glue(last, line.text)
    return out


def _is_cut_word(line: Line, below: Line, measure: Measure) -> bool:
    """Whether a column too narrow for one word cut it ("ST" / "T"): no room for a letter, and the rest is no word."""
    word, rest = line.words[-1].text, below.words[0].text
    if len(line.words) > 1 or measure.room(line) > below.first_width / len(rest) + _SLACK:
        return False
    return (word.isupper() and rest.isupper()) or (rest.isalpha() and not _VOWEL.search(fold(rest)))


def _stands_alone(before: str, text: str) -> bool:
    """After a line that the writer ended: a new sentence or name, not the rest of one."""
    return ends_sentence(before) or not begins_inside(text)


def paragraphs_of(lines: Sequence[Line], measure: Measure, *, pitch: float) -> list[Flowed]:
    """The paragraphs of lines that stand below each other; `pitch` is the usual distance of two baselines."""
    out: list[Flowed] = []
    for line in lines:
        if out and not _is_new(out[-1], line, measure, pitch):
            before = out[-1]
            out[-1] = replace(
                before,
                text=glue(before.text, line.text),
                last=line,
                centred=measure.is_centred(line),  # the first line may fill the width
                bold=before.bold and line.bold,
            )
        else:
            out.append(Flowed(line.text, line, line, measure.is_centred(line), line.bold, line.italic))
    return out


def _is_new(before: Flowed, line: Line, measure: Measure, pitch: float) -> bool:
    last = before.last
    broke = measure.broke(last, line)
    if begins_item(line.text, before.text, broke=broke):
        return True
    if broke:
        return measure.is_centred(last) or _stands_alone(last.text, line.text)
    if is_shouted(before.text) != is_shouted(line.text) and (is_shouted(before.text) or line.bold):
        return len(line.text) > 12
    if before.bold and not line.bold and before.first is last:
        return not line.text[0].islower()
    if not ends_sentence(before.text):
        return False
    far = pitch > 0 and line.base - last.base > 1.25 * pitch
    return far or line.x0 - measure.left > 10 + max(0.0, last.x0 - measure.left)


def pitch_of(lines: Sequence[Line]) -> float:
    """The smallest usual distance of two baselines: lines of one paragraph."""
    steps = sorted(b.base - a.base for a, b in pairwise(lines) if 0 < b.base - a.base < 4 * a.size)
    return steps[len(steps) // 4] if steps else 0.0
