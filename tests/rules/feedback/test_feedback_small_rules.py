"""Codes, likeness, marks, hints, search: examples and properties."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.feedback.rules.following import LENGTH, as_shown, as_typed, code_from
from dondoc.feedback.rules.likeness import Written, likeness, most_alike
from dondoc.feedback.rules.reading import Hint, flags_of, hint_of
from dondoc.feedback.rules.redaction import IN_ITS_PLACE, marked, read_marked, redacted, suggested
from dondoc.feedback.rules.registers import settlement_key
from dondoc.feedback.rules.searching import searchable, wanted
from dondoc.feedback.rules.stages import MOVES, Outcome, Stage, is_resolved, next_stage
from dondoc.toolkit.errors import BadInput


@given(st.binary(min_size=8, max_size=32))
def test_a_code_reads_back_as_it_is_shown(secret: bytes) -> None:
    code = code_from(secret)
    assert len(code) == LENGTH
    assert as_typed(as_shown(code).upper()) == code


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("K7M2-9QRT-4VWX", "k7m29qrt4vwx"), (" k7m2 9qrt 4vwx ", "k7m29qrt4vwx"), ("OIL0-1234-5678", "011012345678"),
        ("k7m2-9qrt", ""), ("k7m2-9qrt-4vwx-0", ""), ("k7m2-9qrt-4vwú", ""), ("'; DROP TABLE--", ""),
    ],
)  # fmt: skip
def test_what_is_typed_is_a_code_or_nothing(typed: str, code: str) -> None:
    assert as_typed(typed) == code


HOLE = Written("1", "Ổ gà lớn trên đường vào thôn Nà Chì, xe máy hay ngã", settlement=1, service=2)


@pytest.mark.parametrize(
    ("text", "is_alike"),
    [
        ("Đường vào Nà Chì có ổ gà sâu, hôm qua xe máy ngã", True),
        ("o ga duong vao na chi, xe may nga nhieu", True),
        ("Trạm y tế thôn Nà Chì đóng cửa buổi chiều", False),
        ("Rác không ai thu gom", False),
        ("Đường", False),
    ],
)
def test_reports_about_one_thing_are_found(text: str, is_alike: bool) -> None:
    other = Written("2", text, settlement=1)
    assert (most_alike(HOLE, [other]) == ["2"]) is is_alike


def test_places_far_apart_are_two_things() -> None:
    near = Written("2", HOLE.text, latitude=22.6670, longitude=104.4670)
    here = Written("1", HOLE.text, latitude=22.6671, longitude=104.4671)
    far = Written("3", HOLE.text, latitude=22.8, longitude=104.4)
    assert likeness(here, near) > likeness(HOLE, Written("4", HOLE.text))
    assert likeness(here, far) == 0


@given(
    st.text(alphabet="abc ốđ\n[(", max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4)
)
def test_marks_read_back_and_nothing_marked_is_left(text: str, pairs: list[tuple[int, int]]) -> None:
    text = text.replace("[[", "[(")
    spans = [(min(a, b, len(text)), min(max(a, b), len(text))) for a, b in pairs]
    spans = [(a, b) for a, b in spans if a < b and text[a - 1 : a] != "[" and text[b - 1 : b] != "["]
    found = read_marked(marked(text, spans), text)
    assert redacted(text, found) == redacted(text, spans)


@pytest.mark.parametrize(
    ("edited", "code"),
    [
        ("anh [[Tám", "marks-pair"), ("anh Tám]]", "marks-pair"), ("anh [[T[[ám]]]]", "marks-pair"),
        ("anh [[Chín]]", "marks-changed"), ("", "marks-changed"),
    ],
)  # fmt: skip
def test_marks_that_do_not_pair_or_change_words_are_refused(edited: str, code: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_marked(edited, "anh Tám")
    assert refused.value.code == code


@pytest.mark.parametrize(
    "text",
    [
        "gọi 0912 345 678",
        "CCCD 012345678901",
        "thư hoa@example.vn",
        "xe 23B1-123.45",
        "bà Lù Thị Mỷ ở xóm",
        "số nhà 12/3",
    ],
)
def test_what_tells_a_person_is_proposed_to_be_covered(text: str) -> None:
    assert IN_ITS_PLACE in redacted(text, suggested(text))


def test_what_tells_nobody_is_left() -> None:
    for text in ("Đường hỏng từ ngày 12/11/2026, dài 200 m.", "Ông trời mưa mãi.", "Thu 120.000 đồng mỗi hộ."):
        assert suggested(text) == []


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Tôi làm đơn tố cáo ông chủ tịch", Hint.DENUNCIATION),
        ("toi to cao can bo dia chinh", Hint.DENUNCIATION),
        ("Tôi khiếu nại quyết định thu hồi đất số 12", Hint.COMPLAINT),
        ("Cán bộ một cửa hách sách, vòi vĩnh", Hint.SIGNAL),
        ("Phải đưa phong bì mới được việc", Hint.SIGNAL),
        ("Đường hỏng, đèn tắt", None),
        ("Hỏi thủ tục khiếu nại thì nộp ở đâu", None),
    ],
)
def test_what_a_text_seems_to_be(text: str, hint: Hint | None) -> None:
    assert hint_of(text) is hint


def test_abuse_is_flagged_by_what_it_is() -> None:
    assert flags_of("Lũ ngu, làm ăn khốn nạn") == ["xúc phạm"]
    assert flags_of("Vay tiền nhanh, vào t.me/abc") == ["quảng cáo"]
    assert flags_of("http://a http://b http://c") == ["nhiều đường dẫn"]
    assert flags_of("Chó thả rông cắn trẻ em ở thôn") == []


def test_short_words_are_searched_whole_and_long_ones_by_their_beginning() -> None:
    shadow = searchable("Đường hỏng, ổ gà!")
    assert all(word in shadow for word in wanted("o ga duong"))
    assert wanted("ga")[0] not in searchable("ngay trong gan")
    assert wanted("duon")[0] in shadow


def test_every_verb_leaves_and_enters_known_stages() -> None:
    for verb, (before, after) in MOVES.items():
        for stage in Stage:
            if stage in before:
                assert next_stage(verb, stage) is (after or stage)
            else:
                with pytest.raises(BadInput):
                    next_stage(verb, stage)


def test_an_answer_alone_resolves_nothing() -> None:
    assert is_resolved(Outcome.RESOLVED, None)
    assert not is_resolved(Outcome.RESOLVED, False)
    assert not any(is_resolved(one, True) for one in Outcome if one is not Outcome.RESOLVED)


def test_the_key_of_the_term_for_settling() -> None:
    assert settlement_key(is_second=False, is_complex=False, is_remote=False) == "complaint.first.normal"
    assert settlement_key(is_second=True, is_complex=True, is_remote=True) == "complaint.second.remote-complex"
