"""Which dimension a section row or a heading names, if any."""

import re
from dataclasses import dataclass
from functools import cache

from dondoc.framework.rules.papi import DIMENSIONS
from dondoc.toolkit.numbering import roman
from dondoc.toolkit.text import fold


@dataclass(frozen=True, slots=True)
class DimensionMatch:
    """`number` 1..8; `confidence` 0..1: 0.95 a name after "Chỉ số nội dung", 0.9 a bare name, less where guessed."""

    number: int
    confidence: float


_PEOPLE = r"(?:nguoi|nhan|cong|quan chung nhan)? ?dan"
# A name in full, with the shorter and longer forms that offices print.
_NAMES: dict[int, str] = {
    1: rf"(?:su )?tham gia (?:vao )?(?:cua )?(?:cac tang lop )?{_PEOPLE}(?: (?:o|tai|cap|vao))?(?: cap)?(?: co so| "
    rf"dia phuong| quan ly| xay dung)?(?: o co so)?",
    2: r"(?:su |tinh )?cong khai(?:,| va|, va| -)? ?minh bach(?: hoa)?(?: thong tin)?(?: trong)?(?: viec| qua "
    r"trinh)?(?: (?:ra|ban hanh|hoach dinh))?(?: cac)?(?: quyet dinh| chinh sach)?"
    r"(?: (?:o|tai|cua|cap))?(?: cap)?(?: chinh quyen)?(?: dia phuong| co so)?",
    3: rf"(?:ve )?trach nhiem giai trinh(?: (?:voi|doi voi|truoc|cua))?(?: (?:chinh quyen|co quan|cac cap|co quan "
    rf"nha nuoc|chinh quyen cac cap|chinh quyen dia phuong))?(?: (?:voi|doi voi|truoc))?(?: {_PEOPLE})?",
    4: r"(?:cong tac )?(?:kiem soat|phong,? ?chong|phong ngua|chong)(?:,? (?:phong,? ?chong|ngan chan))?(?: tinh "
    r"trang)? tham nhung(?:,? ?(?:lang phi|tieu cuc))*(?: (?:trong|o|tai) (?:cac )?(?:khu vuc cong|khu vuc nha "
    r"nuoc|linh vuc cong|co quan nha nuoc))?",
    5: r"(?:cai cach |chat luong )?(?:thu tuc hanh chinh|tthc)(?: cong)?",
    6: r"(?:cung (?:ung|cap) )(?:cac )?(?:dich vu|dv) cong(?: cong)?",
    7: r"quan tri(?: ve)? moi truong",
    8: r"quan tri(?: ve)? (?:dien tu|so)(?:,? chinh quyen (?:dien tu|so))?",
}
_TAILS = (
    r"(?: (?:cho|voi|doi voi|den|phuc vu) (?:nguoi|nhan|cong) dan(?:,? (?:to chuc|doanh nghiep|va doanh nghiep))*)?"
    r"(?: (?:tren dia ban|o dia phuong|tai dia phuong|cua (?:tinh|huyen|xa|phuong|thanh pho|thi|dia phuong|chinh "
    r"quyen|co quan)|nam \d|trong nam|giai doan|theo) ?.{0,40}|(?<!chinh) cap (?:tinh|huyen|xa|phuong|co so))?"
    r"(?: ?\([^)]*\))?(?: ?\d+(?:[.,]\d+)?(?: diem)?)?"
)
_LABEL = re.compile(
    r"^(?:[-+*•]\s*)?(?:(?:[ivx]+|\d+(?:\.\d+)*|[a-hđ])\s*[.):/-]?\s+|(?:[ivx]+|\d+(?:\.\d+)*|[a-hđ])[.):/-]\s*)?"
)
_MARKER = re.compile(
    r"(?:chi so|truc|nhom|diem|linh vuc)?\s?(?:chi so )?(?:linh vuc )?(?:noi dung|thanh phan|linh vuc|truc)(?: "
    r"(?:thanh phan|chi so|danh gia))?(?: (?:so|thu))?\s*(?P<number>[1-8]|[ivx]{1,4}|nhat|hai|ba|tu|bon|nam|sau|"
    r"bay|tam)?(?!\.?\d)(?![a-z])\s*[:.)-]?\s*(?:ve |la )?"
    r"|\bchi so ?(?P<short>[1-8])?\s*[:.)-]?\s*(?:ve )?"
)
_LEADS = re.compile(
    r"^(?:(?:nang cao|tang cuong|cai thien|phat huy|day manh|thuc day|duy tri|giai phap|cac|nhom|nhiem vu|ve|doi "
    r"voi|voi|chat luong|hieu qua|tinh|chi so|diem so"
    r"|cong tac|thuc hien|tiep tuc|va|de|nham|mo rong|hoat dong|noi dung|truc|trien khai|tot|linh vuc|muc do|bao "
    r"dam|dam bao|thanh phan)\b[ ,:]*)+"
)
_QUOTED = re.compile(r"[\"“”«‘']\s*([^\"“”»’']{6,90})[\"“”»’']")
_ORDINALS = {"nhat": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8}


