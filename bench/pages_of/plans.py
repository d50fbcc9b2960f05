"""Pages of plans that came after the first: written here, put out as a document, between the levels, amended."""

from typing import Any


def pages() -> dict[str, tuple[str, str, int]]:
    from django.urls import reverse

    from dondoc.plans.models import Plan

    plan = Plan.objects.filter(state="issued", unit__level="province").latest("pk")
    amending, task = _amending(plan)
    compared = reverse("plan-compare", args=[amending.code])
    return {
        "an amending plan compared": ("ha.lt", compared, 18),
        "an amending plan compared, one task": ("ha.lt", f"{compared}?viec={task.code}", 30),
        "a plan to be written": ("ha.lt", reverse("plan-write"), 12),
        "plan as a document": ("chi.pq", reverse("plan-docx", args=[plan.code]), 18),
        "cascade of a plan": ("chi.pq", reverse("plan-cascade", args=[plan.code]), 22),
    }


def _amending(plan: Any) -> tuple[Any, Any]:
    """A document that gives a task of every commune another time, with that task."""
    from dataclasses import replace

    from django.utils import timezone

    from dondoc.accounts.models import User
    from dondoc.desk.demo.papers import TO_UPLOAD, write_paper
    from dondoc.plans.actions.plan import upload_plan
    from dondoc.plans.queries.amending import changes_of
    from dondoc.records.worker import drain

    by, now = User.objects.get(login="ha.lt"), timezone.now()
    owed = plan.tasks.filter(is_left_out=False, ended_on=None, agencies__printed__contains="UBND các xã")
    rows = [(one.content, "", "UBND các xã, phường", "", f"Tháng 12/{plan.year}", "Báo cáo") for one in owed[:3]]
    paper = replace(TO_UPLOAD, title=plan.title, sections=(("Tham gia của người dân ở cấp cơ sở", tuple(rows)),))
    made, _ = upload_plan(
        plan.agency, chunks=[write_paper(paper)], name="Sửa đổi.docx", year=plan.year, amends=plan,
        amendment="supplement", by=by, at=now,
    )  # fmt: skip
    drain("bench")
    _wait_for(made)
    changed = [one.new for one in changes_of(made, today=timezone.localdate()) if one.kind == "changed" and one.new]
    return made, changed[0]


def _wait_for(plan: Any) -> None:
    """Where the place is served, the worker beside may have taken the reading: it is not done when ours has nothing."""
    import time

    for _ in range(600):
        if plan.tasks.exists():
            plan.refresh_from_db()
            return
        time.sleep(0.1)
    raise RuntimeError("the amending document was not read within a minute")
