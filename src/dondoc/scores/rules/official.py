"""Official workbooks, as grids of cells, to records of scores: what was read, what is wrong and where.

The workbooks of 2011-2017 have a province a row and a score a column, those since 2018 a score a row and a province a
column; the newer ones hold several years, indicators, weighted totals, intervals and errors, and the edition of the 34
provinces sets rows of new provinces above the old. The form is found by where the names of provinces stand, never by
the name of the file. Nothing is stored here; with a fault nothing should be.
"""

import re
from collections.abc import Sequence

from dondoc.scores.rules.grids import Sheet, table_of
from dondoc.scores.rules.panel import Panel
from dondoc.scores.rules.workbook_sums import check_years
from dondoc.scores.rules.workbook_tables import read_table
from dondoc.scores.rules.workbooks import PAPI, Reading, Scheme, Workbook
from dondoc.toolkit.sayings import Saying

_YEAR = re.compile(r"(?<!\d)(20[12]\d)(?!\d)")


def read_workbook(
    sheets: Sequence[Sheet], *, name: str, panel: Panel, year: int | None = None, scheme: Scheme = PAPI
) -> Workbook:
    """Reads all tabs that hold tables of scores. `name` is the file's; `year`, where given, is that of every tab.
    `panel` holds the places and frames of the index, `scheme` how its workbooks speak.

    Remarks: "year-unknown", "year-beyond", "tab-year-wrong", "sheet-ignored", "province-doubled", "province-respelt",
    "province-unknown", "cell-not-number", "score-outside-scale", "score-contradicted", "component-renamed",
    "code-missing", "places-missing", "sum-wrong", "no-scores". (`docs/apps/scores.md` explains each.)
    """
    reading = Reading(panel, scheme)
    names = panel.provinces
    found = [(sheet, table_of(sheet, lambda cell: scheme.named(cell, names), scheme.enough)) for sheet in sheets]
    tables = [(sheet, table) for sheet, table in found if table is not None]
    for sheet in sheets:
        if all(sheet is not known for known, _ in tables):
            reading.note("sheet-ignored", sheet.name, Saying("Trang không có bảng điểm của các nơi: bỏ qua."))
    years = _years([sheet.name for sheet, _ in tables], name, year, reading)
    for (sheet, table), its_year in zip(tables, years, strict=True):
        if its_year is not None:
            read_table(sheet, table, its_year, reading)
    if not reading.records:
        reading.fault(
            "no-scores", name, Saying("Không đọc được điểm nào: kiểm tra có tên các nơi và tên chỉ số trong bảng.")
        )
    check_years(reading)
    return Workbook(tuple(reading.records.values()), tuple(reading.remarks))


def _years(tabs: Sequence[str], name: str, year: int | None, reading: Reading) -> list[int | None]:
    """The year of each tab: the one given, else the tab's, but the file's where all tabs share one other year."""
    of_file = [int(found) for found in _YEAR.findall(name)]
    told = [max(map(int, found)) if (found := _YEAR.findall(tab)) else None for tab in tabs]
    alone = {found for found in told if found is not None}
    years: list[int | None] = []
    for tab, said in zip(tabs, told, strict=True):
        its = year or said or (max(of_file) if of_file else None)
        if year is None and said and of_file and len(alone) == 1 and said != max(of_file):
            its = max(of_file)
            reading.note(
                "tab-year-wrong",
                tab,
                Saying("Tên trang ghi {tab}, tên tệp ghi {file}: lấy năm {file}.", tab=said, file=its),
            )
        years.append(_within(its, tab, reading))
    return years


def _within(year: int | None, tab: str, reading: Reading) -> int | None:
    if year is None:
        reading.fault(
            "year-unknown", tab, Saying("Không biết trang này của năm nào: ghi năm vào tên trang hoặc tên tệp.")
        )
    elif year not in reading.panel.frames and year not in reading.scheme.years:
        sentence = Saying(
            "Chưa có khung chỉ số năm {year}: lập và công bố khung của năm đó trước, rồi nạp lại.", year=year
        )
        reading.fault("year-beyond", tab, sentence)
        return None
    return year
