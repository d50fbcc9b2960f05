"""What a change of the calendar would move, told by the apps above before it is done (settings.WHAT_MOVES)."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.module_loading import import_string

from dondoc.schedule.rules import WorkingCalendar


@dataclass(frozen=True, slots=True)
class Moving:
    """`count` things of one title and occurrence whose day would be another."""

    title: str
    label: str
    was_on: date
    due_on: date
    count: int


Foresee = Callable[[WorkingCalendar, Collection[date], date], list[Moving]]


def foresee(calendar: WorkingCalendar, days: Collection[date], today: date) -> list[Moving]:
    """Asks every source, the soonest day first."""
    sources: list[Foresee] = [import_string(name) for name in settings.WHAT_MOVES]
    return sorted((one for ask in sources for one in ask(calendar, days, today)), key=lambda one: one.was_on)
