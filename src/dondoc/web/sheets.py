"""Rows to an .xlsx file: typed cells, a head that stays, widths that fit; written row by row, whatever their number."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST = 32_000  # a cell holds no more, and no control characters, which documents read from scans do
_WIDEST = 60


def write_sheet(name: str, heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """One sheet. Text is text: what begins like a formula is never taken for one."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet(name[:31])
    sheet.freeze_panes = "A2"
    for number, head in enumerate(heads, 1):
        sheet.column_dimensions[get_column_letter(number)].width = min(_WIDEST, max(12, len(head) + 4))
    first = [WriteOnlyCell(sheet, value=head) for head in heads]
    for cell in first:
        cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
    sheet.append(first)
    last = 1
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
        last += 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(max(1, len(heads)))}{last}"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(sheet: Any, value: Any) -> Any:
    from openpyxl.cell import WriteOnlyCell

    if value is None or isinstance(value, int | float | Decimal):
        return value
    if isinstance(value, datetime):
        value = value.replace(tzinfo=None)
    elif not isinstance(value, date):  # before it becomes a cell, which refuses control characters
        value = "".join(letter for letter in str(value) if letter >= " " or letter in "\n\t")[:LONGEST]
    cell = WriteOnlyCell(sheet, value=value)
    if isinstance(value, date):
        cell.number_format = "dd/mm/yyyy"
    elif isinstance(value, str):
        cell.data_type = "s"
    return cell
