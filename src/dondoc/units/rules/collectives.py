"""Names that stand for many: which classes of agencies, of which levels, they choose within a unit.

"Các sở, ban, ngành" chooses departments, boards and branches of the province; "UBND các xã, phường" the committees of
these kinds of communes; "các cơ quan, đơn vị liên quan" chooses nobody by itself: a person does.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from dondoc.toolkit.text import fold
from dondoc.units.rules.agencies import split_agencies
from dondoc.units.rules.forms import flat_form, without_post
from dondoc.units.rules.kinds import COMMITTEE
from dondoc.units.rules.levels import COMMUNE, DISTRICT, PROVINCE
from dondoc.units.rules.naming import canonical

# Bodies that are asked rather than told are chosen only by their own word: "các đoàn thể", "Tòa án các huyện".
_ASKED = ("mass", "front", "court", "procuracy", "party", "council", "school", "health")
LEVELS = (PROVINCE, DISTRICT, COMMUNE)
# What a noun in the plural chooses. Marks off; the first fits of each noun; "uỷ ban", "địa bàn" are none.
_NOUNS = (
    (r"(?:co quan|don vi) chuyen mon", ("department", "division", "office", "inspectorate")),
    (r"ubnd|uy ban nhan dan|chinh quyen (?:cap|dia phuong)", ("committee",)),
    (r"hdnd|hoi dong nhan dan", ("council",)),
    (r"(?<!co )(?<!ho )(?<!tru )so(?=[ ,;]|$)", ("department", "office", "inspectorate")),
    (r"(?<!van )phong(?! (?:chong|giao dich|ngua|chay|kham))", ("division", "office", "inspectorate")),
    (r"(?<!uy )(?<!dia )ban(?=[ ,]*(?:nganh|dang|$|,|cua|thuoc|hdnd))", ("board",)),
    (r"nganh", ("branch", "police", "military")),
    (r"doan the|to chuc (?:chinh tri|ct)[ -]*(?:xa hoi|xh)|to chuc hoi|hoi(?= |,|$)(?! (?:dong|nghi|vien))", ("mass",)),
    (r"mat tran(?: to quoc)?|mttq", ("front",)),
    (r"cong an", ("police",)),
    (r"(?:bo|ban) chi huy quan su|bchqs", ("military",)),
    (r"tram y te|tyt|trung tam y te", ("health",)),
    (r"(?<!moi )(?<!thi )truong(?: hoc)?(?! (?:phong|ban|thon|doan))|co so giao duc", ("school",)),
    (r"bo phan (?:mot cua|1 cua|tiep nhan)|trung tam (?:phuc vu )?(?:hanh chinh cong|hcc)", ("one-stop",)),
    (r"toa an", ("court",)),
    (r"vien kiem sat", ("procuracy",)),
    (r"thanh tra", ("inspectorate",)),
    (r"dang uy|cap uy", ("party",)),
)  # fmt: skip
_GENERIC = re.compile(
    r"\b(?:co quan|don vi|to chuc(?! (?:chinh tri|ct|hoi))|doanh nghiep|ca nhan|luc luong|"
    r"bo phan(?! (?:mot|1) cua| tiep nhan))\b"
)
# People of a kind, none of whom owes anything by that name.
_PEOPLE = re.compile(
    r"(?:cac |doi ngu |toan the )?(?:(?:can bo|cong chuc|vien chuc|nguoi lao dong|dang vien|cc|cb|cbcc|cbccvc)"
    r"(?:[, ]+(?:va )?|$))+(?:chuyen mon|lien quan|cac cap|cap xa)?$"
)
# "Các huyện, thị xã, thành phố" and nothing else: their committees.
_ONLY_PLACES = re.compile(
    r"(?:cac )?(?:(?:huyen|quan|thi xa|thanh pho|xa|phuong|thi tran|dac khu)(?:[, ]+(?:va )?|$))+(?:thuoc tinh)?$"
)
_BELONGING = re.compile(r"\b(?:truc )?thuoc (?:ubnd|uy ban nhan dan)\b.*$")
_LOCAL = re.compile(r"\bdia phuong\b")
_OPEN = re.compile(
    r"\b(?:lien quan|co tham quyen|chuc nang|duoc giao|duoc phan cong|khac|phu hop|neu co|chu tri|phu trach|"
    r"lam dau moi|thon|ban lang|to dan pho|khu pho|ap|khom|ho gia dinh|nguoi dan)\b"
)
_UNIT_KINDS = {
    "thị trấn": COMMUNE, "đặc khu": COMMUNE, "thị xã": DISTRICT, "thành phố": DISTRICT,
    "huyện": DISTRICT, "quận": DISTRICT, "phường": COMMUNE, "xã": COMMUNE,
}  # fmt: skip
_PLURAL = re.compile(r"\b(?:cac|nhung|tat ca|toan the|toan bo|he thong|hai cap|cap (?:xa|huyen|tinh|co so))\b")
_TAIL = re.compile(r"\b(?:dong )?tren dia ban(?: (?:tinh|huyen|xa|phuong|thanh pho|thi xa|toan \w+))?\b.*$")
_EACH = re.compile(r"(?<!\w)(?:mỗi|từng)(?!\w)")
# "Phòng Nội vụ các huyện", "Đoàn Thanh niên cấp xã": one body in every unit of a level.
_SAME_BODY = re.compile(
    r"(?:cac )?((?:so|phong|ban|trung tam|tram|hoi|doan|doi|chi cuc|hat|lien doan) (?!ban\b|nganh\b)[^,;:]+?) "
    r"(?:(?:cua|thuoc) )?(?:cac|cap|tung|moi|tai cac) (?:xa|phuong|thi|dac|huyen|quan|thanh|tinh|co so)"
)


@dataclass(frozen=True, slots=True)
class Collective:
    """A name for many. `rule` is that of a group, empty for an open one. `is_clear` is False where part of the name
    ("cơ quan, đơn vị …") chooses nobody in particular."""

    rule: dict[str, Any] = field(default_factory=dict)
    is_clear: bool = False

    @property
    def is_open(self) -> bool:
        return not self.rule


def is_collective(printed: str) -> bool:
    """Whether a name stands for many: by its plural, its level ("cấp xã") or its nouns ("sở, ban, ngành")."""
    if _PLURAL.search(fold(printed)) or _PEOPLE.match(fold(printed)) or _EACH.search(printed.lower()):
        return True
    names = split_agencies(printed)
    return len(names) == 1 and names[0].is_collective


def collective_of(printed: str, *, level: str, kind: str) -> Collective | None:
    """What a name for many chooses in a unit of this level and kind; None where it names one agency."""
    if not is_collective(printed):
        return None
    printed = without_post(printed)
    flat = _BELONGING.sub("", _TAIL.sub("", fold(canonical(printed)))).strip()
    same = _SAME_BODY.match(flat)
    if same and not _OPEN.search(flat):
        levels, unit_kinds = _levels(printed, flat, level, kind)
        rule = {"names": [flat_form(same[1])], "levels": levels or [_below(level)[0]]}
        return Collective(rule | ({"unit_kinds": unit_kinds} if unit_kinds else {}), is_clear=True)
    classes = ("committee",) if _ONLY_PLACES.match(flat) else _classes(flat)
    if (
        _PEOPLE.match(flat)
        or _OPEN.search(flat)
        or not (classes or _LOCAL.search(flat))
        or (not classes and _GENERIC.search(flat))
    ):
        return Collective()
    levels, unit_kinds = _levels(printed, flat, level, kind)
    if level == PROVINCE and "division" in classes and "department" not in classes and not levels:
        return Collective()
    is_clear = not _GENERIC.search(re.sub(r"(?:co quan|don vi) chuyen mon", "", flat))
    return Collective(_rule(classes, levels, unit_kinds, level, has_local=bool(_LOCAL.search(flat))), is_clear)


def _classes(flat: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for noun, names in _NOUNS if re.search(rf"\b(?:{noun})", flat) for name in names))


def _rule(
    classes: tuple[str, ...], levels: list[str], unit_kinds: list[str], level: str, *, has_local: bool
) -> dict[str, Any]:
    others = [name for name in classes if name != "committee" and name not in _ASKED]
    asked = [name for name in classes if name in _ASKED]
    is_below = "committee" in classes or has_local
    rule: dict[str, Any] = {"kinds": [COMMITTEE]} if is_below else {}
    if others:
        rule |= {"classes": others, "stances": ["subordinate", "vertical"]}
    if asked:
        rule["asked"] = asked
    own = [*others, *asked]
    rule["levels"] = levels or _own_levels(own, level) + ([*_below(level)[:1]] if is_below else [])
    if unit_kinds and not (is_below and own):
        rule["unit_kinds"] = unit_kinds
    return rule


def _own_levels(classes: list[str], level: str) -> list[str]:
    if not classes:
        return []
    return [PROVINCE] if "department" in classes and "division" not in classes else [level]


def _below(level: str) -> tuple[str, ...]:
    """The levels under one; a province of today has communes right below, and no districts that a rule could find."""
    return {PROVINCE: (COMMUNE, DISTRICT), DISTRICT: (COMMUNE,), COMMUNE: (COMMUNE,)}[level]


def _levels(printed: str, flat: str, level: str, kind: str) -> tuple[list[str], list[str]]:
    """The levels that the words name, and the kinds of units where these are listed ("các xã, thị trấn")."""
    if re.search(r"\bcac cap|hai cap|(?:hai|2|3|ba) cap\b", flat):
        return list(LEVELS[LEVELS.index(level) :]), []
    text = " ".join(printed.lower().split())
    if kind == "thành phố" and level == PROVINCE and not re.search(r"các [^.;]*thành phố", text):
        text = text.replace("thành phố", "tỉnh")
    found: dict[str, str] = {}
    for word, its_level in _UNIT_KINDS.items():
        if re.search(rf"(?<!\w){word}(?!\w)(?! hội)", text):
            found[word] = its_level
            text = re.sub(rf"(?<!cấp ){word}(?!\w)(?! hội)", " ", text)
    levels = list(dict.fromkeys(found.values()))
    if re.search(r"(?<!\w)(?:tỉnh|cấp tỉnh)(?!\w)(?! ủy)", text) and not levels:
        levels = [PROVINCE]
    if re.search(r"\bcap co so\b", flat):
        levels = [*levels, COMMUNE]
    is_listed = levels and not re.search(r"cấp (?:xã|huyện)", printed.lower())
    return levels, list(found) if is_listed else []
