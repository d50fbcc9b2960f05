"""Annex tables to tasks: sections, groups, merged and broken rows, other orders of columns; no cell is lost."""

from collections.abc import Sequence

import pytest

from dondoc.plans.rules.annex import AnnexReading, read_annexes
from dondoc.plans.rules.blocks import Block, Cell, Paragraph, Row, Table

HEADER = "TT|Nội dung thành phần|Nhiệm vụ|Cơ quan chủ trì|Cơ quan phối hợp|Sản phẩm|Thời gian"


def printed(text: str, *, index: int = 0, merges_known: bool = False) -> Table:
    """A table drawn with bars: one row a line."""
    lines = [line.strip().split("|") for line in text.strip().splitlines()]
    rows = tuple(
        Row(number, tuple(Cell(cell.strip().replace("⏎", "\n"), number, column) for column, cell in enumerate(line)))
        for number, line in enumerate(lines)
    )
    return Table(index, rows, max(map(len, lines)), merges_known=merges_known)


def spanned(rows: Sequence[Sequence[tuple[str, int, int] | None]], columns: int) -> Table:
    """Rows of (text, row_span, column_span); None where a cell from above or the left covers the column."""
    built = []
    for number, row in enumerate(rows):
        cells = [Cell(c[0], number, column, c[1], c[2]) for column, c in enumerate(row) if c]
        built.append(Row(number, tuple(cells)))
    return Table(0, tuple(built), columns)


def read(*blocks: Block, year: int | None = 2026) -> AnnexReading:
    reading = read_annexes(blocks, year=year)
    assert reading.cells.agrees
    return reading


def test_a_section_row_gives_its_dimension_to_the_rows_below() -> None:
    reading = read(
        printed(f"""{HEADER}
        2|Công khai, minh bạch|||||
        2.2|Công khai danh sách hộ nghèo|Niêm yết tại thôn|Phòng Kinh tế|Các thôn|Danh sách|Tháng 12/2026""")
    )
    (task,) = reading.tasks
    assert (task.section, task.subcode, task.papi_subdimension) == (2, "2.2", "2.2")
    assert task.lead == ("Phòng Kinh tế",)
    assert not task.component_is_suggested
    assert reading.cells.unread == 0


def test_columns_may_stand_in_any_order() -> None:
    (task,) = read(
        printed("""Thời hạn hoàn thành|Đơn vị chủ trì|Nhiệm vụ, giải pháp|Kết quả đầu ra
        Quý II/2026|Sở Nội vụ|Ban hành quy chế tiếp công dân|Quyết định""")
    ).tasks
    assert (task.content, task.lead, task.product) == (
        "Ban hành quy chế tiếp công dân",
        ("Sở Nội vụ",),
        ("Quyết định",),
    )
    assert task.schedule is not None
    assert task.schedule.kind == "quarter"


def test_empty_cells_of_a_text_are_carried_column_by_column() -> None:
    first, second = read(
        printed(f"""{HEADER}
        4.2|Kiểm soát tham nhũng trong dịch vụ công|Công khai hộp thư|Trung tâm Y tế|Các trạm|Kế hoạch|Thường xuyên
        |||||
        ||Khảo sát mức độ hài lòng của người bệnh|||Báo cáo|Tháng 6/2026""")
    ).tasks
    assert second.lead == first.lead == ("Trung tâm Y tế",)
    assert second.product == ("Báo cáo",)
    assert second.subcode == "4.2"
    assert second.schedule is not None
    assert second.schedule.kind == "month"


def test_an_empty_target_is_not_carried() -> None:
    first, second = read(
        printed("""TT|Nhiệm vụ|Chỉ tiêu|Đơn vị chủ trì|Thời gian
        1|Kiểm tra cải cách hành chính|Tối thiểu 30% xã|Sở Nội vụ|Quý III/2026
        |Tái kiểm tra việc khắc phục|||Quý IV/2026""")
    ).tasks
    assert first.target is not None
    assert second.target is None
    assert second.lead == ("Sở Nội vụ",)


