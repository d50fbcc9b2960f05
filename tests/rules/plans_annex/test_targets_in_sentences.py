"""Targets that stand inside a sentence of a task."""

import pytest

from dondoc.plans.rules.targets import find_target


@pytest.mark.parametrize(
    ("sentence", "value", "scope"),
    [
        ("Chủ trì kiểm tra việc thực hiện Kế hoạch tại ít nhất 30% số xã, phường; kiến nghị xử lý.", 30, "xã, phường"),
        ("100% thôn có sổ góp ý", 100, "thôn có sổ góp ý"),
        ("Bảo đảm tỷ lệ hồ sơ đúng hạn đạt 98% trở lên", 98, "Bảo đảm tỷ lệ hồ sơ đúng hạn"),
    ],
)
def test_a_share_is_of_what_stands_behind_it(sentence: str, value: float, scope: str) -> None:
    """Who does what stands before the figure and is no part of what is counted."""
    target = find_target(sentence)
    assert target is not None
    assert [(part.value, part.scope) for part in target.parts] == [(value, scope)]
