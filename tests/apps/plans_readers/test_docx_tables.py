"""Tables of Word documents: exact spans, layout undone, nothing lost."""

from pathlib import Path

import pytest

from apps.plans_readers.making import ANNEX_HEAD, cell, paragraph, row, table, word
from dondoc.plans.adapters.opening import read_source
from dondoc.plans.rules.blocks import Cell, Source, Table

START, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def wide(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


def read(tmp_path: Path, body: str, **extra: str) -> Source:
    return read_source(word(tmp_path / "kế hoạch.docx", body, extra=extra))


def only_table(source: Source) -> Table:
    (found,) = source.tables()
    return found


def at(source: Source, row_number: int, column: int) -> Cell:
    return next(c for c in only_table(source).rows[row_number].cells if c.column == column)


def test_a_vertical_merge_counts_its_rows_and_has_no_cell_below(tmp_path: Path) -> None:
    body = table(
        ANNEX_HEAD,
        row(cell("1", properties=START), cell("a"), cell("Phòng Nội vụ", properties=START), cell("Quý I")),
        row(cell("", properties=GOES_ON), cell("b"), cell("", properties=GOES_ON), cell("Quý II")),
        row(cell("2"), cell("c"), cell("UBND xã"), cell("Quý III")),
    )
    source = read(tmp_path, body)
    assert (at(source, 1, 0).row_span, at(source, 1, 2).row_span) == (2, 2)
    assert [c.column for c in only_table(source).rows[2].cells] == [1, 3]
    assert [c.text for c in only_table(source).rows[3].cells] == ["2", "c", "UBND xã", "Quý III"]


def test_a_group_row_spans_its_columns(tmp_path: Path) -> None:
    body = table(ANNEX_HEAD, row(cell("I"), cell("Công khai, minh bạch", properties=wide(3))))
    source = read(tmp_path, body)
    assert at(source, 1, 1).column_span == 3
    assert only_table(source).columns == 4
    assert only_table(source).rows[0].is_header
    assert not only_table(source).rows[1].is_header


def test_skipped_grid_columns_and_old_horizontal_merges_keep_the_columns_right(tmp_path: Path) -> None:
    late = row(cell("b"), cell("UBND xã"), cell("Quý II"), properties='<w:gridBefore w:val="1"/>')
    merged = row(
        cell("3"),
        cell("Chung", properties='<w:hMerge w:val="restart"/>'),
        cell("", properties="<w:hMerge/>"),
        cell("x"),
    )
    source = read(tmp_path, table(ANNEX_HEAD, late, merged))
    assert at(source, 1, 1).text == "b"
    assert at(source, 1, 3).text == "Quý II"
    assert at(source, 2, 1).column_span == 2
    assert at(source, 2, 3).text == "x"


def test_a_merge_under_a_removed_row_stands_for_itself(tmp_path: Path) -> None:
    body = table(
        ANNEX_HEAD,
        row(cell("1", properties=START), cell("bỏ"), cell("x"), cell("y"), properties="<w:del/>"),
        row(cell("2", properties=GOES_ON), cell("giữ"), cell("x"), cell("y")),
    )
    source = read(tmp_path, body)
    assert len(only_table(source).rows) == 2
    assert at(source, 1, 0).text == "2"


def test_a_nested_table_gives_its_text_in_its_place(tmp_path: Path) -> None:
    inner = table(row(cell("xã A"), cell("5 lần")), row(cell("xã B"), cell("6 lần")))
    nested = f"<w:tc>{paragraph('Kiểm tra:')}{inner}{paragraph('Hết')}</w:tc>"
    source = read(tmp_path, table(ANNEX_HEAD, row(cell("1"), nested, cell("x"), cell("y"))))
    assert at(source, 1, 1).text == "Kiểm tra:\nxã A\n5 lần\nxã B\n6 lần\nHết"


def test_rows_and_cells_inside_content_controls_are_read(tmp_path: Path) -> None:
    wrapped_row = f"<w:sdt><w:sdtContent>{row(cell('1'), cell('a'), cell('b'), cell('c'))}</w:sdtContent></w:sdt>"
    wrapped_cell = f"<w:sdt><w:sdtContent>{cell('trong')}</w:sdtContent></w:sdt>"
    source = read(tmp_path, table(ANNEX_HEAD, wrapped_row, row(cell("2"), wrapped_cell, cell("b"), cell("c"))))
    assert [c.text for c in only_table(source).rows[1].cells] == ["1", "a", "b", "c"]
    assert at(source, 2, 1).text == "trong"


def test_the_head_block_becomes_lines_left_column_first(tmp_path: Path) -> None:
    head = table(
        row(cell("ỦY BAN NHÂN DÂN\nXÃ BÌNH MINH"), cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
        row(cell("Số: 12/KH-UBND"), cell("Bình Minh, ngày 05 tháng 3 năm 2024")),
        bordered=False,
    )
    source = read(tmp_path, head + paragraph("KẾ HOẠCH"))
    assert not list(source.tables())
    layout = [p.text for p in source.paragraphs() if p.from_layout]
    assert layout == [
        "ỦY BAN NHÂN DÂN",
        "XÃ BÌNH MINH",
        "Số: 12/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Bình Minh, ngày 05 tháng 3 năm 2024",
    ]


@pytest.mark.parametrize("bordered", [True, False])
def test_recipients_beside_the_signature_are_no_table(tmp_path: Path, bordered: bool) -> None:
    closing = table(
        row(cell("Nơi nhận:", "- Như trên;", "- Lưu: VT."), cell("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "Lê Văn A")),
        bordered=bordered,
    )
    source = read(tmp_path, paragraph("Hết./.") + closing)
    assert [p.text for p in source.paragraphs() if p.from_layout][:4] == [
        "Nơi nhận:", "- Như trên;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN",
    ]  # fmt: skip
    assert not list(source.tables())


def test_a_small_annex_stays_a_table(tmp_path: Path) -> None:
    head = row(cell("TT"), cell("Nhiệm vụ"), cell("Chủ trì"))
    source = read(tmp_path, table(head, row(cell("1"), cell("Niêm yết"), cell("UBND xã"))))
    assert only_table(source).columns == 3


def test_automatic_numbers_stand_in_their_cells(tmp_path: Path) -> None:
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    ordinal = f"<w:tc>{paragraph('', numbered)}</w:tc>"
    rows = [row(ordinal, cell(name), cell("x"), cell("y")) for name in ("a", "b")]
    source = read(tmp_path, table(ANNEX_HEAD, *rows), numbering=numbering)
    assert [at(source, number, 0).text for number in (1, 2)] == ["1", "2"]
