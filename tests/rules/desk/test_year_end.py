"""How a task ended, and what is proposed for the next year."""

import pytest

from dondoc.desk.rules.year_end import Ending, Tally, ending_of, ending_words, is_carried


@pytest.mark.parametrize(
    ("tally", "ending", "words"),
    [
        (Tally(8, 8, 8, 0), Ending.DONE, "xong 8/8"),
        (Tally(8, 4, 4, 0), Ending.DONE, "xong 4/4"),
        (Tally(8, 8, 5, 2), Ending.PART, "xong 5/8, quá hạn 2"),
        (Tally(8, 8, 0, 8), Ending.NOT_DONE, "xong 0/8, quá hạn 8"),
        (Tally(8, 0, 0, 0), Ending.NOT_ASKED, "chưa có việc nào đến hạn"),
        (Tally(0, 0, 0, 0), Ending.NOT_ASKED, "chưa có việc nào đến hạn"),
    ],
)
def test_endings(tally: Tally, ending: Ending, words: str) -> None:
    assert (ending_of(tally), ending_words(tally)) == (ending, words)


@pytest.mark.parametrize("ending", list(Ending))
def test_only_what_is_done_and_not_weak_is_for_a_person_to_drop(ending: Ending) -> None:
    assert is_carried(ending, is_weak=True)
    assert is_carried(ending, is_weak=False) == (ending is not Ending.DONE)
