"""The lexicon at work: what opens a name at a place of a text, and which stretches are fields that nothing parts."""

import re
from dataclasses import dataclass
from functools import cache

from dondoc.units.rules import words
from dondoc.units.rules.shadow import Shadow

_PLURAL = r"(?:(?:tất cả |toàn bộ |toàn thể )?các|những|một số|toàn thể|từng|mỗi|hệ thống(?: các)?) "
_CONNECTORS = {"~": r" ?(?:&|,|-|\bva\b|\s) ?", "+": r" ?(?:&|-|\bva\b|\s) ?"}
_AFTER_GENERIC = (
    r"(?:ban|ngành|nghành|sở|phòng|đoàn thể|có|liên quan|chuyên môn|thuộc|trực thuộc|của|cấp|tỉnh|huyện|xã|phường|"
    r"đơn vị"
    r"|quần chúng|đặc thù|chức năng|cùng|trên|trong|và|tại|cơ sở|học|ở|khác|ủy|hành|ngũ|nghị|thảo|hợp|máy|kết|thu|"
    r"họp|đầu|ngày|chức|viên|hè|nhập|ngừa|chống|cáo|nhiễm|hữu|bị|lót|trưởng|mặt|chí)\b"
)
_FIELD_LEADS = re.compile(
    r"(?:\bso|\bphong|\bp\.|\bban|\bcuc|trung tam|\btt|cong chuc|vien chuc|\bcc|\bcb|can bo|\bhoi|\btram|\bnganh|"
    r"\bdu an|\bviec|\bvien"
    r"|\bvan phong|\bvp|\bdai|\bcong doan|giao ban|\btruong|bo phan|linh vuc|\bbo)\.?[ :]*$"
)


@dataclass(frozen=True, slots=True)
class Opening:
    """How a name opens: `form` is head | collective | place. `head_end` is where its head (post and all) ends.

    `level` is the level of a place; `has_post` is True for "Chủ tịch UBND …", `kind` is that of the rest.
    """

    form: str
    kind: str
    start: int
    head_end: int
    is_plural: bool = False
    has_post: bool = False
    level: str = ""
    is_bare: bool = True
    plural_start: int = 0
    plural_end: int = 0


@cache
def _head_patterns() -> tuple[tuple[re.Pattern[str], words.Head, bool], ...]:
    flat = [(re.compile(rf"(?:{h.pattern})(?![^\W_])"), h, False) for h in words.FLAT_HEADS]
    marked = [(re.compile(rf"(?:{h.pattern})"), h, True) for h in words.MARKED_HEADS]
    return (*flat, *marked)


@cache
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source)


def head_at(sh: Shadow, start: int) -> tuple[int, words.Head] | None:
    """The longest head that begins at `start`: its end and what it is."""
    best: tuple[int, words.Head] | None = None
    for pattern, head, is_marked in _head_patterns():
        found = pattern.match(sh.low if is_marked else sh.flat, start)
        if found is None or (is_marked and _is_generic(sh, found.end())):
            continue
        if best is None or found.end() > best[0]:
            best = found.end(), head
    return best


def _is_generic(sh: Shadow, end: int) -> bool:
    """True where a one-syllable head is no head but one of many nouns: "các sở, ban, ngành", "ban ngành"."""
    return _pattern(rf" ?{_AFTER_GENERIC}").match(sh.low, end) is not None


def plural_at(sh: Shadow, start: int) -> int:
    """Where "các", "những", "toàn thể" … that begin at `start` end; `start` itself where none do."""
    found = _pattern(_PLURAL).match(sh.low, start)
    return found.end() if found else start


def opening(sh: Shadow, start: int) -> Opening | None:
    """What opens at `start`, or nothing where no agency, group or place does."""
    at = plural_at(sh, start)
    post = _pattern(rf"(?:{words.POSTS})(?![^\W_])[ ,]*").match(sh.flat, at)
    if post is not None and post.end() > at:
        inner = opening(sh, _after_of(sh, post.end()))
        return _with_post(inner, start, post.end(), at > start)
    officer = _pattern(rf"(?:{words.OFFICERS})(?![^\W_])\.?").match(sh.flat, at)
    if officer is not None:
        return Opening("head", "officer", start, officer.end(), at > start, plural_start=start, plural_end=at)
    return _plain(sh, start, at)


def _after_of(sh: Shadow, at: int) -> int:
    found = _pattern(r"(?:cua|cap) ").match(sh.flat, at)
    return found.end() if found and found.group() == "cua " else at


