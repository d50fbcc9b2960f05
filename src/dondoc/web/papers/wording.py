"""The fixed lines of a document as NĐ 30/2020 (Phụ lục I) has them written. Pure: a paper in, lines out."""

import re
from collections.abc import Sequence
from datetime import date

from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.numbering import to_roman
from dondoc.web.papers.paper import NAMES, Kind, Paper, Signature

_BLANK = "     "
# "Không ghi học hàm, học vị" before the signatory's name (Phụ lục I, phần II, mục 7).
_DEGREES = re.compile(r"^(?:(?:PGS|GS|TSKH|TS|ThS|BS|KS|CN|LS|NGƯT|NGND|CKI{1,2}|CK[12])\.?\s*)+(?=[^\W\d_])")
_TYPES = {kind.value.lower() for kind in Kind if kind}


def symbol(paper: Paper) -> str:
    """`BC-UBND`; of a letter the body and its unit alone, `UBND-VX`. Refuses a letter whose symbol names a kind."""
    body = re.sub(r"\s*([-/])\s*", r"\1", paper.symbol.strip())
    if paper.kind is Kind.LETTER:
        if body.split("-")[0].lower() in _TYPES | {"cv"}:
            raise BadInput("paper-symbol", "Ký hiệu công văn không có tên loại: bỏ “{kind}-”.", kind=body.split("-")[0])
        return body
    return body if body.startswith(f"{paper.kind}-") else f"{paper.kind}-{body}"


def number(value: int | str | None) -> str:
    """`05`, `128`, `05a`; a blank where the registry has not given one."""
    text = str(value or "").strip()
    return (text.zfill(2) if text.isdigit() else text) if text else _BLANK


def number_line(paper: Paper) -> str:
    return f"Số: {number(paper.number)}/{symbol(paper)}"


def day_words(paper: Paper) -> str:
    """`ngày 05 tháng 02 năm 2026`: days below 10 and the months 1 and 2 with a zero; the day blank until signed."""
    on = paper.dated_on or paper.drafted_on
    if on is None:
        return f"ngày{_BLANK}tháng{_BLANK}năm{_BLANK}".rstrip()
    day = f" {on.day:02} " if paper.dated_on else _BLANK
    return f"ngày{day}tháng {month(on)} năm {on.year}"


def month(on: date) -> str:
    return f"{on.month:02}" if on.month <= 2 else str(on.month)


def place_line(paper: Paper) -> str:
    return f"{paper.place}, {day_words(paper)}"


def bases(paper: Paper) -> list[str]:
    """Each ends with ";", the last with "."."""
    return ended(paper.bases)


def ended(lines: Sequence[str]) -> list[str]:
    stripped = [line.strip().rstrip(";.,") for line in lines if line.strip()]
    return [f"{line}{';' if number < len(stripped) else '.'}" for number, line in enumerate(stripped, 1)]


def addressed(paper: Paper) -> list[str]:
    """`Kính gửi: …` on one line for one; for more, a line each with a dash."""
    lines = ended(paper.addressed_to)
    if len(lines) < 2:
        return [f"Kính gửi: {line}" for line in lines]
    return ["Kính gửi:", *(f"- {line}" for line in lines)]


def recipients(paper: Paper) -> list[str]:
    """`- …;` and at the end `- Lưu: VT, NV.`; what is addressed to somebody begins with `- Như trên;`."""
    given = [one.strip().removeprefix("-").strip().rstrip(";.") for one in paper.recipients if one.strip()]
    if paper.addressed_to and not any(one.lower() == "như trên" for one in given):
        given.insert(0, "Như trên")
    if not any(one.startswith("Lưu:") for one in given):
        given.append(f"Lưu: {paper.archive}")
    return [f"- {line}" for line in ended(given)]


def powers(signature: Signature) -> list[str]:
    """The lines above the name, in capitals: by which power, then the post."""
    lines = [
        f"{sign}. {body}"
        for sign, body in (
            ("TM", signature.collective),
            ("TL", signature.order_of),
            ("TUQ", signature.mandate_of),
            ("KT", signature.deputy_of),
        )
        if body
    ]
    lines.append(f"Q. {signature.position}" if signature.is_acting else signature.position)
    return [line.upper() for line in lines]


def signatory(signature: Signature) -> str:
    """The name without degrees or titles."""
    return _DEGREES.sub("", signature.name.strip())


def annex_name(number: int, count: int) -> str:
    return f"Phụ lục {to_roman(number)}" if count > 1 else "Phụ lục"


def annex_of(paper: Paper) -> str:
    """`(Kèm theo Báo cáo số     /BC-UBND ngày     tháng 11 năm 2026 của …)`."""
    line = f"số {number(paper.number)}/{symbol(paper)} {day_words(paper)}"
    return f"(Kèm theo {NAMES[paper.kind]} {line} của {' '.join(paper.issuer.split())})"
