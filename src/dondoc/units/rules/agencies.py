"""A cell of agencies into names as printed.

"Giám đốc các Sở: Tài chính, Xây dựng" are two, "Các sở, ban, ngành" is one.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dondoc.toolkit.text import nfc
from dondoc.units.rules.lexicon import Opening, field_at, opening, place_at, plural_at
from dondoc.units.rules.shadow import Shadow, shadow
from dondoc.units.rules.splitting import Piece, is_complete, pieces, unwrapped

_LEAD = re.compile(
    r"(?:\(?\d+[.)] ?|[a-zđ]\) ?|(?:giao|de nghi|yeu cau|phan cong|chu tri|phoi hop(?: voi)?|va|cung(?: voi)?|voi|"
    r"do)(?: la)? (?=\S))"
)
_TAIL = re.compile(
    r"[ ,]*(?:\((?:chu tri|phoi hop)[^()]*\)|\bv\.? ?v"
    r"|\b(?:lam )?(?:chu tri|phoi hop|thuc hien|tham muu|la (?:don vi|co quan) chu tri)(?: thuc hien| chinh)?)[ .]*$"
)
# Left over from a web page; each becomes a line end of the same length, so that places stay.
_TAG = re.compile(r"</?(?:br|p|li|ul|div)\b[^<>]{0,60}>", re.IGNORECASE)
_MASS = re.compile(
    r"(?:lien hiep )?phu nu|lhpn|nong dan|cuu chien binh|ccb|nguoi cao tuoi|chu thap do|khuyen hoc|thanh nien|cong doan"
)
_PROPER = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+){0,4}$")
_LIST_KINDS = ("department", "division", "officer", "branch", "centre", "ministry")


@dataclass(frozen=True, slots=True)
class AgencyName:
    """One agency as printed, its head restored where the list left it out; `start`/`end` are characters of the text.

    `kind` is a guess by the head ("department", "committee", "police", …); `is_collective` tells a name for many
    ("Các sở, ban, ngành", "UBND các xã, thị trấn") from a single agency.
    """

    name: str
    start: int
    end: int
    is_collective: bool = False
    kind: str = "unknown"


@dataclass(frozen=True, slots=True)
class _Open:
    """The name that is being read: where it stands, how it opened, what a list hands on (`shared`)."""

    start: int
    end: int
    first: Opening | None
    last: Piece
    prefix: str = ""
    shared: str = ""


def split_agencies(text: str) -> tuple[AgencyName, ...]:
    """The agencies that a cell names, in its order. A text without any gives its parts as they stand."""
    sh = unwrapped(_TAG.sub(lambda tag: "\n".ljust(len(tag[0])), nfc(text)))
    return read_names(sh, 0, len(sh.text))


def read_names(sh: Shadow, start: int, end: int) -> tuple[AgencyName, ...]:
    """The agencies of a stretch of a text that is already cut to agencies; offsets are those of the shadow."""
    names: list[_Open] = []
    for piece in pieces(sh, start, end):
        piece = _trimmed(sh, piece)
        if piece.end > piece.start:
            _take(sh, names, piece)
    return _once(_finished(sh, name) for name in names if name.end > name.start)


def _trimmed(sh: Shadow, piece: Piece) -> Piece:
    at = piece.start
    while (found := _LEAD.match(sh.flat, at, piece.end)) and (sh.flat[at] in "(0123456789" or opening(sh, found.end())):
        at = found.end()
    tail = _TAIL.search(sh.flat, at, piece.end)
    return replace(piece, start=at, end=tail.start() if tail and tail.start() > at else piece.end)


def _take(sh: Shadow, names: list[_Open], piece: Piece) -> None:
    """Joins a piece to the name before it, or begins a new one, with the head that the list shares."""
    first = opening(sh, piece.start)
    if not names:
        names.append(_begin(piece, first))
        return
    current = names[-1]
    if piece.mark == "colon":
        _distribute(sh, names, piece, first)
    elif _joins(sh, current, piece, first):
        names[-1] = replace(current, end=piece.end, last=piece)
    else:
        shared = _shared_head(sh, current, piece, first)
        names.append(replace(_begin(piece, first), prefix=shared, shared=shared or current.shared))


def _begin(piece: Piece, first: Opening | None) -> _Open:
    return _Open(piece.start, piece.end, first, piece)


def _distribute(sh: Shadow, names: list[_Open], piece: Piece, first: Opening | None) -> None:
    """ "Giám đốc các Sở: A, B": the words before the colon are the head of every name behind it."""
    current = names.pop()
    shared = _colon_head(sh, current)
    if not shared and current.first is None:
        names.append(_begin(piece, first))
        return
    if not shared and not (current.first and current.first.form == "collective"):
        names.append(current)
    prefix = "" if first is not None and first.form == "head" else shared
    names.append(replace(_begin(piece, first), prefix=prefix, shared=shared))


def _colon_head(sh: Shadow, current: _Open) -> str:
    first = current.first
    if first is None:
        return ""
    low = sh.low[current.start : current.end]
    if first.form == "collective" and re.search(r"(?:\bsở|\bphòng)$", low):
        return _one(sh, current, current.end)
    if first.form == "collective":
        return (
            "Sở"
            if re.search(r"\bsở\b", low)
            else "Phòng"
            if re.search(r"\bphòng\b", low)
            else _one(sh, current, current.end)
        )
    if (
        first.head_end >= current.end
        or first.kind in ("officer", "place")
        or re.match(r"\s*$", sh.text[first.head_end : current.end])
    ):
        return _one(sh, current, current.end)
    if place_at(sh, current.end - len(sh.low[current.start : current.end].split()[-1])):
        return _one(sh, current, current.end)
    return ""


def _one(sh: Shadow, current: _Open, end: int) -> str:
    """The head of a list in the singular: "Giám đốc các Sở" gives "Giám đốc Sở"."""
    text = (
        f"{current.prefix} {sh.text[current.start : end]}".strip() if current.prefix else sh.text[current.start : end]
    )
    single = re.sub(r"(?i)\b(?:tất cả |toàn bộ )?(?:các|những)\s+", "", text)
    single = " ".join(single.split())
    return single[:1].upper() + single[1:] if sh.is_capital(current.start) and single != text else single


def _joins(sh: Shadow, current: _Open, piece: Piece, first: Opening | None) -> bool:
    if piece.mark in ("hard", "gap"):
        return False
    if first is None:
        return _continues(sh, current, piece)
    if first.form == "head":
        return _is_common_tail(sh, current, piece) or _is_bare_noun(sh, current, piece, first)
    if first.form == "collective":
        return _joins_group(sh, current, piece, first)
    return _joins_place(sh, current, piece, first)


def _is_common_tail(sh: Shadow, current: _Open, piece: Piece) -> bool:
    """ "Mặt trận Tổ quốc và các tổ chức đoàn thể các cấp": the level at the end is that of both."""
    if piece.mark != "and" or current.first is None or current.first.form != "head":
        return False
    return (
        sh.low[piece.start : piece.end].endswith(" các cấp")
        and plural_at(sh, piece.start) > piece.start
        and current.first.kind == "front"
    )


def _is_bare_noun(sh: Shadow, current: _Open, piece: Piece, first: Opening) -> bool:
    """ "Các phòng, trung tâm, đơn vị": a head that stands alone in small letters is one more noun of the group."""
    if current.first is None or first.is_plural or not sh.text[piece.start].islower():
        return False
    is_many = current.first.is_plural and current.first.head_end >= current.end
    return is_many or (current.first.form == "collective" and first.head_end >= piece.end)


def _continues(sh: Shadow, current: _Open, piece: Piece) -> bool:
    """A piece without a head goes on with the name before it, unless the list shares a head or the name was whole."""
    if _shared_head(sh, current, piece, None):
        return False
    if not sh.is_capital(piece.start) or piece.mark in ("and", "dash"):
        return True
    return not is_complete(sh, current.start, current.end)


def _joins_group(sh: Shadow, current: _Open, piece: Piece, first: Opening) -> bool:
    if current.first is None or current.first.form != "collective":
        is_open = re.search(
            r"\bcác (?:cơ quan|sở|phòng|ban|đơn vị|trường)(?:, (?:đơn vị|ban|ngành|phòng))*$",
            sh.low[current.start : current.end],
        )
        return _is_common_tail(sh, current, piece) or (is_open is not None and not first.is_plural)
    low = sh.low[piece.start : piece.end]
    if first.is_plural:
        return (
            re.match(r"các (?:cấp|ngành)\b", low) is not None
            and re.search(r"các (?:cấp|ngành)$", sh.low[current.start : current.end]) is not None
        )
    return not re.search(r"liên quan|trên địa bàn|\bthuộc\b|các cấp$", sh.low[current.last.start : current.last.end])


def _joins_place(sh: Shadow, current: _Open, piece: Piece, first: Opening) -> bool:
    """ "các huyện, thị xã, thành phố" are one; "cấp huyện, cấp xã" are two, and so are two named communes."""
    place = _last_place(sh, current)
    if place is None or place[0] != first.level or sh.low.startswith("cấp ", piece.start):
        return False
    is_named = _is_named(sh, place[1], current.end)
    return not is_named and not (
        first.is_plural and current.first is not None and current.first.form == "place" and first.level == "none"
    )


def _last_place(sh: Shadow, current: _Open) -> tuple[str, int, int] | None:
    """(level, end, start) of the last word for a kind of unit in the name."""
    last = None
    for found in re.finditer(r"(?<![^\W_])(?=[^\W_])", sh.low[current.last.start : current.last.end]):
        at = current.last.start + found.start()
        place = place_at(sh, at) if last is None or at >= last[1] else None
        if place is not None and place[1] <= current.end:
            last = (place[0], place[1], at)
    return last


def _is_named(sh: Shadow, start: int, end: int) -> bool:
    rest = sh.text[start:end].strip()
    return bool(rest) and rest[0].isupper()


def _shared_head(sh: Shadow, current: _Open, piece: Piece, first: Opening | None) -> str:
    """The head that the list shares and this piece leaves out; empty where it has its own or shares none."""
    if first is not None and first.form == "place":
        return _shared_before_place(sh, current, piece, first)
    if first is not None:
        return ""
    if current.shared and (sh.is_capital(piece.start) or field_at(sh, piece.start) is not None):
        return current.shared
    return _list_head(sh, current, piece) or _place_head(sh, current, piece)


def _list_head(sh: Shadow, current: _Open, piece: Piece) -> str:
    """ "Sở Tài chính, Xây dựng" and "Hội Nông dân, Phụ nữ": the next is of the same kind if it is a known field."""
    head = current.first
    if head is None or head.form != "head":
        return ""
    if head.kind == "mass" and sh.low.startswith("hội ", head.plural_end) and _MASS.match(sh.flat, piece.start):
        return "Hội"
    if head.kind not in _LIST_KINDS or field_at(sh, head.head_end) is None or piece.mark == "dash":
        return ""
    end = field_at(sh, piece.start)
    if end is None or not _is_tail(sh, end, piece.end):
        return ""
    return _one(sh, current, head.head_end)


def _is_tail(sh: Shadow, start: int, end: int) -> bool:
    at = start
    while at < end and sh.low[at] == " ":
        at += 1
    return at >= end or place_at(sh, at) is not None


def _place_head(sh: Shadow, current: _Open, piece: Piece) -> str:
    """ "Xã Năm Dăn, Quảng Nguyên": the second is a commune too."""
    place = _last_place(sh, current)
    if place is None or not _is_named(sh, place[1], current.end) or not sh.is_capital(piece.start):
        return ""
    if not _PROPER.match(sh.text[piece.start : piece.end]) or current.first is None:
        return ""
    return _one(sh, current, place[1]) if current.first.form == "place" or current.first.kind in _UNIT_KINDS else ""


_UNIT_KINDS = (
    "committee",
    "council",
    "police",
    "health",
    "front",
    "court",
    "procuracy",
    "party",
    "inspectorate",
    "one-stop",
    "school",
    "military",
    "mass",
    "post",
)


def _shared_before_place(sh: Shadow, current: _Open, piece: Piece, first: Opening) -> str:
    """ "UBND cấp huyện, cấp xã" and "UBND huyện, xã": the head of the first is that of the second."""
    if current.shared and _is_named(sh, first.head_end, piece.end):
        return _without_level(current.shared)
    place, head = _last_place(sh, current), current.first
    if place is None or head is None or head.form != "head" or first.is_plural or first.level == "village":
        return ""
    was_level, is_level = (
        sh.low.startswith("cấp ", place[2] - 4) or sh.low.startswith("cấp ", place[2]),
        sh.low.startswith("cấp ", piece.start),
    )
    before = place[2] - 4 if sh.low.startswith("cấp ", place[2] - 4) else place[2]
    if is_level and not was_level:
        return ""
    if head.kind not in _UNIT_KINDS and not was_level and not _is_named(sh, first.head_end, piece.end):
        return ""
    shared = _one(sh, current, before).strip()
    return f"{shared} cấp" if was_level and not is_level else shared


def _without_level(shared: str) -> str:
    """ "UBND huyện" as the head of "thành phố Gia Nghĩa" is "UBND"."""
    return re.sub(r"(?i) ?(?:thị trấn|thị xã|thành phố|đặc khu|huyện|quận|xã|phường)$", "", shared)


def _finished(sh: Shadow, name: _Open) -> AgencyName:
    printed = " ".join(sh.text[name.start : name.end].split())
    first = name.first
    if name.prefix:
        printed = f"{name.prefix} {printed}"
    elif first is not None and first.form == "head" and first.is_plural and first.kind in _LIST_KINDS:
        printed = _singular(sh, first, printed)
    kind = first.kind if first is not None else _kind_of(name.prefix)
    return AgencyName(printed, name.start, name.end, _is_collective(sh, name), kind)


def _singular(sh: Shadow, first: Opening, printed: str) -> str:
    """ "các Sở Nội vụ" heads a list of departments, so that the first of them is "Sở Nội vụ"."""
    if first.kind not in ("department", "division") or field_at(sh, first.head_end) is None:
        return printed
    single = re.sub(r"(?i)^((?:.*? )?)các +(?=\S)", r"\1", printed, count=1)
    return single if single[:1].isupper() or not printed[:1].isupper() else single[:1].upper() + single[1:]


def _kind_of(prefix: str) -> str:
    if not prefix:
        return "unknown"
    first = opening(shadow(f"{prefix} X"), 0)
    return first.kind if first is not None else "unknown"


def _is_collective(sh: Shadow, name: _Open) -> bool:
    first = name.first
    if first is None or name.prefix:
        return False
    low = sh.low[name.start : name.end]
    return (
        first.form == "collective"
        or first.is_plural
        or re.search(r"\bcác\b|\bcấp (?:huyện|xã)\b", low) is not None
        or (first.form == "place" and not _is_named(sh, first.head_end, name.end))
    )


def _once(names: Iterable[AgencyName]) -> tuple[AgencyName, ...]:
    seen: dict[str, AgencyName] = {}
    for name in names:
        seen.setdefault(name.name.casefold(), name)
    return tuple(seen.values())
