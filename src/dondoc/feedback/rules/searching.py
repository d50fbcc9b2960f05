"""Search without marks: words in a shadow text with a space before and after each."""

import re

from dondoc.toolkit.text import fold

_WORD = re.compile(r"[a-z0-9]+")


def searchable(*texts: str) -> str:
    """The shadow of texts: " duong vao thon "."""
    return f" {' '.join(_WORD.findall(fold(' '.join(texts))))} "


def wanted(words: str) -> list[str]:
    """What must stand in the shadow: short words whole (Vietnamese ones are), longer ones by their beginning."""
    found = _WORD.findall(fold(words[:120]))
    return [f" {word} " if len(word) < 4 else f" {word}" for word in found]
