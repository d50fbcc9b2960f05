"""Labels, page breaks and parts of a document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.plans.rules.blocks import Paragraph, Source
from dondoc.plans.rules.outline import Node, read_outline
from dondoc.plans.rules.outline_lines import (
    BRACKET,
    CAPITAL,
    DASH,
    LEAF,
    NUMBER,
    PLUS,
    POINT,
    ROMAN,
    joined,
    raw_lines,
    read_label,
)
from rules.plans_body import bodies
from rules.plans_body.made import source_of

LABELS = [
    ("I. MỤC ĐÍCH", "I.", ROMAN, "MỤC ĐÍCH"),
    ("II- NỘI DUNG", "II-", ROMAN, "NỘI DUNG"),
    ("IV TỔ CHỨC", "", LEAF, "IV TỔ CHỨC"),
    ("Il. NỘI DUNG", "Il.", ROMAN, "NỘI DUNG"),
    ("A. MỤC TIÊU", "A.", CAPITAL, "MỤC TIÊU"),
    ("1. Mục đích", "1.", NUMBER, "Mục đích"),
    ("2.14. Đề nghị Ủy ban", "2.14.", NUMBER + 1, "Đề nghị Ủy ban"),
    ("2.1.3 Sở Nội vụ", "2.1.3", NUMBER + 2, "Sở Nội vụ"),
    ("3.Sở Y tế", "3.", NUMBER, "Sở Y tế"),
    ("1/ Sở Y tế", "1/", NUMBER, "Sở Y tế"),
    ("đ) Thủ tục", "đ)", POINT, "Thủ tục"),
    ("a. Thủ tục", "a.", POINT, "Thủ tục"),
    ("(2) công khai", "(2)", BRACKET, "công khai"),
    ("-Thực hiện", "-", DASH, "Thực hiện"),
    ("– Thực hiện", "–", DASH, "Thực hiện"),
    ("+ 18 Đề án trọng tâm", "+", PLUS, "18 Đề án trọng tâm"),
    ("15/11 là hạn cuối", "", LEAF, "15/11 là hạn cuối"),
    ("24/7 trực ban", "", LEAF, "24/7 trực ban"),
    ("06 tháng đầu năm", "", LEAF, "06 tháng đầu năm"),
    ("V/v cải thiện", "", LEAF, "V/v cải thiện"),
    ("đ/c Chủ tịch", "", LEAF, "đ/c Chủ tịch"),
    ("43,5 điểm", "", LEAF, "43,5 điểm"),
]


@pytest.mark.parametrize(("text", "label", "depth", "rest"), LABELS)
def test_a_label_is_told_from_text_that_only_looks_like_one(text: str, label: str, depth: int, rest: str) -> None:
    found, level, begin = read_label(text)
    assert (found, level, text[begin:]) == (label, depth, rest)


def _joined(*texts: str) -> list[str]:
    return [line.label + line.text for line in joined(raw_lines(source_of("\n".join(texts))))]


BROKEN = [
    ("- Nâng cao chất lượng của Ban thanh tra Nhân dân và", "Ban Giám sát đầu tư của cộng đồng."),
    ("- Tăng cường nắm bắt ý kiến đối với chính quyền địa", "phương; đối thoại với công dân."),
    ("4. Đề nghị Mặt trận phối hợp với UBND tỉnh", "(thông qua Sở Nội vụ) vận động các cấp."),
    ("- Lồng ghép kiểm tra công vụ, thanh tra ngành", "Nội vụ theo kế hoạch."),
]


@pytest.mark.parametrize(("first", "second"), BROKEN)
def test_a_paragraph_cut_by_a_page_break_is_one(first: str, second: str) -> None:
    assert len(_joined(first, second)) == 1


def test_a_stray_page_number_between_the_halves_is_dropped() -> None:
    assert _joined("- Đối với chính quyền địa", "3", "phương.") == ["-Đối với chính quyền địa phương."]


WHOLE = [
    ("2.4. Phòng Lao động - Thương binh và Xã hội", "Chủ trì rà soát hộ nghèo."),
    ("II. NHIỆM VỤ", "Các cơ quan thực hiện như sau."),
    ("- Việc thứ nhất;", "- việc thứ hai."),
    ("- Việc thứ nhất.", "Việc thứ hai."),
]


@pytest.mark.parametrize(("first", "second"), WHOLE)
def test_a_heading_and_its_text_stay_two(first: str, second: str) -> None:
    assert len(_joined(first, second)) == 2


def test_places_point_at_the_characters_of_both_halves() -> None:
    source = source_of("- Đối với chính quyền địa\nphương; đối thoại.")
    (line,) = joined(raw_lines(source))
    at = line.text.index("đối thoại")
    place = line.place(at, at + len("đối thoại"))
    assert place.paragraph == 1
    assert source.blocks[1].text[place.start : place.end] == "đối thoại"  # type: ignore[union-attr]
    first = line.place(0, 3)
    assert (first.paragraph, first.start, first.end) == (0, 2, 5)


def test_numbers_counted_by_the_word_processor_are_labels() -> None:
    paragraphs = (Paragraph("MỤC ĐÍCH", 0, number="I."), Paragraph("Sở Nội vụ", 1, number="•"))
    lines = raw_lines(Source("docx", "x", paragraphs))
    assert [(line.label, line.depth, line.text) for line in lines] == [
        ("I.", ROMAN, "MỤC ĐÍCH"),
        ("-", DASH, "Sở Nội vụ"),
    ]


def _labels(nodes: tuple[Node, ...]) -> list[object]:
    return [(node.line.label, _labels(node.children)) if node.children else node.line.label for node in nodes]


def test_a_letter_that_goes_on_after_decimals_is_their_sibling() -> None:
    text = "KẾ HOẠCH\nTên\nI. NHIỆM VỤ\n2. Cụ thể\n2.4. Bốn\n- Việc.\nđ) Năm\n- Việc.\ne) Sáu\n- Việc."
    outline = read_outline(source_of(text))
    assert _labels(outline.body) == [("I.", [("2.", [("2.4.", ["-"]), ("đ)", ["-"]), ("e)", ["-"])])])]


def test_the_annex_begins_behind_the_signature() -> None:
    source = source_of(bodies.DECISION)
    outline = read_outline(source)
    assert outline.annex_start is not None
    assert source.blocks[outline.annex_start].text == "PHỤ LỤC I"  # type: ignore[union-attr]


def test_a_pointer_to_an_annex_is_no_annex() -> None:
    text = (
        "KẾ HOẠCH\nTên\nI. NHIỆM VỤ\n(Phụ lục chi tiết kèm theo)\nPhụ lục kèm theo Kế hoạch này.\nNơi nhận:\n- Lưu: VT."
    )
    assert read_outline(source_of(text)).annex_start is None


def test_the_plan_attached_to_a_decision_is_the_body() -> None:
    outline = read_outline(source_of(bodies.DECISION))
    assert [node.line.text for node in outline.body] == ["MỤC TIÊU", "NHIỆM VỤ", "TỔ CHỨC THỰC HIỆN"]


@given(st.lists(st.sampled_from(["I. ", "1. ", "1.1. ", "a) ", "- ", "+ ", ""]), max_size=25))
def test_no_line_of_the_body_is_lost_or_doubled(labels: list[str]) -> None:
    lines = [f"{label}Việc số {i}x." for i, label in enumerate(labels)]
    outline = read_outline(source_of("\n".join(["KẾ HOẠCH", "Tên kế hoạch", "I. NHIỆM VỤ", *lines])))
    found = [node.line.text for root in outline.body for node in root.walk()]
    assert found == ["NHIỆM VỤ", *(f"Việc số {i}x." for i in range(len(labels)))]
