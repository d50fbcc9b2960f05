"""Jobs: one worker at a time, given back when it dies, finished once."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from dondoc.records import jobs, leases
from dondoc.records.actions.jobs import retry_job
from dondoc.records.jobs import Run, job
from dondoc.records.models import AuditEntry, Event, Job, State
from dondoc.records.worker import drain, run_one_job
from dondoc.toolkit.errors import BadInput
from makers import make_job
from people import Cast

pytestmark = pytest.mark.django_db(transaction=True)
MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def _kinds() -> Iterator[None]:
    @job("test.work")
    def work(run: Run, **args: Any) -> dict[str, Any]:
        for i in range(3):
            with run.step(i + 1, 3, f"bước {i + 1}"):
                Event.objects.create(name=f"step{i}", payload={}, at=timezone.now())
        return {"made": 3, **args}

    @job("test.break")
    def broken(run: Run) -> None:
        raise ValueError("không đọc được")

    yield
    for kind in ("test.work", "test.break"):
        jobs._kinds.pop(kind)


def test_it_is_done_with_its_progress_and_result() -> None:
    row = make_job(file="abc")
    assert drain() == 1
    row.refresh_from_db()
    assert (row.state, row.done, row.total, row.note, row.result) == (
        State.DONE,
        3,
        3,
        "bước 3",
        {"made": 3, "file": "abc"},
    )


def test_the_same_key_is_the_same_job() -> None:
    assert make_job(key="read:abc").pk == make_job(key="read:abc").pk
    assert make_job().pk != make_job().pk


def test_a_job_for_later_waits() -> None:
    make_job(at=timezone.now() + MINUTE)
    assert drain() == 0


def test_two_workers_do_not_take_the_same_job(now: datetime) -> None:
    make_job()
    first = leases.take(Job, now=now, lease=MINUTE, worker="a")
    assert first is not None
    assert leases.take(Job, now=now, lease=MINUTE, worker="b") is None


def test_who_lost_the_lease_writes_nothing(now: datetime) -> None:
    make_job()
    old = leases.take(Job, now=now, lease=MINUTE, worker="a")
    assert old is not None
    assert leases.give_back(Job, now=now) == 0
    assert leases.give_back(Job, now=now + 2 * MINUTE) == 1
    new = leases.take(Job, now=now + 2 * MINUTE, lease=MINUTE, worker="b")
    assert new is not None
    run = Run(old)
    with pytest.raises(leases.LeaseLostError), run.step(1, 3):
        Event.objects.create(name="late", payload={}, at=now)
    with pytest.raises(leases.LeaseLostError):
        leases.finish(old, now=now)
    assert not Event.objects.filter(name="late").exists()
    leases.finish(new, now=now)
    assert Job.objects.get().state == State.DONE


def test_a_fault_is_kept_and_tried_again_later() -> None:
    row = make_job("test.break")
    run_one_job("w")
    row.refresh_from_db()
    assert (row.state, row.attempts) == (State.WAITING, 1)
    assert "không đọc được" in row.error


def test_an_unknown_kind_fails_at_once_and_a_person_may_retry(cast: Cast, now: datetime) -> None:
    row = make_job("test.gone")
    drain()
    row.refresh_from_db()
    assert row.state == State.FAILED
    retry_job(row, by=cast.ha, at=now)
    assert AuditEntry.objects.filter(verb="retry_job").count() == 1
    with pytest.raises(BadInput):
        retry_job(row, by=cast.ha, at=now)
