"""Made-up workbooks in the forms of the official ones, filled with the shipped figures."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from dondoc.framework.rules.papi import framework
from dondoc.scores.adapters.tables import shipped_panel
from dondoc.scores.rules.grids import Cell, Sheet
from dondoc.scores.rules.panel import TOTAL
from dondoc.toolkit.text import fold

PANEL = shipped_panel()
NAMES = list(PANEL.provinces.values())
Rows = list[list[Cell]]


def figure(code: str, year: int, province: str) -> float:
    """A score as a workbook holds it: 0 where nothing was published."""
    return float(PANEL.score(code, year, province) or 0)


def head(code: str, year: int, language: str = "vi") -> str:
    """What a workbook prints for a code: "1.1: Tri thức công dân", "Dimension 1: Participation at Local Levels"."""
    if code == TOTAL:
        return "PAPI tổng hợp (không có trọng số)" if language == "vi" else "Unweighted PAPI score"
    concept = next(c for c in framework(year) if c.code == code)
    name = concept.name_vi if language == "vi" else concept.name_en
    if concept.level == "dimension":
        return f"{'Chỉ số nội dung' if language == 'vi' else 'Dimension'} {concept.number}: {name}"
    return f"{concept.number or f'{code[1]}.{number_in_dimension(code, year)}'}. {name}"


def number_in_dimension(code: str, year: int) -> int:
    return 1 + [c.code for c in framework(year) if c.parent == code[:2]].index(code)


def by_row(year: int, *, names: Sequence[str] = NAMES, tab: str | None = None) -> Sheet:
    """2011-2017: a province a row, a score a column, dimension heads as "1: …", no total."""
    codes = [c.code for c in framework(year)]
    heads: list[Cell] = [f"{c[1]}: {head(c, year).split(': ')[1]}" if "_" not in c else head(c, year) for c in codes]
    rows: Rows = [["Tỉnh", *heads]]
    rows += [
        [name, *(figure(code, year, province) for code in codes)]
        for province, name in zip(PANEL.provinces, names, strict=True)
    ]
    rows.append(["Trung bình", *[5.0] * len(codes)])
    return Sheet(tab or f"{year}PAPI- Bảng tổng hợp kết quả", rows)


def by_column(year: int, *, tab: str | None = None, is_of_34: bool = False) -> Sheet:
    """Since 2018: a score a row, a province a column, both languages, a scale, indicators, weighted rows and errors."""
    provinces = list(PANEL.provinces)
    rows: Rows = [["Chỉ số", "Indicators", "Thang điểm/Scale", *NAMES]]
    for code in PANEL.codes(year):
        values: list[Cell] = [figure(code, year, province) for province in provinces]
        rows.append([head(code, year), head(code, year, "en"), "1-10", *values])
        if "_" in code:
            rows.append(
                [f"d{code[1]}01a. Tỷ lệ người trả lời biết (%)", "Share of respondents (%)", "0-100", *[55.5] * 63]
            )
        if code == TOTAL:
            for extra in ("Weighted PAPI score", "95% CI low", "95% CI high", "Standard Error"):
                rows.append([extra, None, None, *[41.0] * 63])
    return Sheet(tab or f"{year}_VIE_ENG", with_new_provinces(rows) if is_of_34 else rows)


def with_new_provinces(rows: Rows) -> Rows:
    """Four rows of the 34 new provinces above, and an empty column after every third old one."""
    new = [NAMES[column - column % 2] for column in range(len(NAMES))]
    above: Rows = [
        ["34 tỉnh, thành phố từ 01/7/2025"],
        [None, None, None, *new],
        [None, None, "Vùng", *["Vùng mới"] * 63],
        [None],
    ]
    return [spaced(row) for row in [*above, *rows]]


def spaced(row: Sequence[Cell]) -> list[Cell]:
    out = list(row[:3])
    for at, cell in enumerate(row[3:]):
        out += [cell] if at % 3 < 2 else [cell, None]
    return out


def changed(sheet: Sheet, changes: Iterable[tuple[int, int, Cell]]) -> Sheet:
    """The sheet with other cells (row, column, value)."""
    rows = [list(row) for row in sheet.rows]
    for row, column, cell in changes:
        rows[row][column] = cell
    return Sheet(sheet.name, rows)


def misspelt() -> list[str]:
    """Names as typists leave them: no marks, spaces around, English, a slip."""
    slips = {
        "Bến Tre": "Bến Tree",
        "Hồ Chí Minh": "Ho Chi Minh City",
        "Thừa Thiên Huế": "TT. Huế ",
        "Hà Nội": " Ha Noi ",
    }
    slips |= {"Bà Rịa - Vũng Tàu": "Ba Ria-Vung Tau", "Đắk Nông": "Đăk Nông", "Bắc Giang": "Bắc Giag"}
    return [slips.get(name, fold(name).title() if at % 2 else f"{name} ") for at, name in enumerate(NAMES)]


def saved(path: Path, *sheets: Sheet) -> Path:
    """A real .xlsx of the sheets."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for sheet in sheets:
        tab = book.create_sheet(sheet.name[:31])
        for row in sheet.rows:
            tab.append(list(row))
    book.save(path)
    return path
