"""Fifty writers that settle at once on PostgreSQL: all under one component, and under fifty, in the same run.

    DONDOC_DATABASE=postgresql://... python bench/writers.py [--writers 50] [--each 20] [--rounds 3]

Were there a row that all must change (a counter), those under one component would queue behind it. Prints the seconds
of each round and the ratio of the best: about 1 means that nobody waits for anybody. A third kind adds such a row, to
show what it would cost. The database must be empty.
"""

import argparse
import threading
import time
from datetime import UTC, date, datetime, timedelta
from tempfile import TemporaryDirectory

from expand import set_up

AT = datetime(2026, 1, 5, 2, 0, tzinfo=UTC)
WORDS = {
    "one": "all under one component",
    "many": "each under a component of its own",
    "hot": "under one component, and a row that all change first",
}


def make(writers: int, each: int, rounds: int) -> None:
    """For each round the same number of obligations of one component, and of as many components as writers."""
    from dondoc.accounts.actions.user import create_user
    from dondoc.duties.actions.duty import Party, create_duty
    from dondoc.duties.actions.expansion import expand_source
    from dondoc.units.actions.group import create_group
    from dondoc.units.models import AdministrativeUnit as Unit
    from dondoc.units.models import Agency

    create_user("bench", full_name="Người ghi", password="bench bench bench 26", by=None, at=AT)
    province = Unit.objects.create(code="p", level="province", kind="tỉnh", name="Tỉnh", search="tinh")
    units = [
        Unit(code=f"c{n}", level="commune", kind="xã", name=f"Xã {n}", search=f"xa {n}", parent=province)
        for n in range(writers)
    ]
    Unit.objects.bulk_create(units)
    Agency.objects.bulk_create(
        Agency(code=f"a{n}", unit=unit, kind="ubnd", name=f"UBND xã {n}", search=f"ubnd xa {n}")
        for n, unit in enumerate(units)
    )
    everybody = create_group(province, kind="list", name="Các xã", members=list(Agency.objects.all()), by=None, at=AT)
    schedule = {"kind": "month", "text": "Tháng 6/2026", "normalised": {"month": "2026-06"}}
    for number in range(rounds * each):
        for kind in WORDS:
            create_duty(
                (kind, f"{number}"),
                unit=province,
                title=f"Việc {kind} {number}",
                parties=[Party("execute", group=everybody)],
                issued_on=date(2026, 1, 5),
                by=None,
                at=AT,
                plan_code="bench",
                schedule=schedule,
                section=1,
                component="1.1",
            )
    expand_source("plan", "bench", by=None, at=AT, year=2026)


def share(kind: str, number: int, writers: int, each: int) -> list[list[int]]:
    """A round's obligations by writer. Under many, each writer keeps to a component of its own."""
    from dondoc.duties.models import Duty, Obligation

    duties = list(Duty.objects.filter(source_kind=kind).order_by("pk")[number * each : (number + 1) * each])
    found = [
        list(Obligation.objects.filter(duty=duty).order_by("unit").values_list("pk", flat=True)) for duty in duties
    ]
    hands = [[pks[writer] for pks in found] for writer in range(writers)]
    if kind == "many":
        for writer, pks in enumerate(hands):
            Obligation.objects.filter(pk__in=pks).update(component=f"{writer % 8 + 1}.{writer}", section=writer % 8 + 1)
    return hands


def settle_all(pks: list[int], is_hot: bool, faults: list[str], ready: threading.Barrier) -> None:
    from django.db import connection, transaction

    from dondoc.accounts.models import User
    from dondoc.duties.actions.evidence import Proof
    from dondoc.duties.actions.obligation import settle
    from dondoc.duties.models import Obligation

    try:
        by = User.objects.get()
        rows = list(Obligation.objects.filter(pk__in=pks).select_related("duty"))
        ready.wait()
        for one in rows:
            with transaction.atomic():
                if is_hot:
                    User.objects.filter(pk=by.pk).update(full_name="Người ghi")
                settle(one, by=by, at=AT + timedelta(days=1), text="Đã làm", evidence=[Proof(number="1/BC")])
    except Exception as fault:
        faults.append(repr(fault))
    finally:
        connection.close()


def seconds_of(hands: list[list[int]], *, is_hot: bool = False) -> float:
    faults: list[str] = []
    ready = threading.Barrier(len(hands) + 1)
    threads = [threading.Thread(target=settle_all, args=(pks, is_hot, faults, ready)) for pks in hands]
    for thread in threads:
        thread.start()
    ready.wait()
    start = time.perf_counter()
    for thread in threads:
        thread.join()
    took = time.perf_counter() - start
    assert not faults, faults[:3]
    return took


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--writers", type=int, default=50)
    parser.add_argument("--each", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with TemporaryDirectory(prefix="dondoc-bench-") as folder:
        set_up(folder)
        make(options.writers, options.each, options.rounds)
        took: dict[str, list[float]] = {kind: [] for kind in WORDS}
        for number in range(options.rounds):
            for kind in WORDS if number % 2 else reversed(WORDS):
                hands = share(kind, number, options.writers, options.each)
                took[kind].append(seconds_of(hands, is_hot=kind == "hot"))
        for kind, words in WORDS.items():
            told = ", ".join(f"{one:.2f}" for one in took[kind])
            print(f"{options.writers} writers, {options.each} each, {words}: {told} s")
        best = {kind: min(found) for kind, found in took.items()}
        print(f"one / many: {best['one'] / best['many']:.2f}; a hot row / many: {best['hot'] / best['many']:.2f}")


if __name__ == "__main__":
    main()
