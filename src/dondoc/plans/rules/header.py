"""The head of a document: number, symbol, date, place, type, title, year; with issuer, signature, recipients, bases.

Blanks are allowed as offices leave them: "Số: /KH-UBND" has no number, "ngày   tháng 5 năm 2023" is "2023-05".
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import reduce

from dondoc.plans.rules.blocks import Place
from dondoc.plans.rules.closing import read_closing
from dondoc.plans.rules.drafts import Header
from dondoc.plans.rules.findings import Finding, finding
from dondoc.plans.rules.header_bases import read_bases
from dondoc.plans.rules.header_issuer import read_issuer
from dondoc.plans.rules.outline import Outline, split_type
from dondoc.plans.rules.outline_lines import Line, join
from dondoc.toolkit.text import fold

_NUMBER = re.compile(
    r"\bS[ốôóoỐÔÓ]\s*[:.;]?\s*(?P<number>\d+[A-Za-z]?)?[\s.…_]*(?:/\s*\d{4}\s*)?[/\-–]\s*"
    r"(?P<symbol>[A-ZĐ][\wĐđ.]*(?:\s?[-–/]\s?[A-ZĐ][\wĐđ&.]*)+)"
)
_DATE = re.compile(
    r"(?P<place>[^\n,;]{2,60}?)\s*[,.;]?\s*\bng[àa]y\s*(?P<day>\d{1,2})?[\s.…_/]*th[áa]ng\s*(?P<month>\d{1,2})?"
    r"[\s.…_/]*n[ăaâ]m\s*(?P<year>20\d{2})"
)
_CAPTION_DATE = re.compile(
    r"ngày\s*(?P<day>\d{1,2})?\s*(?:/|tháng)\s*(?P<month>\d{1,2})?\s*(?:/|năm)\s*(?P<year>20\d{2})"
)
_YEAR = re.compile(r"\b(?:20\d{2})\b")
_YEAR_SAID = re.compile(r"n[ăaâ]m\s*(20\d{2})", re.IGNORECASE)
_SUBJECT = re.compile(r"^\W*V/v[:.]?\s*(?P<title>.+)$", re.IGNORECASE | re.DOTALL)
_CAPTION = re.compile(r"^\W*(?:ban hanh )?(?:kem theo|dinh kem)\b")
_OPENING = re.compile(
    r"^\W*(?:can cu|thuc hien|thi hanh|de |nham|trien khai|chi so|trong nam|theo |nam \d{4},|uy ban nhan dan"
    r"|ubnd|kinh gui|chu tich|xet |thuong truc|tiep tuc thuc hien|qua |hien nay|phat huy"
    r"|tren co so|sau khi|voi muc tieu)"
)
# Who decides, in capitals under the title of a decision.
_AUTHORITY_LINE = re.compile(r"^(?:CHỦ TỊCH\s+)?(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|GIÁM ĐỐC)\b")
# A title that a reader ran together with the preamble below it.
_RUN_ON = re.compile(
    r"(?P<title>.{20,}?)\s+(?:C[ăa]n c[ứư]|Th[ựư]c hi[ệê]n|Nh[ằă]m|Để|Tri[ểê]n khai|Trong n[ăa]m|Năm 20\d\d"
    r"|Tr[êe]n c[ơo] s[ởơ]|Sau khi|Ti[ếê]p t[ụu]c|Qua|[ỦU][ỷy] ban nh[âa]n d[âa]n)"
    r"\s.{60,}[:.;]\W*$",
    re.DOTALL,
)
_PREAMBLE_LENGTH = 130
_TYPE_OF_CODE = {
    "KH": "KẾ HOẠCH", "QĐ": "QUYẾT ĐỊNH", "CTR": "CHƯƠNG TRÌNH", "CT": "CHỈ THỊ", "NQ": "NGHỊ QUYẾT", "BC": "BÁO CÁO",
    "TB": "THÔNG BÁO", "HD": "HƯỚNG DẪN", "ĐA": "ĐỀ ÁN", "PA": "PHƯƠNG ÁN", "TTR": "TỜ TRÌNH", "CĐ": "CÔNG ĐIỆN",
}  # fmt: skip


def read_header(outline: Outline, *, year: int | None) -> Header:
    """The document's own fields. `year` stands in only where neither title nor date says one."""
    head = outline.head or outline.preamble[:12]
    where: dict[str, Place] = {}
    number, symbol = _number(head, outline.captions, where)
    date, place = _date(head, outline.captions, where)
    kind, title = _type_and_title(outline, symbol, where)
    said = _year(title, date) or year
    text = (*outline.preamble[-2:], *outline.preamble, *(node.line for root in outline.body for node in root.walk()))
    issuer = read_issuer(outline.head, outline.captions, text, place=place, year=said)
    closing = read_closing(outline.closing)
    where |= closing.where | ({"issuer": issuer.place} if issuer.place else {})
    return Header(
        number=number, symbol=symbol, date=date, place=place, year=said, type=kind, title=title, issuer=issuer.name,
        issuer_level=issuer.level, signer=closing.signer, signer_position=closing.position, signing_mode=closing.mode,
        signed_for=closing.signed_for, recipients=closing.recipients, legal_bases=read_bases(outline.preamble),
        where=where, confidence={"issuer": issuer.confidence, "issuer_level": issuer.confidence},
    )  # fmt: skip


