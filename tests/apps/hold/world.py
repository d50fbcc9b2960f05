"""What the served product finds, made by the actions in a process of its own: `world.py NAME [NUMBERS]` prints JSON.

Everything is told from today on: the year is the last one, so that all of it is open whatever the clock says.
"""

import json
import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dondoc.config.settings")
import django

django.setup()

from datetime import date, timedelta  # noqa: E402
from typing import Any  # noqa: E402

from django.conf import settings  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from apps.plans.making import plan_docx  # noqa: E402
from dondoc.accounts.models import User  # noqa: E402
from dondoc.config import commands  # noqa: E402
from dondoc.duties.tasks import URGE  # noqa: E402
from dondoc.plans.actions import plan as plans  # noqa: E402
from dondoc.plans.actions.regime import confirm_rule  # noqa: E402
from dondoc.plans.actions.task import accept_task  # noqa: E402
from dondoc.records.actions.jobs import queue_job  # noqa: E402
from dondoc.records.worker import drain  # noqa: E402
from dondoc.schedule.rules import NATIONAL  # noqa: E402
from makers import expand, make_agency, make_duty, make_group, make_member, make_unit, make_user  # noqa: E402
from makers.urging import only_rules  # noqa: E402

NOW = timezone.now()
LAST_YEAR = NOW.year - 1
settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def session_of(user: User) -> str:
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(user)
    return client.cookies["phien"].value


def settling(clients: int) -> dict[str, Any]:
    """Communes with an officer each; every one owes the four quarters of last year."""
    province = make_unit("Minh Sơn")
    officers = {}
    for n in range(clients):
        committee = make_agency(make_unit(f"Xã {n}", level="commune", parent=province))
        officers[committee.pk] = make_user(f"can.bo.{n}")
        make_member(officers[committee.pk], committee)
    duty = make_duty(
        province,
        [("execute", make_group(province))],
        issued_on=date(LAST_YEAR, 1, 5),
        at=NOW,
        schedule={"kind": "recurring", "text": "Hằng quý", "normalised": {"every": "quarter"}},
    )
    expand(at=NOW, year=LAST_YEAR)
    codes: dict[int, list[str]] = {}
    for code, agency in duty.obligations.order_by("pk").values_list("code", "held_by"):
        codes.setdefault(agency, []).append(code)
    return {"clients": [{"session": session_of(user), "codes": codes[pk]} for pk, user in officers.items()]}


def uploading(rows: int) -> dict[str, Any]:
    """A province with its focal point; and a plan with many rows, beside the data."""
    province = make_unit("Minh Sơn")
    committee, ha = make_agency(province), make_user("ha.lt")
    make_member(ha, make_agency(province, "Sở Nội vụ", kind="so-noi-vu"), "focal")
    path = settings.DATA / "plan.docx"
    path.write_bytes(document(rows))
    return {"session": session_of(ha), "agency": committee.code, "path": str(path)}


def document(rows: int) -> bytes:
    line = ("1.1", "Niêm yết công khai danh sách lần {n}", "UBND các xã, phường", "", "Hằng quý")
    table = tuple(tuple(cell.format(n=n) for cell in line) for n in range(1, rows + 1))
    return plan_docx(table, title=f"Nâng cao Chỉ số PAPI năm {LAST_YEAR}")


def issuing(communes: int, tasks: int) -> dict[str, Any]:
    """A plan that was read, reviewed and approved; what it asks of each commune is still to be made."""
    province = make_unit("Minh Sơn")
    for n in range(communes):
        make_agency(make_unit(f"Xã {n}", level="commune", parent=province))
    committee, ha = make_agency(province), make_user("ha.lt")
    make_member(ha, make_agency(province, "Sở Nội vụ", kind="so-noi-vu"), "focal")
    plan, _ = plans.upload_plan(
        committee, chunks=[document(tasks)], name="Kế hoạch.docx", year=LAST_YEAR, by=ha, at=NOW
    )
    drain("world")
    plan.refresh_from_db()
    plans.edit_heading(plan, title=plan.title, year=LAST_YEAR, by=ha, at=NOW)
    for number in range(len(plan.regime_rules)):
        confirm_rule(plan, number=number, cycle="quarterly", due={"day": 15, "before": True}, by=ha, at=NOW)
    for task in plan.tasks.order_by("order"):
        accept_task(task, edition=task.edition, by=ha, at=NOW)
    plan.refresh_from_db()
    plans.submit_plan(plan, by=ha, at=NOW)
    plans.approve_plan(plan, number="1", issued_on=date(LAST_YEAR, 1, 5), signer="Phạm Quỳnh Chi", by=ha, at=NOW)
    return {"session": session_of(ha), "plan": plan.code, "tasks": plan.tasks.count()}


def reporting(published: int) -> dict[str, Any]:
    """A commune that takes reports, with some that are published; the stamp of a form that was opened there."""
    from dondoc.records.guard import new_stamp
    from makers.feedback import make_published, make_ward

    ward, by = make_ward(at=NOW), make_user("can.bo")
    codes = [make_published(ward, by=by, at=NOW).code for _ in range(published)]
    return {"unit": ward.unit.code, "stamp": new_stamp(timezone.now()), "published": codes}


def urging(people: int) -> dict[str, Any]:
    """Communes with an officer each, all of them late since the working day before the last one; their digests of that
    last day wait to be made, and go by SMS."""
    province, day = make_unit("Minh Sơn"), NATIONAL.last_working(NOW.date())
    for n in range(people):
        committee = make_agency(make_unit(f"Xã {n}", level="commune", parent=province))
        make_member(make_user(f"can.bo.{n}", phone=f"09{n:08}"), committee)
    due_on = NATIONAL.last_working_before(day)
    schedule = {"kind": "date", "text": str(due_on), "normalised": {"date": due_on.isoformat(), "op": "on"}}
    issued_on = due_on - timedelta(days=30)
    make_duty(province, [("execute", make_group(province))], issued_on=issued_on, at=NOW, schedule=schedule)
    expand(at=NOW, year=due_on.year)
    only_rules({"offset": 1, "channel": "sms"})
    queue_job(URGE, {"day": day.isoformat()}, by=None, at=NOW, key=f"{URGE}:{day}")
    return {}


def faults() -> None:
    """The background finishes what waits; then the installation proves itself. Warnings of settings are not ours."""
    drain("world", seconds=60)
    commands.tick()
    print("\n".join(line for line in commands.check() if not line.startswith(("security.", "dondoc."))))


if __name__ == "__main__":
    name, numbers = sys.argv[1], [int(one) for one in sys.argv[2:]]
    if name == "faults":
        faults()
        sys.exit()
    makers = {
        "settling": settling,
        "uploading": uploading,
        "issuing": issuing,
        "reporting": reporting,
        "urging": urging,
    }
    print(json.dumps(makers[name](*numbers)))
