"""The closing of a document: who receives it and who signed it, in what authority (NĐ 30/2020, phụ lục I, II.7-9).

"Nơi nhận" and the signature stand side by side in print; a reader may give them one after the other, either first, or
both in one line. Authorities: TM. (for a body), KT. (for the head, by a deputy), TL. (by order), TUQ. (by mandate).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from dondoc.plans.rules.blocks import Place
from dondoc.plans.rules.outline import AUTHORITY, HEAD_TITLE
from dondoc.plans.rules.outline_lines import LEAF, Line
from dondoc.toolkit.text import UPPER, fold

_MIDLINE = re.compile(
    r"(?<=[\s.;:)])(?=(?:T/?M|K/?T|T/?L|T/?U/?Q)\s?\.\s*[" + UPPER + r"]{2})"
    r"|(?<![A-Z]\.)(?<=[\s.;:)])(?<!KT\. )(?<!K/T\. )(?<!TL\. )(?<!TUQ\. )(?<!TM\. )(?<!Q\. )(?<!PHÓ )"
    r"(?=(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|BÍ THƯ)\s*$)"
)
_RECIPIENTS = re.compile(r"^\W*n[ơo]i\s+nh[ậâa]n\s*[:.]?\s*", re.IGNORECASE)
_MODE = re.compile(r"^(?P<mode>T/?M|K/?T|T/?L|T/?U/?Q|Q)\s?[.,:]?\s*(?P<rest>.*)$", re.DOTALL)
_STAMP = re.compile(r"^\W*(?:ky boi|nguoi ky|email|co quan|ngay ky|thoi gian ky|da ky|chu ky|ky ten)\b")
_OFFICE = re.compile(
    r"\b(?:uy ban|nhan dan|chu tich|giam doc|van phong|noi nhan|phu luc|ke hoach|cong hoa|doc lap|truong phong|bi thu"
    r"|hoi dong|truong ban|chanh|bang|bieu|luu vt|so noi vu|phong noi vu|da ky)\b"
)
_NAME_AFTER = re.compile(r"(?<=[.;)\]])\s+(?P<name>(?:[" + UPPER + r"][\w'’]*\s?){2,5})$")
_ENDED = re.compile(r"[;.]\s*$")


@dataclass(frozen=True, slots=True)
class Closing:
    """`mode` "TM." | "KT." | "TL." | "TUQ." | "Q.", `signed_for` the body or head signed for, as printed."""

    recipients: tuple[str, ...] = ()
    signer: str | None = None
    position: str | None = None
    mode: str | None = None
    signed_for: str | None = None
    where: dict[str, Place] = field(default_factory=dict)


def read_closing(lines: Sequence[Line]) -> Closing:
    """Recipients and signature from the lines behind the body; what is not printed stays empty."""
    pieces = [piece for line in lines for piece in _pieces(line)]
    listed, signed = _two_columns(pieces)
    recipients, place = _recipients(listed)
    closing = _signature(signed)
    if closing.signer is None:
        closing = _name_at_the_end(closing, listed)
        recipients = tuple(name for name in recipients if name != closing.signer)
    where = dict(closing.where) | ({"recipients": place} if place else {})
    return replace(closing, recipients=recipients, where=where)


def _pieces(line: Line) -> Iterator[Line]:
    """The line cut where an authority, a head's title or a second column begins in it."""
    cuts = [0, *(m.start() for m in _MIDLINE.finditer(line.text)), len(line.text)]
    for start, end in pairwise(cuts):
        if text := line.text[start:end].strip(" \t*"):
            moved = tuple(replace(span, at=span.at + start) for span in line.spans[:1])
            label, depth = (line.label, line.depth) if start == 0 else ("", LEAF)
            yield replace(line, text=text, spans=moved, label=label, depth=depth)


