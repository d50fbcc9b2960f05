"""A process of its own for the tests of many writers and of kill -9: `storm.py write N` or `storm.py work`."""

import os
import sys
import threading
import time

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dondoc.config.settings")
import django

django.setup()

from datetime import timedelta  # noqa: E402

from django.db import connection, transaction  # noqa: E402
from django.utils import timezone  # noqa: E402

from dondoc.records.actions import audit  # noqa: E402
from dondoc.records.actions.jobs import queue_job  # noqa: E402
from dondoc.records.jobs import Run, job  # noqa: E402
from dondoc.records.models import Event  # noqa: E402
from dondoc.records.worker import work_round  # noqa: E402

LEASE = timedelta(seconds=1.5)


@job("storm.slow")
def slow(run: Run) -> dict[str, int]:
    for i in range(4):
        with run.step(i + 1, 4):
            Event.objects.get_or_create(name=f"slow{i}", defaults={"payload": {}, "at": timezone.now()})
        time.sleep(float(os.environ.get("STORM_SLEEP", "0")))
    return {"steps": 4}


def write(writer: int, each: int, faults: list[str]) -> None:
    try:
        for i in range(each):
            with transaction.atomic():
                Event.objects.count()
                queue_job("storm.none", {}, by=None, at=timezone.now(), key=f"{writer}:{i}")
                audit.record("write", ("storm", f"{writer}:{i}"), by=None, at=timezone.now())
    except Exception as fault:
        faults.append(repr(fault))
    finally:
        connection.close()


def storm(start: int, writers: int, each: int) -> int:
    faults: list[str] = []
    threads = [threading.Thread(target=write, args=(start + n, each, faults)) for n in range(writers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print("\n".join(faults))
    return len(faults)


if __name__ == "__main__":
    if sys.argv[1] == "write":
        sys.exit(storm(*(int(arg) for arg in sys.argv[2:5])))
    until = time.monotonic() + float(sys.argv[2])
    while time.monotonic() < until:
        if not work_round(f"storm-{os.getpid()}", lease=LEASE):
            time.sleep(0.1)
