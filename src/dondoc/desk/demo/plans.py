"""Plans of the demo, through the same doors as any plan: uploaded, read, reviewed, submitted, approved, issued."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from importlib.resources import files

from dondoc.accounts.models import User
from dondoc.desk.demo.papers import COMMUNE, LAST_YEAR, WAITING, write_paper
from dondoc.plans.actions.plan import approve_plan, close_plan, issue_plan, submit_plan, upload_plan
from dondoc.plans.actions.regime import confirm_rule
from dondoc.plans.actions.task import (
    accept_certain,
    accept_task,
    drop_agency,
    leave_out_task,
    name_agency,
    resolve_agency,
)
from dondoc.plans.models import Plan, Task, TaskAgency
from dondoc.records.worker import drain
from dondoc.toolkit.errors import BadInput
from dondoc.units.actions.group import choose_members, take_candidate
from dondoc.units.models import Agency, AgencyGroup
from dondoc.units.queries import Resolver

LEADING = ("t-tu-phap", "t-tai-chinh")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One document with the people who bring it to issue."""

    content: bytes
    name: str
    agency: Agency
    year: int
    writer: User
    head: User
    number: str
    issued_on: date
    signer: str


def make_plans(agencies: dict[tuple[str, str], Agency], people: dict[str, User], *, at: datetime) -> list[Plan]:
    """The plan of last year (closed), the province's plan of this year and a commune's (both issued), and one that
    waits for the chair. The issued ones, in the order of their years."""
    province, commune = agencies["", "ubnd"], agencies["An Lạc", "ubnd"]
    ha, chi, lan, khang = (people[login] for login in ("ha.lt", "chi.pq", "lan.nt", "khang.vd"))
    sample = (files("dondoc.plans.samples") / "ke-hoach-mau.docx").read_bytes()
    last = Sheet(
        write_paper(LAST_YEAR),
        LAST_YEAR.name,
        province,
        2025,
        ha,
        chi,
        "64",
        date(2025, 2, 14),
        LAST_YEAR.signature.name,
    )
    this = Sheet(
        sample, "ke-hoach-papi-2026.docx", province, 2026, ha, chi, "128", date(2026, 1, 12), "Trần Minh Khang"
    )
    own = Sheet(
        write_paper(COMMUNE), COMMUNE.name, commune, 2026, lan, khang, "31", date(2026, 2, 5), COMMUNE.signature.name
    )
    issued = [issue(sheet, at=at) for sheet in (last, this, own)]
    waiting = Sheet(
        write_paper(WAITING), WAITING.name, province, 2026, ha, chi, "", date(2026, 11, 20), WAITING.signature.name
    )
    plan = review(waiting, at=at - timedelta(days=1))
    submit_plan(plan, by=ha, at=at - timedelta(hours=3))
    return issued


def issue(sheet: Sheet, *, at: datetime) -> Plan:
    """From the file to obligations, as of the day of the document."""
    day = at.replace(year=sheet.issued_on.year, month=sheet.issued_on.month, day=sheet.issued_on.day, hour=9)
    day = min(day, at)
    plan = review(sheet, at=day)
    submit_plan(plan, by=sheet.writer, at=day)
    approve_plan(plan, number=sheet.number, issued_on=sheet.issued_on, signer=sheet.signer, by=sheet.head, at=day)
    issue_plan(plan, by=sheet.head, at=day)
    drain("demo")
    return plan


def close(plan: Plan, *, by: User, at: datetime) -> None:
    close_plan(plan, by=by, at=at)


def review(sheet: Sheet, *, at: datetime) -> Plan:
    """Upload, have it read, answer every question that the reading left. Refuses a document that was not read."""
    plan, _ = upload_plan(
        sheet.agency, chunks=[sheet.content], name=sheet.name, year=sheet.year, by=sheet.writer, at=at
    )
    drain("demo")
    plan = Plan.objects.select_related("unit", "agency", "document").get(pk=plan.pk)
    if plan.document.refusal or not plan.document.read_at:
        raise BadInput("demo-unread", "Không đọc được {sheet}: {why}", sheet=sheet.name, why=plan.document.refusal)
    _resolve(plan, by=sheet.writer, at=at)
    _name_executors(plan, by=sheet.writer, at=at)
    accept_certain(plan, by=sheet.writer, at=at)
    for task in plan.tasks.filter(is_accepted=False, is_left_out=False).order_by("order"):
        _accept(task, by=sheet.writer, at=at)
    for number, rule in enumerate(plan.regime_rules):
        confirm_rule(plan, number=number, cycle=rule["cycle"], due=rule.get("due"), by=sheet.writer, at=at)
    return plan


def _resolve(plan: Plan, *, by: User, at: datetime) -> None:
    """The best candidate for each name that waits; a name that means nobody here gives nobody work."""
    resolver = Resolver(plan.unit, at.date() if plan.year > 2025 else date(2025, 7, 1))
    named = TaskAgency.objects.filter(task__plan=plan, agency=None, group=None).select_related("task__plan")
    for row in list(named):
        row.refresh_from_db()
        if row.agency_id or row.group_id:
            continue
        candidates = resolver.resolve(row.printed)
        if not candidates:
            drop_agency(row, by=by, at=at)
            continue
        agency, group = take_candidate(candidates[0], scope=plan.unit, by=by, at=at)
        resolve_agency(row, agency=agency, group=group, by=by, at=at)
    open_groups = AgencyGroup.objects.filter(
        pk__in=TaskAgency.objects.filter(task__plan=plan).values("group"), kind=AgencyGroup.Kind.OPEN, members=None
    )
    chosen = list(Agency.objects.filter(unit=plan.unit, stance="subordinate", valid_to=None).order_by("pk")[1:4])
    for group in open_groups:
        choose_members(group, members=chosen, on=at.date(), by=by, at=at)


def _name_executors(plan: Plan, *, by: User, at: datetime) -> None:
    """What departments lead and communes do: the communes owe it, the department says yes to each."""
    for task in plan.tasks.filter(agencies__role="lead", agencies__agency__kind__in=LEADING).distinct():
        communes = task.agencies.filter(role="coordinate", group__kind=AgencyGroup.Kind.RULE).select_related("group")
        for row in [row for row in communes if "xã" in row.printed]:
            name_agency(task, role="execute", printed=row.printed, group=row.group, by=by, at=at)
            drop_agency(row, by=by, at=at)


def _accept(task: Task, *, by: User, at: datetime) -> None:
    """Accept what can be; what nobody would owe, and what only says who answers for what, is left out."""
    if "chịu trách nhiệm" in task.content.lower()[:30]:
        leave_out_task(task, reason="Yêu cầu chung, không phải một việc riêng.", edition=task.edition, by=by, at=at)
        return
    try:
        accept_task(task, edition=task.edition, by=by, at=at)
    except BadInput:
        leave_out_task(task, reason="Không có cơ quan thực hiện trong tỉnh.", edition=task.edition, by=by, at=at)
