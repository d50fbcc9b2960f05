"""The parts of an edition as lines of text: code; parent; number; name; least; most.

A table pasted from a spreadsheet (tabs) and one typed (semicolons) are read alike. Every fault names its line; all are
found at once. The code of a dimension has no "_", that of a component begins with its dimension's and "_".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from dondoc.toolkit.text import clean

CODE = re.compile(r"[A-Z][A-Z0-9]{0,9}(?:_[A-Z0-9]{1,9})?")
RESERVED = frozenset({"TOTAL", "PAPI"})
COLUMNS = 6


@dataclass(frozen=True, slots=True)
class PartLine:
    """One part as typed. `parent` is empty for a dimension."""

    code: str
    parent: str
    number: str
    name: str
    least: Decimal
    most: Decimal

    @property
    def level(self) -> str:
        return "component" if self.parent else "dimension"


def parse_lines(text: str) -> tuple[list[PartLine], list[str]]:
    """The parts, and a sentence for each line that is wrong; empty lines and a head line are left out."""
    parts: list[PartLine] = []
    faults: list[str] = []
    for number, line in enumerate(clean(text).splitlines(), 1):
        cells = [cell.strip() for cell in re.split(r"\t|;", line)]
        if not any(cells) or cells[0].lower() in ("mã", "ma", "code"):
            continue
        told = _part(cells, parts)
        if isinstance(told, PartLine):
            parts.append(told)
        else:
            faults.append(f"Dòng {number}: {told}")
    if not parts and not faults:
        faults.append("Chưa có phần nào. Viết mỗi phần một dòng: mã; mã cấp trên; số; tên; điểm thấp nhất; cao nhất.")
    return parts, faults


def _part(cells: Sequence[str], before: Sequence[PartLine]) -> PartLine | str:
    if len(cells) != COLUMNS:
        return f"có {len(cells)} cột, cần đủ {COLUMNS}: mã; mã cấp trên; số; tên; thấp nhất; cao nhất."
    code, parent, number, name = cells[0].upper(), cells[1].upper(), cells[2][:8], " ".join(cells[3].split())[:200]
    if not CODE.fullmatch(code) or code in RESERVED:
        return f"mã “{cells[0]}” không hợp lệ: chữ hoa không dấu và số, ví dụ D1 hoặc D1_KNOW."
    if any(part.code == code for part in before):
        return f"mã {code} đã có ở dòng trên."
    if parent and not any(part.code == parent and not part.parent for part in before):
        return f"mã cấp trên {parent} chưa có ở dòng nào phía trên."
    if parent and not code.startswith(f"{parent}_"):
        return f"mã {code} phải bắt đầu bằng {parent}_ vì thuộc {parent}."
    if not parent and "_" in code:
        return f"mã {code} có dấu gạch dưới thì phải ghi mã cấp trên."
    if not name:
        return "chưa có tên."
    try:
        least, most = (Decimal(cell.replace(",", ".")) for cell in cells[4:])
    except InvalidOperation:
        return "điểm thấp nhất và cao nhất phải là số."
    if not (least.is_finite() and most.is_finite() and -1000 <= least < most <= 1000):
        return "điểm thấp nhất phải nhỏ hơn điểm cao nhất, trong khoảng -1000 đến 1000."
    return PartLine(code, parent, number, name, least, most)


def write_lines(parts: Sequence[tuple[str, str, str, str, Decimal, Decimal]]) -> str:
    """What `parse_lines` reads back."""
    return "\n".join(
        "; ".join([code, parent, number, name.replace(";", ","), _plain(least), _plain(most)])
        for code, parent, number, name, least, most in parts
    )


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")
