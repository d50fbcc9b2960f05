"""A product cell into the things that prove the task."""

import pytest

from dondoc.plans.rules.rows import products


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("Kế hoạch, Báo cáo", ("Kế hoạch", "Báo cáo")),
        ("Kế hoạch, Đề án", ("Kế hoạch", "Đề án")),
        ("Báo cáo, đề án được duyệt", ("Báo cáo, đề án được duyệt",)),
        ("- Kế hoạch - Báo cáo", ("Kế hoạch", "Báo cáo")),
        ("- Văn bản chỉ đạo – đôn đốc", ("Văn bản chỉ đạo – đôn đốc",)),
        ("Văn bản;\n+ Hội nghị.", ("Văn bản", "Hội nghị")),
        ("", ()),
    ],
)
def test_products_are_parted_before_capitals_alone(cell: str, found: tuple[str, ...]) -> None:
    assert products(cell) == found
