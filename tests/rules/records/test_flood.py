"""Who is asked a question before sending, and who has to wait."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.records.rules.flood import Budget, Seen, Verdict, is_answer, judge, question_of

MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("seen", "verdict"),
    [
        (Seen(0, 0, MINUTE), Verdict.PASS),
        (Seen(4, 200, MINUTE), Verdict.PASS),
        (Seen(5, 5, MINUTE), Verdict.ASK),
        (Seen(0, 300, MINUTE), Verdict.ASK),
        (Seen(0, 0, timedelta(seconds=1)), Verdict.ASK),
        (Seen(0, 0, timedelta(days=90)), Verdict.ASK),
        (Seen(0, 0, None), Verdict.ASK),
        (Seen(0, 0, MINUTE, trap_filled=True), Verdict.ASK),
        (Seen(59, 500, None, trap_filled=True, question_answered=True), Verdict.PASS),
        (Seen(60, 60, MINUTE, question_answered=True), Verdict.REFUSE),
    ],
)
def test_who_is_asked_and_who_waits(seen: Seen, verdict: Verdict) -> None:
    assert judge(seen, Budget()) is verdict


@given(st.integers(0, 63))
def test_a_question_can_be_answered_in_figures(seed: int) -> None:
    _, wanted_number = question_of(seed)
    assert is_answer(f" {wanted_number} ", wanted_number)
    assert not is_answer(str(wanted_number + 1), wanted_number)
    assert is_answer("Bảy", 7)
