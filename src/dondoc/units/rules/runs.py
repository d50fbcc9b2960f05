"""Agencies in running text: the longest run of names that begins at a place, and where it ends before its verb."""

import re
from dataclasses import dataclass, replace
from functools import cache

from dondoc.units.rules import words
from dondoc.units.rules.agencies import AgencyName, read_names
from dondoc.units.rules.lexicon import field_at, head_at, masked, opening, place_at, plural_at
from dondoc.units.rules.shadow import Shadow, shadow

# Small words that may follow a whole name and still belong to it.
_LINKS = re.compile(
    r"(?:các|của|thuộc|trực thuộc|có liên quan|liên quan|khác|cùng cấp|cấp|cấp trên|trên|trên địa bàn|đóng trên|"
    r"địa bàn|toàn|và|khu vực|nhà nước"
    r"|nhân dân|địa phương|trong|từ|đến|tại|theo ngành dọc|ngành|dọc|chức năng|có chức năng|chuyên môn|chuyên "
    r"trách|quản lý nhà nước|trung ương|công lập|ngoài công lập|cơ sở|sự nghiệp|các cấp|hành chính"
    r"|quần chúng|chính trị|xã hội|đặc thù|viên|trú đóng|đóng chân|đứng chân|đóng|chân|nơi|có thẩm quyền|thẩm "
    r"quyền|thành viên|tham mưu, giúp việc|báo chí|truyền thông|thông tin|đại chúng|tuyên truyền|hội|đoàn "
    r"thể)(?![^\W_])"
)
_TITLE_NOUN = re.compile(
    r" ?(?:chính trị|xã hội|đoàn thể|hội\b|tôn giáo|tín dụng|kinh tế|có liên quan|liên quan|đảng|,|;|$|và\b|cá "
    r"nhân|trong|thành viên|phi chính phủ|quần chúng|đó)"
)

# A run of names longer than this is none: one reads no further.
_WINDOW = 1500
_BARE_GROUP = re.compile(
    r"(?:(?:sở|phòng|ban),? (?:ban|ngành|phòng|đoàn thể|đơn vị|sở)|cơ quan|đơn vị|doanh nghiệp|địa phương|chính "
    r"quyền|đoàn thể|nhà trường|htx|hợp tác xã)(?![^\W_])"
)
# Units below the commune whose word alone, in capitals and before its verb, is a name.
_QUARTER = re.compile(r"(?:tổ dân phố|khu phố|tổ nhân dân|khu dân cư)(?![^\W_])")


@dataclass(frozen=True, slots=True)
class AgencyRun:
    """Names as printed, and the characters of the text that they take (`end` is exclusive, before the verb)."""

    names: tuple[str, ...]
    start: int
    end: int
    agencies: tuple[AgencyName, ...] = ()


def read_agencies(text: str, pos: int = 0) -> AgencyRun | None:
    """The longest run of agencies that begins at `pos` (blanks skipped); nothing where none does.

    A run ends at a verb of administration ("tăng cường", "chủ trì"), a full stop, a bracket or a colon (except the
    colon of "các Sở: Y tế, Tư pháp"). The text must be NFC, so that places in it and in its shadows are the same.
    """
    start = pos
    while start < len(text) and text[start].isspace():
        start += 1
    run = _read(shadow(text[start : start + _WINDOW]))
    return None if run is None else _moved(run, start)


def _read(sh: Shadow) -> AgencyRun | None:
    if not sh.text or not _may_begin(sh, 0):
        return None
    names = _agency_like(sh, read_names(sh, 0, _stop(sh, 0)))
    return AgencyRun(tuple(name.name for name in names), 0, names[-1].end, tuple(names)) if names else None


def _moved(run: AgencyRun, by: int) -> AgencyRun:
    agencies = tuple(replace(name, start=name.start + by, end=name.end + by) for name in run.agencies)
    return AgencyRun(run.names, run.start + by, run.end + by, agencies)


def _may_begin(sh: Shadow, start: int) -> bool:
    """Stricter than in a cell: a sentence may begin with "Thanh tra, kiểm tra", "Tổ chức", "Ban hành"."""
    first = opening(sh, start)
    if first is None or any(a == start and sh.flat.startswith("phong", a) for a, _ in masked(sh)):
        return False
    rest = first.head_end + (1 if sh.low[first.head_end : first.head_end + 1] == " " else 0)
    is_named = sh.is_capital(rest) or field_at(sh, rest) is not None or place_at(sh, rest) is not None
    if first.form == "collective":
        return first.is_plural or first.has_post or _BARE_GROUP.match(sh.low, start) is not None
    if first.form == "place":
        does = sh.is_capital(start) and _QUARTER.match(sh.low, start) and _stops().match(sh.low, rest)
        return first.is_plural or is_named or sh.low[first.head_end : first.head_end + 1] == "," or bool(does)
    if first.kind in ("post", "inspectorate"):
        is_verb = sh.low[start : first.head_end].strip(" ,") in ("thanh tra", "lãnh đạo")
        return is_named or not is_verb or plural_at(sh, rest) > rest or not sh.low[rest:].strip(" :.")
    return (
        first.is_bare
        or is_named
        or first.is_plural
        or sh.low[rest:].startswith(("nhà nước", "khu vực", "chuyên", "tiếp", "của", "thuộc", "giao ban"))
    )


