"""Workbooks that come in: opened, and a sheet as lines by the heads of its first row."""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.sayings import Saying

Lines = list[tuple[int, dict[str, Any]]]


def open_book(content: bytes, *, hint: Saying) -> Any:
    """Refuses what is no workbook (form-unreadable); `hint` says which file to use."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        return load_workbook(BytesIO(content), read_only=True, data_only=True)
    except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError) as fault:
        raise BadInput("form-unreadable", "Không đọc được tệp: {hint}.", hint=hint) from fault


def read_lines(sheet: Any, *, missing: Callable[[Sequence[str]], Sequence[str]], most: int, hint: Saying) -> Lines:
    """Lines as (number in the sheet, values by head). `missing` names the heads without which nothing can be read
    (form-columns); more than `most` lines are refused (form-long)."""
    rows = sheet.iter_rows(values_only=True)
    heads = [str(value or "").strip() for value in next(rows, ())]
    lacking = missing(heads)
    if lacking:
        raise BadInput("form-columns", "Thiếu cột {columns}: {hint}.", columns=", ".join(lacking), hint=hint)
    lines: Lines = []
    for number, row in enumerate(rows, 2):
        if number > most:
            raise BadInput("form-long", "Tệp có hơn {most} dòng: {hint}.", most=most, hint=hint)
        lines.append((number, dict(zip(heads, row, strict=False))))
    return lines
