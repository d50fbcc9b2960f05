"""Printed numbers: Roman, dotted, the Vietnamese letters, bullets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.toolkit.numbering import kind_of_number, label_of, letter_index, roman, to_roman

LABELS: list[tuple[str, str, tuple[int, ...], str]] = [
    ("2.14. Phòng Nội vụ", "dotted", (2, 14), "Phòng Nội vụ"),
    ("2.1 Tham gia", "dotted", (2, 1), "Tham gia"),
    ("II.1. Sở Nội vụ", "dotted", (2, 1), "Sở Nội vụ"),
    ("IV. TỔ CHỨC THỰC HIỆN", "roman", (4,), "TỔ CHỨC THỰC HIỆN"),
    ("ll. NỘI DUNG", "roman", (2,), "NỘI DUNG"),
    ("IIII. NỘI DUNG", "roman", (0,), "NỘI DUNG"),
    ("I - MỤC ĐÍCH", "roman", (1,), "MỤC ĐÍCH"),
    ("đ) Thủ tục hành chính công", "letter", (5,), "Thủ tục hành chính công"),
    ("f) Việc khác", "letter", (), "Việc khác"),
    ("1. Mục đích", "integer", (1,), "Mục đích"),
    ("3/ Yêu cầu", "integer", (3,), "Yêu cầu"),
    ("(3) trách nhiệm", "bracketed", (3,), "trách nhiệm"),
    ("- Sở Nội vụ;", "dash", (), "Sở Nội vụ;"),
    ("+ Các nội dung", "plus", (), "Các nội dung"),
    ("* Thời gian", "star", (), "Thời gian"),
    ("Điều 3. Hiệu lực", "article", (3,), "Hiệu lực"),
    ("Phần II. NỘI DUNG", "part", (2,), "NỘI DUNG"),
    ("PHẦN THỨ HAI NỘI DUNG", "part", (), "NỘI DUNG"),
    ("B. CHỈ SỐ SIPAS", "capital", (2,), "CHỈ SỐ SIPAS"),
]


@pytest.mark.parametrize(("text", "kind", "numbers", "rest"), LABELS)
def test_a_label_says_its_kind_and_numbers(text: str, kind: str, numbers: tuple[int, ...], rest: str) -> None:
    label = label_of(text)
    assert label is not None
    assert (label.kind, label.numbers, text[label.end :]) == (kind, numbers, rest)


@pytest.mark.parametrize(
    "text", ["Sở Nội vụ", "05/6/2023 là hạn", "2023 là năm", "1,5 điểm", "Mục tiêu chung", "V/v nâng cao", "30% xã", ""]
)
def test_a_text_without_a_label_has_none(text: str) -> None:
    assert label_of(text) is None


@pytest.mark.parametrize(
    ("printed", "kind"),
    [("IV", "roman"), ("V.", "roman"), ("12)", "integer"), ("2.14", "dotted"), ("B", "capital"), (" ", "none"),
     ("a)", "other"), ("Sở Nội vụ", "other")],
)  # fmt: skip
def test_a_number_alone_in_its_cell_is_of_a_kind(printed: str, kind: str) -> None:
    assert kind_of_number(printed) == kind


def test_the_letters_are_those_of_the_language() -> None:
    assert [letter_index(letter) for letter in ("a", "d", "đ", "e", "g", "f")] == [1, 4, 5, 6, 7, None]


@given(st.integers(1, 3999))
def test_roman_numerals_round_trip(number: int) -> None:
    assert roman(to_roman(number)) == number


@pytest.mark.parametrize("text", ["IIII", "ABC", "", "VX"])
def test_what_is_no_roman_numeral_is_none(text: str) -> None:
    assert roman(text) is None