def test_merged_cells_reach_down_as_far_as_they_are_drawn() -> None:
    table = spanned(
        [
            [("TT", 1, 1), ("Nhiệm vụ", 1, 1), ("Chủ trì", 1, 1), ("Thời gian", 1, 1)],
            [("1", 2, 1), ("Lập kế hoạch tuyên truyền", 1, 1), ("Phòng Tư pháp", 2, 1), ("Tháng 3", 1, 1)],
            [None, ("Tổng kết công tác tuyên truyền", 1, 1), None, ("Tháng 11", 1, 1)],
            [("2", 1, 1), ("Trồng cây xanh", 1, 1), ("", 1, 1), ("Quý I", 1, 1)],
        ],
        4,
    )
    tasks = read(table).tasks
    assert [task.lead for task in tasks] == [("Phòng Tư pháp",), ("Phòng Tư pháp",), ()]
    assert [finding.code for finding in tasks[2].findings if finding.code == "task-without-agency"]


def test_a_row_that_a_page_broke_is_one_task() -> None:
    (task,) = read(
        printed(f"""{HEADER}
        1.1|Tri thức|Tuyên truyền quyền và nghĩa vụ của|Phòng Văn hóa|Các xã,|Tin,|Thường"""),
        Paragraph("7", 0),
        printed(
            f"""{HEADER}
        |công dân|người dân trong bầu cử|- Xã hội|phường|bài|xuyên""",
            index=1,
        ),
    ).tasks
    assert task.content == "Tuyên truyền quyền và nghĩa vụ của người dân trong bầu cử"
    assert task.indicator_name == "Tri thức công dân"
    assert task.schedule is not None
    assert task.schedule.kind == "continuous"


def test_items_after_a_page_break_belong_to_the_task_before() -> None:
    (task,) = read(
        printed(f"""{HEADER}
        6.1|Y tế công lập|- Nâng cấp trạm y tế.|Trạm Y tế|Các thôn|Báo cáo|Thường xuyên"""),
        printed("||- Tuyên truyền bảo hiểm y tế.||||", index=1),
    ).tasks
    assert task.content == "- Nâng cấp trạm y tế.\n- Tuyên truyền bảo hiểm y tế."


def test_a_new_row_at_the_top_of_a_page_stays_a_task() -> None:
    tasks = read(
        printed(f"""{HEADER}
        6.1|Y tế công lập|Nâng cấp trạm y tế.|Trạm Y tế|Các thôn|Báo cáo|Thường xuyên"""),
        printed("||Khảo sát người bệnh nội trú|Bệnh viện|Các khoa|Báo cáo|Tháng 9/2026", index=1),
    ).tasks
    assert [task.content for task in tasks] == ["Nâng cấp trạm y tế.", "Khảo sát người bệnh nội trú"]


def test_a_heading_run_together_with_the_caption_names_its_dimension() -> None:
    above = (
        "(Kèm theo Kế hoạch số 98/KH-UBND ngày 31/3/2020 của UBND thành phố) Biểu 1: Chỉ số nội dung “Quản trị điện tử”"
    )
    table = printed("STT|Nhiệm vụ|Cơ quan chủ trì|Thời gian\n1|Nâng cấp trang tin|Sở Nội vụ|Quý II")
    assert [task.section for task in read(Paragraph(above, 0), table).tasks] == [8]


def test_the_first_section_under_two_header_rows_is_no_third() -> None:
    table = printed("""STT|Nội dung công việc|Trách nhiệm thực hiện||Thời gian
        ||Chủ trì|Phối hợp|
        |Chỉ số nội dung số 1: Tham gia của người dân ở cấp cơ sở|||
        1|Giám sát việc huy động đóng góp|UBND xã|Mặt trận xã|Hằng quý""")
    assert [(task.section, task.lead) for task in read(table).tasks] == [(1, ("UBND xã",))]


