"""Official workbooks in all their forms are read as they are, and what is wrong with one is told with its place."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from dondoc.cli import main
from dondoc.scores.adapters.tables import shipped_panel
from dondoc.scores.adapters.workbooks import sheets_of
from dondoc.scores.rules.differences import Difference, compare
from dondoc.scores.rules.grids import Sheet
from dondoc.scores.rules.labels import ERROR, HIGH_END, LOW_END, UNWEIGHTED, WEIGHTED, read_label
from dondoc.scores.rules.official import read_workbook
from dondoc.scores.rules.panel import TOTAL
from dondoc.scores.rules.workbook_tables import as_score
from dondoc.scores.rules.workbooks import Workbook
from dondoc.toolkit.errors import BadInput
from rules.scores.books import NAMES, by_column, by_row, changed, misspelt, saved

PANEL = shipped_panel()


def read(*sheets: Sheet, name: str = "so-lieu.xlsx", year: int | None = None) -> tuple[Workbook, list[Difference]]:
    return compare(PANEL, sheets, name=name, year=year)


def codes_of(book: Workbook) -> list[str]:
    return [remark.code for remark in book.faults]


@pytest.mark.parametrize("year", range(2011, 2018))
def test_a_province_a_row_gives_the_stored_figures(year: int) -> None:
    book, differences = read(by_row(year))
    assert (book.faults, differences) == ((), [])
    stored = sum(len(PANEL.column(code, year)) for code in PANEL.codes(year) if code != TOTAL)
    assert len(book.records) == stored


@pytest.mark.parametrize("is_of_34", [False, True])
@pytest.mark.parametrize("year", range(2018, 2025))
def test_a_province_a_column_gives_the_stored_figures(year: int, is_of_34: bool) -> None:
    book, differences = read(by_column(year, is_of_34=is_of_34))
    assert (book.faults, differences) == ((), [])
    stored = sum(len(PANEL.column(code, year)) for code in PANEL.codes(year))
    assert sum(record.statistic == UNWEIGHTED for record in book.records) == stored


def test_weighted_totals_and_errors_are_kept_apart() -> None:
    book, _ = read(by_column(2023))
    of_total = {record.statistic for record in book.records if record.code == TOTAL}
    assert of_total == {UNWEIGHTED, WEIGHTED, LOW_END, HIGH_END, ERROR}
    assert {record.statistic for record in book.records if record.code == "D1"} == {UNWEIGHTED}


def test_several_years_in_one_file() -> None:
    book, differences = read(*(by_column(year) for year in range(2019, 2025)), name="2024PAPI_34_TinhThanh.xlsx")
    assert book.years == tuple(range(2019, 2025))
    assert (book.faults, differences) == ((), [])


def test_a_tab_that_lies_about_its_year_yields_to_the_file() -> None:
    book, differences = read(by_row(2011, tab="2012PAPI- Bảng tổng hợp"), name="PAPI-2011-Dữ-liệu-1.xlsx")
    assert (book.years, differences) == ((2011,), [])
    assert "tab-year-wrong" in [remark.code for remark in book.remarks]


def test_a_year_that_looks_like_another_is_a_fault() -> None:
    book, _ = read(by_row(2011, tab="2012PAPI- Bảng tổng hợp"))
    assert codes_of(book) == ["year-confused"]
    assert "2011" in book.faults[0].sentence


def test_names_without_marks_and_with_slips_are_understood() -> None:
    book, differences = read(by_row(2016, names=misspelt()))
    assert (book.faults, differences) == ((), [])
    respelt = [remark.sentence for remark in book.remarks if remark.code == "province-respelt"]
    assert respelt == ["Đọc “Bắc Giag” là Bắc Giang.", "Đọc “Bến Tree” là Bến Tre."]


def test_a_nought_is_nothing_not_a_score() -> None:
    book, _ = read(by_column(2022))
    assert not [r for r in book.records if r.province in ("24", "27") and r.code == "D4" and r.statistic == UNWEIGHTED]


def test_another_figure_is_told_with_its_place() -> None:
    sheet = by_column(2023)
    (row,) = [at for at, cells in enumerate(sheet.rows) if str(cells[0]).startswith("6.3")]
    _, (difference,) = read(changed(sheet, [(row, 3, 2.0001)]))
    assert (difference.code, difference.province, difference.found) == ("D6_INFRA", "01", Decimal("2.0001"))
    assert difference.place == f"2023_VIE_ENG!D{row + 1}"


def test_names_of_regions_between_provinces_are_no_provinces() -> None:
    sheet = by_row(2016)
    rows = [*sheet.rows[:20], ["Tây Nguyên", None], *sheet.rows[20:]]
    book, differences = read(Sheet(sheet.name, rows))
    assert (book.faults, differences) == ((), [])


ROW, COLUMN = 5, 2  # a cell of dimension 2, province Tuyên Quang
BAD = {
    "province-doubled": changed(by_row(2016), [(5, 0, "Hà Nội")]),
    "province-unknown": changed(by_row(2016), [(5, 0, "Tỉnh Không Có")]),
    "cell-not-number": changed(by_row(2016), [(ROW, COLUMN, "năm phẩy hai")]),
    "score-outside-scale": changed(by_row(2016), [(ROW, COLUMN, 52.1)]),
    "sum-wrong": changed(by_row(2016), [(ROW, COLUMN, 6.66)]),
    "year-unknown": by_row(2016, tab="Bảng tổng hợp"),
    "year-beyond": by_column(2024, tab="2026_VIE_ENG"),
}


@pytest.mark.parametrize("code", BAD)
def test_what_is_wrong_is_told_with_its_place(code: str) -> None:
    book, _ = read(BAD[code])
    assert code in codes_of(book)
    fault = next(remark for remark in book.faults if remark.code == code)
    assert fault.place.startswith(BAD[code].name)
    assert fault.sentence.endswith(".")


def test_two_tabs_that_contradict_each_other() -> None:
    other = changed(by_column(2023, tab="2023 (2)"), [(1, 3, 44.5)])
    book, _ = read(by_column(2023), other)
    assert "score-contradicted" in codes_of(book)


@pytest.mark.parametrize(
    "sheet",
    [
        Sheet("Sheet1", []),
        Sheet("Ghi chú", [["Số liệu này do nhóm nghiên cứu công bố", "Hà Nội", "Huế"]]),
        Sheet("États 2023", [["Région", "Note"], ["Bretagne", 12.5], ["Alsace", 9.5]]),
    ],
)
def test_a_workbook_without_a_table_of_provinces_holds_nothing(sheet: Sheet) -> None:
    book, differences = read(sheet)
    assert codes_of(book) == ["no-scores"]
    assert differences == []


def test_a_year_that_lacks_a_code_says_so() -> None:
    sheet = by_column(2023)
    kept = [row for row in sheet.rows if not str(row[0]).startswith("7.2")]
    book, _ = read(Sheet(sheet.name, kept))
    assert "D7_AIR" in next(remark.sentence for remark in book.remarks if remark.code == "code-missing")


def test_a_year_given_by_hand_stands_for_every_tab() -> None:
    book, differences = read(by_row(2016, tab="Bảng"), year=2016)
    assert (book.years, book.faults, differences) == ((2016,), (), [])


@pytest.mark.parametrize(
    ("label", "year", "code", "statistic"),
    [
        ("Dimension 1: Participation at Local Levels", 2023, "D1", UNWEIGHTED),
        ("Chỉ số nội dung 8: Quản trị điện tử | Dimension 8", 2023, "D8", UNWEIGHTED),
        ("Dimension 8: E-Governance", 2016, None, UNWEIGHTED),
        ("3: Trách nhiệm giải trình với người dân", 2014, "D3", UNWEIGHTED),
        ("2.1 Danh sách hộ nghèo", 2016, "D2_POOR", UNWEIGHTED),
        ("2.1. Tiếp cận thông tin", 2023, "D2_INFO", UNWEIGHTED),
        ("Nội dung thành phần 5.2: Giấy chứng nhận quyền sử dụng đất", 2023, "D5_LAND", UNWEIGHTED),
        ("5.3 Administrative procedures at commune level", 2022, "D5_COMMUNE", UNWEIGHTED),
        ("S3.3 Ban Giám sát đầu tư cộng đồng", 2012, "D3_CISB", UNWEIGHTED),
        ("3.3 Hiệu quả của Ban Thanh tra nhân dân", 2017, "D3_PIB", UNWEIGHTED),
        ("Chỉ số PAPI tổng hợp không có trọng số", 2023, TOTAL, UNWEIGHTED),
        ("Unweighted PAPI Score", 2022, TOTAL, UNWEIGHTED),
        ("Weighted PAPI Score", 2022, TOTAL, WEIGHTED),
        ("PAPI tổng hợp có trọng số (điểm thấp, 95% CI)", 2022, TOTAL, LOW_END),
        ("Unweighted PAPI score: Standard Error", 2022, TOTAL, ERROR),
        ("1.1.1 Biết về nhiệm kỳ của trưởng thôn", 2023, None, UNWEIGHTED),
        ("d101b. Tỷ lệ biết chính sách (%)", 2023, None, UNWEIGHTED),
        ("12. Số người trả lời", 2023, None, UNWEIGHTED),
    ],
)
def test_labels_are_read(label: str, year: int, code: str | None, statistic: str) -> None:
    found = read_label(label, year)
    assert (found.code, found.statistic) == (code, statistic)


def test_a_number_that_moved_yields_to_the_name() -> None:
    found = read_label("2.1 Danh sách hộ nghèo", 2023)
    assert found.code == "D2_POOR"
    assert found.doubt


@pytest.mark.parametrize(
    ("cell", "score"),
    [
        (None, None),
        ("", None),
        ("-", None),
        ("n/a", None),
        (0, None),
        (0.0, None),
        ("40,53", "40.53"),
        (1.23456, "1.2346"),
    ],
)
def test_cells_are_scores_or_nothing(cell: str | float | None, score: str | None) -> None:
    assert as_score(cell) == (Decimal(score) if score else None)


def test_real_files_go_through_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = saved(tmp_path / "PAPI_2023.xlsx", by_column(2022, is_of_34=True), by_column(2023))
    assert main(["scores", "compare", str(good), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["years"], answer["faults"], answer["differences"]) == ([2022, 2023], [], [])
    assert len(sheets_of(good)) == 2


def test_a_faulty_file_is_listed_and_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = saved(tmp_path / "PAPI_2016.xlsx", BAD["cell-not-number"])
    assert main(["scores", "compare", str(bad)]) == 2
    told = capsys.readouterr()
    assert "“năm phẩy hai” không phải là điểm" in told.out
    assert told.err.count("\n") == 1


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", b"year,code\n2023,D1\n"])
def test_what_is_no_workbook_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "so-lieu.xlsx"
    path.write_bytes(content)
    with pytest.raises(BadInput) as refused:
        sheets_of(path)
    assert refused.value.code == "workbook-unreadable"


def test_reading_does_not_need_the_stored_figures() -> None:
    book = read_workbook([by_row(2016)], name="x.xlsx", panel=PANEL)
    assert len({record.province for record in book.records}) == len(NAMES)