@cache
def _stops() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<verb>(?<![^\W_])(?:{words.VERBS})(?![^\W_]))|(?P<colon>:)|(?P<end>\n|\.(?=\s|$)|…|\.\.|\(|[\"“”])"
    )


def _stop(sh: Shadow, start: int) -> int:
    spans = [span for span in masked(sh) if span[0] >= start]
    spans = [(a, b) for a, b in spans if sh.text[a] != "(" or re.match(r"\((?:thông )?qua ", sh.low[a:b])]
    spans += _heads(sh, start)
    for found in _stops().finditer(sh.low, start):
        if any(a <= found.start() < b for a, b in spans):
            continue
        if found.lastgroup == "verb" and not _is_verb(sh, found, start):
            continue
        if found.lastgroup == "colon" and _lists(sh, start, found.start()):
            continue
        return found.start()
    return len(sh.text)


def _heads(sh: Shadow, start: int) -> list[tuple[int, int]]:
    """Heads hold words that are verbs elsewhere: "Ban Chỉ đạo", "Đoàn kiểm tra", "các tổ chức"."""
    spans = []
    for found in re.finditer(r"(?:^|(?<=[\s,;(]))(?=[^\W\d_])", sh.low[start:]):
        head = head_at(sh, start + found.start())
        if head is not None and (
            found.start() == 0 or sh.is_capital(start + found.start()) or " " in sh.low[start + found.start() : head[0]]
        ):
            spans.append((start + found.start(), head[0]))
    return [(a, b) for a, b in spans if sh.low[a:b] not in ("thanh tra", "tổ chức") or a == start or sh.is_capital(a)]


def _is_verb(sh: Shadow, found: re.Match[str], start: int) -> bool:
    at = found.start()
    if sh.is_capital(at):
        return sh.text[:at].rstrip().endswith(",") and found.group() in ("chủ trì", "phối hợp")
    if found.group() == "tổ chức":
        before = sh.low[start:at].rstrip()
        is_noun = before.endswith(("các", "quan,", "đơn vị,", "thể,", "quan", "mọi", "ngành,", "nghiệp,", "nhân,"))
        return not (is_noun and _TITLE_NOUN.match(sh.low, found.end()))
    return not sh.low[start:at].rstrip().endswith(("cơ quan", "các cơ quan")) or found.group() not in (
        "quản lý",
        "báo cáo",
        "tuyên truyền",
        "thanh tra",
        "tham mưu",
        "kiểm tra",
    )


def _lists(sh: Shadow, start: int, colon: int) -> bool:
    """True for the colon of a list: "các Sở: Y tế, …", "các sở, ban, ngành: Nội vụ, …"."""
    before = re.search(
        r"(?:sở|phòng|ngành|phòng ban|đơn vị|cơ quan|xã|phường|huyện|công chức|trung tâm|chi cục)$",
        sh.low[start:colon].rstrip(),
    )
    after = colon + 1
    while after < len(sh.low) and sh.low[after] == " ":
        after += 1
    if before is None or after >= len(sh.low):
        return False
    return field_at(sh, after) is not None or (opening(sh, after) is not None and sh.is_capital(after))


def _agency_like(sh: Shadow, found: tuple[AgencyName, ...]) -> list[AgencyName]:
    names: list[AgencyName] = []
    for name in found:
        if name.kind == "unknown" and opening(sh, name.start) is None:
            break
        end = _tail_end(sh, name)
        if end < name.end:
            cut = sh.text[name.start : end].rstrip(" ,;-")
            names.append(
                AgencyName(_shorter(name, cut, sh), name.start, name.start + len(cut), name.is_collective, name.kind)
            )
            break
        names.append(name)
    return names


def _shorter(name: AgencyName, cut: str, sh: Shadow) -> str:
    printed = " ".join(sh.text[name.start : name.end].split())
    rest = len(printed) - len(" ".join(cut.split()))
    return name.name[: len(name.name) - rest] if name.name.endswith(printed) else " ".join(cut.split())


def _tail_end(sh: Shadow, name: AgencyName) -> int:
    """Where the name is over: behind its field or level only links, levels and proper names may follow."""
    first = opening(sh, name.start)
    at = first.head_end if first is not None else name.start
    closed = field_at(sh, at) if first is None or first.form == "head" else at
    if closed is None or closed > name.end:
        level = re.search(
            r"(?<![^\W_])(?:tỉnh|huyện|thị xã|thành phố|xã|phường|thị trấn)(?! (?:hội|ủy|uỷ|đoàn))(?![^\W_])",
            sh.low[at : name.end],
        )
        if level is None:
            return name.end
        closed = at + level.end()
    return _follow(sh, closed, name.end)


def _follow(sh: Shadow, at: int, end: int) -> int:
    while at < end:
        if not sh.low[at].isalnum():
            at += 1
            continue
        link = _LINKS.match(sh.low, at)
        ends = [
            found for found in (field_at(sh, at), (place_at(sh, at) or ("", 0))[1], link.end() if link else 0) if found
        ]
        group = opening(sh, at)
        if group is not None:
            ends.append(group.head_end)
        if ends:
            at = max(ends)
        elif sh.is_capital(at) or sh.low[at].isdigit():
            while at < end and sh.low[at].isalnum():
                at += 1
        elif any(a <= at < b for a, b in masked(sh)):
            at = next(b for a, b in masked(sh) if a <= at < b)
        else:
            return at
    return end
