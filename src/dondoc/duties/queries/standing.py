"""How an obligation stands today: the stored state, lateness computed from the day, and the term in words."""

from dataclasses import dataclass
from datetime import date

from dondoc.duties.models import Obligation
from dondoc.duties.rules.lateness import Days, days_left
from dondoc.duties.rules.states import OWED, SETTLED, Phase, State, phase
from dondoc.duties.rules.states import Standing as Judged
from dondoc.schedule.queries import current_calendar
from dondoc.web import formats

_TONES = {
    State.OPEN: "calm",
    State.NOT_OPEN: "calm",
    State.AWAITING: "warn",
    State.RETURNED: "warn",
    State.DONE: "good",
    State.NOTHING_AROSE: "good",
    State.DONE_LATE: "warn",
    State.EXEMPT: "calm",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """`term` says the time both ways while something is owed; `left` is in working days, below zero when late."""

    state: State
    phase: Phase | None
    words: str
    tone: str
    term: str
    left: int | None

    @property
    def is_late(self) -> bool:
        return self.phase is not None


def current_days() -> Days:
    """Working days as the office counts them now."""
    return Days(current_calendar())


def standing(obligation: Obligation, today: date, *, days: Days | None = None) -> Standing:
    """A requested body and history are never late."""
    days, state, due_on = days or current_days(), State(obligation.state), obligation.due_on
    is_urged = not (obligation.is_requested or obligation.is_history)
    late = phase(state, due_on=due_on, today=today, calendar=days) if is_urged else None
    judged = Judged(state, late)
    left = days_left(due_on, today, days) if due_on and state in OWED else None
    return Standing(state, late, judged.words, "bad" if late else _TONES[state], _term(obligation, state, left), left)


def _term(obligation: Obligation, state: State, left: int | None) -> str:
    is_urged = not (obligation.is_requested or obligation.is_history)
    is_waited_for = left is not None and (left >= 0 or is_urged) and state not in SETTLED
    return formats.due(obligation.due_on, left if is_waited_for else None)
