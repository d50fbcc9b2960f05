"""What many wrote on one subject, line by line, alike ones together with all their authors. Nothing is dropped.

Pure, and in any order of the reports the same: the longest wording of a group stands for it, and each line is compared
with those that stand already, longest first.
"""

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dondoc.toolkit.text import fold

ALIKE = 86  # of 100; below it lines of different meaning met, above it the same said with another figure did not
_BULLET = re.compile(r"^\s*(?:[-+*•–—·]|\(?\d{1,2}[.)/]|[a-zđ]\))\s*")


@dataclass(frozen=True, slots=True)
class Voice:
    """A line as its author wrote it; `source` names the agency."""

    source: str
    text: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Alike lines: `text` the longest of them; `key` stays the same as long as that wording does."""

    text: str
    voices: tuple[Voice, ...]

    @property
    def key(self) -> str:
        return hashlib.sha256(fold(self.text).encode()).hexdigest()[:16]

    @property
    def sources(self) -> tuple[str, ...]:
        return tuple(sorted({voice.source for voice in self.voices}))


def lines_of(text: str) -> list[str]:
    """The lines of a passage without their bullets; what says nothing at all is left out."""
    lines = (_BULLET.sub("", line).strip() for line in text.splitlines())
    return [line for line in lines if re.search(r"\w", line)]


def gather(voices: Iterable[Voice]) -> tuple[Remark, ...]:
    """Groups of alike lines: those of most authors first, then the longer wording."""
    from rapidfuzz import fuzz

    wordings: dict[str, list[Voice]] = {}
    for voice in voices:
        wordings.setdefault(fold(voice.text), []).append(voice)
    heads: list[str] = []
    groups: dict[str, list[Voice]] = {}
    for wording in sorted(wordings, key=lambda text: (-len(text), text)):
        near = _nearest(wording, heads, fuzz.token_sort_ratio)
        if near is None:
            heads.append(wording)
        groups.setdefault(wording if near is None else near, []).extend(wordings[wording])
    remarks = [_remark(groups[head]) for head in heads]
    return tuple(sorted(remarks, key=lambda one: (-len(one.sources), -len(one.text), one.text)))


def _nearest(wording: str, heads: list[str], likeness: Callable[..., float]) -> str | None:
    """The most alike of those that stand, the first of equals; None where none is alike enough."""
    best, found = float(ALIKE), None
    for head in heads:
        if len(wording) < len(head) * 0.6:  # so much shorter a line cannot be alike enough
            continue
        score = likeness(wording, head, score_cutoff=best)
        if score >= best and (found is None or score > best):
            best, found = score, head
    return found


def _remark(voices: list[Voice]) -> Remark:
    ordered = sorted(voices, key=lambda voice: (voice.source, voice.text))
    text = max(ordered, key=lambda voice: (len(fold(voice.text)), len(voice.text), voice.text)).text
    return Remark(text, tuple(ordered))
