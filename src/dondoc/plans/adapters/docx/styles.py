"""Styles of a Word file: what a paragraph or run looks like after inheritance."""

from dataclasses import dataclass, replace
from typing import Any

from dondoc.plans.adapters.docx.names import VAL, W, is_on

_CENTRED = frozenset({"center"})


@dataclass(frozen=True, slots=True)
class Look:
    """Resolved properties; None where nothing was said. `number` is (numId, level) of automatic numbering."""

    name: str = ""
    bold: bool | None = None
    italic: bool | None = None
    caps: bool | None = None
    hidden: bool | None = None
    centred: bool | None = None
    font: str | None = None
    number: tuple[str, int] | None = None
    bordered: bool | None = None


class Styles:
    """Styles by id, resolved once each through `basedOn`."""

    def __init__(self, root: Any | None) -> None:
        self._elements: dict[str, Any] = {}
        self._defaults: dict[str, str] = {}
        self._looks: dict[str, Look] = {}
        self._base = Look()
        if root is None:
            return
        for style in root.iterchildren(W + "style"):
            identity = style.get(W + "styleId", "")
            self._elements[identity] = style
            if style.get(W + "default") in ("1", "true", "on"):
                self._defaults[style.get(W + "type", "")] = identity
        defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._base = run_look(defaults, Look())

    def paragraph(self, identity: str | None) -> Look:
        """The look that a paragraph takes from its style (the default one where it names none)."""
        return self.look(identity if identity in self._elements else self._defaults.get("paragraph", ""))

    def look(self, identity: str | None) -> Look:
        if not identity or identity not in self._elements:
            return self._base
        if identity not in self._looks:
            self._looks[identity] = self._base  # a style based on itself ends here
            self._looks[identity] = self._resolve(self._elements[identity])
        return self._looks[identity]

    def _resolve(self, style: Any) -> Look:
        based = style.find(W + "basedOn")
        look = self.look(based.get(VAL)) if based is not None else self._base
        name = style.find(W + "name")
        look = replace(look, name=name.get(VAL, "") if name is not None else "")
        look = paragraph_look(style.find(W + "pPr"), look)
        look = run_look(style.find(W + "rPr"), look)
        borders = style.find(f"{W}tblPr/{W}tblBorders")
        return replace(look, bordered=has_lines(borders)) if borders is not None else look


def has_lines(borders: Any) -> bool:
    """Whether a `tblBorders` draws anything."""
    return any(border.get(VAL, "none") not in ("none", "nil") for border in borders)


def paragraph_look(properties: Any | None, look: Look) -> Look:
    """`look` with what a `pPr` says."""
    if properties is None:
        return look
    justified = properties.find(W + "jc")
    if justified is not None:
        look = replace(look, centred=justified.get(VAL) in _CENTRED)
    numbered = properties.find(W + "numPr")
    if numbered is not None:
        look = replace(look, number=_number(numbered, look.number))
    return look


def _number(element: Any, inherited: tuple[str, int] | None) -> tuple[str, int] | None:
    level, identity = element.find(W + "ilvl"), element.find(W + "numId")
    number = identity.get(VAL, "0") if identity is not None else (inherited[0] if inherited else "")
    depth = level.get(VAL, "0") if level is not None else "0"
    return (number, int(depth) if depth.isdigit() else 0) if number else None


def run_look(properties: Any | None, look: Look) -> Look:
    """`look` with what an `rPr` says."""
    if properties is None:
        return look
    found: dict[str, Any] = {}
    for element in properties:
        tag = element.tag
        if tag == W + "b":
            found["bold"] = is_on(element)
        elif tag == W + "i":
            found["italic"] = is_on(element)
        elif tag == W + "caps":
            found["caps"] = is_on(element)
        elif tag == W + "vanish":
            found["hidden"] = is_on(element)
        elif tag == W + "rFonts":
            font = element.get(W + "ascii") or element.get(W + "hAnsi")
            found |= {"font": font} if font else {}
    return replace(look, **found) if found else look
