"""Official workbooks of results (.xlsx) to sheets of plain cells; what they mean is for `rules/official.py`."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from dondoc.scores.rules.grids import Cell, Sheet
from dondoc.toolkit.errors import BadInput

_MOST_ROWS, _MOST_COLUMNS, _MOST_SHEETS = 2000, 200, 60


def sheets_of(path: Path) -> list[Sheet]:
    """All tabs of a workbook with the values that its cells show. What is no workbook is "workbook-unreadable"."""
    from openpyxl import load_workbook

    try:
        book = load_workbook(path, read_only=True, data_only=True)
        return [Sheet(tab.title, list(_rows(tab))) for tab in book.worksheets[:_MOST_SHEETS]]
    except OSError as error:
        raise BadInput(
            "workbook-unreadable", "Không mở được tệp “{name}”: {why}.", name=path.name, why=error.strerror
        ) from error
    except Exception as error:  # openpyxl lets through whatever its XML and ZIP readers raise
        raise BadInput(
            "workbook-unreadable",
            "“{name}” không phải bảng tính .xlsx đọc được: mở bằng Excel, lưu lại dạng .xlsx.",
            name=path.name,
        ) from error


def _rows(tab: Any) -> Iterator[tuple[Cell, ...]]:
    for row in tab.iter_rows(max_row=_MOST_ROWS, max_col=_MOST_COLUMNS, values_only=True):
        yield tuple(cell if isinstance(cell, str | int | float | Decimal) else None for cell in row)
