"""Numbers of identity papers are found; money agrees to the đồng."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.disclosure.rules.consulting import is_open
from dondoc.disclosure.rules.identity import identity_numbers, masked
from dondoc.disclosure.rules.ledger import Line, Side, Sums, is_agreed, reversal, sums_of

LINES = st.builds(Line, st.sampled_from(Side), st.integers(1, 10**12))


@pytest.mark.parametrize(
    "text", ["034087001234", "034 087 001 234", "CCCD: 001099012345.", "CMND 162345678", "(162 345 678)"]
)
def test_numbers_of_persons_are_found(text: str) -> None:
    assert len(identity_numbers(text)) == 1
    assert not any(digit in masked(text)[-6:] for digit in "0123456789")


@pytest.mark.parametrize(
    "text",
    [
        "150000000 đồng",
        "120.000.000 đồng",
        "1.234.567.890",
        "Điện thoại 0912345678",
        "số 12/2026/QĐ-UBND",
        "999087001234",
        "ngày 12/10/2026",
        "0123456789012345",
    ],
)
def test_amounts_telephones_and_papers_are_no_persons(text: str) -> None:
    assert identity_numbers(text) == []
    assert masked(text) == text


@given(st.integers(1, 96), st.integers(0, 999_999_999))
def test_every_number_of_twelve_digits_is_masked(province: int, rest: int) -> None:
    number = f"{province:03d}{rest:09d}"
    assert number not in masked(f"Nguyễn Văn A {number} hộ nghèo")


@given(st.lists(LINES, max_size=30), st.randoms())
def test_sums_do_not_depend_on_the_order(lines: list[Line], chance) -> None:
    turned = list(lines)
    chance.shuffle(turned)
    sums = sums_of(lines)
    assert sums_of(turned) == sums
    assert sums.left == sums.collected - sums.spent


@given(st.lists(LINES, max_size=20), LINES)
def test_a_reversal_leaves_what_was_before(lines: list[Line], mistake: Line) -> None:
    assert sums_of([*lines, mistake, reversal(mistake)]) == sums_of(lines)


def test_no_lines_no_money() -> None:
    assert sums_of([]) == Sums(0, 0)


@pytest.mark.parametrize(
    ("agreed", "households", "enough"),
    [(2, 3, True), (66, 100, False), (67, 100, True), (0, 0, False), (101, 100, False), (100, 150, True)],
)
def test_two_thirds_of_the_households(agreed: int, households: int, enough: bool) -> None:
    assert is_agreed(agreed, households) is enough


@pytest.mark.parametrize(("day", "is_taken"), [(1, False), (2, True), (22, True), (23, False)])
def test_comments_are_taken_from_the_first_to_the_last_day(day: int, is_taken: bool) -> None:
    assert is_open(date(2026, 11, 2), date(2026, 11, 22), date(2026, 11, day)) is is_taken
