"""Columns by meaning: the headers of the five plans and of offices that say it otherwise."""

import pytest

from dondoc.plans.rules.columns import is_numbering_row, recognise

HEADERS = [
    (
        "TT|Chỉ số nội dung/ Tiêu chí thành phần|Nhiệm vụ trọng tâm|Cơ quan chủ trì|Cơ quan, đơn vị phối hợp thực hiện|"
        "Sản phẩm/kết quả công việc|Thời gian thực hiện",
        "ordinal indicator content lead coordinate product schedule",
    ),
    (
        "STT|Chỉ số nội dung|Nhiệm vụ, giải pháp|Cơ quan thực hiện|Cơ quan hướng dẫn theo dõi, giám sát|"
        "Thời gian thực hiện",
        "ordinal indicator content execute guide_monitor schedule",
    ),
    (
        "Stt|Nhiệm vụ trọng tâm|Chỉ tiêu|Đơn vị chủ trì theo dõi|Đơn vị thực hiện|Thời gian thực hiện|"
        "Kết quả thực hiện|Ghi chú",
        "ordinal content target lead execute schedule product note",
    ),
    (
        "TT|Nhiệm vụ trọng tâm|Đơn vị chủ trì|Đơn vị phối hợp|Thời gian thực hiện",
        "ordinal content lead coordinate schedule",
    ),
    (
        "TT|NỘI DUNG CÔNG VIỆC|CƠ QUAN CHỦ TRÌ|CƠ QUAN PHỐI HỢP|THỜI GIAN HOÀN THÀNH|SẢN PHẨM",
        "ordinal content lead coordinate schedule product",
    ),
    (
        "STT|Nội dung thành phần|Nhiệm vụ|Cơ quan chủ trì tham mưu|Đơn vị thực hiện|Sản phẩm đầu ra|Thời hạn",
        "ordinal indicator content lead execute product schedule",
    ),
    (
        "Số TT|Nội dung|Nhiệm vụ, giải pháp cụ thể|Đơn vị chịu trách nhiệm|Kết quả dự kiến|Tiến độ|Kinh phí",
        "ordinal indicator content lead product schedule note",
    ),
    ("TT|Nội dung|Chủ trì|Phối hợp|Hoàn thành|Ghi chú", "ordinal content lead coordinate schedule note"),
    (
        "Số thứ tự|Tên nhiệm vụ|Đơn vị đầu mối|Đơn vị cùng thực hiện|Minh chứng|Thời điểm hoàn thành",
        "ordinal content lead coordinate product schedule",
    ),
]


@pytest.mark.parametrize(("header", "roles"), HEADERS)
def test_a_header_gives_each_column_its_role(header: str, roles: str) -> None:
    assert recognise([header.split("|")]).roles == tuple(roles.split())


def test_the_lower_of_two_header_rows_speaks_first() -> None:
    top = ["TT", "Nhiệm vụ", "Phân công thực hiện", "Phân công thực hiện", "Thời gian"]
    low = ["TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian"]
    assert recognise([top, low]).roles == ("ordinal", "content", "lead", "coordinate", "schedule")


def test_a_column_for_who_leads_and_who_helps_is_the_leads() -> None:
    columns = recognise([["STT", "Nhiệm vụ", "Cơ quan chủ trì, phối hợp", "Thời gian"]])
    assert columns.roles[2] == "lead"


def test_a_table_of_scores_gives_no_tasks() -> None:
    columns = recognise([["STT", "Chỉ số nội dung", "Điểm năm 2023", "Mục tiêu năm 2024", "Cơ quan chịu trách nhiệm"]])
    assert not columns.give_tasks


@pytest.mark.parametrize("row", ["(1)|(2)|(3)|(4)", "1|2|3", "A|B|1|2", "(1)|(2)|(3)=(1)+(2)"])
def test_a_numbering_row_is_known(row: str) -> None:
    assert is_numbering_row(row.split("|"))


def test_a_row_of_work_is_no_numbering_row() -> None:
    assert not is_numbering_row(["1", "Tuyên truyền", "Sở Tư pháp"])
