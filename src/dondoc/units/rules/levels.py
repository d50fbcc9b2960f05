"""Of which level a name is, and which body issues a document.

Three tiers (province, district, commune) stood until 30/6/2025; since 1/7/2025 there are two (Law 72/2025): a
"thành phố" is of the district level unless it is one of the cities run by the centre, and a "phường" a commune.
"""

import re
from dataclasses import dataclass

from dondoc.toolkit.text import fold
from dondoc.units.rules.shadow import shadow

PROVINCE, DISTRICT, COMMUNE = "province", "district", "commune"
# Cities of the province level. Huế since 1/1/2025 (before it was a city of the province Thừa Thiên Huế: told by
# "tỉnh Thừa Thiên Huế" beside it), Đồng Nai since 30/4/2026 (NQ 30/2026/QH16).
CENTRAL_CITIES = ("ha noi", "hai phong", "da nang", "can tho", "ho chi minh", "hcm", "hue", "dong nai")
_DISTRICT = re.compile(
    r"\b(?:huyen|quan(?! (?:ly|tri|su|khu|doi|he|doan))|thi xa|cap huyen|huyen uy|thi uy|quan uy|quan doan|huyen "
    r"doan)\b"
)
_COMMUNE = re.compile(
    r"\b(?:(?<!thi )xa(?! (?:hoi|vien))|phuong(?! (?:tien|an|phap|thuc|huong|cham))|thi tran|dac khu|cap xa|dang "
    r"uy xa|thon|to dan pho)\b"
)
_PROVINCE = re.compile(r"\b(?:tinh(?! (?:hinh|chat|minh|tu|nang|den))|cap tinh|tinh uy|trung uong)\b|\bso(?= [a-z])")
_CITY = re.compile(r"\b(?:thanh pho|tp\.?) ?([a-z. ]*)")
_DEPARTMENT = re.compile(r"(?:^|\b(?:giam doc|chanh van phong|thanh tra|cac) )so [a-z]")


@dataclass(frozen=True, slots=True)
class Issuer:
    """The body that issues: its name ("UBND xã Vĩnh Hoà"), the level, the kind of unit ("xã") and the unit's name."""

    name: str
    level: str
    unit_kind: str
    unit_name: str


def level_of(name: str) -> str | None:
    """The level that the name of an agency or unit tells: "province", "district", "commune", or nothing.

    The level nearest to the head counts ("Chi cục Thuế huyện … thuộc Cục Thuế tỉnh" is of the district); a department
    ("Sở …") is provincial by itself. "Phòng Nội vụ", "Công an" alone tell nothing.
    """
    flat = shadow(" ".join(name.split())).flat
    found = [
        (m.start(), level)
        for pattern, level in ((_DISTRICT, DISTRICT), (_COMMUNE, COMMUNE))
        if (m := pattern.search(flat))
    ]
    if (m := _PROVINCE.search(flat)) and (not m.group().startswith("so") or _is_department(name, m.start())):
        found.append((m.start(), PROVINCE))
    found += [(m.start(), _city_level(m.group(1), flat)) for m in [_CITY.search(flat)] if m]
    return min(found)[1] if found else None


def _is_department(name: str, at: int) -> bool:
    return " ".join(name.split())[at : at + 2].lower() == "sở"


def _city_level(city: str, flat: str) -> str:
    is_central = any(city.strip(" .").startswith(known) for known in CENTRAL_CITIES)
    if "tinh thua thien hue" in flat or "thua thien hue" in city:
        return DISTRICT
    return PROVINCE if is_central else DISTRICT


_ISSUER = re.compile(
    r"(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd)\s+(tinh|thanh pho|tp\.?|huyen|quan|thi xa|xa|phuong|thi "
    r"tran|dac khu)\s+([^\n,;:.()/*]+)"
)
_STOP = re.compile(
    r"\s+(?:cong hoa|doc lap|so ?:|ve\b|ban hanh|tinh\b|huyen\b|nam \d|phe duyet|giai doan|yeu cau|xay dung|v/v|"
    r"khoa\b|quy dinh|co\b|la\b|tai\b|thanh pho\b|da\b|de\b).*"
)
_KINDS = {
    "tinh": ("tỉnh", PROVINCE),
    "huyen": ("huyện", DISTRICT),
    "quan": ("quận", DISTRICT),
    "thi xa": ("thị xã", DISTRICT),
    "xa": ("xã", COMMUNE),
    "phuong": ("phường", COMMUNE),
    "thi tran": ("thị trấn", COMMUNE),
    "dac khu": ("đặc khu", COMMUNE),
}


def issuer_of(text: str) -> Issuer | None:
    """The issuer that a heading or sentence names: "ỦY BAN NHÂN DÂN\\nHUYỆN XÍN MẦN" -> UBND huyện Xín Mần."""
    sh = shadow(" ".join(text.replace("*", " ").split()))
    found = _ISSUER.search(sh.flat)
    if found is None:
        return None
    stop = _STOP.search(sh.flat, found.start(2), found.end(2))
    printed = sh.text[found.start(2) : stop.start() if stop else found.end(2)].strip()
    unit = _proper(printed)
    kind, level = _KINDS.get(found.group(1)) or ("thành phố", _city_level(fold(unit), sh.flat))
    body = "HĐND" if found.group().startswith(("hdnd", "hoi")) else "UBND"
    return Issuer(f"{body} {kind} {unit}", level, kind, unit) if unit else None


def _proper(printed: str) -> str:
    """The capitalised words at the start; a name set all in capitals gets small letters."""
    names = []
    for word in printed.split():
        if not (word[0].isupper() or word[0].isdigit() or word == "-"):
            break
        names.append(word.capitalize() if word.isupper() and len(word) > 1 else word)
    return " ".join(names).strip(" -")
