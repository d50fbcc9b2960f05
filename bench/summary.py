"""Reading the summary over 800,000 obligations, beside a bare scan of the obligations that gives the same counts.

    python bench/expand.py --keep FOLDER && python bench/summary.py FOLDER

Prints the median of warm readings: a province by unit and section (the heat map), a province by component, the country
by section, each beside its scan; and how long folding takes. The figure we state: a reading within 5 ms.
"""

import statistics
import sys
import time
from collections.abc import Callable
from datetime import date

from expand import set_up

TODAY, RUNS = date(2026, 8, 20), 21
OWED = "state IN ('open', 'returned') AND due_on < %s"


def median_ms(call: Callable[[], object], runs: int = RUNS) -> float:
    call()
    took = []
    for _ in range(runs):
        start = time.perf_counter()
        call()
        took.append((time.perf_counter() - start) * 1000)
    return statistics.median(took)


def scan(grain: str, province: int | None) -> list[tuple[object, ...]]:
    """What one would write without a summary."""
    from django.db import connection

    where = "WHERE province_id = %s" if province else ""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {grain}, state, COUNT(*), SUM(CASE WHEN {OWED} THEN 1 ELSE 0 END) FROM duties_obligation {where} "
            f"GROUP BY {grain}, state",
            [TODAY, *([province] if province else [])],
        )
        return cursor.fetchall()


def settle_some(count: int) -> float:
    """Changes that nobody folded yet, and how long folding them takes (ms)."""
    from dondoc.duties.actions.summary import changed, fold_summary
    from dondoc.duties.models import Obligation

    rows = list(Obligation.objects.filter(state="open").order_by("?")[:count])
    for row in rows:
        changed(row, was="open", became="done")
    Obligation.objects.filter(pk__in=[row.pk for row in rows]).update(state="done", settled_at="2026-03-01T00:00:00Z")
    start = time.perf_counter()
    fold_summary()
    return (time.perf_counter() - start) * 1000


def main(folder: str) -> None:
    set_up(folder)
    from dondoc.duties import queries
    from dondoc.duties.models import Obligation
    from dondoc.duties.queries.checks import recount

    province = Obligation.objects.values_list("province_id", flat=True)[0]
    print(f"{Obligation.objects.count()} obligations; folding 500 changes: {settle_some(500):.0f} ms")
    heat = lambda: queries.summary_by_unit_and_section(today=TODAY, province_id=province)  # noqa: E731
    cases = [
        ("a province by unit and section", heat, "unit_id, section", province),
        ("a province by component", lambda: queries.summary_by_component(today=TODAY, province_id=province),
         "section, component", province),
        ("the country by section", lambda: queries.summary_by_section(today=TODAY), "section", None),
    ]  # fmt: skip
    for name, call, grain, only in cases:
        fast, slow = median_ms(call), median_ms(lambda grain=grain, only=only: scan(grain, only), 5)  # type: ignore[misc]
        print(f"{name}: {fast:.1f} ms; bare scan {slow:.0f} ms")
    start = time.perf_counter()
    print(f"recount: {recount()} differ, {time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main(sys.argv[1])
