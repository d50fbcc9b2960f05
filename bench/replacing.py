"""What becomes of the work of one task when another version takes its place, as the page that compares shows it: a task
that every commune owes by quarter, some of it done, some late.

    python bench/replacing.py [--communes 3321]

Prints the median of what is foreseen and written out as lines, with the lines. The figure we state: under 100 ms.
"""

import argparse
import statistics
import tempfile
import time
from datetime import date

from expand import AT, make_plan, set_up

TODAY, RUNS = date(2026, 8, 20), 11


def states() -> None:
    """A commune in seven has done its quarter, one in nine waits, the rest of what is past is late."""
    from django.db.models import F

    from dondoc.duties.models import Obligation

    rows = Obligation.objects.annotate(seventh=F("held_by") % 7, ninth=F("held_by") % 9)
    rows.filter(opens_on__lte=TODAY).update(state="open")
    rows.filter(state="open", seventh=0).update(state="done")
    rows.filter(state="open", ninth=0).update(state="awaiting")


def lines() -> list[object]:
    from dondoc.duties.actions.duty import Party
    from dondoc.duties.actions.replacing import foresee
    from dondoc.duties.models import Duty
    from dondoc.plans.queries.versions import fate_lines
    from dondoc.units.models import AgencyGroup

    old = Duty.objects.get(source_code="t0")
    monthly = {"kind": "recurring", "text": "Hằng tháng", "normalised": {"every": "month"}}
    asked = old.schedule, monthly
    group = AgencyGroup.objects.get()
    told: list[object] = []
    for schedule in asked:
        new = Duty(schedule=schedule, issued_on=TODAY, unit=old.unit, source_kind=old.source_kind, replaces=old)
        seen = foresee(old, new, parties=[Party("execute", group=group)], year=2026, today=TODAY)
        told.append(fate_lines(seen.told, seen.times, seen.held))
    return told


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--communes", type=int, default=3321)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="dondoc-bench-") as folder:
        set_up(folder)
        from dondoc.duties.actions.expansion import expand_source

        make_plan(options.communes, 2)
        expand_source("plan", "bench", by=None, at=AT, year=2026)
        states()
        print(*lines(), sep="\n")
        took, worked = [], []
        for _ in range(RUNS):
            start, busy = time.perf_counter(), time.process_time()
            lines()
            took.append((time.perf_counter() - start) * 500)  # two versions a run
            worked.append((time.process_time() - busy) * 500)
        print(
            f"{statistics.median(took):.0f} ms a version, {statistics.median(worked):.0f} ms of one core, "
            f"{options.communes} communes by quarter"
        )


if __name__ == "__main__":
    main()
