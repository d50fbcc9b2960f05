"""Legal bases: "Căn cứ …", "Thực hiện Kế hoạch số …", "Theo đề nghị của …" in the preamble; one per cited document."""

import re
from collections.abc import Iterator, Sequence

from dondoc.plans.rules.outline_lines import Line
from dondoc.toolkit.text import fold

_BASIS = re.compile(
    r"^\W*(?:can cu|theo de nghi|xet de nghi|xet to trinh|thi hanh|(?:tiep tuc )?(?:thuc hien|trien khai))\b"
)
_CITES = re.compile(r"^\W*(?:can cu|theo de nghi|xet)\b|\bso\s*:?\s*\d|\bngay\b")
_NUMBER = re.compile(r"\bsố\s*:?\s*(?P<number>\d+[\w/\-–.&]*(?:/|-)[\wĐđ\-–&./]+)")
_DATE = re.compile(r"ngày\s*(\d{1,2})\s*(?:/|-|tháng)\s*(\d{1,2})\s*(?:/|-|năm)\s*(\d{4})")
_ISSUER = re.compile(
    r"\bcủa\s+(?P<issuer>[^,;]+?)(?=\s+(?:về|ban hành|quy định|phê duyệt|sửa đổi|hướng dẫn|công bố)\b|[,;.]|$)"
)


def read_bases(preamble: Sequence[Line]) -> tuple[dict[str, str | None], ...]:
    """{"text", "number", "date" (ISO), "issuer"} of every basis; a law cited by name has no number."""
    found = (line.text for line in preamble if _BASIS.match(fold(line.text)) and not line.text.isupper())
    return tuple(basis for text in found if _CITES.search(fold(text)) for basis in _cited(text))


def _cited(text: str) -> Iterator[dict[str, str | None]]:
    for part in re.split(r";\s*|,\s*(?=(?:Kế hoạch|Quyết định|Nghị quyết|Chương trình|Chỉ thị|Công văn) số)", text):
        if not part.strip() or not (_BASIS.match(fold(part)) or _NUMBER.search(part)):
            continue
        number, date, issuer = _NUMBER.search(part), _DATE.search(part), _ISSUER.search(part)
        yield {
            "text": part.strip(),
            "number": number["number"].rstrip(".") if number else None,
            "date": f"{date[3]}-{int(date[2]):02d}-{int(date[1]):02d}" if date else None,
            "issuer": issuer["issuer"].strip() if issuer else None,
        }
