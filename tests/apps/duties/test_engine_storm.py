"""Fifty officers settle at once and nothing is lost; a worker killed in the middle of expansion leaves nothing half."""

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

STORM = Path(__file__).with_name("engine_storm.py")
COMMUNES, DUTIES, QUARTERS = 8, 4, 4
ALL = COMMUNES * DUTIES * QUARTERS


class Place:
    """A database of its own, asked through processes of their own."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.environment = os.environ | environment

    def run(self, *args: str) -> str:
        done = subprocess.run(
            [sys.executable, str(STORM), *args], env=self.environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout.strip()

    def start(self, *args: str, **more: str) -> subprocess.Popen[str]:
        return subprocess.Popen([sys.executable, str(STORM), *args], env=self.environment | more, text=True)

    def python(self, code: str) -> str:
        setup = (
            "import django; django.setup(); from dondoc.duties.models import *; from dondoc.duties.access import *; "
        )
        run = subprocess.run(
            [sys.executable, "-c", setup + code], env=self.environment, capture_output=True, text=True, check=True
        )
        return run.stdout.strip()


@pytest.fixture(params=DATABASES)
def place(request: Any, tmp_path: Path, seeds: Seeds) -> Iterator[Place]:
    name = f"dondoc_engine_{os.getpid()}"
    if request.param == "sqlite":
        here = Place({"DONDOC_DATA": str(seeds.migrated(tmp_path)), "DONDOC_DATABASE": ""})
    else:
        here = Place({"DONDOC_DATA": str(tmp_path), "DONDOC_DATABASE": seeds.postgres(name)})
    here.run("make", str(COMMUNES))
    yield here
    if request.param == "postgresql":
        drop_database(name)


def test_fifty_officers_settling_at_once_lose_nothing(place: Place) -> None:
    place.run("expand")
    place.run("work", "60")
    assert place.run("settle", "50") == ""
    assert place.python("print(Obligation.objects.filter(state='done').count())") == str(ALL)
    assert place.python("print(EvidenceUse.objects.count())") == str(ALL)
    assert place.python("from dondoc.duties.queries.checks import *; print(list(faults()))") == "[]"


def test_a_worker_killed_in_the_middle_of_expansion_is_followed_by_another(place: Place) -> None:
    place.run("expand")
    first = place.start("work", "60", STORM_SLEEP="5")
    for _ in range(150):
        if place.python("print(Obligation.objects.count())") != "0":
            break
        time.sleep(0.1)
    first.send_signal(signal.SIGKILL)
    first.wait()
    made = int(place.python("print(Obligation.objects.count())"))
    assert 0 < made < ALL
    assert place.python("print(published().count())") == "0"
    time.sleep(1.6)
    place.run("work", "60")
    assert place.python("print(published().count(), Expansion.objects.count())") == f"{ALL} 1"
    assert place.python("from dondoc.duties.queries.checks import *; print(list(faults()))") == "[]"