def header_findings(header: Header) -> tuple[Finding, ...]:
    """What a person should fill in or look at: a blank number or day, an issuer not printed, no signer."""
    found: list[Finding] = []
    if not header.number:
        found.append(finding("number-blank", header.where.get("number")))
    if not header.date or len(header.date) < len("2024-01-01"):
        found.append(finding("date-blank", header.where.get("date"), date=header.date or "…"))
    if header.issuer and header.confidence.get("issuer", 0) < 0.9:
        found.append(finding("issuer-inferred", header.where.get("issuer"), issuer=header.issuer))
    if not header.signer:
        found.append(finding("signer-missing"))
    return tuple(found)


def _number(head: Iterable[Line], captions: Iterable[Line], where: dict[str, Place]) -> tuple[str | None, str | None]:
    """(number, symbol); a blank number is looked up in the annex's caption."""
    found: tuple[str | None, str | None] = (None, None)
    for line in (*head, *captions):
        match = _NUMBER.search(line.text)
        if match and (found == (None, None) or (found[0] is None and match["number"])):
            symbol = re.sub(r"\s", "", match["symbol"]).replace("–", "-").strip(".")
            found = (match["number"], found[1] or symbol)
            where["number"] = line.place(match.start(), match.end())
    return found


def _date(head: Iterable[Line], captions: Iterable[Line], where: dict[str, Place]) -> tuple[str | None, str | None]:
    """(ISO date, shorter where a part is blank; place)."""
    for line in head:
        if match := _DATE.search(line.text):
            where["date"] = line.place(match.start(), match.end())
            place = re.split(r"[\t|]", _NUMBER.sub("", match["place"]))[-1].strip(" *_-:")
            return iso(match["year"], match["month"], match["day"]), place or None
    for line in captions:
        if match := _CAPTION_DATE.search(line.text):
            where["date"] = line.place(match.start(), match.end())
            return iso(match["year"], match["month"], match["day"]), None
    return None, None


def iso(year: str, month: str | None, day: str | None) -> str:
    """ "2024-07-18", or as much of it as is printed: "2023-05", "2021"."""
    if not month or not 1 <= int(month) <= 12:
        return year
    return f"{year}-{int(month):02d}" + (f"-{int(day):02d}" if day and 1 <= int(day) <= 31 else "")


def _type_and_title(outline: Outline, symbol: str | None, where: dict[str, Place]) -> tuple[str | None, str | None]:
    if outline.head and (parted := split_type(outline.head[-1].text)):
        kind, rest = _as_spelt(parted[0]), parted[1]
        where["type"] = outline.head[-1].place()
        return kind, _title(outline.preamble, rest, where)
    for line in outline.preamble:
        if match := _SUBJECT.match(line.text):
            where["title"] = line.place()
            return "CÔNG VĂN", match["title"].strip(" .;*")
    code = fold((symbol or "").split("-")[0]).upper()
    kinds = {fold(known).upper(): kind for known, kind in _TYPE_OF_CODE.items()}
    return kinds.get(code), _title(outline.preamble, "", where) if code else None


def _as_spelt(kind: str) -> str:
    """A type of document that a scan misspelt ("KẾ HOACH") as it is written."""
    known = {fold(name): name for name in _TYPE_OF_CODE.values()}
    return known.get(fold(kind), kind) if kind.isupper() else kind


def _title(preamble: Sequence[Line], rest: str, where: dict[str, Place]) -> str | None:
    """The lines under the type up to the preamble, put together; `rest` stands behind the type in its own line."""
    lines = list(preamble[: _title_count(preamble, rest)])
    if lines and (run_on := _RUN_ON.match(lines[-1].text)):
        lines[-1] = replace(lines[-1], text=run_on["title"])
    if lines:
        where["title"] = reduce(join, lines).place()
    text = " ".join(part for part in (rest, *(line.text for line in lines)) if part)
    return text.strip(" *_-–.;") or None


def _title_count(preamble: Sequence[Line], rest: str) -> int:
    """How many lines at the head of the preamble are title."""
    title = rest
    for count, line in enumerate(preamble):
        if _CAPTION.match(fold(line.text)) or (title and not _goes_on(title, line)):
            return count
        if _RUN_ON.match(line.text):
            return count + 1
        title = f"{title} {line.text}".strip()
    return len(preamble)


def preamble_of(outline: Outline) -> Sequence[Line]:
    """The preamble without the title that stands over it."""
    parted = split_type(outline.head[-1].text) if outline.head else None
    return outline.preamble[_title_count(outline.preamble, parted[1] if parted else "") :]


def _goes_on(title: str, line: Line) -> bool:
    """Whether a line under the title still belongs to it."""
    text = line.text.strip(" *")
    if line.is_labelled or text[-1:] in ".;:," or len(text) > _PREAMBLE_LENGTH or _AUTHORITY_LINE.match(text):
        return False
    if text[0].islower() or (title.isupper() and text.isupper()):
        return True
    return not _OPENING.match(fold(text))


def _year(title: str | None, date: str | None) -> int | None:
    """The year in the title ("năm 2024"); of a span of years the document's own if inside it, else the first."""
    issued = int(date[:4]) if date else None
    said = _YEAR_SAID.findall(title or "")
    if said:
        return int(said[0])
    years = [int(text) for text in _YEAR.findall(title or "")]
    if len(years) >= 2 and issued and years[0] <= issued <= years[-1]:
        return issued
    return years[0] if years else issued
