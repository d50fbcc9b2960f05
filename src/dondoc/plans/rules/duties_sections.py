"""Which dimension (1..8) a duty without a dimension heading speaks of; None unless it is clear.

A duty that speaks of the index, the plan or administrative reform as a whole belongs to no dimension.
"""

import re

from dondoc.toolkit.text import fold

_GENERAL = re.compile(
    r"\bpapi\b|\bsipas\b|hieu qua quan tri|ke hoach nay|noi dung,? nhiem vu cua ke hoach|thuoc ke hoach|cac chi so"
    r"|\bcchc\b|cai cach hanh chinh|che do thong tin, bao cao|phap lenh ve thuc hien dan chu"
)
_SIGNS: dict[int, tuple[str, ...]] = {
    1: (
        "dan chu (?:o )?co so", "bau cu", "truong thon", "dong gop tu nguyen", "khoan dong gop", "dan biet, dan ban",
        "huong uoc", "tham gia cua nguoi dan", "chu truong chinh sach cua dang", "nang cao y thuc",
        "hop (?:thon|ban|dan)",
    ),
    2: (
        "cong khai,? minh bach", "ho ngheo", "thu,? chi ngan sach", "quy hoach,? ke hoach su dung dat", "gia dat",
        "tiep can thong tin", "giao duc phap luat", "khung gia", "niem yet cong khai", "(?:quyet|du) toan ngan sach",
        "cong khai[^.;]{0,30}(?:quy hoach|ngan sach|du toan)", "thu hoi dat", "den bu", "cung cap thong tin",
    ),
    3: (
        "trach nhiem giai trinh", "tiep cong dan", "khieu nai", "doi thoai", "ban thanh tra nhan dan",
        "giam sat dau tu cua cong dong", "tiep xuc cu tri", "kien nghi cua (?:cong|nguoi) dan", "tro giup phap ly",
        "toa an", "hoa giai", "phan anh,? kien nghi", "giai dap", "duong day nong",
    ),
    4: (
        "tham nhung", "tuyen dung", "nhung nhieu", "tieu cuc", "vu loi", "hoi lo", "ke khai tai san",
        "chuyen doi vi tri cong tac",
    ),
    5: (
        "thu tuc hanh chinh", "tthc", "mot cua", "cap phep xay dung", "giay phep xay dung", "chung thuc",
        "giay chung nhan quyen su dung dat", "quyen su dung dat",
        "(?:tiep nhan|tra ket qua)[^.;]{0,20}(?:ho so|ket qua)",
        "ho so[^.;]{0,25}(?:dung han|tre han|tre hen|ton dong|dat dai)", "xin loi",
    ),
    6: (
        "y te", "kham,? chua benh", "giao duc tieu hoc", "chat luong giao duc", "giao duc va dao tao", "ha tang",
        "an ninh,? trat tu", "toi pham", "bao hiem y te", "truong hoc", "luoi dien", "giao thong", "chat luong dich vu",
        "an ninh to quoc", "dich vu cong lap", "dich vu cong cua don vi", "nguoi benh", "benh vien", "giao vien",
        "hoc sinh", "day them", "ma tuy", "trom cap", "suc khoe", "diem ngap", "chieu sang",
    ),
    7: (
        "moi truong", "rac\\b", "chat thai", "nguon nuoc", "khong khi", "nuoc sach", "o nhiem", "xa thai", "quan trac",
        "cay xanh",
    ),
    8: (
        "chinh quyen dien tu", "chinh quyen so", "thong tin dien tu", "internet", "cong nghe thong tin",
        "chuyen doi so", "dich vu cong truc tuyen", "ung dung cntt", "vien thong", "cong dich vu cong", "cong nghe so",
    ),
}  # fmt: skip
_PATTERNS = {number: tuple(re.compile(rf"\b{sign}") for sign in signs) for number, signs in _SIGNS.items()}
_NOT_NATURE = re.compile(r"moi truong (?:dien tu|mang|dau tu|kinh doanh|lam viec|so|song|phap ly)")


def section_of_text(text: str) -> tuple[int, float] | None:
    """(dimension, confidence): one dimension's words alone, or clearly first and most; else None."""
    folded = _NOT_NATURE.sub(" ", fold(text))
    if _GENERAL.search(folded):
        return None
    hits = {number: _hits(folded, patterns) for number, patterns in _PATTERNS.items()}
    ranked = sorted(((count, -first, number) for number, (count, first) in hits.items() if count), reverse=True)
    if not ranked:
        return None
    if len(ranked) == 1:
        return ranked[0][2], 0.6
    return (ranked[0][2], 0.5) if len(ranked) == 2 or ranked[0][0] > ranked[1][0] else None


def _hits(text: str, patterns: tuple[re.Pattern[str], ...]) -> tuple[int, int]:
    """(how many different signs stand in the text, where the first stands)."""
    found = [match.start() for pattern in patterns if (match := pattern.search(text))]
    return len(found), min(found, default=0)
