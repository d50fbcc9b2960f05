"""A plan from its file to its closing: uploaded, submitted, approved by the head, issued, closed."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.plans.actions import issuing
from dondoc.plans.models import Amendment, Plan, PlanDocument, PlanState
from dondoc.plans.queries.blockers import blockers
from dondoc.records.actions import audit
from dondoc.records.actions.files import attach_file, remove_attachment
from dondoc.records.actions.jobs import queue_job
from dondoc.records.rules.codes import new_code
from dondoc.records.rules.sealing import plain
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.sayings import Saying
from dondoc.toolkit.text import clean, fold
from dondoc.units.models import Agency

MOVED = Saying("Kế hoạch đã chuyển sang trạng thái khác: tải lại trang để xem bản mới nhất.")
FIRST_YEAR, LAST_YEAR = 2011, 2100


def upload_plan(
    agency: Agency,
    *,
    chunks: Iterable[bytes],
    name: str,
    year: int | None,
    by: User,
    at: datetime,
    amends: Plan | None = None,
    amendment: str = "",
) -> tuple[Plan, bool]:
    """Begin a plan of an agency with its document, and queue its reading. The same file (sha-256) again for the same
    agency leads to the plan that it began: (plan, False). With `amends` and one of the three kinds of amendment
    the document changes an issued plan. Refuses what the store of files refuses."""
    if amends is not None and (amends.state != PlanState.ISSUED or amendment not in Amendment.values):
        raise BadInput("amendment-wrong", "Chỉ sửa đổi được kế hoạch đã ban hành; chọn một trong ba loại sửa đổi.")
    code = new_code()
    with transaction.atomic():
        attachment = attach_file(chunks, name=name, on=("plan", code), by=by, at=at)
        first = first_with(agency, attachment.file.sha256)
        if first is not None:
            remove_attachment(attachment, by=by, at=at)
            return first, False
        plan = Plan.objects.create(
            code=code,
            unit=agency.unit,
            agency=agency,
            year=_checked_year(year or timezone.localtime(at).year),
            title=attachment.original_name,
            search=fold(attachment.original_name),
            amends=amends,
            amendment=amendment if amends else "",
            created_by=by,
            created_at=at,
        )
        PlanDocument.objects.create(plan=plan, attachment=attachment, sha256=attachment.file.sha256)
        audit.record("upload_plan", ("plan", code), by=by, at=at, after={"name": attachment.original_name})
        queue_reading(plan, by=by, at=at)
    return plan, True


def replace_document(plan: Plan, *, chunks: Iterable[bytes], name: str, by: User, at: datetime) -> None:
    """Another file for a plan whose document could not be read. Refuses once there are drafts to lose."""
    document = plan.document
    if plan.state != PlanState.DRAFT or (document.read_at and not document.refusal):
        raise BadInput(
            "document-read", "Văn bản này đã đọc xong. Muốn đọc văn bản khác, hãy tải lên thành kế hoạch mới."
        )
    with transaction.atomic():
        attachment = attach_file(chunks, name=name, on=("plan", plan.code), by=by, at=at)
        if document.attachment is not None:
            remove_attachment(document.attachment, by=by, at=at)
        document.attachment, document.sha256 = attachment, attachment.file.sha256
        document.refusal, document.read_at, document.blocks = "", None, []
        document.save()
        queue_reading(plan, by=by, at=at)


def queue_reading(plan: Plan, *, by: User, at: datetime) -> None:
    """Have the document read in the background; the same document is queued once, unless its job failed."""
    document = plan.document
    job = queue_job("plans.read", {"plan": plan.code, "sha256": document.sha256}, by=by, at=at)
    PlanDocument.objects.filter(pk=document.pk).update(job=job)


def first_with(agency: Agency, sha256: str) -> Plan | None:
    """The plan that the same file began for the same agency before."""
    return Plan.objects.filter(document__sha256=sha256, agency=agency).order_by("pk").first()


def submit_plan(plan: Plan, *, by: User, at: datetime) -> None:
    """Put the plan before the head. Refuses while a task is neither accepted nor left out."""
    _refuse_unready(plan)
    _move(plan, PlanState.DRAFT, PlanState.SUBMITTED, "submit_plan", by=by, at=at, submitted_at=at)


def return_plan(plan: Plan, *, reason: str, by: User, at: datetime) -> None:
    """The head sends a submitted plan back to be mended. Refuses without a reason."""
    reason = " ".join(clean(reason).split())
    if not reason:
        raise BadInput("reason-empty", "Chưa nêu lý do trả lại. Viết một câu để người soạn biết cần sửa gì.")
    _move(plan, PlanState.SUBMITTED, PlanState.DRAFT, "return_plan", by=by, at=at, note={"reason": reason})


def approve_plan(
    plan: Plan,
    *,
    number: str,
    issued_on: date,
    signer: str,
    by: User,
    at: datetime,
    symbol: str = "",
    position: str = "",
) -> None:
    """The head approves: number, date and signer as on the signed paper. Refuses a day to come and a day outside the
    year of the plan and the one before."""
    if issued_on > timezone.localtime(at).date():
        raise BadInput("issued-later", "Ngày ban hành không thể sau hôm nay. Ghi ngày trên văn bản đã ký.")
    if issued_on.year not in (plan.year - 1, plan.year):
        raise BadInput(
            "issued-year",
            "Kế hoạch năm {year} không thể ban hành năm {issued}. Kiểm tra lại ngày.",
            year=plan.year,
            issued=issued_on.year,
        )
    fields: dict[str, Any] = {
        "number": number.strip()[:20],
        "issued_on": issued_on,
        "signer": " ".join(signer.split())[:120],
    }
    if not fields["number"] or not fields["signer"]:
        raise BadInput("approval-empty", "Cần đủ số văn bản, ngày ban hành và người ký.")
    more: dict[str, Any] = {
        "symbol": symbol.strip()[:40] or plan.symbol,
        "signer_position": position.strip()[:120],
        "approved_by": by,
    }
    _move(plan, PlanState.SUBMITTED, PlanState.APPROVED, "approve_plan", by=by, at=at, **fields, **more)


def issue_plan(plan: Plan, *, by: User, at: datetime) -> int:
    """Give the work out: the duties of all tasks in one transaction with the state, the obligations by a job in the
    background. How many duties. Refuses while something is not accepted, an open group has nobody, a rule of the
    reporting regime is not confirmed."""
    _refuse_unready(plan)
    with transaction.atomic():
        _move(plan, PlanState.APPROVED, PlanState.ISSUED, "issue_plan", by=by, at=at)
        return issuing.open_duties(plan, by=by, at=at)


def close_plan(plan: Plan, *, by: User, at: datetime) -> None:
    """The plan is over; what is still owed of it stays owed."""
    _move(plan, PlanState.ISSUED, PlanState.CLOSED, "close_plan", by=by, at=at)


def edit_heading(plan: Plan, *, title: str, year: int, by: User, at: datetime) -> None:
    """Title and year of a draft, where the reading got them wrong."""
    title = " ".join(clean(title).split())
    if not title:
        raise BadInput("title-empty", "Chưa có tên kế hoạch. Nhập trích yếu như trên văn bản.")
    before = {"title": plan.title, "year": plan.year}
    with transaction.atomic():
        fields = {"title": title, "search": fold(title), "year": _checked_year(year)}
        if not Plan.objects.filter(pk=plan.pk, state=PlanState.DRAFT).update(**fields):
            raise BadInput("state-moved", MOVED)
        audit.record("edit_heading", ("plan", plan.code), by=by, at=at, before=before, after=fields)


def enter_results(plan: Plan, *, results: Mapping[int, str], by: User, at: datetime) -> int:
    """The last published result beside a goal, typed by hand; how many changed. Any state of the plan: results come
    out months after its issue."""
    changed = {}
    with transaction.atomic():
        for goal in plan.goals.all():
            value = " ".join(clean(results.get(goal.pk, goal.last_result)).split())[:60]
            if value != goal.last_result:
                changed[str(goal.pk)] = value
                plan.goals.filter(pk=goal.pk).update(last_result=value, is_result_published=False)
        if changed:
            audit.record("enter_results", ("plan", plan.code), by=by, at=at, after=changed)
    return len(changed)


def _move(
    plan: Plan,
    old: PlanState,
    new: PlanState,
    verb: str,
    *,
    by: User,
    at: datetime,
    note: dict[str, Any] | None = None,
    **fields: Any,
) -> None:
    """One step of the state, by an UPDATE that names the old one."""
    with transaction.atomic():
        if not Plan.objects.filter(pk=plan.pk, state=old).update(state=new, version=plan.version + 1, **fields):
            raise BadInput("state-moved", MOVED)
        told = {name: getattr(value, "pk", value) for name, value in fields.items()}
        after = plain({"state": str(new), **told, **(note or {})})
        audit.record(verb, ("plan", plan.code), by=by, at=at, before={"state": str(old)}, after=after)
    plan.refresh_from_db()


def _refuse_unready(plan: Plan) -> None:
    standing = blockers(plan)
    if standing:
        first, more = standing[0], len(standing) - 1
        if more:
            raise BadInput("plan-unready", "{first} Còn {more} chỗ khác cần giải quyết.", first=first.text, more=more)
        raise BadInput("plan-unready", first.text)


def _checked_year(year: int) -> int:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise BadInput("year-wrong", "Năm {year} không hợp lệ. Nhập năm của kế hoạch, ví dụ 2026.", year=year)
    return year