@cache
def _patterns() -> tuple[tuple[int, re.Pattern[str]], ...]:
    return tuple((number, re.compile(rf"(?:{name}){_TAILS}")) for number, name in _NAMES.items())


def match_dimension(text: str) -> DimensionMatch | None:
    """The dimension that a heading or section row names, or nothing.

    Known: a number or letter before it, "Chỉ số nội dung 2:", quotation marks, "Nâng cao …", sentences behind a colon.
    A component's name ("Công khai danh sách hộ nghèo") and a sentence that only speaks of the matter are none.
    """
    flat = fold(text.replace("–", "-").replace("**", ""))
    quoted = _QUOTED.search(flat)
    if quoted is not None and quoted.start() < 90 and (number := _named(quoted.group(1))) is not None:
        return DimensionMatch(number, 0.95)
    rest = flat[_LABEL.match(flat).end() :]  # type: ignore[union-attr]
    return _after_marker(rest) or _bare(rest)


def _after_marker(rest: str) -> DimensionMatch | None:
    for marker in _MARKER.finditer(rest[:70]):
        name = _first_clause(rest[marker.end() :])
        number = _named(name)
        if number is not None:
            return DimensionMatch(number, 0.95)
        printed = marker.group("number") or marker.group("short")
        if (
            printed
            and rest[: marker.start()].strip() in ("", "chi so", "nhom", "ve", "doi voi", "voi")
            and _near(name) == _digit(printed)
        ):
            return DimensionMatch(_digit(printed), 0.75)
    return None


def _digit(printed: str) -> int:
    return int(printed) if printed.isdigit() else _ORDINALS.get(printed) or roman(printed) or 0


def _bare(rest: str) -> DimensionMatch | None:
    clause = _first_clause(rest)
    if len(clause.split()) > 18:
        return None
    number = _named(clause)
    if number is not None:
        return DimensionMatch(number, 0.9)
    number = _near(_LEADS.sub("", clause))
    return DimensionMatch(number, 0.7) if number else None


def _first_clause(text: str) -> str:
    return re.split(r"[:;\n]|\.(?:\s|$)|\s-\s|, (?=ubnd|cac |thu truong|chu tich)", text.strip(), maxsplit=1)[0].strip(
        ' .,-"“”'
    )


def _named(name: str) -> int | None:
    for form in (name, _LEADS.sub("", name)):
        for number, pattern in _patterns():
            if pattern.fullmatch(form.strip(' .,"“”')):
                return number
    return None


def _near(name: str) -> int | None:
    """The dimension whose name differs by a letter or two (OCR), or nothing."""
    from rapidfuzz import fuzz

    if len(name) < 12:
        return None
    scores = [(fuzz.ratio(name, fold(d.name_vi)), index) for index, d in enumerate(DIMENSIONS, 1)]
    best, number = max(scores)
    return number if best >= 88 else None
