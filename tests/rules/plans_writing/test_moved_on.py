"""Times of one year moved into another."""

import pytest

from dondoc.plans.rules.writing import moved_on


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("Quý II/2026", "Quý II/2027"),
        ("Trước ngày 15/11/2026", "Trước ngày 15/11/2027"),
        ("Từ tháng 12/2026 đến tháng 3/2027", "Từ tháng 12/2027 đến tháng 3/2028"),
        ("Thường xuyên", "Thường xuyên"),
        ("12026 hộ, 20261 lượt", "12026 hộ, 20261 lượt"),
        ("", ""),
    ],
)
def test_years_move_and_nothing_else(text: str, moved: str) -> None:
    assert moved_on(text, by=1) == moved
