"""Work that comes round: registered with its interval, begun by whichever worker first finds it due."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from dondoc.records.models import Periodic

Round = Callable[[datetime], object]


@dataclass(frozen=True, slots=True)
class Entry:
    every: timedelta
    run: Round


_entries: dict[str, Entry] = {}


def every(interval: timedelta, name: str) -> Callable[[Round], Round]:
    """`@every(timedelta(hours=1), "records.sweep")` on a function of the time."""

    def register(run: Round) -> Round:
        _entries[name] = Entry(interval, run)
        return run

    return register


def run_due(now: datetime) -> list[str]:
    """Begin all that is due, each by an UPDATE that names the time it was last begun; the names that ran."""
    ran = []
    for name, entry in sorted(_entries.items()):
        row, is_new = Periodic.objects.get_or_create(name=name, defaults={"last_at": now})
        is_due = is_new or row.last_at + entry.every <= now
        if is_due and (is_new or Periodic.objects.filter(name=name, last_at=row.last_at).update(last_at=now)):
            entry.run(now)
            ran.append(name)
    return ran
