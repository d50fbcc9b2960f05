"""Received texts: rows by tabs or strokes, page breaks, leftovers of markup, wrapped prose."""

from pathlib import Path

import pytest

from dondoc.plans.adapters.opening import read_source
from dondoc.plans.rules.blocks import Source

HEAD = "TT\tNhiệm vụ\tCơ quan chủ trì\tThời gian"


def read(tmp_path: Path, text: str, encoding: str = "utf-8") -> Source:
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding))
    return read_source(path)


def texts(source: Source) -> list[str]:
    return [p.text for p in source.paragraphs()]


def rows(source: Source, number: int = 0) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in list(source.tables())[number].rows]


def test_a_page_break_makes_a_second_table(tmp_path: Path) -> None:
    source = read(
        tmp_path, f"\n\nPHỤ LỤC\n\n{HEAD}\n1\tNiêm yết\tUBND xã\tQuý I\n\n2\n\n{HEAD}\n2\tĐối thoại\tUBND xã\tQuý II"
    )
    assert [len(table.rows) for table in source.tables()] == [2, 2]
    assert texts(source) == ["PHỤ LỤC"]
    assert not any(table.merges_known for table in source.tables())


def test_rows_that_lost_their_empty_cells_are_filled_up(tmp_path: Path) -> None:
    source = read(
        tmp_path, f"{HEAD}\n1\tCông khai, minh bạch\n1.1\tNiêm yết\tUBND xã\tQuý I\n\t\tcấp huyện\n2\tXét duyệt\tx\ty\n"
    )
    assert rows(source)[1] == ["1", "Công khai, minh bạch", "", ""]
    assert rows(source)[3] == ["", "", "cấp huyện", ""]


def test_a_cell_broken_over_lines_is_one_cell(tmp_path: Path) -> None:
    source = read(tmp_path, f"{HEAD}\n1\tNiêm yết:\n- danh sách hộ nghèo;\n- bảng giá đất\tUBND xã\tQuý I\n2\ta\tb\tc")
    assert rows(source)[1] == ["1", "Niêm yết:\n- danh sách hộ nghèo;\n- bảng giá đất", "UBND xã", "Quý I"]
    assert len(rows(source)) == 3


def test_a_group_name_without_tabs_is_a_row(tmp_path: Path) -> None:
    source = read(tmp_path, f"{HEAD}\nI. Công khai, minh bạch\n1\ta\tb\tc\nII. Trách nhiệm giải trình\n1\td\te\tf")
    assert [row[:2] for row in rows(source)[1::2]] == [
        ["I.", "Công khai, minh bạch"],
        ["II.", "Trách nhiệm giải trình"],
    ]


def test_markdown_tables(tmp_path: Path) -> None:
    text = (
        "| TT | Nhiệm vụ | Chủ trì |\n|---|:---:|---|\n| 1 | Niêm yết<br>công khai | **UBND xã** |\n| 2 | a\\|b | c |\n"
    )
    assert rows(read(tmp_path, text)) == [
        ["TT", "Nhiệm vụ", "Chủ trì"], ["1", "Niêm yết\ncông khai", "UBND xã"], ["2", "a|b", "c"],
    ]  # fmt: skip


def test_leftover_html_becomes_lines(tmp_path: Path) -> None:
    markup = (
        '<p>Gồm:</p> <ul style="list-style-type: none"> - Lập kế hoạch. - Báo cáo <i>kết quả</i> &amp; đề xuất.</ul>'
    )
    source = read(tmp_path, f"{HEAD}\n1\t{markup}\t<ul><li>Phòng Nội vụ</li><li>UBND xã</li></ul>\tQuý I")
    assert rows(source)[1][1] == "Gồm:\n- Lập kế hoạch.\n- Báo cáo kết quả & đề xuất."
    assert rows(source)[1][2] == "- Phòng Nội vụ\n- UBND xã"


def test_signs_that_are_no_markup_stay(tmp_path: Path) -> None:
    source = read(tmp_path, f"{HEAD}\n1\tTỷ lệ <30% & >5%; 2*3\ta\tb")
    assert rows(source)[1][1] == "Tỷ lệ <30% & >5%; 2*3"


@pytest.mark.parametrize("rule", ["-----\t---\t---\t-----", "|---|---|"])
def test_drawn_rules_are_dropped(tmp_path: Path, rule: str) -> None:
    assert len(rows(read(tmp_path, f"{HEAD}\n1\ta\tb\tc\n{rule}"))) == 2


def test_tabs_in_prose_make_no_table(tmp_path: Path) -> None:
    head = "UBND XÃ A\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 1/KH-UBND\tA, ngày 01 tháng 2 năm 2024"
    source = read(tmp_path, f"{head}\n\n1.\tMục đích\n\n\tCăn cứ Luật A;")
    assert not list(source.tables())
    assert texts(source) == [
        "UBND XÃ A", "Số: 1/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "A, ngày 01 tháng 2 năm 2024",
        "1. Mục đích", "Căn cứ Luật A;",
    ]  # fmt: skip


def test_columns_set_apart_by_one_space_are_told_by_their_words(tmp_path: Path) -> None:
    text = "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nXÃ BÌNH MINH **Độc lập - Tự do - Hạnh phúc**"
    assert texts(read(tmp_path, text)) == [
        "ỦY BAN NHÂN DÂN", "XÃ BÌNH MINH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
    ]  # fmt: skip


def test_bold_marks_over_two_lines(tmp_path: Path) -> None:
    source = read(tmp_path, "- Lưu: VT.\n\n**TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH**\n\nTrần Văn B")
    assert [(p.text, p.bold) for p in source.paragraphs()][1:3] == [("TM. ỦY BAN NHÂN DÂN", True), ("CHỦ TỊCH", True)]


