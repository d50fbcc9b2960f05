"""Alike lines stand together with all their authors; nothing is dropped."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dondoc.reports.rules.passages import Voice, gather, lines_of

WORDS = st.sampled_from(
    [
        "niêm yết",
        "danh sách",
        "hộ nghèo",
        "tại thôn",
        "chưa kịp",
        "thiếu máy",
        "đường truyền yếu",
        "người dân",
        "ít biết",
    ]
)
texts = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
voices = st.lists(st.builds(Voice, st.sampled_from(["a", "b", "c", "d"]), texts), max_size=25)


@given(voices, st.randoms(use_true_random=False))
@settings(max_examples=100)
def test_nothing_is_dropped_and_order_makes_no_difference(given_: list[Voice], chance: Any) -> None:
    remarks = gather(given_)
    assert sorted((v.source, v.text) for r in remarks for v in r.voices) == sorted((v.source, v.text) for v in given_)
    shuffled = list(given_)
    chance.shuffle(shuffled)
    assert gather(shuffled) == remarks


def test_alike_wordings_become_one_with_their_authors() -> None:
    remarks = gather(
        [
            Voice("An Lạc", "Thiếu máy tính tại nhà văn hóa thôn"),
            Voice("Bình Minh", "thiếu máy tính tại nhà văn hoá các thôn."),
            Voice("Cam Đường", "Đường truyền yếu ở vùng cao"),
            Voice("An Lạc", "Đường truyền yếu ở vùng cao"),
        ]
    )
    assert [one.sources for one in remarks] == [("An Lạc", "Bình Minh"), ("An Lạc", "Cam Đường")]
    assert remarks[0].text == "thiếu máy tính tại nhà văn hoá các thôn."
    assert len({one.key for one in remarks}) == 2


def test_different_matters_stay_apart() -> None:
    assert len(gather([Voice("a", "Chưa niêm yết danh sách hộ nghèo"), Voice("b", "Đã lắp camera tại chợ")])) == 2


def test_a_passage_is_its_lines_without_bullets() -> None:
    assert lines_of("- Thiếu máy;\n\n  1. Đường truyền yếu\n--\na) Ít người biết") == [
        "Thiếu máy;",
        "Đường truyền yếu",
        "Ít người biết",
    ]
