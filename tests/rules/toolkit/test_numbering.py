"""Printed numbers: Roman, dotted, the Vietnamese letters, bullets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.toolkit.numbering import label_of, letter_index, roman, to_roman

LABELS = [
    ("2.14. Phòng Nội vụ", "dotted", 14, "Phòng Nội vụ"),
    ("2.1 Tham gia", "dotted", 1, "Tham gia"),
    ("IV. TỔ CHỨC THỰC HIỆN", "roman", 4, "TỔ CHỨC THỰC HIỆN"),
    ("đ) Thủ tục hành chính công", "letter", 5, "Thủ tục hành chính công"),
    ("1. Mục đích", "integer", 1, "Mục đích"),
    ("(3) trách nhiệm", "integer", 3, "trách nhiệm"),
    ("- Sở Nội vụ;", "bullet", None, "Sở Nội vụ;"),
    ("+ Các nội dung", "bullet", None, "Các nội dung"),
    ("Điều 3. Hiệu lực", "named", 3, "Hiệu lực"),
    ("Phần II. NỘI DUNG", "named", 2, "NỘI DUNG"),
    ("B. CHỈ SỐ SIPAS", "capital", None, "CHỈ SỐ SIPAS"),
]


@pytest.mark.parametrize(("text", "kind", "number", "rest"), LABELS)
def test_a_label_says_its_kind_and_number(text: str, kind: str, number: int | None, rest: str) -> None:
    label = label_of(text)
    assert label is not None
    assert label.kind == kind
    assert number is None or label.number == number
    assert text[label.end :] == rest


@pytest.mark.parametrize("text", ["Sở Nội vụ", "05/6/2023 là hạn", "2023 là năm", "1,5 điểm", "Mục tiêu chung", ""])
def test_a_text_without_a_label_has_none(text: str) -> None:
    assert label_of(text) is None


def test_the_letters_are_those_of_the_language() -> None:
    assert [letter_index(letter) for letter in ("a", "d", "đ", "e", "g", "f")] == [1, 4, 5, 6, 7, None]


@given(st.integers(1, 399))
def test_roman_numerals_round_trip(number: int) -> None:
    assert roman(to_roman(number)) == number


@pytest.mark.parametrize("text", ["IIII", "ABC", "", "VX"])
def test_what_is_no_roman_numeral_is_none(text: str) -> None:
    assert roman(text) is None
