"""What has no day: work without end, events, what a law or another plan decides; and references, which are no time."""

import re
from collections.abc import Iterator

from dondoc.schedule.rules.atoms import COUNT, Atom
from dondoc.schedule.rules.letters import Letters
from dondoc.toolkit.text import nfc

# "dung" is "đúng", but not in "xây dựng", "áp dụng", "sử dụng".
_NOT_IN_WORD = r"(?<![a-z0-9])(?<!xay )(?<!ap )(?<!su )(?<!noi )"
# An occasion runs on to the end of its clause, or to where a new time begins.
_NEW_TIME = (
    r"(?:va |nhung |thoi gian |phai |thoi han )*(?:hoan thanh|xong|cham nhat|muon nhat|truoc (?:ngay )?\d"
    r"|truoc thang \d|chot"
    r"|dinh k[yi](?! theo)|hang (?:thang|quy|nam|tuan)|moi (?:thang|quy|nam)|thuong ?xuyen|(?:trong )?thang \d"
    r"|(?:trong )?quy [i\d]"
    r"|(?:trong |ca )?nam 20|ngay \d|\d{1,2}/\d|6 thang|06 thang|dot xuat)"
)
_REST = rf".*?(?=$|;|\. | ?[,(:.] ?{_NEW_TIME}| va (?:dinh k[yi]|thuong ?xuyen|hang (?:thang|quy|nam)|truoc ngay))"

_CONTINUOUS = re.compile(
    rf"{_NOT_IN_WORD}(?:thuong ?xuyen|lien tuc|quanh nam|(?:trong )?suot (?:ca )?nam|xuyen suot|lau dai|thuong nhat"
    rf"|^thuong truc$"
    r"|lam ngay va thuong xuyen)(?![a-z])"
)
_DOCUMENT = (
    r"(?:ke hoach|quyet dinh|nghi quyet|chi thi|cong van|nghi dinh|thong tu|van ban|ket luan|chuong trinh|thong bao"
    r"|luat|bo luat"
    r"|phap lenh|to trinh|bao cao|huong dan|quy dinh|quy che|de an|cong dien|thong tri|kh|qd|nq|nd|tt|ct)"
)
_REFERENCE = re.compile(
    rf"{_NOT_IN_WORD}(?:{_DOCUMENT}(?: [a-z]+){{0,3}}? )?(?:so|so:) ?\d+[a-z]*[/-](?=[\d/-]*[a-z])[a-z0-9/.-]+"
    r"(?:,? ?(?:ngay|de ngay) ?\d{1,2}(?:[/.-]| thang )\d{1,2}(?:(?:[/.-]| nam )\d{4})?)?"
)
_REFERENCE_DATE = re.compile(
    rf"{_NOT_IN_WORD}{_DOCUMENT}(?: [a-z]+){{0,6}}? ngay ?\d{{1,2}}(?:[/.-]| thang )\d{{1,2}}(?:[/.-]"
    rf"| nam )\d{{4}}(?= cua)"
)
_REFERENCE_YEAR = re.compile(
    rf"{_NOT_IN_WORD}(?:luat|bo luat|phap lenh|hien phap)(?: [a-z,-]+){{1,9}}? nam (?:19|20)\d\d"
)

