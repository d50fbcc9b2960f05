"""Agencies in running text: the longest run of names that begins at a place, and where it ends before its verb."""

import re
from dataclasses import dataclass
from functools import cache

from dondoc.units.rules import words
from dondoc.units.rules.agencies import AgencyName, read_names
from dondoc.units.rules.lexicon import field_at, head_at, masked, opening, place_at
from dondoc.units.rules.shadow import Shadow, shadow

# Small words that may follow a whole name and still belong to it.
_LINKS = re.compile(
    r"(?:các|của|thuộc|trực thuộc|có liên quan|liên quan|khác|cùng cấp|cấp|cấp trên|trên|trên địa bàn|đóng trên|địa bàn|toàn|và|khu vực|nhà nước"
    r"|nhân dân|địa phương|trong|từ|đến|tại|theo ngành dọc|ngành|dọc|chức năng|có chức năng|chuyên môn|chuyên trách|quản lý nhà nước|trung ương|công lập|ngoài công lập|cơ sở|sự nghiệp|các cấp|hành chính"
    r"|quần chúng|chính trị|xã hội|đặc thù|viên|trú đóng|đóng chân|đứng chân|đóng|chân|nơi|có thẩm quyền|thẩm quyền|thành viên|tham mưu, giúp việc|báo chí|truyền thông|thông tin|đại chúng|tuyên truyền|hội|đoàn thể)(?![^\W_])"
)
_TITLE_NOUN = re.compile(r" ?(?:chính trị|xã hội|đoàn thể|hội\b|tôn giáo|tín dụng|kinh tế|có liên quan|liên quan|đảng|,|;|$|và\b|cá nhân|trong|thành viên|phi chính phủ|quần chúng|đó)")
_ROLE = re.compile(r" ?(?:được giao )?chủ trì,? (?:theo dõi|thực hiện)[^.;:]*?(?:chỉ số|nội dung|nhiệm vụ|tiêu chí)[^.;:(]*", re.IGNORECASE)


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
    sh = shadow(text)
    start = pos
    while start < len(sh.text) and sh.text[start].isspace():
        start += 1
    if start >= len(sh.text) or opening(sh, start) is None:
        return None
    names = _agency_like(sh, read_names(sh, start, _stop(sh, start)))
    if not names:
        return None
    return AgencyRun(tuple(name.name for name in names), start, names[-1].end, tuple(names))


@cache
def _stops() -> re.Pattern[str]:
    return re.compile(rf"(?P<verb>(?<![^\W_])(?:{words.VERBS})(?![^\W_]))|(?P<colon>:)|(?P<end>\n|\.(?=\s|$)|…|\.\.|\(|[\"“”])")


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
        if head is not None and (found.start() == 0 or sh.is_capital(start + found.start()) or " " in sh.low[start + found.start() : head[0]]):
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
    if found.group() == "chủ trì" and _ROLE.match(sh.low, at):
        return False
    return not sh.low[start:at].rstrip().endswith(("cơ quan", "các cơ quan")) or found.group() not in ("quản lý", "báo cáo", "tuyên truyền", "thanh tra", "tham mưu", "kiểm tra")


def _lists(sh: Shadow, start: int, colon: int) -> bool:
    """True for the colon of a list: "các Sở: Y tế, …", "các sở, ban, ngành: Nội vụ, …"."""
    before = re.search(r"(?:sở|phòng|ngành|phòng ban|đơn vị|cơ quan|xã|phường|huyện|công chức|trung tâm|chi cục)$", sh.low[start:colon].rstrip())
    after = colon + 1
    while after < len(sh.low) and sh.low[after] == " ":
        after += 1
    if before is None or after >= len(sh.low):
        return False
    return field_at(sh, after) is not None or opening(sh, after) is not None and sh.is_capital(after)


def _agency_like(sh: Shadow, found: tuple[AgencyName, ...]) -> list[AgencyName]:
    names: list[AgencyName] = []
    for name in found:
        if name.kind == "unknown" and opening(sh, name.start) is None:
            break
        end = _tail_end(sh, name)
        if end < name.end:
            cut = sh.text[name.start : end].rstrip(" ,;-")
            names.append(AgencyName(_shorter(name, cut, sh), name.start, name.start + len(cut), name.is_collective, name.kind))
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
        level = re.search(r"(?<![^\W_])(?:tỉnh|huyện|thị xã|thành phố|xã|phường|thị trấn)(?! hội)(?![^\W_])", sh.low[at : name.end])
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
        ends = [found for found in (field_at(sh, at), (place_at(sh, at) or ("", 0))[1], link.end() if link else 0) if found]
        group = opening(sh, at)
        if group is not None:
            ends.append(group.head_end)
        if ends:
            at = max(ends)
        elif sh.is_capital(at) or sh.low[at].isdigit():
            while at < end and sh.low[at].isalnum():
                at += 1
        elif _ROLE.match(sh.low, at):
            return end
        else:
            return at
    return end
