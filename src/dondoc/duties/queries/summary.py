"""Counts of what is owed, read from the summary: one statement, no obligation is touched. Changes that are not folded
yet are counted too, so that a page shows what was settled a moment ago."""

from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple

from django.db import connection

from dondoc.duties.queries.standing import current_days
from dondoc.duties.rules.grains import LATE_STATES
from dondoc.duties.rules.lateness import Days, long_late_before
from dondoc.duties.rules.states import State

_LATE = f"state IN {LATE_STATES} AND due_on < %s"
_CONDITIONS = (*(f"state = '{state.value}'" for state in State), _LATE, _LATE)


class Counts(NamedTuple):
    """How many stand where. `late` is part of `open` and `returned`, `long_late` part of `late`. A tuple: a page
    makes a thousand of them, and adding two adds field by field."""

    not_open: int = 0
    open: int = 0
    awaiting: int = 0
    done: int = 0
    done_late: int = 0
    nothing_arose: int = 0
    returned: int = 0
    exempt: int = 0
    late: int = 0
    long_late: int = 0

    @property
    def settled(self) -> int:
        return self.done + self.done_late + self.nothing_arose

    @property
    def asked(self) -> int:
        """All that has opened and is not excused."""
        return self.settled + self.open + self.returned + self.awaiting

    @property
    def total(self) -> int:
        return self.asked + self.not_open + self.exempt

    @property
    def in_time(self) -> int:
        return self.done + self.nothing_arose

    def __add__(self, other: "Counts") -> "Counts":  # type: ignore[override]  # a sum, not a longer tuple
        return Counts._make(map(int.__add__, self, other))


def summary_by_unit_and_section(
    *,
    today: date,
    province_id: int | None = None,
    unit_ids: Collection[int] | None = None,
    days: Days | None = None,
) -> dict[tuple[int, int], Counts]:
    """Counts by (unit, section) of a province or of some units; section 0 is what has none. Units and sections
    without anything owed are not in it."""
    return _read("unit_id, section", _of_units(province_id, unit_ids), today, days)


def summary_by_unit(
    *,
    today: date,
    province_id: int | None = None,
    unit_ids: Collection[int] | None = None,
    days: Days | None = None,
) -> dict[int, Counts]:
    """Counts by unit."""
    found = _read("unit_id", _of_units(province_id, unit_ids), today, days)
    return {key[0]: counts for key, counts in found.items()}


def summary_by_section(*, today: date, province_id: int | None = None, days: Days | None = None) -> dict[int, Counts]:
    """Counts by section of a province, or of all."""
    found = _read("section", _of_province(province_id), today, days)
    return {key[0]: counts for key, counts in found.items()}


def summary_by_component(
    *, today: date, province_id: int | None = None, days: Days | None = None
) -> dict[tuple[int, str], Counts]:
    """Counts by (section, component) of a province, or of all."""
    return _read("section, component", _of_province(province_id), today, days)


def counts_of(*, today: date, province_id: int | None = None, days: Days | None = None) -> Counts:
    """All counts of a province, or of all, in one."""
    return sum(summary_by_section(today=today, province_id=province_id, days=days).values(), Counts())


_Where = tuple[str, list[Any]]


def _of_units(province_id: int | None, unit_ids: Collection[int] | None) -> _Where:
    where, params = "unit_id > 0", list[Any]()
    if province_id is not None:
        where, params = f"{where} AND province_id = %s", [province_id]
    if unit_ids is not None:
        marks = ", ".join(["%s"] * len(unit_ids)) or "NULL"
        where, params = f"{where} AND unit_id IN ({marks})", [*params, *unit_ids]
    return where, params


def _of_province(province_id: int | None) -> _Where:
    return ("unit_id = 0", []) if province_id is None else ("unit_id = 0 AND province_id = %s", [province_id])


def _read(grain: str, where: _Where, today: date, days: Days | None) -> dict[Any, Counts]:
    """Rows of the grain and the changes on top, in one statement: both as of one moment."""
    condition, params = where
    fresh = condition.replace("unit_id = 0", "unit_id > 0")  # a change is told once, of its unit
    told = grain.replace("section", "COALESCE(section, 0)")
    late = [today, min(long_late_before(today, days or current_days()), today)]
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {grain}, {_sums('count')} FROM duties_summaryrow WHERE {condition} GROUP BY {grain} UNION ALL "
            f"SELECT {told}, {_sums('change')} FROM duties_summarydelta WHERE {fresh} GROUP BY {told}",
            [*late, *params, *late, *params],
        )
        found: dict[Any, Counts] = {}
        width = grain.count(",") + 1
        for row in cursor.fetchall():
            key, counts = row[:width], Counts._make(row[width:])
            found[key] = found[key] + counts if key in found else counts
    return found


def _sums(column: str) -> str:
    return ", ".join(f"COALESCE(SUM({column}) FILTER (WHERE {condition}), 0)" for condition in _CONDITIONS)
