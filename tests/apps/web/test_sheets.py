"""Workbooks written by hand, read back by the library that others use."""

from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from dondoc.web.sheets import column, write_sheet

HEADS = ("Mã", "Nhiệm vụ", "Hạn", "Số")


def read(content: bytes) -> list[tuple[Any, ...]]:
    return list(load_workbook(BytesIO(content)).active.iter_rows(values_only=True))


def cell(value: Any) -> Any:
    return load_workbook(BytesIO(write_sheet("Bảng", ("Cột",), [(value,)]))).active["A2"]


def test_what_goes_in_comes_out() -> None:
    rows = [("a1", "Niêm yết <hộ nghèo> & “cận nghèo”", date(2026, 11, 13), 12), ("a2", None, None, Decimal("1.5"))]
    told = read(write_sheet("Việc", HEADS, rows))
    assert told[0] == HEADS
    assert (told[1][:2], told[1][2].date(), told[1][3]) == (("a1", rows[0][1]), date(2026, 11, 13), 12)
    assert told[2] == ("a2", None, None, 1.5)


@pytest.mark.parametrize("text", ["=1+1", "+84 912", "-", "@x", " hai đầu trống ", "hai\ndòng", "0912", "𝛼 nằm ngoài"])
def test_text_is_text(text: str) -> None:
    found = cell(text)
    assert (found.value, found.data_type) == (text, "s" if text != "=1+1" else found.data_type)
    assert "<f>" not in sheet_xml(write_sheet("Bảng", ("Cột",), [(text,)]))


def sheet_xml(content: bytes) -> str:
    return ZipFile(BytesIO(content)).read("xl/worksheets/sheet1.xml").decode()


def test_letters_that_a_file_may_not_hold_are_left_out() -> None:
    assert cell("a\x00b\x0bc\ufffed\ud800e").value == "abcde"


def test_a_text_longer_than_a_cell_is_cut() -> None:
    assert len(cell("đ" * 40_000).value) == 32_000


def test_a_moment_is_told_in_the_time_of_viet_nam() -> None:
    found = cell(datetime(2026, 11, 13, 17, 30, tzinfo=UTC))
    assert found.value.isoformat() == "2026-11-14T00:30:00"
    assert found.number_format == "dd/mm/yyyy\\ hh:mm"


def test_days_are_shown_as_here() -> None:
    assert cell(date(2026, 11, 13)).number_format == "dd/mm/yyyy"


def test_true_is_no_number() -> None:
    assert cell(True).value is True


def test_the_head_stays_and_can_be_filtered() -> None:
    sheet = load_workbook(BytesIO(write_sheet("Việc", HEADS, [(1, 2, 3, 4)] * 5))).active
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:D6"
    assert sheet["A1"].font.b
    assert sheet.column_dimensions["B"].width == 12


def test_an_empty_list_has_its_head() -> None:
    assert read(write_sheet("Việc", HEADS, [])) == [HEADS]


def test_a_name_that_no_sheet_may_have_is_mended() -> None:
    book = load_workbook(BytesIO(write_sheet('Quý I/II: "xã" [mới] và một tên dài quá ba mươi', ("a",), [])))
    assert book.sheetnames == ['Quý I II  "xã"  mới  và một tên']


@pytest.mark.parametrize(("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (703, "AAA")])
def test_letters_of_columns(number: int, letters: str) -> None:
    assert column(number) == letters


def test_every_part_is_well_formed() -> None:
    book = ZipFile(BytesIO(write_sheet("Việc & <khác>", HEADS, [("a&b", "<x>", None, 1)])))
    for name in book.namelist():
        ElementTree.fromstring(book.read(name))
    assert "xl/styles.xml" in book.namelist()
