"""The two grains of the summary: a unit by section, a province by component. Only what can be late keeps its due day;
all else stands at the last day of the calendar, so that a page adds up few rows."""

from datetime import date
from typing import Protocol

from dondoc.duties.rules.states import State

NO_DAY = date(9999, 12, 31)
LATE_STATES = (State.OPEN.value, State.RETURNED.value)
COUNTED_DAY = (  # `counted_day` for a statement; its one parameter is NO_DAY
    f"COALESCE(CASE WHEN state IN ('{LATE_STATES[0]}', '{LATE_STATES[1]}') THEN due_on END, %s)"
)
Grain = tuple[int, int, int, str, date, str]
COLUMNS = "province_id, unit_id, section, component, due_on, state"


class Counted(Protocol):
    """What a count needs to know of an obligation or of a change."""

    province_id: int
    unit_id: int
    section: int | None
    component: str
    due_on: date | None
    state: str


def counted_day(state: str, due_on: date | None) -> date:
    """The day under which the summary counts something in a state."""
    return due_on if due_on and state in LATE_STATES else NO_DAY


def grains_of(one: Counted) -> tuple[Grain, Grain]:
    """The two counts that an obligation (or a change) stands in."""
    section, due_on = one.section or 0, counted_day(one.state, one.due_on)
    unit = (one.province_id, one.unit_id, section, "", due_on, one.state)
    return unit, (one.province_id, 0, section, one.component, due_on, one.state)
