"""Taking a row, keeping it, giving it back: the same for jobs, deliveries and messages.

Every change of state is an UPDATE that names the old state and token, so any number of workers on any number of
machines is safe, on both databases, without locks held while the work is done.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import F, Q

from dondoc.records.models import Leased, State
from dondoc.records.rules.retries import TRIES, wait_after

L = TypeVar("L", bound=Leased)
# What a person reads beside the row.
DIED = "Máy dừng giữa lúc làm."
DIED_SENDING = "Máy dừng giữa lúc gửi, không biết tin đã tới chưa."


class LeaseLostError(Exception):
    """The lease ran out and another worker has the row: stop, write nothing."""


def take(model: type[L], *, now: datetime, lease: timedelta, worker: str, only: Q | None = None) -> L | None:
    """Take one row that is due, oldest first. Others may be quicker at any row; then the next is tried."""
    rows: Any = model._default_manager
    due = rows.filter(only or Q(), state=State.WAITING, not_before__lte=now).order_by("not_before", "pk")
    for pk, token in due.values_list("pk", "token")[:50]:
        taken = rows.filter(pk=pk, state=State.WAITING, token=token).update(
            state=State.RUNNING, token=token + 1, lease_until=now + lease, attempts=F("attempts") + 1, worker=worker
        )
        if taken:
            row: L = rows.get(pk=pk)
            return row
    return None


def change_held(row: Leased, **changes: Any) -> None:
    """Change a row that we hold; raises LeaseLostError where we no longer do."""
    rows: Any = type(row)._default_manager
    if not rows.filter(pk=row.pk, state=State.RUNNING, token=row.token).update(**changes):
        raise LeaseLostError(f"{type(row).__name__} {row.pk}")


@contextmanager
def held(row: Leased, *, until: datetime) -> Iterator[None]:
    """One transaction of work under the lease: what is written commits only while the row is ours."""
    with transaction.atomic():
        change_held(row, lease_until=until)
        yield


def finish(row: Leased, *, now: datetime, **changes: Any) -> None:
    change_held(row, state=State.DONE, finished_at=now, lease_until=None, error="", **changes)


def fail(row: Leased, error: str, *, now: datetime, is_final: bool = False) -> None:
    """Try again later, or give up where this was the last try: a row given up stays and is shown."""
    if is_final or row.attempts >= TRIES:
        change_held(row, state=State.FAILED, finished_at=now, lease_until=None, error=error[-4000:])
    else:
        change_held(
            row, state=State.WAITING, not_before=now + wait_after(row.attempts), lease_until=None, error=error[-4000:]
        )


def give_back(model: type[Leased], *, now: datetime, to: State = State.WAITING) -> int:
    """Rows whose worker died: their lease ran out. They wait again (or go `to` another state); after the last try
    they are given up."""
    rows: Any = model._default_manager
    dead = rows.filter(state=State.RUNNING, lease_until__lt=now)
    if to != State.WAITING:
        return int(dead.update(state=to, lease_until=None, error=DIED_SENDING))
    over = dead.filter(attempts__gte=TRIES).update(state=State.FAILED, lease_until=None, finished_at=now, error=DIED)
    return int(over + dead.update(state=State.WAITING, lease_until=None, not_before=now))
