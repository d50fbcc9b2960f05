"""How an app offers work to the background, and what the work may do while it runs.

    @job("plans.read")
    def read_plan(run: Run, file: str) -> dict[str, object]:
        for i, chunk in enumerate(chunks):
            with run.step(i, len(chunks), "đang đọc"):   # one transaction, only while the lease is ours
                ...
        return {"plan": code}

A job may be begun again after its worker died: each step must be harmless when done twice.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils import timezone

from dondoc.records import leases
from dondoc.records.models import Job

Work = Callable[..., dict[str, Any] | None]
LEASE = timedelta(seconds=60)
_kinds: dict[str, Work] = {}


def job(kind: str) -> Callable[[Work], Work]:
    """Register a function under the name that jobs carry."""

    def register(work: Work) -> Work:
        _kinds[kind] = work
        return work

    return register


def work_of(kind: str) -> Work:
    return _kinds[kind]


@dataclass(frozen=True, slots=True)
class Run:
    """A job in the hands of its worker."""

    row: Job
    lease: timedelta = LEASE

    @contextmanager
    def step(self, done: int, total: int, note: str = "") -> Iterator[None]:
        """A piece of work in one transaction, counted when it commits. Raises LeaseLostError where the job was lost."""
        with leases.held(self.row, until=timezone.now() + self.lease):
            yield
            leases.change_held(
                self.row, done=done, total=total, note=note[:200], lease_until=timezone.now() + self.lease
            )

    def beat(self) -> None:
        """Say that we live: the lease runs from now again."""
        leases.change_held(self.row, lease_until=timezone.now() + self.lease)
