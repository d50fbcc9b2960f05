"""Server time and queries of every page that a person reaches, in the demo's province.

    python bench/pages.py [FOLDER] [--runs N] [--json]

FOLDER holds a demo (`DONDOC_DATA=FOLDER dondoc demo --no-serve`); without one it is made in a place of its own. Each
page is asked for in this process, by the person who reads it most, warm: no network, no server in front. What is told
is the median of the wall clock, beside it the processor's time (they part where the machine is busy), the queries
with how many the page may take, and the size. The figure we state: a median within 100 ms on two cores.
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from pages_of import all_pages

AIM_MS = 100


@dataclass(frozen=True, slots=True)
class Shown:
    """One page: its name, who asked, what it cost."""

    name: str
    who: str
    status: int
    queries: int
    budget: int
    wall_ms: float
    cpu_ms: float
    kilobytes: float


def set_up(folder: Path) -> None:
    os.environ |= {
        "DONDOC_DATA": str(folder),
        "DONDOC_DEMO": "1",
        "DONDOC_DATABASE": os.environ.get("DONDOC_DATABASE", ""),
        "DONDOC_HOSTS": "localhost,127.0.0.1",
    }
    from dondoc.config import commands

    commands.migrate()
    from django.utils import timezone

    from dondoc.desk.demo.build import build_demo

    build_demo(at=timezone.now())


def measure(name: str, who: str, address: str, budget: int, runs: int) -> Shown:
    """Ask once cold (that one counts the queries), then `runs` times."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from dondoc.accounts.models import User

    client = Client(SERVER_NAME="localhost")
    if who:
        client.force_login(User.objects.get(login=who))
    get: Callable[[], Any] = lambda: client.get(address)  # noqa: E731
    body(get())
    with CaptureQueriesContext(connection) as asked:
        response = get()
        size = len(body(response))
        queries = len(asked)
    wall, cpu = [], []
    for _ in range(runs):
        begun, busy = time.perf_counter(), time.process_time()
        body(get())
        wall.append((time.perf_counter() - begun) * 1000)
        cpu.append((time.process_time() - busy) * 1000)
    median = statistics.median
    return Shown(
        name,
        who,
        response.status_code,
        queries,
        budget,
        round(median(wall), 1),
        round(median(cpu), 1),
        round(size / 1024, 1),
    )


def body(response: Any) -> bytes:
    return b"".join(response) if response.streaming else bytes(response.content)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="dondoc-pages-") as own:
        set_up((asked.folder or Path(own)).resolve())
        shown = [measure(name, *where, asked.runs) for name, where in all_pages().items()]
    if asked.json:
        json.dump([asdict(one) for one in shown], sys.stdout, ensure_ascii=False)
        return
    print(f"{'page':28} {'who':9} {'status':>6} {'queries':>7} {'may':>4} {'ms':>7} {'cpu ms':>7} {'kB':>7}")
    for one in shown:
        mark = "  above" if one.wall_ms > AIM_MS or one.queries > one.budget else ""
        print(
            f"{one.name:28} {one.who:9} {one.status:6} {one.queries:7} {one.budget:4} {one.wall_ms:7} {one.cpu_ms:7} "
            f"{one.kilobytes:7}{mark}"
        )
    slow = [one.name for one in shown if one.wall_ms > AIM_MS]
    asking = [one.name for one in shown if one.queries > one.budget]
    print(f"{len(shown)} pages, {len(slow)} above {AIM_MS} ms: {', '.join(slow) or 'none'}")
    print(f"{len(asking)} above their queries: {', '.join(asking) or 'none'}")


if __name__ == "__main__":
    main()