def test_title_lines_and_list_lines_stay_apart(tmp_path: Path) -> None:
    text = (
        "KẾ HOẠCH\nNâng cao Chỉ số hiệu quả quản trị\nvà hành chính công năm 2024\n\nNơi nhận:\n- Như trên;\n- Lưu: VT."
    )
    assert texts(read(tmp_path, text)) == [
        "KẾ HOẠCH", "Nâng cao Chỉ số hiệu quả quản trị", "và hành chính công năm 2024", "Nơi nhận:",
        "- Như trên;", "- Lưu: VT.",
    ]  # fmt: skip


def test_a_paragraph_cut_by_a_page_is_made_whole(tmp_path: Path) -> None:
    above = "- Chủ trì, phối hợp với các cơ quan trong việc nâng cao chất lượng hoạt động của Ban thanh tra Nhân dân và"
    below = "Ban Giám sát đầu tư của cộng đồng để giám sát hoạt động của chính quyền."
    source = read(tmp_path, f"I. MỤC ĐÍCH\n\n{above}\n\n2\n\n{below}\n\n- Việc khác.")
    assert texts(source) == ["I. MỤC ĐÍCH", f"{above} {below}", "- Việc khác."]


def test_hard_wrapped_prose_is_joined(tmp_path: Path) -> None:
    words = (
        "Ủy ban nhân dân xã yêu cầu các ban ngành đoàn thể Thôn trưởng thực hiện nghiêm túc kế hoạch này " * 8
    ).split()
    lines, line = [], ""
    for word in words:
        if len(line) + 1 + len(word) > 78:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    source = read(tmp_path, "\n".join([*lines, line + ".", "- Một việc khác của xã."]))
    assert texts(source) == [" ".join(words) + ".", "- Một việc khác của xã."]


def test_wrapped_items_among_short_headings_are_joined(tmp_path: Path) -> None:
    above = "Niêm yết công khai thủ tục hành chính; hằng tháng tổng hợp hồ sơ trễ hạn báo cáo"
    below = "Chủ tịch UBND phường để chấn chỉnh."
    heads = "\n".join(f"{number}. Phòng chuyên môn thứ {number} thuộc UBND phường này" for number in range(1, 6))
    item = f"- {above}\n{below}\n"
    assert texts(read(tmp_path, f"{heads}\n{item * 3}"))[-1] == f"- {above} {below}"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    assert texts(read(tmp_path, "Kế hoạch của ủy ban nhân dân xã về việc thực hiện", encoding)) == [
        "Kế hoạch của ủy ban nhân dân xã về việc thực hiện"
    ]


def test_windows_vietnamese_is_composed(tmp_path: Path) -> None:
    (tmp_path / "w.txt").write_bytes(
        b"K\xea\xec hoa\xf2ch cu\xd2a u\xd2y ban nh\xe2n d\xe2n xa\xde v\xea\xcc vi\xea\xf2c"
    )
    assert texts(read_source(tmp_path / "w.txt")) == ["Kế hoạch của ủy ban nhân dân xã về việc"]


def test_a_table_marked_up_as_html_keeps_its_spans(tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.txt"
    path.write_text(
        "KẾ HOẠCH\n\n<table>\n<tr><th rowspan='2'>TT</th><th rowspan=2>Nhiệm vụ</th><th colspan=2>Phân công</th></tr>\n"
        "<tr><th>Chủ trì</th><th>Phối hợp</th></tr>\n"
        "<tr><td>1</td><td>Tập huấn<br>- Kiểm tra</td><td>Sở TT&amp;TT</td><td></td></tr>\n</table>\n\nNơi nhận:\n",
        encoding="utf-8",
    )
    source = read_source(path)
    (table,) = source.tables()
    assert table.columns == 4
    assert [(c.text, c.column, c.row_span, c.column_span) for c in table.rows[1].cells] == [
        ("Chủ trì", 2, 1, 1), ("Phối hợp", 3, 1, 1),
    ]  # fmt: skip
    assert [c.text for c in table.rows[2].cells] == ["1", "Tập huấn\n- Kiểm tra", "Sở TT&TT", ""]
    assert [p.text for p in source.paragraphs()] == ["KẾ HOẠCH", "Nơi nhận:"]


@pytest.mark.parametrize("name", ["Biểu 2: Chỉ số nội dung “Công khai, minh bạch”", "Phụ lục II\nNHIỆM VỤ KHÁC"])
def test_a_name_and_a_header_between_rows_begin_the_next_table(tmp_path: Path, name: str) -> None:
    first = "STT\tNhiệm vụ\tChủ trì\n1\tTổ chức đối thoại\tUBND xã\n"
    source = read(tmp_path, f"{first}{name}\nSTT\tChỉ số\tNhiệm vụ\tChủ trì\n1\tNgân sách\tNiêm yết\tSở Tài chính\n")
    assert rows(source, 0)[-1] == ["1", "Tổ chức đối thoại", "UBND xã"]
    assert rows(source, 1)[-1] == ["1", "Ngân sách", "Niêm yết", "Sở Tài chính"]
    assert texts(source) == name.split("\n")


def test_a_cell_cut_above_a_repeated_header_stays_a_cell(tmp_path: Path) -> None:
    header = "STT\tNhiệm vụ\tChủ trì\n"
    source = read(tmp_path, f"{header}1\tTổ chức đối thoại\tUBND xã,\nthị trấn\n{header}2\tNiêm yết\tSở Tài chính\n")
    assert rows(source)[1] == ["1", "Tổ chức đối thoại", "UBND xã,\nthị trấn"]
