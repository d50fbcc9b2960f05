"""The places at which a text of agencies may be parted, and the pieces between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dondoc.units.rules.lexicon import field_at, masked, opening
from dondoc.units.rules.shadow import Shadow, shadow

_SEPARATORS = re.compile(
    r"(?P<hard>;)|(?P<item>(?<!\S)\d{1,2}[.)](?=\s))|(?P<line>\n)|(?P<comma>,)|(?P<colon>:)|(?P<stop>\.(?=\s|$))|(?P<slash>/)"
    r"|(?P<with>\b(?:phoi hop (?:chat che )?(?:voi|cung)|phoi hop|cung voi|cung)\b)|(?P<and>\bva\b|&)|"
    r"(?P<dash>(?<=\s)[-+•*](?=\s)|(?<=[a-z])-(?= )|^[-+•*])"
)
_LABEL = re.compile(
    r"^(?:(?:co quan|don vi|cap)? ?(?:chu tri|phoi hop|thuc hien|tham muu|theo doi)(?: thuc hien| theo doi)?(?: "
    r"va phoi hop)?|phu trach)$"
)
_OPEN_ENDS = re.compile(r"(?:\b(?:cua|thuoc|va|cac|cap|voi|den|tai)|[,&/(-])\s*$")


@dataclass(frozen=True, slots=True)
class Piece:
    """Text between two separators; `mark` is the separator before it: hard | comma | and | dash | colon | gap."""

    start: int
    end: int
    mark: str


def pieces(sh: Shadow, start: int, end: int) -> list[Piece]:
    """The pieces of `sh` from `start` to `end`, empty ones left out."""
    found: list[Piece] = []
    mark, at = "hard", start
    for cut, after, name in _cuts(sh, start, end):
        found += _piece(sh, at, cut, mark)
        mark = name if found else "hard"
        at = after
        if name == "colon" and found and _LABEL.match(_bare(sh.flat[found[-1].start : found[-1].end])):
            found.pop()
            mark = "hard"
    found += _piece(sh, at, end, mark)
    return [part for piece in found for part in _gaps(sh, piece)]


def _bare(text: str) -> str:
    return text.strip(" .,-+•*")


def _piece(sh: Shadow, start: int, end: int, mark: str) -> list[Piece]:
    while start < end and sh.low[start] in " \n.-+•*,;–":
        start += 1
    while end > start and sh.low[end - 1] in " \n.-+•*,;…:":
        end -= 1
    return [Piece(start, end, mark)] if end > start else []


def _cuts(sh: Shadow, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    spans = masked(sh)
    for found in _SEPARATORS.finditer(sh.flat, start, end):
        if any(a < found.end() and found.start() < b for a, b in spans):
            continue
        name = _meaning(sh, found.lastgroup or "", found.start(), found.end(), start)
        if name:
            yield found.start(), found.end(), name


def _meaning(sh: Shadow, name: str, at: int, after: int, start: int) -> str:
    """What a separator means here; empty where it parts nothing."""
    follows = _next(sh, after)
    if name in ("hard", "comma", "and", "colon"):
        return name
    if name == "item":
        is_named = re.search(r"(?:khu vuc|so|phuong|quan|thon|to|khu pho|ap|to dan pho) $", sh.flat[start:at])
        return "hard" if _opens(sh, follows) and not is_named else ""
    if name == "with" and re.match(r"\s*:", sh.flat[after:]):
        return ""
    if name == "with":
        is_link = sh.low.startswith(("cùng", "phối")[sh.flat[at] == "p"], at) and not sh.low.startswith("cùng cấp", at)
        return "hard" if at > start and is_link else ""
    if name == "stop":
        short = re.search(r"(?:^|\W)(?:p|tt|tp|tx|bch|vp|d/c|dc|q|ub|ks|bs|ts|ths)$", sh.flat[:at])
        return "" if short and "\n" not in sh.text[after : follows + 1] else "hard"
    if name == "dash" and re.match(r"\W*(?:d/c|dong chi) ", sh.flat[start:at]):
        return ""
    if name == "dash":
        return "hard" if at == start or _opens(sh, follows) else ""
    if name == "slash":
        return "comma" if _opens(sh, follows) and at > start and sh.is_capital(follows) else ""
    return "hard"


def unwrapped(text: str) -> Shadow:
    """The shadow of a cell in which only those line breaks are left that part two names; the others are blanks."""
    whole = shadow(text.replace("\n", " "))
    spans, letters, line_start = masked(whole), list(text), 0
    for found in re.finditer(r"\n", text):
        at = found.start()
        if any(a < at < b for a, b in spans) or not _parts(whole, text, line_start, at):
            letters[at] = " "
        line_start = at + 1
    return shadow("".join(letters))


def _parts(sh: Shadow, text: str, line_start: int, at: int) -> bool:
    """A line break parts two names where the next line opens one and the line before is not left open."""
    if re.match(r"\s*(?:[-+•*–]|\d+[.)])\s*\S", text[at:]):
        return True
    follows = _next(sh, at)
    if _OPEN_ENDS.search(sh.flat[:at]) or not sh.is_capital(follows):
        return False
    before = opening(sh, _next(sh, line_start))
    if before is not None and before.head_end > at:
        return False
    is_head_alone = before is not None and before.head_end >= len(sh.flat[:at].rstrip())
    if before is not None and is_head_alone and (not before.is_bare or before.kind in ("post", "office")):
        return False
    return _opens(sh, follows)


def _next(sh: Shadow, at: int) -> int:
    while at < len(sh.low) and sh.low[at] in " \n-+•*":
        at += 1
    return at


def _opens(sh: Shadow, at: int) -> bool:
    found = opening(sh, at)
    return found is not None and (found.form != "place" or found.is_plural or sh.is_capital(at))


def _gaps(sh: Shadow, piece: Piece) -> list[Piece]:
    """Parts a piece in which two names stand side by side ("CC Tư pháp - Hộ tịch Các ban ngành")."""
    first = opening(sh, piece.start)
    if first is None:
        return [piece]
    for found in re.finditer(r"(?<=\S)\s+(?=[^\W\d_])", sh.text[first.head_end : piece.end]):
        cut, at = first.head_end + found.start(), first.head_end + found.end()
        if sh.is_capital(at) and is_complete(sh, piece.start, cut) and _may_follow(sh, first.form, at):
            return [Piece(piece.start, cut, piece.mark), *_gaps(sh, Piece(at, piece.end, "gap"))]
    return [piece]


def _may_follow(sh: Shadow, form: str, at: int) -> bool:
    found = opening(sh, at)
    if (
        found is None
        or (found.form == "place" and not found.is_plural)
        or (found.form == "collective" and not found.is_plural)
    ):
        return False
    return form != "collective" or found.is_plural or found.kind in ("committee", "officer") or found.has_post


def is_complete(sh: Shadow, start: int, end: int) -> bool:
    """True where the text from `start` to `end` can stand as a whole name: it ends in a field, a level or a group."""
    first = opening(sh, start)
    if first is None:
        return field_at(sh, start) == end
    tail = sh.low[start:end]
    if re.search(
        r"(?:\b(?:tỉnh|huyện|xã|phường|thị trấn|thị xã|thành phố|quận|đặc khu|thôn|liên quan|địa phương|đoàn thể))$",
        tail,
    ):
        return True
    if first.form == "collective":
        return (
            end > first.plural_end
            and re.search(r"(?:ngành|đơn vị|cơ quan|đoàn thể|tổ chức|địa bàn)$", tail) is not None
        )
    at = first.head_end
    return at < end and field_at(sh, at) == end
