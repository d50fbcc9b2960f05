"""An official list of units (.csv or .xlsx, as the statistics office gives them out) to neutral rows.

Columns are known by their heads, in any order: the code, the name, the level or kind, and the code of the province (and
district). A list may also carry all levels beside one another ("Mã TP", "Mã QH", "Mã PX" with their names).
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence

from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.text import clean, fold
from dondoc.units.rules.catalogue import COMMUNE, DISTRICT, PROVINCE, split_kind
from dondoc.units.rules.differences import Listed

MOST_ROWS = 40_000
_LEVEL_OF = {
    "tỉnh": PROVINCE, "huyện": DISTRICT, "quận": DISTRICT, "thị xã": DISTRICT, "xã": COMMUNE, "phường": COMMUNE,
    "thị trấn": COMMUNE, "đặc khu": COMMUNE,
}  # fmt: skip
_WIDTH = {PROVINCE: 2, DISTRICT: 3, COMMUNE: 5}
# What a head must hold; the first that fits a column counts.
_HEADS = (
    ("name_province", r"^(?:ten )?(?:tinh|tinh ?[/,]? ?thanh pho|tinh tp)$|^ten (?:tinh|tp)"),
    ("name_district", r"^(?:ten )?(?:quan ?[/,]? ?huyen)|^ten (?:qh|huyen)"),
    ("name_commune", r"^(?:ten )?(?:phuong ?[/,]? ?xa|xa ?[/,]? ?phuong)|^ten (?:px|xa)"),
    ("code_province", r"ma (?:tinh|tp|t\.?p|t)\b"),
    ("code_district", r"ma (?:qh|quan|huyen|h)\b"),
    ("code_commune", r"ma (?:px|phuong|xa|p)\b"),
    ("code", r"^ma(?: so| don vi| dvhc)?$"),
    ("name", r"^ten(?: don vi| dvhc| goi)?(?: hanh chinh)?$"),
    ("kind", r"^(?:cap|loai|loai hinh|kieu)\b"),
)  # fmt: skip


def read_official(content: bytes, name: str) -> list[Listed]:
    """The rows of a list, each unit once. Refuses a file of another kind, one without the columns needed, and one
    without rows, and says what is missing."""
    rows = _table(content, name)
    at, columns = _head(rows)
    found = dict.fromkeys(unit for row in rows[at + 1 :] for unit in _units(row, columns))
    if not found:
        raise BadInput("units-empty", "Danh mục không có dòng nào đọc được. Kiểm tra cột mã và cột tên.")
    return list(found)


def _table(content: bytes, name: str) -> list[list[str]]:
    if content[:2] == b"PK":
        return _xlsx(content)
    if name.lower().endswith((".csv", ".txt")):
        return _csv(content)
    raise BadInput("units-file", "Chỉ đọc được tệp .csv hoặc .xlsx. Lưu lại danh mục theo một trong hai dạng này.")


def _csv(content: bytes) -> list[list[str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput("units-encoding", "Tệp .csv phải lưu theo bảng mã UTF-8. Lưu lại rồi gửi.") from None
    mark = max(",;\t", key=text[:2000].count)
    return [[clean(cell).strip() for cell in row] for row in csv.reader(io.StringIO(text), delimiter=mark)][:MOST_ROWS]


def _xlsx(content: bytes) -> list[list[str]]:
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise BadInput("units-xlsx-absent", "Máy này chưa đọc được .xlsx. Lưu danh mục thành .csv rồi gửi.") from None
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        rows = sheet.iter_rows(max_row=MOST_ROWS, max_col=20, values_only=True)
        return [["" if cell is None else clean(str(cell)).strip() for cell in row] for row in rows]
    except Exception:
        raise BadInput(
            "units-xlsx", "Tệp .xlsx hỏng hoặc không phải bảng tính. Mở bằng Excel, lưu lại rồi gửi."
        ) from None


def _head(rows: Sequence[Sequence[str]]) -> tuple[int, dict[str, int]]:
    """The line that names the columns, within the first ten, and what stands where."""
    for at, row in enumerate(rows[:10]):
        columns: dict[str, int] = {}
        for index, cell in enumerate(row):
            flat = re.sub(r"[^a-z/, ]", " ", fold(cell)).strip()
            meaning = next((what for what, pattern in _HEADS if re.search(pattern, flat)), None)
            if meaning:
                columns.setdefault(meaning, index)
        if {"code", "name"} <= set(columns) or {"code_province", "name_province"} <= set(columns):
            return at, columns
    raise BadInput("units-columns", "Không thấy cột mã và cột tên đơn vị trong mười dòng đầu. Đặt tên cột rồi gửi lại.")


def _units(row: Sequence[str], columns: dict[str, int]) -> Iterator[Listed]:
    def cell(what: str) -> str:
        index = columns.get(what)
        return row[index] if index is not None and index < len(row) else ""

    above = ""
    for level, suffix in ((PROVINCE, "province"), (DISTRICT, "district"), (COMMUNE, "commune")):
        code, name = cell(f"code_{suffix}"), cell(f"name_{suffix}")
        if code and name and f"name_{suffix}" in columns and f"code_{suffix}" in columns:
            found = _listed(level, code, name, "", above)
            if found:
                yield found
                above = found.code
    if "code" in columns and "name" in columns and cell("code") and cell("name"):
        parent = _padded(cell("code_district"), DISTRICT) or _padded(cell("code_province"), PROVINCE)
        alone = _listed("", cell("code"), cell("name"), cell("kind"), parent)
        if alone:
            yield alone


def _listed(level: str, code: str, name: str, kind: str, parent: str) -> Listed | None:
    its_kind, bare = split_kind(name)
    its_kind = its_kind or split_kind(f"{kind} x")[0] or ""
    level = level or _LEVEL_OF.get(its_kind, DISTRICT if len(code) == 3 else PROVINCE)
    digits = re.sub(r"\D", "", code.removesuffix(".0"))
    if not digits or not its_kind or not bare:
        return None
    return Listed(level, _padded(digits, level), its_kind, bare, "" if level == PROVINCE else parent)


def _padded(code: str, level: str) -> str:
    digits = re.sub(r"\D", "", code.removesuffix(".0"))
    return digits.zfill(_WIDTH[level]) if digits else ""
