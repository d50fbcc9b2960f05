"""A process of its own: `engine_storm.py make`, `settle N`, `expand` (queues the job), `work SECONDS`."""

import os
import sys
import threading
import time

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dondoc.config.settings")
import django

django.setup()

from datetime import UTC, date, datetime, timedelta  # noqa: E402
from pathlib import Path  # noqa: E402

from django.db import connection  # noqa: E402
from django.utils import timezone  # noqa: E402

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from dondoc.duties.actions import expansion  # noqa: E402
from dondoc.duties.actions.evidence import Proof, Upload  # noqa: E402
from dondoc.duties.actions.expanding import queue_expansion  # noqa: E402
from dondoc.duties.actions.obligation import settle  # noqa: E402
from dondoc.duties.actions.summary import fold_summary  # noqa: E402
from dondoc.duties.models import Expansion, Obligation  # noqa: E402
from dondoc.records.worker import work_round  # noqa: E402
from makers import make_agency, make_duty, make_group, make_unit, make_user  # noqa: E402

AT = datetime(2026, 1, 5, 2, 0, tzinfo=UTC)


def make(communes: int) -> None:
    province = make_unit("Minh Sơn")
    for n in range(communes):
        make_agency(make_unit(f"Xã {n}", level="commune", parent=province))
    make_user("lan.nt")
    for n in range(4):
        make_duty(province, [("execute", make_group(province, f"Nhóm {n}"))], task=f"T{n}", issued_on=date(2026, 1, 5))


def settle_each(pks: list[int], faults: list[str]) -> None:
    from dondoc.accounts.models import User

    try:
        by = User.objects.get()
        for pk in pks:
            one = Obligation.objects.select_related("duty").get(pk=pk)
            proof = Proof(upload=Upload("a.pdf", [b"%PDF-1.7 mot trang"]))
            settle(one, by=by, at=AT + timedelta(days=1), text="Đã làm", evidence=[proof])
    except Exception as fault:
        faults.append(repr(fault))
    finally:
        connection.close()


def storm(threads: int) -> int:
    """Every open obligation is settled by one of the threads, while the counts are folded."""
    pks = list(Obligation.objects.filter(state="open").values_list("pk", flat=True))
    faults: list[str] = []
    running = [threading.Thread(target=settle_each, args=(pks[n::threads], faults)) for n in range(threads)]
    for thread in running:
        thread.start()
    while any(thread.is_alive() for thread in running):
        fold_summary()
        time.sleep(0.05)
    print("\n".join(faults))
    return len(faults)


def work(seconds: float) -> None:
    insert = expansion.insert_obligations

    def slowly(*args: object, **named: object) -> int:
        made = insert(*args, **named)  # type: ignore[arg-type]
        time.sleep(float(os.environ.get("STORM_SLEEP", "0")))
        return made

    expansion.insert_obligations = slowly  # type: ignore[assignment]
    until = time.monotonic() + seconds
    while time.monotonic() < until and not Expansion.objects.filter(published_at__isnull=False).exists():
        if not work_round(f"storm-{os.getpid()}", lease=timedelta(seconds=1.5)):
            time.sleep(0.1)


if __name__ == "__main__":
    verb, args = sys.argv[1], sys.argv[2:]
    if verb == "make":
        make(int(args[0]))
    elif verb == "expand":
        queue_expansion("plan", "kh1", by=None, at=timezone.now(), year=2026)
    elif verb == "settle":
        sys.exit(storm(int(args[0])))
    else:
        work(float(args[0]))
