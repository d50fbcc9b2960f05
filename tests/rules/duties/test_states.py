"""The one table of states: what may follow what, and what is late."""

from datetime import UTC, date, datetime

import pytest

from dondoc.duties.rules.states import MOVES, WORDS, Phase, Standing, State, next_state, phase, settled_state
from dondoc.toolkit.errors import BadInput


class EveryDay:
    """A calendar without days off."""

    def working_days_between(self, start: date, end: date) -> int:
        return (end - start).days


DUE = date(2026, 11, 13)


@pytest.mark.parametrize(
    ("verb", "state", "after"),
    [
        ("open", State.NOT_OPEN, State.OPEN),
        ("settle", State.OPEN, State.DONE),
        ("settle", State.RETURNED, State.DONE),
        ("confirm", State.AWAITING, State.DONE),
        ("return", State.AWAITING, State.RETURNED),
        ("excuse", State.OPEN, State.EXEMPT),
        ("revoke", State.DONE, State.OPEN),
    ],
)
def test_a_verb_leads_to_one_state(verb: str, state: State, after: State) -> None:
    assert next_state(verb, state) is after


def test_settling_waits_for_the_lead_where_there_is_one() -> None:
    assert next_state("settle", State.OPEN, needs_confirmation=True) is State.AWAITING


@pytest.mark.parametrize("verb", MOVES)
def test_a_verb_from_any_other_state_is_refused_with_its_words(verb: str) -> None:
    for state in set(State) - MOVES[verb]:
        with pytest.raises(BadInput, match=WORDS[state]):
            next_state(verb, state)


def test_what_is_settled_after_its_day_is_done_late() -> None:
    due = datetime(2026, 11, 13, 16, 59, tzinfo=UTC)
    assert settled_state(due_at=due, settled_at=datetime(2026, 11, 13, 17, 0, tzinfo=UTC)) is State.DONE_LATE
    assert settled_state(due_at=due, settled_at=due) is State.DONE
    assert settled_state(due_at=None, settled_at=due) is State.DONE


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 11, 13), None),
        (date(2026, 11, 14), Phase.OVERDUE),
        (date(2026, 11, 23), Phase.OVERDUE),
        (date(2026, 11, 24), Phase.LONG_OVERDUE),
    ],
)
def test_lateness_is_computed_from_the_day(today: date, expected: Phase | None) -> None:
    assert phase(State.OPEN, due_on=DUE, today=today, calendar=EveryDay()) is expected


@pytest.mark.parametrize("state", [State.DONE, State.AWAITING, State.EXEMPT, State.NOTHING_AROSE, State.NOT_OPEN])
def test_only_what_is_owed_is_late(state: State) -> None:
    assert phase(state, due_on=DUE, today=date(2027, 1, 1), calendar=EveryDay()) is None


def test_a_standing_speaks_of_lateness_first() -> None:
    assert Standing(State.OPEN, Phase.OVERDUE).words == "quá hạn"
    assert Standing(State.OPEN, None).words == "đang mở"


def test_every_state_has_its_words() -> None:
    assert set(WORDS) == {*State, *Phase}
