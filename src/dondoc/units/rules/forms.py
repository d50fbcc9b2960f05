"""A name of an agency in the form in which names are compared: without posts, without the place, joiners alike."""

import re
from dataclasses import dataclass
from functools import lru_cache

from dondoc.toolkit.text import fold, key
from dondoc.units.rules.levels import COMMUNE, DISTRICT, PROVINCE
from dondoc.units.rules.naming import canonical
from dondoc.units.rules.shadow import shadow

_POST = re.compile(
    r"(?:cac )?(?:dong chi |d/c )?(?:pho )?(?:tong giam doc|giam doc|chu tich|thu truong|nguoi dung dau|lanh dao|"
    r"tap the lanh dao|chi huy truong|vien truong|chanh an|hieu truong|tram truong|(?:chi )?cuc truong|"
    r"truong(?= (?:cac |phong|ban|cong an|tram|dai))|chanh(?= (?:van phong|thanh tra)))(?: cua)? "
)
_CITY = re.compile(r"\b(?:TP|Tp|tp)\.? ?(?=[A-ZĐ])")
_OFFICER = re.compile(r"(?:cong chuc|can bo|cc|cb|chuyen vien|cbcc|ke toan|van thu)\b\.?")
_PLACE = re.compile(
    r"(?:^|[ (])(?:(?:cua|thuoc) )?(tinh|thanh pho|tp\.?|huyen|quan|thi xa|xa|phuong|thi tran|dac khu)(?= |$)"
)
_KINDS = {
    "tinh": ("tỉnh", PROVINCE), "thanh pho": ("thành phố", ""), "tp": ("thành phố", ""), "tp.": ("thành phố", ""),
    "huyen": ("huyện", DISTRICT), "quan": ("quận", DISTRICT), "thi xa": ("thị xã", DISTRICT), "xa": ("xã", COMMUNE),
    "phuong": ("phường", COMMUNE), "thi tran": ("thị trấn", COMMUNE), "dac khu": ("đặc khu", COMMUNE),
}  # fmt: skip
# "Huyện đoàn" tells its level in front.
_YOUTH = re.compile(r"(tinh|huyen|thanh|thi|quan|xa|phuong) doan$")
_YOUTH_OF = {
    "tinh": "tinh",
    "huyen": "huyen",
    "thanh": "thanh pho",
    "thi": "thi xa",
    "quan": "quan",
    "xa": "xa",
    "phuong": "phuong",
}
# Ways to write one body, on the folded text; the levels of Youth and the military differ in words alone.
_ALIKE = (
    (re.compile(r"\b(?:tinh|huyen|thanh|thi|quan|xa|phuong) doan\b"), "doan thanh nien"),
    (re.compile(r"\bdoan (?:thanh nien )?(?:cong san|cs)(?: ho chi minh| hcm)?\b"), "doan thanh nien"),
    (re.compile(r"\b(?:uy ban |ban thuong truc )*(?:mttq|mat tran to quoc|mat tran)(?: viet nam)?\b"), "mttq"),
    (re.compile(r"\b(?:bo|ban) chi huy quan su\b"), "ban chi huy quan su"),
    (re.compile(r"\blien hiep phu nu\b"), "phu nu"),
    (re.compile(r"\btrung tam (?:pv ?|phuc vu )?(?:hanh chinh cong|hcc)\b"), "trung tam hanh chinh cong"),
    (re.compile(r"\b(?:bo phan (?:tiep nhan tra ket qua|mot cua|1 cua))(?: giai quyet thu tuc hanh chinh)?\b"),
     "bo phan mot cua"),
    (re.compile(r"\bthuong truc (?=hdnd)"), ""),
    (re.compile(r"(?<=\bthanh tra) nha nuoc\b"), ""),
    (re.compile(r"\bva\b|[-,&./()]"), " "),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Form:
    """`whole` and `bare` (without the place) compare with marks, `flat` is `bare` without them. `place_kind` is "xã",
    "tỉnh" … or empty; `place` the name behind it, or empty ("Công an tỉnh"). `is_officer` tells a post inside a
    committee ("Công chức Tư pháp - Hộ tịch")."""

    whole: str
    bare: str
    flat: str
    place_kind: str = ""
    place_level: str = ""
    place: str = ""
    is_officer: bool = False


@lru_cache(maxsize=32768)
def form_of(printed: str) -> Form:
    """The form of a printed name. A place alone ("xã Quảng Nguyên") is that place's People's Committee."""
    name = canonical(_CITY.sub("thành phố ", without_post(printed)))
    start, kind, level, place = _place(name)
    bare = name[:start].strip(" -,(") if start is not None else name
    if not kind and (youth := _YOUTH.match(fold(name))):
        kind, level = _KINDS[_YOUTH_OF[youth[1]]]
    is_officer = _OFFICER.match(fold(bare)) is not None
    bare = "UBND" if is_officer or not bare else bare
    return Form(_loose(key(name)), _loose(key(bare)), flat_form(bare), kind, level, place, is_officer)


def flat_form(name: str) -> str:
    """Marks off, ways to write one body made one: what two spellings of a name share."""
    text = fold(name)
    for pattern, one in _ALIKE:
        text = pattern.sub(one, text) if one else pattern.sub("", text)
    for pattern, one in _ALIKE[:-1]:
        text = pattern.sub(one, " ".join(text.split()))
    return " ".join(text.split())


def search_of(name: str) -> str:
    """What an agency is searched by: its flat form (rules of groups begin with it), then the name without marks."""
    flat, folded = flat_form(name), fold(name)
    return flat if flat == folded else f"{flat}|{folded}"


def without_post(printed: str) -> str:
    """ "Giám đốc Sở Nội vụ" is meant as "Sở Nội vụ", "Thủ trưởng các sở" as "các sở"."""
    text = " ".join(printed.split())
    found = _POST.match(shadow(text).flat)
    return text[found.end() :] if found and found.end() < len(text) else text


def _place(name: str) -> tuple[int | None, str, str, str]:
    """Where the place at the end of a name starts, its kind, level and name. A kind before small letters is none."""
    sh = shadow(name)
    for found in reversed(list(_PLACE.finditer(sh.flat))):
        rest = sh.text[found.end() :].strip(" )")
        if (not rest or rest[:1].isupper() or rest[:1].isdigit()) and not _is_word(sh.low, found):
            kind, level = _KINDS[found[1]]
            return found.start(), kind, level, rest
    return None, "", "", ""


def _is_word(low: str, found: re.Match[str]) -> bool:
    """ "Quản lý", "tính" fold like kinds of units and are none; so is the first half of "Tỉnh Đoàn", "Thị ủy"."""
    word, after = low[found.start(1) : found.end(1)], low[found.end() :].strip()
    is_kind = word in {
        "tỉnh",
        "thành phố",
        "tp",
        "tp.",
        "huyện",
        "quận",
        "thị xã",
        "xã",
        "phường",
        "thị trấn",
        "đặc khu",
    }
    return (not is_kind and not word.isascii()) or after.startswith(("đoàn", "ủy", "uỷ", "hội"))


def _loose(text: str) -> str:
    return " ".join(re.sub(r"\bvà\b|\bva\u0300|[-,&./()]", " ", text).split())
