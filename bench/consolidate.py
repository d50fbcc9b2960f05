"""Consolidation of 200 communes x 60 tasks (and their words) in the time and memory that are promised, beside the same
sums made by hand over workbooks: one .xlsx for each commune, opened with openpyxl, added up in dictionaries.

    DONDOC_DATA=$(mktemp -d) .venv/bin/python bench/consolidate.py [communes] [tasks]
"""

import os
import resource
import sys
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

COMMUNES, TASKS = (int(n) for n in (*sys.argv[1:3], *("200", "60")[len(sys.argv) - 1 :]))
SAYINGS = (
    "Thiếu máy tính tại nhà văn hóa thôn",
    "Đường truyền ở các thôn vùng cao còn yếu",
    "Người dân ít quan tâm niêm yết tại trụ sở",
    "Cán bộ kiêm nhiệm nhiều việc",
)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dondoc.config.settings")
    os.environ.setdefault("DONDOC_DATA", tempfile.mkdtemp(prefix="dondoc-bench-"))
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    receiver, period, books = fill(COMMUNES, TASKS)
    ours, sums = timed(lambda: consolidated(receiver, period))
    peer, by_hand = timed(lambda: added_by_hand(books))
    assert sums == by_hand, "the two must come to the same"
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = timed_document()
    print(f"{COMMUNES} communes x {TASKS} tasks: ours {ours:.1f} s with words and sources; by hand {peer:.1f} s")
    print(f"document {size[1] / 1024:.0f} kB in {size[0]:.1f} s; memory of the whole run {memory:.0f} MB")


def timed(work: Any) -> tuple[float, Any]:
    started = time.perf_counter()
    made = work()
    return time.perf_counter() - started, made


def consolidated(receiver: Any, period: Any) -> dict[str, tuple[int, int]]:
    from django.utils import timezone

    from dondoc.accounts.models import User
    from dondoc.records.worker import drain
    from dondoc.reports.actions.consolidation import open_consolidation

    made = open_consolidation(receiver, period, by=User.objects.get(), at=timezone.now())
    drain("bench")
    made.refresh_from_db()
    assert made.built_at is not None, made.job.error
    return {line.title: (int(line.sums[0]["n"]), int(line.sums[0]["d"])) for line in made.lines.exclude(sums=[])}


def timed_document() -> tuple[float, int]:
    from dondoc.reports.models import Consolidation
    from dondoc.reports.queries.consolidation_paper import paper_of
    from dondoc.web.papers import write_paper

    row = Consolidation.objects.select_related("agency__unit", "period").get()
    seconds, content = timed(lambda: write_paper(paper_of(row)))
    return seconds, len(content)


def added_by_hand(books: list[Path]) -> dict[str, tuple[int, int]]:
    from openpyxl import load_workbook

    sums: dict[str, tuple[int, int]] = {}
    for book in books:
        sheet = load_workbook(book, read_only=True).active
        for title, _, above, below in sheet.iter_rows(min_row=2, values_only=True):
            n, d = sums.get(title, (0, 0))
            sums[title] = (n + int(above), d + int(below))
    return sums


def fill(communes: int, tasks: int) -> tuple[Any, Any, list[Path]]:
    """A province whose communes all reported a quarter; the rows are written directly, for they are only the ground of
    what is measured."""
    from dondoc.web.sheets import write_sheet

    receiver, period, agencies, duties = ground(communes, tasks)
    folder = Path(tempfile.mkdtemp(prefix="dondoc-books-"))
    books = []
    for place, agency in enumerate(agencies):
        rows = report_of(agency, period, duties, place, receiver)
        books.append(folder / f"{place}.xlsx")
        books[-1].write_bytes(write_sheet("Báo cáo", ("Nhiệm vụ", "Kết quả", "Tử số", "Mẫu số"), rows))
    return receiver, period, books


