"""The year in review: what was planned, what was done, what moved; and what each task ended as, in words."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Ending(StrEnum):
    """How a task ended, over all who owed it."""

    DONE = "done"
    PART = "part"
    NOT_DONE = "not-done"
    NOT_ASKED = "not-asked"


@dataclass(frozen=True, slots=True)
class Tally:
    """Of a task: how many were asked, settled, late; `total` with what never opened."""

    total: int
    asked: int
    settled: int
    late: int


def ending_of(of: Tally) -> Ending:
    """Done: everything that was asked is settled. Not done: nothing of it. Not asked: nothing fell due."""
    if not of.asked:
        return Ending.NOT_ASKED
    if of.settled == of.asked:
        return Ending.DONE
    return Ending.PART if of.settled else Ending.NOT_DONE


def ending_words(of: Tally, _: Callable[[str], str] = str) -> str:
    """For the draft of the next plan, through the translation `_`: "xong 5/8, quá hạn 2"."""
    if not of.asked:
        return _("chưa có việc nào đến hạn")
    told = _("xong %(done)s/%(asked)s, quá hạn %(late)s") if of.late else _("xong %(done)s/%(asked)s")
    return told % {"done": of.settled, "asked": of.asked, "late": of.late}


def is_carried(ending: Ending, *, is_weak: bool) -> bool:
    """What is proposed before a person decides: what is not done goes on; what is done goes on where its component is
    weak, for one year of work seldom moves it; all else is for a person to drop or keep."""
    return ending is not Ending.DONE or is_weak
