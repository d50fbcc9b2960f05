"""What a change of the calendar or of a term would move, told by the apps above before it is done (settings.WHAT_MOVES,
WHAT_TERMS_MOVE)."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.utils.module_loading import import_string

from dondoc.schedule.rules import WorkingCalendar
from dondoc.schedule.rules.timers import TimerRule


@dataclass(frozen=True, slots=True)
class Moving:
    """`count` things of one title and occurrence whose day would be another."""

    title: str
    label: str
    was_on: date
    due_on: date
    count: int


Find = Callable[[str, date], TimerRule]
Foresee = Callable[[WorkingCalendar, Collection[date], date], list[Moving]]
ForeseeTerm = Callable[[str, Find, datetime], list[Moving]]


def foresee(calendar: WorkingCalendar, days: Collection[date], today: date) -> list[Moving]:
    """Asks every source, the soonest day first."""
    sources: list[Foresee] = [import_string(name) for name in settings.WHAT_MOVES]
    return sorted((one for ask in sources for one in ask(calendar, days, today)), key=lambda one: one.was_on)


def foresee_term(key: str, find: Find, at: datetime) -> list[Moving]:
    """The same where another term of the key would hold: `find` gives it by key and day."""
    sources: list[ForeseeTerm] = [import_string(name) for name in settings.WHAT_TERMS_MOVE]
    return sorted((one for ask in sources for one in ask(key, find, at)), key=lambda one: one.was_on)
