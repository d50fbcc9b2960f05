"""Pages of the desk, plans, duties, units and accounts."""

from typing import Any


def pages() -> dict[str, tuple[str, str, int]]:
    """Name of the page -> (who reads it, address, queries that it may take)."""
    from django.urls import reverse

    from dondoc.duties.models import Duty, Obligation
    from dondoc.plans.models import Plan
    from dondoc.records.models import Attachment
    from dondoc.units.models import AdministrativeUnit, Agency, AgencyGroup

    plan = Plan.objects.filter(state="issued", unit__level="province").latest("pk")
    task = plan.tasks.filter(is_left_out=False, ended_on=None).order_by("order")[0]
    draft = plan_to_review()
    mine = Obligation.objects.filter(held_by__kind="ubnd", unit__name="An Lạc", duty__plan_code=plan.code)
    owed, proved = mine.filter(state="open").first(), mine.filter(state="done", evidence_uses__isnull=False).first()
    waiting = Obligation.objects.filter(state="awaiting").first()
    duty, unit = Duty.objects.filter(plan_code=plan.code).first(), AdministrativeUnit.objects.get(name="An Lạc")
    committee = Agency.objects.get(unit=unit, kind="ubnd", valid_to=None)
    group = AgencyGroup.objects.order_by("pk").first()
    assert owed is not None
    assert proved is not None
    assert waiting is not None
    assert duty is not None
    assert group is not None
    monitored, listed = "monitor", reverse("monitor-obligations")
    told = {
        "home": ("chi.pq", reverse("home"), 22),
        "home of the focal point": ("ha.lt", reverse("home"), 23),
        "briefing": ("chi.pq", reverse("briefing"), 22),
        "my work": ("lan.nt", reverse("my-work"), 18),
        "my work of a department": ("minh.tv", reverse("my-work"), 18),
        "my work, searched": ("lan.nt", reverse("my-work") + "?tim=bao+cao&trang-thai=tat-ca", 18),
        "my work, one line open": ("lan.nt", f"{reverse('my-work')}?bao={owed.code}", 27),
        "my work as a workbook": ("lan.nt", reverse("my-work-sheet"), 8),
        "monitor": ("chi.pq", reverse(monitored), 13),
        "monitor of a department": ("minh.tv", reverse(monitored), 13),
        "monitor of one plan": ("chi.pq", f"{reverse(monitored)}?ke-hoach={plan.code}", 13),
        "obligations": ("chi.pq", listed, 16),
        "obligations of a cell": ("chi.pq", f"{listed}?don-vi={unit.code}&truc=2", 17),
        "obligations of a task": ("chi.pq", f"{listed}?nhiem-vu={duty.code}", 17),
        "obligations as a workbook": ("chi.pq", reverse("monitor-obligations-sheet"), 13),
        "late": ("chi.pq", reverse("monitor-late"), 17),
        "coverage": ("chi.pq", reverse("monitor-coverage"), 10),
        "coverage as a workbook": ("chi.pq", reverse("monitor-coverage-sheet"), 10),
        "units as a workbook": ("chi.pq", reverse("monitor-units-sheet"), 10),
        "calendar": ("lan.nt", reverse("calendar"), 10),
        "calendar of the committee": ("chi.pq", reverse("calendar"), 10),
        "log": ("chi.pq", reverse("log"), 20),
        "log of an officer": ("lan.nt", reverse("log"), 27),
        "log of an administrator": ("quan.tri", reverse("log"), 14),
        "plans": ("chi.pq", reverse("plans"), 11),
        "plan": ("chi.pq", reverse("plan", args=[plan.code]), 20),
        "plan by agency": ("chi.pq", reverse("plan", args=[plan.code]) + "?theo=co-quan", 20),
        "task": ("chi.pq", reverse("task", args=[plan.code, task.code]), 15),
        "task changed": ("ha.lt", reverse("task-revise", args=[plan.code, task.code]), 15),
        "plan seen by an officer": ("lan.nt", reverse("plan", args=[plan.code]), 20),
        "review": ("ha.lt", reverse("plan-review", args=[draft.code]), 23),
        "upload": ("ha.lt", reverse("plan-upload"), 8),
        "obligation": ("lan.nt", reverse("obligation", args=[owed.code]), 19),
        "obligation, proved": ("lan.nt", reverse("obligation", args=[proved.code]), 19),
        "obligation, to confirm": ("chi.pq", reverse("obligation", args=[waiting.code]), 20),
        "agencies": ("ha.lt", reverse("agencies"), 10),
        "agencies found": ("ha.lt", reverse("agencies") + "?q=tu+phap", 10),
        "agency": ("ha.lt", reverse("agency", args=[committee.code]), 15),
        "groups": ("ha.lt", reverse("groups"), 10),
        "group": ("ha.lt", reverse("group", args=[group.code]), 10),
        "units": ("ha.lt", reverse("units"), 10),
        "unit": ("ha.lt", reverse("unit", args=["demo-tinh"]), 15),
        "templates of documents": ("ha.lt", reverse("paper-templates", args=["demo-tinh"]), 9),
        "symbols of documents": ("ha.lt", reverse("paper-symbols", args=["demo-tinh"]), 10),
        "search": ("ha.lt", reverse("search") + "?tim=niem+yet", 15),
        "names of a draft": ("ha.lt", reverse("plan-names", args=[draft.code]), 12),
        "head of a draft": ("ha.lt", reverse("plan-heading", args=[draft.code]), 9),
        "a task by hand": ("ha.lt", reverse("task-add", args=[draft.code]), 9),
        "plan as a workbook": ("chi.pq", reverse("plan-xlsx", args=[plan.code]), 14),
        "people": ("quan.tri", reverse("people"), 6),
        "agency changed": ("ha.lt", reverse("agency-edit", args=[committee.code]), 10),
        "account": ("lan.nt", reverse("account"), 8),
        "password": ("lan.nt", reverse("password-change"), 7),
        "sign in": ("", reverse("sign-in"), 2),
    }
    if Attachment.objects.filter(object_kind="plan", object_code=plan.code, removed_at=None).exists():
        told["document of a plan"] = ("chi.pq", reverse("plan-file", args=[plan.code]), 8)
    return told


def plan_to_review() -> Any:
    """The demo's document to try, uploaded and read; the same one where that was done before."""
    from django.utils import timezone

    from dondoc.accounts.models import User
    from dondoc.desk.demo.papers import TO_UPLOAD, write_paper
    from dondoc.plans.actions.plan import upload_plan
    from dondoc.records.worker import drain
    from dondoc.units.models import Agency

    committee = Agency.objects.get(unit__code="demo-tinh", kind="ubnd", valid_to=None)
    by, now = User.objects.get(login="ha.lt"), timezone.now()
    plan, _ = upload_plan(committee, chunks=[write_paper(TO_UPLOAD)], name=TO_UPLOAD.name, year=None, by=by, at=now)
    drain("bench")
    return plan
