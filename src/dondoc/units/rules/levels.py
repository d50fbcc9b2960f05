"""Of which level a name is.

Three tiers (province, district, commune) stood until 30/6/2025; since 1/7/2025 there are two (Law 72/2025): a
"thành phố" is of the district level unless it is one of the cities run by the centre, and a "phường" a commune.
"""

import re

from dondoc.toolkit.text import fold
from dondoc.units.rules.shadow import shadow

PROVINCE, DISTRICT, COMMUNE = "province", "district", "commune"
# Cities of the province level and the first year of those that became one late: Huế on 1/1/2025 (before it was a city
# of the province Thừa Thiên Huế), Đồng Nai on 30/4/2026 (NQ 30/2026/QH16).
CENTRAL_CITIES = {
    "ha noi": 0, "hai phong": 0, "da nang": 0, "can tho": 0, "ho chi minh": 0, "hcm": 0, "hue": 2025, "dong nai": 2026,
}  # fmt: skip
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
    if "tinh thua thien hue" in flat or "thua thien hue" in city:
        return DISTRICT
    return PROVINCE if is_central_city(city.strip(" ."), None) else DISTRICT


def is_central_city(name: str, year: int | None) -> bool:
    """Whether a city so named stands directly under the central government in that year (None: today)."""
    folded = fold(name)
    since = next((first for city, first in CENTRAL_CITIES.items() if folded.startswith(city)), None)
    return since is not None and (year is None or year >= since)
