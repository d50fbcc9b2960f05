"""What is asked for twice: nearly the same words, another plan, no other component."""

import pytest

from dondoc.reports.rules.burden import Asked, twins


def asked(code: str, title: str, source: str = "kh1", component: str = "") -> Asked:
    return Asked(code, title, source, component, 3)


@pytest.mark.parametrize(
    ("other", "is_twin"),
    [
        (asked("b", "Niêm yết danh sách hộ nghèo tại nhà văn hoá thôn", "kh2"), True),
        (asked("b", "niêm yết danh sách hộ nghèo tại nhà văn hóa thôn.", "kh2", "2.1"), True),
        (asked("b", "Niêm yết danh sách hộ nghèo tại nhà văn hóa thôn", "kh1"), False),
        (asked("b", "Tổ chức đối thoại với người dân", "kh2"), False),
    ],
)
def test_twins(other: Asked, is_twin: bool) -> None:
    one = asked("a", "Niêm yết danh sách hộ nghèo tại nhà văn hóa thôn", "kh1", "2.1")
    assert bool(twins([one, other])) is is_twin
    assert bool(twins([other, one])) is is_twin


def test_the_same_words_on_another_component_are_not_the_same_thing() -> None:
    title = "Báo cáo kết quả thực hiện"
    assert not twins([asked("a", title, "kh1", "2.1"), asked("b", title, "kh2", "5.4")])


def test_each_pair_is_told_once() -> None:
    told = twins([asked(code, "Niêm yết", f"kh{code}") for code in "abc"])
    assert [(one.first.code, one.second.code) for one in told] == [("a", "b"), ("a", "c"), ("b", "c")]
