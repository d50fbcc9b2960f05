"""Fifty writers at once lose nothing; a worker killed in the middle is followed by another. On both databases."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from seeds import DATABASES, Seeds, drop_database

STORM = Path(__file__).with_name("storm.py")


class Place:
    """A database of its own, asked through processes of their own as well."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.environment = os.environ | environment

    def start(self, *args: str, **more: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, str(STORM), *args],
            env=self.environment | more,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def python(self, code: str) -> str:
        setup = "import django; django.setup(); from dondoc.records.models import *; "
        run = subprocess.run(
            [sys.executable, "-c", setup + code], env=self.environment, capture_output=True, text=True, check=True
        )
        return run.stdout.strip()


@pytest.fixture(params=DATABASES)
def place(request: Any, tmp_path: Path, seeds: Seeds) -> Iterator[Place]:
    if request.param == "sqlite":
        yield Place({"DONDOC_DATA": str(seeds.migrated(tmp_path)), "DONDOC_DATABASE": ""})
        return
    name = f"dondoc_storm_{os.getpid()}"
    yield Place({"DONDOC_DATA": str(tmp_path), "DONDOC_DATABASE": seeds.postgres(name)})
    drop_database(name)


def test_fifty_writers_at_once_lose_nothing(place: Place) -> None:
    writers = [place.start("write", str(n * 10), "10", "6") for n in range(5)]
    sealing = "from dondoc.records.sealing import *; from django.utils import timezone; "
    while any(writer.poll() is None for writer in writers):
        place.python(sealing + "seal_entries(at=timezone.now())")
    assert [writer.communicate()[0].strip() for writer in writers] == [""] * 5
    assert place.python("print(Job.objects.count(), AuditEntry.objects.count())") == "300 300"
    place.python(sealing + "seal_entries(at=timezone.now())")
    sealed = place.python("from django.db.models import Sum; print(AuditSeal.objects.aggregate(n=Sum('entries'))['n'])")
    assert sealed == "300"
    assert place.python(sealing + "print(list(verify_chain()))") == "[]"


def test_a_worker_killed_in_the_middle_is_followed_by_another(place: Place) -> None:
    place.python(
        "from dondoc.records.actions.jobs import queue_job; from django.utils import timezone; "
        "queue_job('storm.slow', {}, by=None, at=timezone.now(), key='slow')"
    )
    first = place.start("work", "60", STORM_SLEEP="3")
    for _ in range(100):
        if place.python("print(Job.objects.get(key='slow').done)") != "0":
            break
        time.sleep(0.1)
    first.send_signal(signal.SIGKILL)
    first.wait()
    assert place.python("print(Job.objects.get(key='slow').state)") == "running"
    second = place.start("work", "6")
    second.wait()
    assert (
        place.python("j = Job.objects.get(key='slow'); print(j.state, j.attempts, j.result)") == "done 2 {'steps': 4}"
    )
    assert place.python("print(Event.objects.filter(name__startswith='slow').count())") == "4"