def _with_post(inner: Opening | None, start: int, post_end: int, is_plural: bool) -> Opening:
    if inner is None:
        return Opening("head", "post", start, post_end, is_plural, has_post=True)
    return Opening(
        inner.form if inner.form != "place" else "head",
        inner.kind,
        start,
        inner.head_end,
        inner.is_plural or is_plural,
        True,
        inner.level,
        inner.is_bare,
        inner.plural_start,
        inner.plural_end,
    )


def _plain(sh: Shadow, start: int, at: int) -> Opening | None:
    is_plural = at > start
    place = place_at(sh, at)
    if place is not None:
        return Opening("place", "place", start, place[1], is_plural, level=place[0], plural_start=start, plural_end=at)
    head = head_at(sh, at)
    group = _pattern(rf"{words.COLLECTIVE_NOUN}(?![^\W_])").match(sh.low, at)
    if head is not None and (group is None or group.end() <= head[0]):
        return Opening(
            "head", head[1].kind, start, head[0], is_plural, is_bare=head[1].bare, plural_start=start, plural_end=at
        )
    if group is not None:
        return Opening("collective", "collective", start, group.end(), is_plural, plural_start=start, plural_end=at)
    return None


def place_at(sh: Shadow, start: int) -> tuple[str, int] | None:
    """(level, end) of a word for a kind of unit that begins at `start`: "thị trấn", "cấp huyện". "xã hội" is none."""
    at = start + 4 if sh.low.startswith("cấp ", start) else start
    for level, pattern in words.PLACE_LEVELS.items():
        found = _pattern(rf"(?:{pattern})(?![^\W_])(?! (?:hội|viên|đội|ủy|uỷ|đoàn))").match(sh.low, at)
        if found is not None and not (
            level == "village" and found.group() == "bản" and sh.low.startswith("bản tin", at)
        ):
            return level, found.end()
    return None


def _field_source(field: str) -> str:
    return "".join(_CONNECTORS.get(part, re.escape(part)) for part in re.split(r" ?([~+]) ?", field)).replace(
        r"\ ", " +"
    )


@cache
def fields() -> re.Pattern[str]:
    """One pattern over the flat shadow for all fields of work, longer ones first: "tài nguyên và môi trường"."""
    long = sorted(words.FIELDS, key=len, reverse=True)
    short = sorted(words.SHORT_FIELDS, key=len, reverse=True)
    shorts = "|".join(r"[ ]?[&,.-]?[ ]?".join(field.split()) for field in short)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(_field_source, long))}|(?:{shorts}))(?![^\W_])")


@cache
def _offices() -> re.Pattern[str]:
    inner = r"(?:doan (?:dai bieu quoc hoi|dbqh)|hoi dong nhan dan|hdnd|uy ban nhan dan|ubnd)"
    return re.compile(rf"(?:van phong|\bvp\.?)[ :]*({inner}(?:[ ]?(?:,|&|-|va|\s)[ ]?{inner})*)(?![^\W_])")


def field_at(sh: Shadow, start: int) -> int | None:
    """The end of the field that begins at `start` (blanks skipped)."""
    while start < len(sh.flat) and sh.flat[start] in " -:":
        start += 1
    found = fields().match(sh.flat, start)
    return found.end() if found else None


def masked(sh: Shadow) -> list[tuple[int, int]]:
    """Stretches that no separator parts and no verb ends: fields, "HĐND và UBND" of an office, round brackets."""
    spans = [m.span(1) for m in _offices().finditer(sh.flat)]
    spans += [m.span() for m in re.finditer(r"\([^()]*\)", sh.text)]
    spans += [m.span() for m in _pattern(words.ROLE).finditer(sh.low)]
    spans += [m.span() for m in _pattern(words.UNPARTED).finditer(sh.flat)]
    spans += [m.span() for m in fields().finditer(sh.flat) if _is_field(sh, m)]
    return spans


def _is_field(sh: Shadow, found: re.Match[str]) -> bool:
    """A field in small letters counts behind a head or where its parts are joined; else it may be a verb."""
    if sh.is_capital(found.start()) or _FIELD_LEADS.search(sh.flat[max(0, found.start() - 20) : found.start()]):
        return "ubnd" not in found.group() and "uy ban nhan dan" not in found.group()
    return re.search(r"[&,-]| va ", found.group()) is not None
