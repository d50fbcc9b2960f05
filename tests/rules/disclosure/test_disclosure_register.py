"""What is missing before it counts, and what is found wrong."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.disclosure.rules.register import Asked, Stretch, Trouble, findings, is_early, missing, until_of
from dondoc.duties.rules.lateness import Days

D = date(2026, 10, 1)
BOTH = Asked(30, 0, 5, ("board", "village"), ("thôn Nà Lan", "thôn Nà Chì"))
LOUD = Asked(30, 3, 5, ("board",))
FOR_GOOD = Asked(None, 0, 5, ("board",))


def board(begins_on: date = D, **more) -> Stretch:
    return Stretch("board", "trụ sở", begins_on, more.pop("until", begins_on + timedelta(days=30)), **more)


def hall(name: str, **more) -> Stretch:
    return Stretch("village", name, D, D + timedelta(days=30), **more)


def kinds(asked: Asked, *stretches: Stretch, **more) -> list[Trouble]:
    more = {"decided_on": None, "calendar": Days()} | more
    return [one.kind for one in findings(asked, stretches, **more)]


def test_nothing_done_lacks_every_place() -> None:
    steps = missing(BOTH, [])
    assert steps[0] == "Niêm yết tại trụ sở."
    assert "còn 2/2 nơi (thôn Nà Lan, thôn Nà Chì)" in steps[1]


def test_each_hall_counts() -> None:
    assert missing(BOTH, [board(proofs=1), hall("thôn Nà Lan")]) == [
        "Niêm yết tại nhà văn hóa: còn 1/2 nơi (thôn Nà Chì)."
    ]
    assert missing(BOTH, [board(proofs=1), hall("thôn Nà Lan"), hall("thôn Nà Chì")]) == []


def test_without_a_photo_or_minutes_it_does_not_count() -> None:
    assert missing(LOUD, [board(), Stretch("loudspeaker", "loa", D, D)]) == ["Thêm ảnh chụp hoặc biên bản niêm yết."]


def test_what_was_taken_down_early_is_missing_again() -> None:
    assert "Niêm yết tại trụ sở." in missing(BOTH, [board(down_on=D + timedelta(days=12), proofs=1)])


def test_the_net_where_it_is_asked() -> None:
    asked = Asked(30, 0, 5, ("board",), (), True)
    assert missing(asked, [board(proofs=1)]) == ["Đăng trên trang thông tin điện tử, ghi đường dẫn."]
    assert missing(asked, [board(proofs=1), Stretch("portal", "net", D, None)]) == []


@pytest.mark.parametrize(("days", "early"), [(0, True), (29, True), (30, False), (45, False)])
def test_thirty_days_without_a_break(days: int, early: bool) -> None:
    one = board(down_on=D + timedelta(days=days))
    assert is_early(one) is early
    assert (Trouble.EARLY in kinds(BOTH, one)) is early


def test_what_hangs_for_good_may_not_come_down() -> None:
    assert kinds(FOR_GOOD, Stretch("board", "trụ sở", D, None, D + timedelta(days=400))) == [Trouble.EARLY]
    assert until_of(FOR_GOOD, D) is None
    assert until_of(BOTH, D) == date(2026, 10, 31)


def test_put_up_again_in_the_same_place_it_is_mended() -> None:
    down = D + timedelta(days=12)
    early, again = board(down_on=down), board(down, until=down + timedelta(days=30))
    assert kinds(BOTH, early, again) == []
    assert kinds(BOTH, early, Stretch("village", "thôn Nà Lan", down, None)) == [Trouble.EARLY]


def test_two_halves_are_no_whole() -> None:
    half = D + timedelta(days=15)
    first, second = board(down_on=half), board(half, down_on=half + timedelta(days=16))
    assert kinds(BOTH, first, second) == [Trouble.EARLY, Trouble.EARLY]


@pytest.mark.parametrize(
    ("decided_on", "late"),
    [(date(2026, 9, 24), False), (date(2026, 9, 23), True), (date(2026, 10, 1), False)],
)
def test_five_working_days_after_the_decision(decided_on: date, late: bool) -> None:
    assert (Trouble.LATE in kinds(BOTH, board(), decided_on=decided_on)) is late


def test_a_dead_link_and_a_picture_of_a_table() -> None:
    dead = Stretch("portal", "net", D, None, is_dead=True)
    assert kinds(BOTH, dead, unreadable=["bang.jpg"]) == [Trouble.DEAD_LINK, Trouble.UNREADABLE]


@pytest.mark.parametrize(("days", "short"), [(1, True), (2, True), (3, False), (5, False)])
def test_three_days_over_loudspeakers(days: int, short: bool) -> None:
    read = Stretch("loudspeaker", "loa", D, D + timedelta(days=days - 1))
    assert (kinds(LOUD, read) == [Trouble.SHORT_BROADCAST]) is short
    assert kinds(BOTH, read) == []


@given(
    st.lists(
        st.builds(
            lambda start, length: board(D + timedelta(days=start), down_on=D + timedelta(days=start + length)),
            st.integers(0, 200),
            st.integers(0, 60),
        ),
        max_size=5,
    )
)
def test_it_is_whole_only_where_one_stretch_was_long_enough(stretches: list[Stretch]) -> None:
    asked = Asked(30, 0, 5, ("board",))
    whole = any((one.down_on - one.begins_on).days >= 30 for one in stretches if one.down_on)
    assert ("Niêm yết tại trụ sở." not in missing(asked, stretches)) is whole


@given(st.integers(0, 90), st.integers(0, 90))
def test_days_hung_never_run_backwards(first: int, second: int) -> None:
    one = board(down_on=D + timedelta(days=40))
    early, late = sorted((first, second))
    assert 0 <= one.days_by(D + timedelta(days=early)) <= one.days_by(D + timedelta(days=late)) <= 30
