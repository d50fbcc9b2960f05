"""Automatic numbering: the label that Word prints before a paragraph.

Counters belong to the abstract list, so that two lists with one abstract go on counting; a start override restarts.
"""

from dataclasses import dataclass, replace
from typing import Any

from dondoc.plans.adapters.docx.names import VAL, W, is_on
from dondoc.toolkit.numbering import to_roman

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
# Symbol and Wingdings put their bullets into the private area.
_DASHES = frozenset("-–—−\uf02d\uf0be")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: start value, number format, text with %1..%9, and when it starts again."""

    start: int = 1
    form: str = "decimal"
    text: str = "%1."
    restart: int | None = None
    is_legal: bool = False


class Numbering:
    """Labels in document order: `label` counts, so it is asked once for each paragraph, in order."""

    def __init__(self, root: Any | None) -> None:
        self._abstracts: dict[str, dict[int, Level]] = {}
        self._links: dict[str, str] = {}
        self._lists: dict[str, tuple[str, dict[int, Level], dict[int, int]]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()
        if root is not None:
            self._load(root)

    def _load(self, root: Any) -> None:
        by_style: dict[str, str] = {}
        for abstract in root.iterchildren(W + "abstractNum"):
            identity = abstract.get(W + "abstractNumId", "")
            self._abstracts[identity] = _levels(abstract)
            style, link = abstract.find(W + "styleLink"), abstract.find(W + "numStyleLink")
            if style is not None:
                by_style[style.get(VAL, "")] = identity
            if link is not None:
                self._links[identity] = link.get(VAL, "")
        for identity, style_name in self._links.items():
            self._abstracts[identity] = self._abstracts.get(by_style.get(style_name, ""), self._abstracts[identity])
        for number in root.iterchildren(W + "num"):
            abstract = number.find(W + "abstractNumId")
            if abstract is not None:
                overrides, starts = _overrides(number)
                self._lists[number.get(W + "numId", "")] = (abstract.get(VAL, ""), overrides, starts)

    def label(self, number: tuple[str, int] | None) -> str:
        """The printed label ("2.1.", "a)", "-"), empty where the paragraph is not numbered."""
        if number is None or number[0] not in self._lists:
            return ""
        identity, depth = number
        abstract, overrides, starts = self._lists[identity]
        levels = {**self._abstracts.get(abstract, {}), **overrides}
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._counts.setdefault(abstract, {})
        if depth in starts and (identity, depth) not in self._started:
            self._started.add((identity, depth))
            counts[depth] = starts[depth] - 1
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [each for each in counts if each > depth]:
            if _restarts(levels.get(deeper), deeper, depth):
                del counts[deeper]
        return _printed(level, levels, counts)


def _restarts(level: Level | None, deeper: int, used: int) -> bool:
    if level is None or level.restart is None:
        return True
    return level.restart != 0 and used < level.restart and deeper > used


def _levels(parent: Any) -> dict[int, Level]:
    return {_integer(each.get(W + "ilvl"), 0): _level(each) for each in parent.iterchildren(W + "lvl")}


def _level(element: Any) -> Level:
    def said(name: str) -> str | None:
        found = element.find(W + name)
        return found.get(VAL) if found is not None else None

    restart = said("lvlRestart")
    return Level(
        start=_integer(said("start"), 1),
        form=said("numFmt") or "decimal",
        text=said("lvlText") or "",
        restart=_integer(restart, 0) if restart is not None else None,
        is_legal=is_on(element.find(W + "isLgl")),
    )


def _overrides(number: Any) -> tuple[dict[int, Level], dict[int, int]]:
    levels: dict[int, Level] = {}
    starts: dict[int, int] = {}
    for override in number.iterchildren(W + "lvlOverride"):
        depth = _integer(override.get(W + "ilvl"), 0)
        level, start = override.find(W + "lvl"), override.find(W + "startOverride")
        if level is not None:
            levels[depth] = _level(level)
        if start is not None:
            starts[depth] = _integer(start.get(VAL), 1)
    return levels, starts


def _integer(text: str | None, default: int) -> int:
    try:
        return int(text) if text is not None else default
    except ValueError:
        return default


def _printed(level: Level, levels: dict[int, Level], counts: dict[int, int]) -> str:
    if level.form == "bullet":
        return _bullet(level.text)
    if level.form == "none" and "%" not in level.text:
        return level.text.strip()
    text = level.text
    for depth in range(9):
        if f"%{depth + 1}" in text:
            shown = levels.get(depth, Level())
            shown = replace(shown, form="decimal") if level.is_legal else shown
            text = text.replace(f"%{depth + 1}", numeral(counts.get(depth, shown.start), shown.form))
    return text.strip()


def _bullet(text: str) -> str:
    mark = text.strip()
    if not mark:
        return ""
    if mark[0] in _DASHES:
        return "-"
    return "•" if len(mark) == 1 and (mark.isalnum() or "\ue000" <= mark <= "\uf8ff") else mark


def numeral(value: int, form: str) -> str:
    """A counter in a Word number format; formats that offices here do not use come out as digits."""
    if form in ("lowerLetter", "upperLetter") and value > 0:
        letters = _LETTERS[(value - 1) % 26] * ((value - 1) // 26 + 1)
        return letters.upper() if form == "upperLetter" else letters
    if form in ("lowerRoman", "upperRoman") and 0 < value < 4000:
        return to_roman(value) if form == "upperRoman" else to_roman(value).lower()
    if form == "decimalZero":
        return f"{value:02}"
    if form == "none":
        return ""
    if form == "vietnameseCounting" and 0 <= value < len(_DIGITS):
        return _DIGITS[value]
    return str(value)
