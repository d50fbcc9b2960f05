"""The text of a Word paragraph as it is printed: revisions accepted, fields by their result, text boxes apart."""

from dataclasses import dataclass, field
from typing import Any

from dondoc.plans.adapters.docx.names import COMPATIBILITY, MATH, W, is_on
from dondoc.plans.adapters.docx.styles import Look, Styles, paragraph_look, run_look
from dondoc.plans.adapters.legacy import Moderniser
from dondoc.toolkit.text import clean

_KEPT = frozenset(
    W + name for name in ("hyperlink", "ins", "moveTo", "smartTag", "fldSimple", "dir", "bdo", "customXml")
)
_DROPPED = frozenset(W + name for name in ("del", "moveFrom", "pPr", "rPr", "commentReference", "annotationRef"))
_CONTENT = W + "sdtContent"


@dataclass(slots=True)
class Printed:
    """One paragraph: its text, how it looks, and the paragraphs of its text boxes."""

    text: str = ""
    style: str = ""
    number: str = ""
    centred: bool = False
    bold: bool = False
    italic: bool = False
    goes_on: bool = False  # its paragraph mark is deleted: the next paragraph belongs to it
    boxes: list[Any] = field(default_factory=list)


@dataclass(slots=True)
class _Piece:
    text: str
    look: Look


class Runs:
    """Reads paragraphs. Field state lasts over paragraphs: a table of contents is one field."""

    def __init__(self, styles: Styles, moderniser: Moderniser) -> None:
        self._styles, self._moderniser = styles, moderniser
        self._fields: list[bool] = []  # for each open field: whether its result has begun

    def look(self, paragraph: Any) -> Look:
        properties = paragraph.find(W + "pPr")
        style = properties.find(W + "pStyle") if properties is not None else None
        return paragraph_look(properties, self._styles.paragraph(style.get(W + "val") if style is not None else None))

    def read(self, paragraph: Any, look: Look) -> Printed:
        pieces: list[_Piece] = []
        printed = Printed(style=look.name, centred=bool(look.centred), goes_on=_mark_is_deleted(paragraph))
        self._walk(paragraph, look, pieces, printed.boxes)
        printed.text = self._join(pieces)
        printed.bold = _mostly(pieces, "bold")
        printed.italic = _mostly(pieces, "italic")
        return printed

    def _walk(self, parent: Any, look: Look, pieces: list[_Piece], boxes: list[Any]) -> None:
        for child in parent:
            tag = child.tag
            if tag == W + "r":
                self._run(child, look, pieces, boxes)
            elif tag in _KEPT:
                self._walk(child, look, pieces, boxes)
            elif tag == W + "sdt":
                for content in child.iterchildren(_CONTENT):
                    self._walk(content, look, pieces, boxes)
            elif tag == COMPATIBILITY + "AlternateContent":
                self._walk(_chosen(child), look, pieces, boxes)
            elif isinstance(tag, str) and tag.startswith(MATH):
                pieces.append(_Piece("".join(child.itertext(MATH + "t")), look))

    def _run(self, run: Any, look: Look, pieces: list[_Piece], boxes: list[Any]) -> None:
        properties = run.find(W + "rPr")
        if properties is not None:
            style = properties.find(W + "rStyle")
            if style is not None:
                look = self._over(look, style.get(W + "val"))
            look = run_look(properties, look)
        text = "".join(self._parts(run, boxes))
        if text and not look.hidden:
            pieces.append(_Piece(text.upper() if look.caps else text, look))

    def _over(self, look: Look, style: str | None) -> Look:
        """A character style over the paragraph's look: it only changes what it says."""
        mine = self._styles.look(style)
        return Look(
            name=look.name,
            bold=mine.bold if mine.bold is not None else look.bold,
            italic=mine.italic if mine.italic is not None else look.italic,
            caps=mine.caps if mine.caps is not None else look.caps,
            hidden=mine.hidden if mine.hidden is not None else look.hidden,
            centred=look.centred,
            font=mine.font or look.font,
            number=look.number,
        )

    def _parts(self, run: Any, boxes: list[Any]) -> list[str]:
        out: list[str] = []
        for child in run:
            tag = child.tag
            if tag == W + "fldChar":
                self._field(child.get(W + "fldCharType", ""))
            elif tag in (W + "drawing", W + "pict", W + "object"):
                boxes.extend(_boxes(child))
            elif tag == COMPATIBILITY + "AlternateContent":
                chosen = _chosen(child)
                out.extend(self._parts(chosen, boxes))
            elif all(self._fields):
                out.append(_character(child))
        return out

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _join(self, pieces: list[_Piece]) -> str:
        """The pieces as one text; neighbours in one font are converted together (one run may be one letter)."""
        out: list[str] = []
        for number, piece in enumerate(pieces):
            if number and pieces[number - 1].look.font == piece.look.font:
                out[-1] += piece.text
            else:
                out.append(piece.text)
        fonts = [p.look.font for n, p in enumerate(pieces) if not n or pieces[n - 1].look.font != p.look.font]
        return clean("".join(self._moderniser.convert(text, font) for text, font in zip(out, fonts, strict=True)))


def _character(element: Any) -> str:
    tag = element.tag
    if tag == W + "t":
        return element.text or ""
    if tag in (W + "br", W + "cr"):
        return "\n"
    if tag in (W + "tab", W + "ptab"):
        return "\t"
    if tag == W + "noBreakHyphen":
        return "-"
    if tag == W + "sym":
        return _symbol(element)
    return ""


def _symbol(element: Any) -> str:
    """Symbol fonts: dashes and bullets as such, other letters by their code."""
    try:
        code = int(element.get(W + "char", ""), 16)
    except ValueError:
        return ""
    if 0xF000 <= code <= 0xF0FF:
        code -= 0xF000
        return {0x2D: "-", 0xBE: "-", 0x2B: "+"}.get(code, chr(code) if 0x30 <= code <= 0x39 else "•")
    return chr(code) if 0x20 <= code < 0x110000 else ""


def _mostly(pieces: list[_Piece], what: str) -> bool:
    inked = sum(len(piece.text.strip()) for piece in pieces)
    marked = sum(len(piece.text.strip()) for piece in pieces if getattr(piece.look, what))
    return inked > 0 and marked * 10 >= inked * 9


def _chosen(alternate: Any) -> Any:
    """The one branch of an AlternateContent that is printed: the first choice, else the fallback."""
    choice = alternate.find(COMPATIBILITY + "Choice")
    fallback = alternate.find(COMPATIBILITY + "Fallback")
    if choice is not None and (fallback is None or len(choice)):
        return choice
    return fallback if fallback is not None else ()


def _boxes(drawing: Any) -> list[Any]:
    """Outermost text boxes of a drawing, each once."""
    found: list[Any] = []
    pending = list(drawing)
    while pending:
        element = pending.pop(0)
        if element.tag == W + "txbxContent":
            found.append(element)
        elif element.tag == COMPATIBILITY + "AlternateContent":
            pending[:0] = list(_chosen(element))
        else:
            pending[:0] = list(element)
    return found


def _mark_is_deleted(paragraph: Any) -> bool:
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    return mark is not None and (mark.find(W + "del") is not None or mark.find(W + "moveFrom") is not None)


def is_removed(properties: Any | None) -> bool:
    """Whether a row's `trPr` or a cell's `tcPr` says that a revision deleted it."""
    return properties is not None and any(
        properties.find(W + name) is not None for name in ("del", "cellDel", "moveFrom")
    )


def flag(properties: Any | None, name: str) -> bool:
    return properties is not None and is_on(properties.find(W + name))
