"""Expansion of a big plan: 3,321 communes x 60 tasks x 4 quarters, by what a province's worker runs.

    python bench/expand.py [--communes 3321] [--tasks 60] [--keep FOLDER]

Prints rows, seconds, rows a second, memory at its highest and the size of the file. The figure we state: under 60 s on
two cores within 500 MB. With DONDOC_DATABASE it fills that database (it must be empty), else a SQLite file of its own.
"""

import argparse
import os
import resource
import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path

PROVINCES = 34
AT = datetime(2026, 1, 5, 2, 0, tzinfo=UTC)


def set_up(folder: str) -> None:
    """Django over an empty database in `folder`."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "dondoc.config.settings"
    os.environ["DONDOC_DATA"] = folder
    os.environ.setdefault("DONDOC_DATABASE", "")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def make_plan(communes: int, tasks: int) -> None:
    """One plan of the whole country whose tasks every commune owes by quarter; 34 departments lead."""
    from dondoc.duties.actions.duty import Party, create_duty
    from dondoc.units.actions.group import create_group
    from dondoc.units.models import AdministrativeUnit as Unit
    from dondoc.units.models import Agency

    country = Unit.objects.create(code="vn", level="province", kind="nước", name="Việt Nam", search="viet nam")
    provinces = [
        Unit(code=f"p{n}", level="province", kind="tỉnh", name=f"Tỉnh {n}", search=f"tinh {n}")
        for n in range(PROVINCES)
    ]
    Unit.objects.bulk_create(provinces)
    units = [
        Unit(
            code=f"c{n}", level="commune", kind="xã", name=f"Xã {n}", search=f"xa {n}", parent=provinces[n % PROVINCES]
        )
        for n in range(communes)
    ]
    Unit.objects.bulk_create(units)
    agencies = [
        Agency(code=f"a{n}", unit=unit, kind="ubnd", name=f"UBND xã {n}", search=f"ubnd xa {n}")
        for n, unit in enumerate(units)
    ]
    Agency.objects.bulk_create(agencies)
    everybody = create_group(
        country, kind="list", name="UBND các xã", members=list(Agency.objects.all()), by=None, at=AT
    )
    for n in range(tasks):
        create_duty(
            ("task", f"t{n}"),
            unit=country,
            title=f"Nhiệm vụ thứ {n}: niêm yết công khai và giải trình với người dân",
            parties=[Party("execute", group=everybody)],
            issued_on=date(2026, 1, 5),
            by=None,
            at=AT,
            plan_code="bench",
            schedule={"kind": "recurring", "text": "Định kỳ hằng quý", "normalised": {"every": "quarter"}},
            section=n % 8 + 1,
            component=f"{n % 8 + 1}.{n % 3 + 1}",
        )


def run(communes: int, tasks: int) -> None:
    from dondoc.duties.actions.expansion import expand_source
    from dondoc.duties.models import Obligation, SummaryRow

    make_plan(communes, tasks)
    start, worked = time.perf_counter(), time.process_time()
    row = expand_source("plan", "bench", by=None, at=AT, year=2026)
    seconds, worked = time.perf_counter() - start, time.process_time() - worked
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    assert Obligation.objects.count() == row.made == communes * tasks * 4
    print(f"{row.made} obligations in {seconds:.1f} s, {row.made / seconds:.0f} a second")
    print(f"{worked:.1f} s of one core, {memory:.0f} MB at most")
    print(f"{SummaryRow.objects.count()} rows of the summary")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--communes", type=int, default=3321)
    parser.add_argument("--tasks", type=int, default=60)
    parser.add_argument("--keep", default="", help="leave the database here, for bench/summary.py")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="dondoc-bench-") as own:
        folder = options.keep or own
        Path(folder).mkdir(parents=True, exist_ok=True)
        set_up(folder)
        run(options.communes, options.tasks)
        file = Path(folder) / "dondoc.sqlite3"
        if file.exists():
            print(f"{file.stat().st_size / 2**20:.0f} MB on disk")


if __name__ == "__main__":
    main()