def _two_columns(pieces: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """(lines of the list of recipients, lines of the signature)."""
    listed: list[Line] = []
    signed: list[Line] = []
    column: list[Line] | None = None
    for piece in pieces:
        if _RECIPIENTS.match(piece.text):
            column = listed
        elif _is_signature(piece.text):
            column = signed
        elif column is signed and listed and piece.is_labelled:
            column = listed
        if column is not None:
            column.append(piece)
    return listed, signed


def _is_signature(text: str) -> bool:
    return bool(AUTHORITY.match(text) or HEAD_TITLE.match(text))


def _recipients(lines: Sequence[Line]) -> tuple[tuple[str, ...], Place | None]:
    items: list[str] = []
    is_open = False
    for line in lines:
        text = _RECIPIENTS.sub("", line.text)
        if not text:
            continue
        if is_open and items and not line.is_labelled and not is_name(text):
            items[-1] = f"{items[-1]} {text}"
        else:
            items.append(text)
        is_open = not _ENDED.search(text)
    cleaned = (_NAME_AFTER.sub("", item).strip(" \t-–+*;.,") for item in items)
    return tuple(item for item in cleaned if item), lines[0].place() if lines else None


def _signature(lines: Sequence[Line]) -> Closing:
    """The last authority counts: under "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH" a deputy signs for the chair."""
    out = Closing()
    titles: list[str] = []
    for line in lines:
        if AUTHORITY.match(line.text) and (match := _MODE.match(line.text)) and not _is_acting(line.text, out):
            mode, rest = match["mode"].replace("/", "") + ".", match["rest"].strip(" *")
            out = replace(out, mode=mode, signed_for=rest, where=dict(out.where) | {"signing_mode": line.place()})
            titles = []
        elif line.text.isupper() and not is_name_in_capitals(line.text, titles):
            titles.append(line.text.strip(" *"))
        elif out.signer is None and is_name(line.text):
            out = replace(out, signer=_as_name(line.text), where=dict(out.where) | {"signer": line.place()})
    return _with_position(out, titles)


def _is_acting(text: str, so_far: Closing) -> bool:
    """ "Q. CHỦ TỊCH" under "TM. …" is the title of an acting head, not an authority."""
    return text.startswith("Q") and so_far.mode is not None


def _with_position(closing: Closing, titles: Sequence[str]) -> Closing:
    """Of titles over each other the first of a head; "KT. CHỦ TỊCH PHÓ CHỦ TỊCH" in one line is parted."""
    heads = [title for title in titles if HEAD_TITLE.match(title)]
    position = heads[0] if heads else (titles[0] if titles else None)
    signed_for = closing.signed_for
    parted = re.match(
        r"^(?P<head>.+?)\s+(?P<own>(?:Q\.\s*)?(?:PHÓ |CHỦ TỊCH|GIÁM ĐỐC|CHÁNH |TRƯỞNG ).*)$", signed_for or ""
    )
    if position is None and parted:
        signed_for, position = parted["head"], parted["own"]
    return replace(closing, position=position, signed_for=signed_for)


def is_name(text: str) -> bool:
    """Whether the text is a person's name: two to five capitalised words, none of them of an office's."""
    words = text.strip(" *.()").split()
    if not 2 <= len(words) <= 5 or _STAMP.match(fold(text)) or any(c.isdigit() or c in ":;,/" for c in text):
        return False
    if _OFFICE.search(fold(text)) or _is_signature(text.strip()):
        return False
    return all(word[0].isupper() for word in words)


def is_name_in_capitals(text: str, titles: Sequence[str]) -> bool:
    """ "NGUYỄN VĂN A" under a title; without a title before it a line in capitals is a title."""
    return bool(titles) and is_name(text)


def _as_name(text: str) -> str:
    name = text.strip(" *.()")
    return name.title() if name.isupper() else name


def _name_at_the_end(closing: Closing, listed: Sequence[Line]) -> Closing:
    """A name that the reader put behind the recipients (second column read last, or run into the last line)."""
    for line in reversed(listed):
        match = _NAME_AFTER.search(line.text)
        text = match["name"] if match else line.text
        if (match or not line.is_labelled) and is_name(text) and not _RECIPIENTS.match(line.text):
            return replace(closing, signer=_as_name(text), where=dict(closing.where) | {"signer": line.place()})
    return closing
