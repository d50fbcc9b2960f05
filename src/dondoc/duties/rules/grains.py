"""The two grains of the summary: a unit by section, a province by component. What has no due day stands at the last day
of the calendar."""

from datetime import date
from typing import Protocol

NO_DAY = date(9999, 12, 31)
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


def grains_of(one: Counted) -> tuple[Grain, Grain]:
    """The two counts that an obligation (or a change) stands in."""
    section, due_on = one.section or 0, one.due_on or NO_DAY
    unit = (one.province_id, one.unit_id, section, "", due_on, one.state)
    return unit, (one.province_id, 0, section, one.component, due_on, one.state)
