"""How the head and the foot of an agency's documents are written: names, symbol, place, who signs by which power."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from dondoc.toolkit.errors import BadInput

# The first words of a name -> the post of its head (titles as the organising decrees have them).
_POSTS = (
    ("Ủy ban nhân dân", "Chủ tịch"),
    ("UBND", "Chủ tịch"),
    ("Sở", "Giám đốc"),
    ("Văn phòng", "Chánh Văn phòng"),
    ("Thanh tra", "Chánh Thanh tra"),
    ("Phòng", "Trưởng phòng"),
    ("Trung tâm", "Giám đốc"),
    ("Ban Quản lý", "Trưởng ban"),
    ("Bảo hiểm xã hội", "Giám đốc"),
    ("Ban Chỉ huy", "Chỉ huy trưởng"),
    ("Chi cục", "Chi cục trưởng"),
    ("Trạm", "Trưởng trạm"),
    ("Công an tỉnh", "Giám đốc"),
    ("Công an thành phố", "Giám đốc"),
    ("Công an", "Trưởng Công an"),
)
_SYMBOL = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_LONGEST = 30
_LEFT_OUT = {"và", "của", "tỉnh", "thành", "phố", "xã", "phường", "đặc", "khu"}
COMMITTEE = "Ủy ban nhân dân"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """`issuer` has two lines for a People's Committee. `symbol` follows the kind of a document. `collective`: the body
    for which its head signs (TM.), empty where one person leads."""

    superior: str
    issuer: str
    symbol: str
    place: str
    head_post: str
    collective: str = ""

    @property
    def name(self) -> str:
        return " ".join(self.issuer.split())


def letterhead(
    *, agency: str, unit: str, place: str, is_committee: bool, is_ours: bool = True, symbol: str = ""
) -> Letterhead:
    """`unit` as offices write it ("tỉnh Sơn Hải"). A body that is not the committee's own has no superior here.
    `symbol` is what the office writes itself; empty: by its name."""
    if is_committee:
        return Letterhead("", f"{COMMITTEE}\n{unit}", symbol or "UBND", place, "Chủ tịch", COMMITTEE)
    return Letterhead(f"UBND {unit}" if is_ours else "", agency, symbol or initials(agency), place, post_of(agency))


# As these offices write it, since Sở Nội vụ has the same letters.
_TOLD_APART = {"Sở Ngoại vụ": "SNgV"}


def symbol_of(text: str, kinds: Collection[str]) -> str:
    """What an office writes as its own symbol ("UBND-NV"), cleaned; empty goes back to its name. Refuses signs that do
    not belong, what is too long, and one that begins with a kind of document, which is put before it anyway."""
    symbol = re.sub(r"\s*-\s*", "-", " ".join(text.split()))
    if not symbol:
        return ""
    if len(symbol) > _LONGEST or not _SYMBOL.fullmatch(symbol):
        raise BadInput(
            "symbol-form", "Ký hiệu chỉ gồm chữ, số và gạch nối, dài nhất 30 ký tự, ví dụ UBND-NV: nhập lại."
        )
    first, _, rest = symbol.partition("-")
    if rest and first in kinds:
        raise BadInput(
            "symbol-kind", "Tên loại văn bản do phần mềm ghi: bỏ “{first}-”, chỉ ghi “{rest}”.", first=first, rest=rest
        )
    return symbol


def initials(name: str) -> str:
    """`SNV`, `VHXH`: the letters of an agency in the symbol of its documents; an office may write others."""
    if name in _TOLD_APART:
        return _TOLD_APART[name]
    whole = re.findall(r"\w+", name)
    # "xã hội" says what an agency does, "xã" alone what it is of.
    pairs = zip(whole, [*whole[1:], ""], strict=True)
    words = [word for word, after in pairs if word not in _LEFT_OUT or after == "hội"]
    if words and words[0] == "Phòng" and len(words) > 1:
        words = words[1:]
    return "".join(word if word.isupper() and len(word) > 1 else word[0].upper() for word in words)


def post_of(name: str) -> str:
    """The post of its head, "Thủ trưởng" where the name does not tell."""
    return next((post for begins, post in _POSTS if name.startswith(begins)), "Thủ trưởng")
