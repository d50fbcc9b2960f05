"""States of an obligation: one table for the whole product.

Stored states change only along `MOVES`. Lateness is never stored: it is computed from the day, so that midnight needs
no write.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.sayings import Saying


class State(StrEnum):
    """What is stored. The Vietnamese words are in `WORDS`."""

    NOT_OPEN = "not-open"
    OPEN = "open"
    AWAITING = "awaiting"
    DONE = "done"
    DONE_LATE = "done-late"
    NOTHING_AROSE = "nothing-arose"
    RETURNED = "returned"
    EXEMPT = "exempt"


class Phase(StrEnum):
    """What is computed beside the stored state."""

    OVERDUE = "overdue"
    LONG_OVERDUE = "long-overdue"


WORDS: Mapping[State | Phase, str] = {
    State.NOT_OPEN: "chưa đến hạn",
    State.OPEN: "đang mở",
    State.AWAITING: "chờ xác nhận",
    State.DONE: "đã hoàn thành",
    State.DONE_LATE: "hoàn thành quá hạn",
    State.NOTHING_AROSE: "không phát sinh",
    State.RETURNED: "bị trả lại",
    State.EXEMPT: "được miễn",
    Phase.OVERDUE: "quá hạn",
    Phase.LONG_OVERDUE: "quá hạn nhiều",
}
OWED = frozenset({State.OPEN, State.RETURNED})
SETTLED = frozenset({State.DONE, State.DONE_LATE, State.NOTHING_AROSE})
CLOSED = SETTLED | {State.EXEMPT}

# verb -> the states that it may start from. `open` happens by the day or by an event, the rest by people.
MOVES: Mapping[str, frozenset[State]] = {
    "open": frozenset({State.NOT_OPEN}),
    "settle": frozenset({State.OPEN, State.RETURNED, State.NOT_OPEN}),
    "claim_nothing": frozenset({State.OPEN, State.RETURNED}),
    "confirm": frozenset({State.AWAITING}),
    "return": frozenset({State.AWAITING, State.DONE, State.DONE_LATE, State.NOTHING_AROSE}),
    "excuse": frozenset({State.NOT_OPEN, State.OPEN, State.RETURNED, State.AWAITING}),
    "revoke": frozenset({State.DONE, State.DONE_LATE, State.AWAITING}),
    "withdraw": frozenset({State.AWAITING}),
}


def settled_state(*, due_at: datetime | None, settled_at: datetime) -> State:
    """Done in time or late; what has no due day cannot be late."""
    return State.DONE_LATE if due_at is not None and settled_at > due_at else State.DONE


def next_state(verb: str, state: State, *, needs_confirmation: bool = False, in_time: bool = True) -> State:
    """The state after `verb`; a verb that the state does not allow is refused (code `state-moved`).

    `needs_confirmation`: a lead above has to say yes before it counts; the day that counts is the day it was claimed.
    """
    if state not in MOVES[verb]:
        raise BadInput(
            "state-moved",
            "Việc này đang ở trạng thái “{state}”: tải lại trang để xem bản mới nhất.",
            state=Saying(WORDS[state]),
        )
    done = State.DONE if in_time else State.DONE_LATE
    after = {
        "open": State.OPEN,
        "settle": State.AWAITING if needs_confirmation else done,
        "claim_nothing": State.NOTHING_AROSE,
        "confirm": done,
        "return": State.RETURNED,
        "excuse": State.EXEMPT,
        "revoke": State.OPEN,
        "withdraw": State.OPEN,
    }
    return after[verb]


class WorkingDays(Protocol):
    """What lateness needs of a calendar."""

    def working_days_between(self, start: date, end: date) -> int:
        """Working days after `start` up to and with `end`."""


def phase(
    state: State, *, due_on: date | None, today: date, calendar: WorkingDays, long_after: int = 10
) -> Phase | None:
    """Overdue from the day after the due day; long overdue once more than `long_after` working days have passed."""
    if state not in OWED or due_on is None or today <= due_on:
        return None
    late = calendar.working_days_between(due_on, today)
    return Phase.LONG_OVERDUE if late > long_after else Phase.OVERDUE


@dataclass(frozen=True, slots=True)
class Standing:
    """A stored state with its computed phase, and the words for both."""

    state: State
    phase: Phase | None

    @property
    def words(self) -> str:
        return WORDS[self.phase or self.state]
