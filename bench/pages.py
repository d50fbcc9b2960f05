"""Server time and queries of every page that a person reaches, in the demo's province.

    python bench/pages.py [FOLDER] [--runs N] [--json]

FOLDER holds a demo (`DONDOC_DATA=FOLDER dondoc demo --no-serve`); without one it is made in a place of its own. Each
page is asked for in this process, by the person who reads it most, warm: no network, no server in front. What is told
is the median of the wall clock, beside it the processor's time (they part where the machine is busy), the queries
and the size. The figure we state: a median within 100 ms on two cores.
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

AIM_MS = 100


@dataclass(frozen=True, slots=True)
class Shown:
    """One page: its name, who asked, what it cost."""

    name: str
    who: str
    status: int
    queries: int
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


def addresses() -> dict[str, tuple[str, str]]:
    """Name of the page -> (who reads it, address). A new address of a page belongs here."""
    from django.urls import reverse

    from dondoc.duties.models import Duty, Obligation
    from dondoc.plans.models import Plan
    from dondoc.records.models import Attachment
    from dondoc.units.models import AdministrativeUnit, Agency, AgencyGroup

    plan = Plan.objects.filter(state="issued", unit__level="province").latest("pk")
    draft = plan_to_review()
    mine = Obligation.objects.filter(held_by__kind="ubnd", unit__name="An Lạc", duty__plan_code=plan.code)
    owed, proved = mine.filter(state="open").first(), mine.filter(state="done", evidence_uses__isnull=False).first()
    waiting = Obligation.objects.filter(state="awaiting").first()
    duty, unit = Duty.objects.filter(plan_code=plan.code).first(), AdministrativeUnit.objects.get(name="An Lạc")
    committee = Agency.objects.get(unit=unit, kind="ubnd", valid_to=None)
    group = AgencyGroup.objects.order_by("pk").first()
    assert owed is not None
    assert proved is not None
    assert waiting is not None
    assert duty is not None
    assert group is not None
    monitored, listed = "monitor", reverse("monitor-obligations")
    told = {
        "home": ("chi.pq", reverse("home")),
        "home of the focal point": ("ha.lt", reverse("home")),
        "briefing": ("chi.pq", reverse("briefing")),
        "my work": ("lan.nt", reverse("my-work")),
        "my work of a department": ("minh.tv", reverse("my-work")),
        "my work, searched": ("lan.nt", reverse("my-work") + "?tim=bao+cao&trang-thai=tat-ca"),
        "my work as a workbook": ("lan.nt", reverse("my-work-sheet")),
        "monitor": ("chi.pq", reverse(monitored)),
        "monitor of a department": ("minh.tv", reverse(monitored)),
        "monitor of one plan": ("chi.pq", f"{reverse(monitored)}?ke-hoach={plan.code}"),
        "obligations": ("chi.pq", listed),
        "obligations of a cell": ("chi.pq", f"{listed}?don-vi={unit.code}&truc=2"),
        "obligations of a task": ("chi.pq", f"{listed}?nhiem-vu={duty.code}"),
        "obligations as a workbook": ("chi.pq", reverse("monitor-obligations-sheet")),
        "late": ("chi.pq", reverse("monitor-late")),
        "coverage": ("chi.pq", reverse("monitor-coverage")),
        "coverage as a workbook": ("chi.pq", reverse("monitor-coverage-sheet")),
        "units as a workbook": ("chi.pq", reverse("monitor-units-sheet")),
        "calendar": ("lan.nt", reverse("calendar")),
        "calendar of the committee": ("chi.pq", reverse("calendar")),
        "log": ("chi.pq", reverse("log")),
        "log of an officer": ("lan.nt", reverse("log")),
        "log of an administrator": ("quan.tri", reverse("log")),
        "plans": ("chi.pq", reverse("plans")),
        "plan": ("chi.pq", reverse("plan", args=[plan.code])),
        "plan by agency": ("chi.pq", reverse("plan", args=[plan.code]) + "?theo=co-quan"),
        "plan seen by an officer": ("lan.nt", reverse("plan", args=[plan.code])),
        "review": ("ha.lt", reverse("plan-review", args=[draft.code])),
        "upload": ("ha.lt", reverse("plan-upload")),
        "obligation": ("lan.nt", reverse("obligation", args=[owed.code])),
        "obligation, proved": ("lan.nt", reverse("obligation", args=[proved.code])),
        "obligation, to confirm": ("chi.pq", reverse("obligation", args=[waiting.code])),
        "agencies": ("ha.lt", reverse("agencies")),
        "agencies found": ("ha.lt", reverse("agencies") + "?q=tu+phap"),
        "agency": ("ha.lt", reverse("agency", args=[committee.code])),
        "groups": ("ha.lt", reverse("groups")),
        "group": ("ha.lt", reverse("group", args=[group.code])),
        "units": ("ha.lt", reverse("units")),
        "unit": ("ha.lt", reverse("unit", args=["demo-tinh"])),
        "search": ("ha.lt", reverse("search") + "?q=niem+yet"),
        "names of a draft": ("ha.lt", reverse("plan-names", args=[draft.code])),
        "head of a draft": ("ha.lt", reverse("plan-heading", args=[draft.code])),
        "a task by hand": ("ha.lt", reverse("task-add", args=[draft.code])),
        "plan as a workbook": ("chi.pq", reverse("plan-xlsx", args=[plan.code])),
        "people": ("quan.tri", reverse("people")),
        "agency changed": ("ha.lt", reverse("agency-edit", args=[committee.code])),
        "account": ("lan.nt", reverse("account")),
        "password": ("lan.nt", reverse("password-change")),
        "sign in": ("", reverse("sign-in")),
    }
    if Attachment.objects.filter(object_kind="plan", object_code=plan.code, removed_at=None).exists():
        told["document of a plan"] = ("chi.pq", reverse("plan-file", args=[plan.code]))
    return told


def plan_to_review() -> Any:
    """The demo's document to try, uploaded and read; the same one where that was done before."""
    from django.utils import timezone

    from dondoc.accounts.models import User
    from dondoc.desk.demo.papers import TO_UPLOAD, write_paper
    from dondoc.plans.actions.plan import upload_plan
    from dondoc.records.worker import drain
    from dondoc.units.models import Agency

    committee = Agency.objects.get(unit__code="demo-tinh", kind="ubnd", valid_to=None)
    by, now = User.objects.get(login="ha.lt"), timezone.now()
    plan, _ = upload_plan(committee, chunks=[write_paper(TO_UPLOAD)], name=TO_UPLOAD.name, year=None, by=by, at=now)
    drain("bench")
    return plan


def measure(name: str, who: str, address: str, runs: int) -> Shown:
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
        name, who, response.status_code, queries, round(median(wall), 1), round(median(cpu), 1), round(size / 1024, 1)
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
        shown = [measure(name, *where, asked.runs) for name, where in addresses().items()]
    if asked.json:
        json.dump([asdict(one) for one in shown], sys.stdout, ensure_ascii=False)
        return
    print(f"{'page':28} {'who':9} {'status':>6} {'queries':>7} {'ms':>7} {'cpu ms':>7} {'kB':>7}")
    for one in shown:
        mark = "  above" if one.wall_ms > AIM_MS else ""
        print(
            f"{one.name:28} {one.who:9} {one.status:6} {one.queries:7} {one.wall_ms:7} {one.cpu_ms:7} "
            f"{one.kilobytes:7}{mark}"
        )
    above = [one.name for one in shown if one.wall_ms > AIM_MS]
    print(f"{len(shown)} pages, {len(above)} above {AIM_MS} ms: {', '.join(above) or 'none'}")


if __name__ == "__main__":
    main()
