"""Who issued a document, and of which level: from the head, else from what the text says of its issuer."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dondoc.plans.rules.blocks import Place
from dondoc.plans.rules.outline import split_type
from dondoc.plans.rules.outline_lines import Line
from dondoc.toolkit.text import UPPER, fold
from dondoc.units.rules.levels import COMMUNE, DISTRICT, PROVINCE, is_central_city

_LEVELS = {
    "tinh": PROVINCE, "huyen": DISTRICT, "quan": DISTRICT, "thi xa": DISTRICT, "xa": COMMUNE, "phuong": COMMUNE,
    "thi tran": COMMUNE, "dac khu": COMMUNE,
}  # fmt: skip
_KIND = r"(?:tỉnh|huyện|quận|thị xã|thành phố|xã|phường|thị trấn|đặc khu|TP\.?)"
_NAME = r"(?:\s+(?:[" + UPPER + r"][\w'’\-]*|\d{1,2}))"
_PEOPLE = r"(?:UBND|(?:Ủy|Uỷ|ủy|uỷ) ban nhân dân|(?:Ủy|Uỷ) ban Nhân dân)"
_UNIT = re.compile(rf"\b(?P<kind>(?i:{_KIND}))(?!\w)(?P<name>{_NAME}{{1,5}})?")
_ISSUES = re.compile(
    rf"{_PEOPLE}\s+(?P<kind>{_KIND})(?P<name>{_NAME}{{1,4}})?\s+(?:\(.*?\)\s+)?"
    r"(?:ban hành|xây dựng|đề ra|lập|triển khai|yêu cầu|tổ chức|tiếp tục)"
)
_OF = re.compile(rf"của\s+{_PEOPLE}\s+(?P<kind>{_KIND})(?P<name>{_NAME}{{1,4}})?")
_MOTTO = re.compile(r"\s*(?:C[ỘO]NG\s+H[ÒOÓ][ÀA]?\s+X[ÃA]\s+H[ỘO]I|Đ[ộo]c l[ậa]p\s*[-–]|ĐẢNG CỘNG SẢN).*$", re.DOTALL)
_NUMBER = re.compile(r"^\W*S[ốôóoỐÔÓ]\s*[:.]?\s*[\d\s./…_]")


@dataclass(frozen=True, slots=True)
class Issuer:
    """The name in ordinary capitals, its level, how sure, where it was read."""

    name: str | None = None
    level: str | None = None
    confidence: float = 0.0
    place: Place | None = None


def read_issuer(
    head: Sequence[Line], captions: Sequence[Line], text: Sequence[Line], *, place: str | None, year: int | None
) -> Issuer:
    """The issuer from the head block; where that is missing, from an annex caption or a sentence ("UBND huyện ban
    hành kế hoạch …"), its name from the place in the date line; then with less confidence."""
    printed = _from_head(head, year)
    if printed.level:
        return printed
    for lines, pattern, confidence in ((captions, _OF, 0.8), (text, _ISSUES, 0.7), (text, _UNIT, 0.4)):
        for line in lines:
            for match in pattern.finditer(line.text):
                if found := _inferred(match, place, year):
                    name, level = found
                    return Issuer(printed.name or name, level, confidence, line.place(match.start(), match.end()))
    return printed


def _from_head(head: Sequence[Line], year: int | None) -> Issuer:
    """Capitals left of the motto: "UBND HUYỆN A / ỦY BAN NHÂN DÂN / XÃ B": the last body and its place."""
    rows = [(line, re.split(r"[\t|]", _MOTTO.sub("", line.text))[0].strip(" *_-|")) for line in head]
    rows = [
        (line, row) for line, row in rows if row and row.isupper() and not _NUMBER.match(row) and not split_type(row)
    ]
    if not rows:
        return Issuer()
    start = max((i for i, (_, row) in enumerate(rows) if _is_people(row)), default=0)
    own = _own_rows([row for _, row in rows], start)
    level = level_of_unit(" ".join(own), year) or level_of_unit(" ".join(row for _, row in rows), year)
    return Issuer(in_ordinary_capitals(" ".join(own)), level, 0.95 if level else 0.5, rows[start][0].place())


def _is_people(row: str) -> bool:
    return fold(row).startswith(("uy ban nhan dan", "ubnd"))


def _own_rows(rows: Sequence[str], start: int) -> list[str]:
    """The rows of the issuer itself: under "UBND TỈNH A" a department, else the committee with its place."""
    tail = rows[start + 1 :]
    if _is_people(rows[start]) and _UNIT.search(rows[start]) and tail and not _UNIT.match(tail[0]):
        return list(tail)
    return list(rows[start : start + 2]) if not _UNIT.search(rows[start]) else [rows[start]]


def level_of_unit(text: str, year: int | None) -> str | None:
    """province | district | commune of the last unit named; a city is a province only under the central government."""
    found = None
    for match in _UNIT.finditer(text):
        kind = fold(match["kind"])
        if kind in ("thanh pho", "tp", "tp."):
            found = PROVINCE if is_central_city(match["name"] or text[match.end() :], year) else DISTRICT
        else:
            found = _LEVELS[kind]
    return found


def _inferred(match: re.Match[str], place: str | None, year: int | None) -> tuple[str, str] | None:
    kind = match["kind"]
    if kind.lower() != kind and not kind.upper().startswith("TP"):
        return None
    name = (match["name"] or "").strip() or (place or "").strip()
    level = level_of_unit(f"{kind} {name}", year)
    return (f"Ủy ban nhân dân {kind} {name}".strip(), level) if level else None


def in_ordinary_capitals(text: str) -> str:
    """ "ỦY BAN NHÂN DÂN TỈNH ĐẮK NÔNG" -> "Ủy ban nhân dân tỉnh Đắk Nông"; "SỞ NỘI VỤ" -> "Sở Nội vụ"."""
    match = _UNIT.search(text)
    body, unit = (text[: match.start()].strip(), text[match.start() :]) if match else (text.strip(), "")
    words = body.split()
    is_committee = fold(body).startswith("uy ban nhan dan")
    ordinary = body.capitalize() if is_committee or len(words) < 2 else _department(words)
    if words[:1] == ["UBND"]:
        ordinary = "UBND"
    kind, _, name = unit.partition(" ") if not fold(unit).startswith(("thi", "thanh", "dac")) else _two_words(unit)
    return " ".join(part for part in (ordinary, kind.lower(), name.title()) if part)


def _department(words: Sequence[str]) -> str:
    return " ".join([words[0].capitalize(), words[1].capitalize(), *(word.lower() for word in words[2:])])


def _two_words(unit: str) -> tuple[str, str, str]:
    words = unit.split()
    return " ".join(words[:2]), " ", " ".join(words[2:])