def ground(communes: int, tasks: int) -> tuple[Any, Any, list[Any], list[Any]]:
    from dondoc.accounts.actions.user import create_user
    from dondoc.duties.models import Duty, Period, Regime, ReportRule
    from dondoc.units.actions.agency import create_agency
    from dondoc.units.actions.unit import create_unit

    at = datetime(2026, 1, 5, 1, tzinfo=UTC)
    create_user("ha.lt", full_name="Lê Thu Hà", password="bàn ghế cửa sổ 27", by=None, at=at)
    province = create_unit("t1", name="Sơn Hải", level="province", kind="tỉnh", by=None, at=at)
    receiver = create_agency(province, name="Sở Nội vụ", kind="t-noi-vu", by=None, at=at)
    agencies = []
    for place in range(communes):
        unit = create_unit(
            f"x{place}", name=f"Xã {place:03}", level="commune", kind="xã", parent=province, by=None, at=at
        )
        agencies.append(create_agency(unit, name=f"UBND xã {place:03}", kind="ubnd", by=None, at=at))
    regime = Regime.objects.create(
        code="r1", unit=province, source_kind="plan", source_code="p1", title="Kế hoạch PAPI"
    )
    rule = ReportRule.objects.create(code="rule1", regime=regime, number=0, cycle="quarter", to=receiver)
    day = date(2026, 9, 30)
    period = Period.objects.create(
        regime=regime, rule=rule, cycle="quarter", key="2026-Q3", label="Quý III/2026", starts_on=date(2026, 7, 1),
        ends_on=day, data_from=date(2026, 6, 15), opens_on=day - timedelta(20), closes_on=day, due_at=at,
        due_on=day, locks_on=day + timedelta(20),
    )  # fmt: skip
    common = {"unit": province, "search": "", "issued_on": date(2026, 1, 5), "regime": regime}
    target = [{"text": "100 %", "parts": [{"op": "=", "value": 100, "unit": "%"}]}]
    duties = [
        Duty(code=f"d{n}", source_kind="task", source_code=f"t{n}", title=f"Nhiệm vụ số {n}", section=n % 8 + 1,
             component=f"{n % 8 + 1}.{n % 3 + 1}", targets=target, **common)
        for n in range(tasks)
    ]  # fmt: skip
    Duty.objects.bulk_create(duties)
    Duty.objects.create(code="dr", source_kind="report", source_code="rule1", title="Báo cáo quý", **common)
    return receiver, period, agencies, list(Duty.objects.filter(source_kind="task").order_by("pk"))


def report_of(agency: Any, period: Any, duties: list[Any], place: int, receiver: Any) -> list[list[Any]]:
    from dondoc.duties.models import Duty, Obligation
    from dondoc.reports.models import Report, ReportPassage, ReportRow

    owed = {
        "part": "execute", "owed_by": agency, "held_by": agency, "unit_id": agency.unit_id,
        "province_id": receiver.unit_id, "occurrence": "2026-Q3", "label": "Quý III/2026", "opens_on": period.opens_on,
        "due_at": period.due_at, "due_on": period.due_on, "state": "done",
    }  # fmt: skip
    obligations = Obligation.objects.bulk_create(
        Obligation(code=f"o{place}-{duty.pk}", duty=duty, **owed)
        for duty in [*duties, Duty.objects.get(source_kind="report")]
    )
    report = Report.objects.create(
        code=f"b{place}", period=period, agency=agency, receiver=receiver, obligation=obligations[-1], title="Báo cáo",
        state="accepted", created_at=period.due_at,
    )  # fmt: skip
    told = [(duty, (place * 7 + n) % 40, 40 + n) for n, duty in enumerate(duties)]
    ReportRow.objects.bulk_create(
        ReportRow(report=report, obligation=one, position=n, answer="done", text="Đã niêm yết tại trụ sở và các thôn.",
                  figures={"0": {"n": str(above), "d": str(below)}})
        for n, (one, (_, above, below)) in enumerate(zip(obligations[:-1], told, strict=True))
    )  # fmt: skip
    said = [(kind, 0) for kind in ("general", "difficulty", "proposal", "next")] + [
        ("dimension", n) for n in range(1, 9)
    ]
    ReportPassage.objects.bulk_create(
        ReportPassage(report=report, kind=kind, section=section,
                      text=f"- {SAYINGS[(place + n) % 4]}\n- {SAYINGS[(place * 3 + n) % 4]} ở {place % 17} thôn của xã")
        for n, (kind, section) in enumerate(said)
    )  # fmt: skip
    return [[duty.title, "đã thực hiện", above, below] for duty, above, below in told]


if __name__ == "__main__":
    main()
