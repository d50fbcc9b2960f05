"""The form of a report as .xlsx: written with lists to choose from, read back, returned with faulty rows in red."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from dondoc.reports.rules import columns
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.sayings import Saying
from dondoc.web.workbooks import open_book, read_lines

MOST_LINES = 2000
_WIDE = {columns.TITLE: 48, columns.TARGET: 24, columns.LAST: 36, columns.TEXT: 48, columns.REASON: 32}
_WIDE |= {columns.SUMMARY: 30, columns.LINK: 30, columns.LABEL: 22, columns.FAULT: 60, columns.CODE: 13}
_RED, _YELLOW, _GREY = "F8CBAD", "FFF2CC", "EDEDED"


@dataclass(frozen=True, slots=True)
class Line:
    """A row to write: values by head; `tone` "red" | "yellow" | "grey" | ""; `fault` in words."""

    values: Mapping[str, Any]
    tone: str = ""
    fault: str = ""


def write_form(heads: Sequence[str], lines: Iterable[Line], words: Sequence[tuple[str, str, str]]) -> bytes:
    """The two sheets of the form. The column of faults is there where a line has one."""
    from openpyxl import Workbook

    told = list(lines)
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = columns.SHEET
    all_heads = [*heads, columns.FAULT] if any(line.fault for line in told) else list(heads)
    sheet.append(all_heads)
    for line in told:
        sheet.append([_plain(line.fault if head == columns.FAULT else line.values.get(head)) for head in all_heads])
    _dress(sheet, all_heads, told)
    _offer_choices(sheet, all_heads, len(told) + 1)
    second = book.create_sheet(columns.WORDS)
    second.append([columns.CODE, "Mục", "Nội dung"])
    for row in words:
        second.append([_plain(value) for value in row])
    _widen(second, {"A": 16, "B": 44, "C": 90})
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def read_form(content: bytes) -> tuple[list[tuple[int, dict[str, Any]]], dict[str, str]]:
    """Lines of the first sheet as (number, values by head) and passages by code. Refuses what is no such form."""
    book = open_book(content, hint=Saying("dùng mẫu .xlsx tải từ trang báo cáo"))
    if columns.SHEET not in book.sheetnames:
        raise BadInput(
            "form-other", "Tệp không có trang tính “{sheet}”: dùng mẫu tải từ trang báo cáo.", sheet=columns.SHEET
        )
    lines = read_lines(
        book[columns.SHEET],
        missing=columns.missing_heads,
        most=MOST_LINES,
        hint=Saying("dùng mẫu của báo cáo này, tải từ trang báo cáo"),
    )
    return lines, _passages(book)


def _passages(book: Any) -> dict[str, str]:
    if columns.WORDS not in book.sheetnames:
        return {}
    rows = book[columns.WORDS].iter_rows(min_row=2, max_row=200, values_only=True)
    return {str(row[0]): str(row[2] or "") for row in rows if len(row) > 2 and row[0]}


def _dress(sheet: Any, heads: Sequence[str], lines: Sequence[Line]) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    sheet.freeze_panes = "C2"
    tones = {"red": _RED, "yellow": _YELLOW, "grey": _GREY}
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for row, line in zip(sheet.iter_rows(min_row=2), lines, strict=True):
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if line.tone:
                cell.fill = PatternFill("solid", start_color=tones[line.tone])
            if cell.data_type == "f":  # what begins like a formula is text
                cell.data_type = "s"
    _widen(sheet, {get_column_letter(n): _WIDE.get(head, 14) for n, head in enumerate(heads, 1)})


def _widen(sheet: Any, widths: Mapping[str, int]) -> None:
    for letter, width in widths.items():
        sheet.column_dimensions[letter].width = width


def _offer_choices(sheet: Any, heads: Sequence[str], last: int) -> None:
    """Lists to choose from, and days that are days."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    choices = {columns.ANSWER: list(columns.ANSWER_WORDS.values()), columns.CLAIMED: [columns.YES]}
    for head, values in choices.items():
        letter = get_column_letter(heads.index(head) + 1)
        rule = DataValidation(type="list", formula1=f'"{",".join(values)}"', allow_blank=True)
        rule.error, rule.errorTitle = f"Chọn: {', '.join(values)}", head
        sheet.add_data_validation(rule)
        rule.add(f"{letter}2:{letter}{max(2, last)}")
    letter = get_column_letter(heads.index(columns.DATED) + 1)
    for cell in sheet[letter][1:]:
        cell.number_format = "dd/mm/yyyy"


def _plain(value: Any) -> Any:
    """Without control characters, which a cell refuses."""
    if isinstance(value, str):
        return "".join(letter for letter in value if letter >= " " or letter in "\n\t")[:32_000]
    return value
