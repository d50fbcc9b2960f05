"""Targets: what a cell prints, and the condition that a figure is judged by."""

import pytest

from dondoc.plans.rules.targets import find_target, read_target

CELLS = [
    ("100% cấp xã triển khai thực hiện", "=", 100, "%"),
    ("Tối thiểu 30% xã, phường, thị trấn được kiểm tra", ">=", 30, "%"),
    ("Tối thiểu 90% hài lòng", ">=", 90, "%"),
    ("Trên 90% lượng rác thải được thu gom", ">=", 90, "%"),
    ("Đạt từ 85% trở lên", ">=", 85, "%"),
    ("95% trở lên hồ sơ đúng hạn", ">=", 95, "%"),
    ("Không dưới 50% thôn có tổ hòa giải", ">=", 50, "%"),
    ("Không quá 5% hồ sơ trễ hạn", "<=", 5, "%"),
    ("Dưới 2% hồ sơ trễ hẹn", "<=", 2, "%"),
    ("Tỷ lệ đạt từ 35%-40% trở lên", ">=", 35, "%"),
    ("Đạt 98,5% số hồ sơ", "=", 98.5, "%"),
    ("01 năm/lần", ">=", 1, "lần/năm"),
    ("10/10 xã, phường", "=", 10, "xã"),
    ("Tôi thiểu 30% số xã", ">=", 30, "%"),
    ("Ít nhât 02 cuộc/năm", ">=", 2, "cuộc/năm"),
    ("Ít nhất 01 đợt/năm", ">=", 1, "đợt/năm"),
    ("02 lần/năm", ">=", 2, "lần/năm"),
    ("Ít nhất 04 tin, bài/tháng", ">=", 4, "tin, bài/tháng"),
    ("Tối thiểu 1 cuộc mỗi quý", ">=", 1, "cuộc/quý"),
    ("Không quá 06 ngày làm việc", "<=", 6, "ngày làm việc"),
    ("Tiếp nhận trong vòng 24 giờ", "<=", 24, "giờ"),
    ("phản hồi sau 24h", "<=", 24, "giờ"),
    ("05 mô hình", "=", 5, "mô hình"),
    ("ít nhất 04 đợt/năm", ">=", 4, "đợt/năm"),
    ("12 số/năm", ">=", 12, "số/năm"),
    ("20 phiên", "=", 20, "phiên"),
    ("Tối thiểu 50 cơ sở", ">=", 50, "cơ"),
    ("ít nhất mỗi tháng một lần", ">=", 1, "lần/tháng"),
    ("Giảm dưới 1.500 hộ nghèo", "<=", 1500, "hộ"),
]

WITHOUT_FIGURE = [
    "Theo Kế hoạch của UBND tỉnh",
    "Thực hiện dịch vụ công trực tuyến mức độ 3, 4",
    "Theo Nghị định số 61/2018/NĐ-CP ngày 23/4/2018",
    "Hoàn thành trong năm 2024",
    "Giai đoạn 2021-2025",
    "Trả lời bằng văn bản đối với hồ sơ không đạt yêu cầu",
]


@pytest.mark.parametrize(("text", "op", "value", "unit"), CELLS)
def test_a_cell_becomes_a_condition(text: str, op: str, value: float, unit: str) -> None:
    target = read_target(text)
    assert target is not None
    assert (target.head.op, target.head.value, target.head.unit) == (op, value, unit)


@pytest.mark.parametrize("text", WITHOUT_FIGURE)
def test_a_text_without_a_figure_stays_a_text(text: str) -> None:
    target = read_target(text)
    assert target is not None
    assert target.head.value is None
    assert target.text == text


def test_two_conditions_in_one_cell_are_two_parts() -> None:
    target = read_target(
        "Có ít nhất 95% hồ sơ giải quyết đúng hẹn; có văn bản xin lỗi người dân đối với 100% hồ sơ trễ hẹn"
    )
    assert target is not None
    assert [(part.op, part.value) for part in target.parts] == [(">=", 95), ("=", 100)]
    assert target.parts[1].scope == "có văn bản xin lỗi người dân đối với hồ sơ trễ hẹn"


def test_a_span_keeps_its_upper_end_and_more_than_is_strict() -> None:
    span, more = read_target("từ 35%-40% trở lên"), read_target("Trên 90%")
    assert span is not None
    assert more is not None
    assert (span.head.value, span.head.value_max, span.head.strict) == (35, 40, False)
    assert more.head.strict


def test_an_empty_cell_has_no_target() -> None:
    assert read_target("  \n") is None


def test_a_task_states_a_target_only_by_share_or_explicit_least() -> None:
    found = find_target("Kiểm tra 100% xã, thị trấn về các khoản đóng góp; tổ chức 2 lớp tập huấn")
    assert found is not None
    assert (found.head.op, found.head.value, found.head.unit) == ("=", 100, "%")
    assert find_target("Tổ chức 02 lớp tập huấn cho cán bộ") is None
    assert find_target("Duy trì đường dây nóng 24/7 và dịch vụ công mức độ 3, 4") is None
    assert find_target("Trẻ em dưới 6 tuổi được khám chữa bệnh miễn phí") is None
    limit = find_target("Duy trì đường dây nóng; phản hồi trong vòng 24 giờ")
    assert limit is not None
    assert (limit.head.op, limit.head.value) == ("<=", 24)
    least = find_target("Tổ chức ít nhất 01 cuộc đối thoại/năm với người dân")
    assert least is not None
    assert least.head.op == ">="