_PHASES = re.compile(
    rf"{_NOT_IN_WORD}(?:ngay )?(?P<phases>(?:truoc|trong|sau)(?:(?: ?[,/-] ?| va | hoac )+(?:truoc|trong"
    rf"|sau)(?: khi)?)+) {_REST}"
)
_WHEN = re.compile(rf"{_NOT_IN_WORD}(?:ngay )?(?:(?:tu|truoc|sau|trong|moi) )?(?P<khi>khi)(?![a-z]) {_REST}")
_AFTER = re.compile(
    rf"{_NOT_IN_WORD}(?:ngay )?(?:sau|truoc) (?!(?:ngay |thang |quy |nam )?(?:\d|[ivl]+(?![a-z])|(?:hoac )?dung"
    rf"|thoi han|thoi diem|han|day"
    r"|het|cuoi|dau |giua|mat|nhan dan|phap luat|ubnd|uy ban|chu tich|thang (?:cuoi|dau)|mung|mong|yeu cau|moc))"
    rf"{_REST}"
)
_TERM = re.compile(
    rf"{_NOT_IN_WORD}(?:(?:trong|sau|khong qua|cham nhat|toi da|cham nhat la|vong|thoi han|thoi gian|han"
    rf"|truoc) )*{COUNT} ?"
    rf"(?:ngay|gio|thang|tuan|h)(?: ?lam viec)?,? (?:(?:ke|tinh) (?:tu|ngay|khi)|tu (?:ngay|khi|luc)|sau (?:khi"
    rf"|ngay)|truoc (?:khi|ngay (?!\d))"
    rf"|khi ) ?{_REST}"
)
_OCCASION = re.compile(
    rf"{_NOT_IN_WORD}(?:trong (?:suot )?(?:qua trinh|thoi gian (?:dien ra|to chuc|tien hanh|khao sat))"
    r"|(?:vao |nhan |trong |cac )?(?:dip|le,? tet|ngay le)|dot xuat"
    rf"|theo (?:vu viec|tung vu viec)|(?:trong|tai|theo|cac|moi"
    r"|vao) (?:cac |tung |moi )?(?:ky|dot|cuoc|buoi|hoi nghi|phien)(?: hop| tuyen| kiem| sinh| tiep| bau| thi"
    r"| giao ban| [a-z]+)"
    r"|(?:co )?phat sinh|(?:theo|theo su) (?:yeu cau|de nghi|nhu cau)|bau cu|ky hop|ngay khi|theo (?:tinh hinh "
    r"|thuc te )+phat sinh)"
    rf"(?![a-z])(?! nhiem vu){_REST}"
)
_LAW = r"(?:phap luat|(?:luat|bo luat|phap lenh|nghi dinh|thong tu|hien phap))"
_BY_LAW = re.compile(
    rf"{_NOT_IN_WORD}(?:(?:theo|dung|trong|bao dam|dam bao|thuc hien|can cu|phu hop)(?: voi)? )?"
    r"(?:cac |dung |thoi |han |gian |diem |hieu |luong |tien do |che do )*(?:qu[yi] ?dinh|luat dinh)"
    rf"(?![a-z]){_REST}|{_NOT_IN_WORD}(?:theo|dung|can cu) (?:cac |dung |cua )*{_LAW}(?![a-z]){_REST}"
)
_PLAN_WORD = (
    r"(?:(?:cac |tung |noi dung |tien do |thoi gian |lo trinh )*(?:ke hoach|kh|chuong trinh|ctr|de an|phuong an"
    r"|du an|lo trinh|tien do|lich"
    r"|quyet dinh|nghi quyet|chi dao|huong dan|quy che|hop dong|thong bao|van ban|phan cong|quy uoc))(?![a-z])"
)
_TIME_WORD = (
    r"(?:(?:tung |hang |moi )?(?:thang|quy(?! (?:che|uoc|hoach|trinh|mo)(?![a-z]))|nam)(?![a-z])|dinh k|thuong ?xuyen)"
)
_PLAN = re.compile(
    rf"(?:{_NOT_IN_WORD}(?:theo|gan voi|gan lien voi|bam sat|can cu(?: vao)?|tuy theo|tuy|tuy thuoc(?: vao)?"
    rf"|dung(?= (?:ke hoach|tien do|lo trinh|lich|thoi gian))|cung|cung voi|long ghep"
    rf"|phu hop voi|thuc hien theo|song song voi) (?!{_TIME_WORD})|^(?={_PLAN_WORD})){_REST}"
)


def occasion_atoms(letters: Letters) -> Iterator[Atom]:
    """Every occasion in the letters, overlapping ones too; best kinds first."""
    flat = letters.flat
    for pattern in (_REFERENCE, _REFERENCE_DATE, _REFERENCE_YEAR):
        for found in pattern.finditer(flat):
            yield Atom("reference", *found.span())
    for found in _CONTINUOUS.finditer(flat):
        yield Atom("continuous", *found.span())
    for found in _PHASES.finditer(flat):
        yield Atom("event", *found.span(), phases=_phases(found["phases"]))
    yield from _events(letters)
    for found in _BY_LAW.finditer(flat):
        yield Atom("by-law", *found.span())
    for found in _PLAN.finditer(flat):
        yield Atom("plan", *found.span())


def _events(letters: Letters) -> Iterator[Atom]:
    for found in _TERM.finditer(letters.flat):
        yield Atom("event", *found.span())
    for found in _WHEN.finditer(letters.flat):
        if "í" not in nfc(letters.printed(*found.span("khi"))).casefold():
            yield Atom("event", *found.span())
    for pattern in (_AFTER, _OCCASION):
        for found in pattern.finditer(letters.flat):
            yield Atom("event", *found.span())


def _phases(printed: str) -> tuple[str, ...]:
    names = {"truoc": "before", "trong": "during", "sau": "after"}
    return tuple(names[word] for word in re.findall(r"truoc|trong|sau", printed))
