"""Who a heading or a sentence of the body gives work to, and with whom.

"2.1. Phòng Nội vụ huyện" | "3. Giao Sở Nội vụ:" | "Đề nghị Ban Tuyên giáo Tỉnh ủy chỉ đạo …" (a request, no order) |
"Công an tỉnh: Chủ trì …" | "Các cơ quan, đơn vị cần …" | "Với nội dung “…”, UBND các xã, thị trấn có nhiệm vụ:".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dondoc.toolkit.text import UPPER, fold, key
from dondoc.units.rules import AgencyRun, read_agencies, split_agencies

# What may stand before the agency that gets the work; the first group is a request to a body that is not subordinate.
_REQUEST = re.compile(r"(?:(?:kính|trân trọng)\s+)?đề nghị(?:\s+(?:với|đồng chí))?\s+", re.IGNORECASE)
_LEVEL = r"(?:tỉnh|huyện|thành phố|thị xã|quận|xã|phường|thị trấn|đặc khu)"
_ORDER = re.compile(
    rf"(?:(?:chủ tịch )?(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd)\s+{_LEVEL}\s+(?:chỉ đạo|giao|yêu cầu)(?:\s+cho)?"
    r"|giao(?:\s+(?:trách nhiệm|nhiệm vụ))?(?:\s+cho)?|yêu cầu|đối với"
    r"|(?:nhiệm vụ|trách nhiệm)(?:\s+(?:của|cụ thể của))?)\s+",
    re.IGNORECASE,
)
_CONNECTIVE = re.compile(
    r"(?:ngoài ra|đồng thời|bên cạnh đó|trong đó|riêng|hằng năm|hàng năm|hằng quý|hàng quý|trước mắt|theo đó"
    r"|thường xuyên)\s*,?\s+",
    re.IGNORECASE,
)
_GROUND = re.compile(
    r"(?:căn cứ|trên cơ sở|theo|để|nhằm|khi|sau khi|định kỳ|qua|thông qua)\b[^.;]*?,\s+", re.IGNORECASE
)
_QUOTED_TOPIC = re.compile(r"^(?:với|đối với|về)\b[^.;:]*?[”\"]\s*[,:]?\s*", re.IGNORECASE)
_COLON_NAME = re.compile(
    r"^(?P<name>(?:Đồng chí|Công chức|Cán bộ|Trưởng|Phó|Hiệu trưởng|Chỉ huy trưởng|Bí thư|Chủ nhiệm|Tổ|Nhóm|Bộ phận|Các"
    rf"|Ban|Đội|Chi bộ|Đảng ủy|HĐND|Ông|Bà)\s[^:.;{{}}]{{2,110}}?)\s*:\s*(?=[{UPPER}a-zđ\-+(]|$)"
)
_TOPIC = re.compile(
    r"^(?:cong tac|che do|kinh phi|thoi gian|nhiem vu|mot so|noi dung|giai phap|tang cuong|day manh|nang cao|to chuc"
    r"|thuc hien|trien khai|ve |cac noi dung|cac nhiem vu|cac giai phap|chi so|tieu chi|muc tieu|ket qua|thong tin"
    r"|tuyen truyen|cai cach|xay dung|kiem tra|giam sat|danh gia|khen thuong|phan cong|dieu khoan|cung cap|bao dam"
    r"|dam bao)\b"
)
_AFTER_NAME = re.compile(r"^\s*(?:\([^)]{0,80}\))?\s*[:.;,]?\s*$")
_HAS_DUTY = re.compile(
    r"^\s*(?:có (?:nhiệm vụ|trách nhiệm)|chịu trách nhiệm|thực hiện|triển khai)?[^.;]{0,60}:\s*$", re.IGNORECASE
)
_VERB_FOLLOWS = re.compile(r"^\s*(?:\([^)]{0,80}\)\s*)?(?::|[a-zà-ỹđ])")
_NOT_A_VERB = re.compile(
    r"^\s*(?:về|trong|của|được|và|hoặc|là(?!m)|tại|theo(?!\s+dõi)|cùng|các|này|đã|bị|với|trên|ở|còn|khác|nơi|thì)\b"
)
_COORDINATE = re.compile(
    r"(?<!chương trình )(?<!công tác )(?<!quy chế )(?<!cơ chế )(?<!sự )(?<!mối quan hệ )phối hợp"
    r"(?:\s+(?:chặt chẽ|tốt|hiệu quả|có hiệu quả|thường xuyên|đồng bộ|tích cực|kịp thời))*\s*,?\s*"
    r"(?:cùng với|cùng|với)?\s+",
    re.IGNORECASE,
)
# Words that open a run and are no agency there: "Tổ chức kiểm tra …", "… y tế công; cơ sở vật chất …".
_NO_AGENCY = frozenset({"to chuc", "co so", "ca nhan", "nhan dan", "nguoi dan", "doanh nghiep"})
_PEER = re.compile(r"\bcùng cấp\b")
_THROUGH = re.compile(r"\s*\((?:thông qua|qua)[^)]*\)")
_HEAD_OF = re.compile(r"^(?:Thủ trưởng|Người đứng đầu|Lãnh đạo)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Addressee:
    """Agencies that a text gives work to, as printed at start..end; `content` is where the duty's own words begin.

    `confidence` is lower where the name is none that the lexicon knows.
    """

    names: tuple[str, ...]
    start: int
    end: int
    content: int
    is_requested: bool = False
    confidence: float = 0.95


def addressee_of_heading(text: str, *, in_charge: bool = False) -> Addressee | None:
    """The agencies that a heading names; None for a heading of a topic.

    `in_charge` says that the heading stands where plans list agencies ("Tổ chức thực hiện"): a short name that the
    lexicon does not know is then taken as printed.
    """
    start, is_requested = _after_prefixes(text)
    topic = _QUOTED_TOPIC.match(text)
    if topic and (run := agencies_at(text, topic.end())) and _HAS_DUTY.match(text[run.end :]):
        return Addressee(tuple(run.names), run.start, run.end, len(text))
    run = agencies_at(text, start)
    if run is None:
        return _as_printed(text, start, is_requested) if in_charge or is_requested else None
    rest = text[run.end :]
    if _AFTER_NAME.match(rest) or _HAS_DUTY.match(rest) or is_requested:
        return Addressee(tuple(run.names), run.start, run.end, len(text), is_requested)
    if listed := _listed(text, run.end):
        return Addressee(tuple(listed.names), listed.start, listed.end, len(text), is_requested, 0.8)
    if len(run.names) == 1 or fold(run.names[0]).startswith("cac "):
        return Addressee((text[run.start :].strip(" :.;"),), run.start, len(text), len(text), is_requested, 0.7)
    return Addressee(tuple(run.names), run.start, run.end, len(text), is_requested, 0.8)


def _listed(text: str, start: int) -> AgencyRun | None:
    """ "Các cơ quan được giao chủ trì chỉ số: Sở Nội vụ, Sở Tư pháp": the names behind the colon, to the end."""
    colon = text.find(": ", start)
    run = agencies_at(text, colon + 2) if colon >= 0 else None
    return run if run and len(run.names) > 1 and _AFTER_NAME.match(text[run.end :]) else None


def agencies_at(text: str, start: int) -> AgencyRun | None:
    """The run of agencies that begins exactly at `start`; "Cấp ủy, chính quyền xã" is one."""
    if text[start:].startswith(("tổ chức ", "Tổ chức ")):
        return None
    run = read_agencies(text, start)
    if run is None or run.start != start:
        return None
    names = [_balanced(name) for name in run.names]
    if fold(names[0]) in _NO_AGENCY or (names[0].islower() and " " not in names[0]):
        return None
    names = [name for name in names if fold(name) not in _NO_AGENCY and (" " in name or name[:1].isupper())]
    if len(names) > 1 and fold(names[0]) in ("cap uy", "cac cap uy") and fold(names[1]).startswith("chinh quyen"):
        names[:2] = [f"{names[0]}, {names[1]}"]
    return AgencyRun(tuple(names), run.start, run.end)


def _balanced(name: str) -> str:
    """The name without a bracket that the text around it opened or closed."""
    return name if name.count("(") == name.count(")") else name.strip("() ")


def _after_prefixes(text: str) -> tuple[int, bool]:
    """(where the agency begins, whether it is asked rather than ordered)."""
    at = 0
    if match := _CONNECTIVE.match(text):
        at = match.end()
    if match := _REQUEST.match(text, at):
        return match.end(), True
    match = _ORDER.match(text, at)
    return (match.end() if match else at), False


def _as_printed(text: str, start: int, is_requested: bool) -> Addressee | None:
    name = text[start:].strip(" :.;")
    if not name or len(name.split()) > 14 or text.rstrip().endswith((".", ";")) or _TOPIC.match(fold(name)):
        return None
    if not (name[0].isupper() or is_requested):
        return None
    names = tuple(agency.name for agency in split_agencies(name)) or (name,)
    return Addressee(names, start, start + len(name), len(text), is_requested, 0.5)


def addressee_of_sentence(text: str, heading: Sequence[str] = ()) -> Addressee | None:
    """The agencies at the beginning of a duty. `heading` are the names over it ("Thủ trưởng" of them is one name)."""
    if named := _named_before_colon(text):
        return named
    start, is_requested = _after_prefixes(text)
    for name in heading:
        head = _HEAD_OF.match(text)
        if head and key(text[head.end() :]).startswith(key(name)):
            end = head.end() + len(name)
            return Addressee((text[:end],), 0, end, 0, False, 0.8)
    run = agencies_at(text, start)
    if run is not None and (colon := re.match(r"[^:.;]{4,120}?(?=:\s*Tổ chức\b)", text[start:])):
        run = agencies_at(text[: start + colon.end()], start)
    if run is None:
        return None
    rest = text[run.end :]
    if not _VERB_FOLLOWS.match(rest) or _NOT_A_VERB.match(rest):
        return None
    return Addressee(tuple(run.names), run.start, run.end, _content_start(text, start, run.end), is_requested)


def _content_start(text: str, start: int, end: int) -> int:
    """The agency is no part of the duty's words behind "Công an tỉnh:", "Đề nghị …", "Giao …"; it stays as a subject
    ("Thanh tra huyện chủ trì …") and where the whole sentence is an order of the committee."""
    rest = text[end:]
    colon = re.match(r"\s*(?:\([^)]{0,80}\)\s*)?:\s*", rest)
    if colon:
        return end + colon.end()
    is_bare_order = _REQUEST.match(text) or re.match(r"giao\s", text, re.IGNORECASE)
    return end + len(rest) - len(rest.lstrip()) if start and is_bare_order else 0


def _named_before_colon(text: str) -> Addressee | None:
    """ "Trưởng trạm Y tế xã: thực hiện …": an official whom the lexicon may not know."""
    match = _COLON_NAME.match(text)
    if not match or _TOPIC.match(fold(match["name"])):
        return None
    run = agencies_at(text, 0)
    if run and run.end >= match.end("name"):
        return Addressee(tuple(run.names), run.start, run.end, match.end())
    names = tuple(agency.name for agency in split_agencies(match["name"])) or (match["name"],)
    return Addressee(names, 0, match.end("name"), match.end(), False, 0.7)


def addressee_inside(text: str) -> Addressee | None:
    """The first agencies at the start of a later sentence, or behind a ground ("Căn cứ …, các cơ quan …")."""
    for start in _openings(text):
        if run := agencies_at(text, start):
            rest = text[run.end :]
            if _VERB_FOLLOWS.match(rest) and not _NOT_A_VERB.match(rest):
                return Addressee(tuple(run.names), run.start, run.end, 0, False, 0.75)
    return None


def _openings(text: str) -> Iterator[int]:
    for match in re.finditer(r"(?:^|(?<=[.;])\s+|\n[-+]?\s*)", text):
        ground = _GROUND.match(text, match.end()) or _CONNECTIVE.match(text, match.end())
        if ground:
            yield ground.end()
        elif match.end():
            yield match.end()


def coordinating(text: str) -> tuple[tuple[str, ...], tuple[int, int] | None]:
    """(agencies worked with, where the first stand). "… cùng cấp" is a lower level's partner, not the lead's."""
    names: dict[str, str] = {}
    first: tuple[int, int] | None = None
    for match in _COORDINATE.finditer(text):
        run = agencies_at(text, match.end())
        if run is None:
            continue
        for name in _own_partners(run, text):
            names.setdefault(key(name), name)
            first = first or (run.start, run.end)
    return tuple(names.values()), first


def _own_partners(run: AgencyRun, text: str) -> list[str]:
    """The run without partners "cùng cấp"; "UBND tỉnh (thông qua Sở Nội vụ)" is one name with how it is reached."""
    names = list(run.names)
    peer = _PEER.search(text, run.start, run.end + len(" cùng cấp"))
    if peer:
        names = [name for name in names if text.find(name, run.start, run.end) + len(name) < peer.start() - 1]
    end = text.find(names[-1], run.start) + len(names[-1]) if names else 0
    through = _THROUGH.match(text, end)
    return [*names[:-1], names[-1] + through.group()] if through and names else names
