"""Alphabetical order and numbers as they are written here."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.toolkit.collation import sort_key
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.numbers import read_number, write_number


def test_names_stand_in_the_order_of_the_alphabet() -> None:
    names = ["Đắk Lắk", "An Giang", "Ân Thi", "Du Già", "Ăn Khê", "Dạ Trạch", "Dân Chủ"]
    assert sorted(names, key=sort_key) == ["An Giang", "Ăn Khê", "Ân Thi", "Dạ Trạch", "Dân Chủ", "Du Già", "Đắk Lắk"]


def test_tones_come_after_letters() -> None:
    assert sorted(["má", "mạ", "ma", "mả", "mã", "mà", "mai"], key=sort_key) == [
        "ma", "mà", "mả", "mã", "má", "mạ", "mai",
    ]  # fmt: skip


def test_numbers_in_names_stand_by_their_value() -> None:
    names = ["Thôn 10", "Thôn 2", "Thôn An", "Thôn 2A", "Tổ 1"]
    assert sorted(names, key=sort_key) == ["Thôn 2", "Thôn 2A", "Thôn 10", "Thôn An", "Tổ 1"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.234,5", "1234.5"),
        ("05", "5"),
        ("38,97", "38.97"),
        ("1.000.000", "1000000"),
        ("-2", "-2"),
        ("38.97", "38.97"),
        ("1.234", "1234"),
    ],
)
def test_a_number_is_read_by_its_marks(text: str, value: str) -> None:
    assert read_number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "1,234.5", "năm", "1.2345", "1.2.3"])
def test_what_is_no_number_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(BadInput, match=r"1\.234,5"):
        read_number(text)


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_what_is_written_reads_back(value: Decimal) -> None:
    assert read_number(write_number(value)) == value