def test_a_heading_above_a_small_table_names_its_dimension() -> None:
    columns = "TT|Nhiệm vụ|Chủ trì|Thời gian"
    reading = read(
        Paragraph("1. Tham gia của người dân ở cấp cơ sở", 0),
        printed(f"{columns}\n1|Tuyên truyền|Phòng Tư pháp|Quý I"),
        Paragraph("8. Quản trị điện tử", 1),
        printed("1|Nâng cấp cổng thông tin|Văn phòng|Quý II\n2|Tập huấn|Văn phòng|Quý III", index=1),
    )
    assert [task.section for task in reading.tasks] == [1, 8, 8]


def test_two_header_rows_and_a_numbering_row_are_no_tasks() -> None:
    table = spanned(
        [
            [("STT", 2, 1), ("Nội dung công việc", 2, 1), ("Phân công thực hiện", 1, 2), None, ("Thời hạn", 2, 1)],
            [None, None, ("Chủ trì", 1, 1), ("Phối hợp", 1, 1), None],
            [("(1)", 1, 1), ("(2)", 1, 1), ("(3)", 1, 1), ("(4)", 1, 1), ("(5)", 1, 1)],
            [("1", 1, 1), ("Rà soát", 1, 1), ("Sở Tư pháp", 1, 1), ("Sở Nội vụ", 1, 1), ("Quý I", 1, 1)],
        ],
        5,
    )
    reading = read(table)
    (task,) = reading.tasks
    assert (task.lead, task.coordinate) == (("Sở Tư pháp",), ("Sở Nội vụ",))
    assert reading.cells.header == 11


def test_a_table_of_scores_is_set_aside_with_a_finding() -> None:
    reading = read(
        printed("""STT|Chỉ số nội dung|Điểm năm 2025|Mục tiêu 2026
        1|Tham gia của người dân|4,5|5,0""")
    )
    assert reading.tasks == ()
    assert [finding.code for finding in reading.findings] == ["table-aside"]
    assert reading.cells.aside == 4


def test_notes_and_money_are_kept_under_their_names() -> None:
    (task,) = read(
        printed("""TT|Nhiệm vụ|Chủ trì|Thời gian|Kinh phí|Ghi chú
        1|Lắp camera|Công an xã|Quý I|50 triệu đồng|Xã hội hóa""")
    ).tasks
    assert task.extra == {"Kinh phí": "50 triệu đồng", "Ghi chú": "Xã hội hóa"}


@pytest.mark.parametrize(
    "cell",
    [
        "Chủ trì: Sở Nội vụ; Phối hợp: Sở Tư pháp",
        "Chủ trì: Sở Nội vụ⏎Phối hợp: Sở Tư pháp",
        "Sở Nội vụ chủ trì; Sở Tư pháp phối hợp",
        "Sở Nội vụ chủ trì, phối hợp với Sở Tư pháp",
    ],
)
def test_a_cell_may_say_itself_who_leads_and_who_helps(cell: str) -> None:
    (task,) = read(printed(f"TT|Nhiệm vụ|Cơ quan thực hiện|Thời gian\n1|Tập huấn|{cell}|Quý I")).tasks
    assert (task.lead, task.coordinate, task.execute) == (("Sở Nội vụ",), ("Sở Tư pháp",), ())


def test_quarters_as_columns_are_times() -> None:
    (task,) = read(
        printed("""TT|Nhiệm vụ|Chủ trì|Quý I|Quý II|Quý III|Quý IV
        1|Kiểm tra công vụ|Sở Nội vụ||x||""")
    ).tasks
    assert task.schedule is not None
    assert task.schedule.normalised() == {"quarter": "2026-Q2"}


def test_every_field_says_where_it_stands() -> None:
    (task,) = read(printed("TT|Nhiệm vụ|Chủ trì|Thời gian\n1|Lắp camera|Công an xã|Quý I")).tasks
    where = task.where["lead"]
    assert (where.table, where.row, where.column) == (0, 1, 2)
    assert set(task.where) >= {"content", "lead", "schedule"}
