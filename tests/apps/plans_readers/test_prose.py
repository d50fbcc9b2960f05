"""Printed lines to running text, and lists that were run together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.plans.adapters.prose import begins_item, glue, is_cut, is_label, page_number, split_items


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("- Kế hoạch; - Báo cáo kết quả", ["- Kế hoạch;", "- Báo cáo kết quả"]),
        ("- Các xã, thị trấn - Tòa án nhân dân", ["- Các xã, thị trấn", "- Tòa án nhân dân"]),
        ("- Văn bản;- Báo cáo", ["- Văn bản;", "- Báo cáo"]),
        ("Sở Lao động - Thương binh và Xã hội", ["Sở Lao động - Thương binh và Xã hội"]),
        ("- Phòng Tài chính - Kế hoạch - UBND xã", ["- Phòng Tài chính - Kế hoạch", "- UBND xã"]),
        ("kinh tế - xã hội; giai đoạn 2021 - 2025", ["kinh tế - xã hội; giai đoạn 2021 - 2025"]),
        ("gồm: 1.1. Rà soát; 1.2. Niêm yết", ["gồm:", "1.1. Rà soát;", "1.2. Niêm yết"]),
    ],
)
def test_lists_run_together(text: str, items: list[str]) -> None:
    assert split_items(text) == items


@given(st.text(alphabet="aáăB -+;.,:1\n", max_size=60))
def test_splitting_loses_nothing_but_blanks(text: str) -> None:
    assert "".join("".join(split_items(text)).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("số 38/KH-", "UBND ngày", "số 38/KH-UBND ngày"),
        ("giai đoạn 2020-", "2025", "giai đoạn 2020-2025"),
        ("CB TT-", "tuyên truyền", "CB TT- tuyên truyền"),
        ("nội dung/", "Tiêu chí", "nội dung/ Tiêu chí"),
        ("ngày 15/", "11/2024", "ngày 15/11/2024"),
        ("Phòng Nội", "vụ", "Phòng Nội vụ"),
    ],
)
def test_glue(before: str, after: str, whole: str) -> None:
    assert glue(before, after) == whole


@pytest.mark.parametrize(
    "text", ["- a", "+ b", "1. Mục đích", "2.14. Đề nghị", "đ) Thủ tục", "(3) ba", "IV. TỔ CHỨC", "• c"]
)
def test_labels(text: str) -> None:
    assert is_label(text)


@pytest.mark.parametrize("text", ["2024. ", "-", "trong năm", "15/11", "UBND xã"])
def test_no_labels(text: str) -> None:
    assert not is_label(text)


@pytest.mark.parametrize(
    ("text", "before", "broke", "expected"),
    [
        ("- Thông tin", "Trung tâm Văn hóa", False, False),
        ("- Báo cáo", "Kế hoạch kiểm tra", False, True),
        ("12. Sau đó", "hoàn thành trong tháng", False, False),
        ("12. Công an xã", "và báo cáo.", False, True),
        ("- xã hội của huyện", "phát triển kinh tế", False, False),
        ("- Thông tin", "Văn hóa", True, True),
    ],
)
def test_labels_that_the_line_breaker_made(text: str, before: str, broke: bool, expected: bool) -> None:
    assert begins_item(text, before, broke=broke) is expected


def test_cut_sentences() -> None:
    assert is_cut("của Ban thanh tra Nhân dân và", "Ban Giám sát")
    assert is_cut("đối với các", "xã")
    assert not is_cut("đã xong.", "xã")
    assert not is_cut("của huyện", "- Việc khác")


@pytest.mark.parametrize(
    ("text", "page"), [("3", 3), ("- 12 -", 12), ("Trang 4/20", 4), ("12/KH-UBND", None), ("Quý 2", None)]
)
def test_page_numbers(text: str, page: int | None) -> None:
    assert page_number(text) == page
