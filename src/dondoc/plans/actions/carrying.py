"""The work of a task goes on under another version of it: queued with the change, carried out by a job in steps."""

from datetime import datetime

from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.duties.actions import replacing
from dondoc.duties.models import Duty
from dondoc.plans.models import Plan
from dondoc.records.actions.jobs import queue_job
from dondoc.records.jobs import Run

JOB = "plans.carry-over"


def queue_carrying(old: Duty, new: Duty, *, reason: str, by: User, at: datetime) -> None:
    """Called in the transaction that ends the old duty and opens the new one."""
    args = {"old": old.code, "new": new.code, "reason": reason}
    queue_job(JOB, args, by=by, at=at, key=f"{JOB}:{new.code}")


def carry_over(run: Run, old_code: str, new_code: str, *, reason: str, by: User) -> dict[str, int]:
    """The job: obligations go on, end or begin. Harmless when begun again."""
    old, new = (Duty.objects.select_related("regime", "replaces").get(code=code) for code in (old_code, new_code))
    at = timezone.now()
    today = timezone.localtime(at).date()
    year = Plan.objects.only("year").get(code=new.plan_code).year
    return replacing.carry_over(old, new, reason=reason, year=year, by=by, at=at, today=today, step=run.step)
