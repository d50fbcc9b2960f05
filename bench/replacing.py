"""What becomes of the work of one task when another version takes its place, as the page that compares shows it: a task
that every commune owes by quarter, some of it done, some late.

    python bench/replacing.py [--communes 3321]

Prints what is foreseen, counted, and the median time beside that of the plain way (each obligation as an object, the
rule asked of all of them) in the same run; both must count the same. The figure we state: under 100 ms.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from expand import AT, make_plan, set_up

if TYPE_CHECKING:
    from dondoc.duties.models import Duty

Counted = Counter[tuple[str, str]]
TODAY, RUNS = date(2026, 8, 20), 11


def states() -> None:
    """A commune in seven has done its quarter, one in nine waits, the rest of what is past is late."""
    from django.db.models import F

    from dondoc.duties.models import Obligation

    rows = Obligation.objects.annotate(seventh=F("held_by") % 7, ninth=F("held_by") % 9)
    rows.filter(opens_on__lte=TODAY).update(state="open")
    rows.filter(state="open", seventh=0).update(state="done")
    rows.filter(state="open", ninth=0).update(state="awaiting")


def versions() -> Iterator[tuple[Duty, Duty]]:
    """The task as it is by quarter once more, and by month."""
    from dondoc.duties.models import Duty

    old = Duty.objects.get(source_code="t0")
    monthly = {"kind": "recurring", "text": "Hằng tháng", "normalised": {"every": "month"}}
    for schedule in (old.schedule, monthly):
        yield old, Duty(schedule=schedule, issued_on=TODAY, unit=old.unit, source_kind=old.source_kind, replaces=old)


def ours() -> list[Counted]:
    from dondoc.duties.actions.duty import Party
    from dondoc.duties.actions.replacing import foresee
    from dondoc.plans.queries.versions import fate_lines
    from dondoc.units.models import AgencyGroup

    parties = [Party("execute", group=AgencyGroup.objects.get())]
    told = []
    for old, new in versions():
        seen = foresee(old, new, parties=parties, year=2026, today=TODAY)
        fate_lines(seen.told, seen.times, seen.held)
        told.append(Counter({(str(one.fate), str(one.lot)): one.count for one in seen.told}))
    return told


def plainly() -> list[Counted]:
    """Every obligation with its agency as an object, `fates` asked of all."""
    from dondoc.duties.queries.moving import duty_occurrences, going_on
    from dondoc.duties.rules.carrying import Held, Lot, fates
    from dondoc.duties.rules.states import OWED, SETTLED, State
    from dondoc.schedule.queries import current_calendar
    from dondoc.units.models import Agency

    calendar, owners = current_calendar(), dict.fromkeys(Agency.objects.order_by("pk").values_list("pk", flat=True))
    told = []
    for old, new in versions():
        held = []
        for one in old.obligations.select_related("held_by").order_by("due_on", "pk"):
            state, is_late = State(one.state), one.due_on is not None and one.due_on < TODAY
            lot = {State.AWAITING: Lot.AWAITING, State.NOT_OPEN: Lot.NOT_OPEN}.get(state, Lot.EXCUSED)
            if state in OWED:
                lot = Lot.LATE if is_late else Lot.OPEN
            held.append(Held(one.pk, one.held_by_id, one.occurrence, Lot.SETTLED if state in SETTLED else lot))
        times = duty_occurrences(new, year=2026, calendar=calendar, issued_on=new.issued_on, with_history=True)
        asked = [one.key for one in times if one.due_on >= TODAY]
        pairs = going_on(old, new, year=2026, calendar=calendar)
        told.append(
            Counter((str(one.fate), str(one.lot)) for one in fates(held, owners=owners, pairs=pairs, asked=asked))
        )
    return told


def timed(ask: Callable[[], object]) -> float:
    """Milliseconds for one version, the median of some runs."""
    took = []
    for _ in range(RUNS):
        start = time.perf_counter()
        ask()
        took.append((time.perf_counter() - start) * 500)  # two versions a run
    return statistics.median(took)


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
        told = ours()
        assert told == plainly(), "the plain way counts otherwise"
        for name, counted in zip(("by quarter", "by month"), told, strict=True):
            print(f"{name}:", ", ".join(f"{lot} {fate} {count}" for (fate, lot), count in sorted(counted.items())))
        mine, plain = timed(ours), timed(plainly)
        print(f"{mine:.0f} ms a version, plainly {plain:.0f} ms ({plain / mine:.1f} x), {options.communes} communes")


if __name__ == "__main__":
    main()
