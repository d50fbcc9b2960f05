"""Who changed what: entries of the trail about things that one may see, and what one did oneself."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.duties.access import visible_obligations
from dondoc.duties.models import Obligation
from dondoc.duties.queries.page import VERBS as OF_OBLIGATIONS
from dondoc.plans.access import visible_plans
from dondoc.plans.models import Plan, Task
from dondoc.records.models import AuditEntry
from dondoc.units.access import Scope
from dondoc.web.formats import said

DIRECTORY = ("unit", "agency", "group", "membership", "delegation", "user", "invitation")
VERBS = {
    **OF_OBLIGATIONS,
    "open": "mở việc đến kỳ",
    "expand": "giao việc",
    "publish_obligations": "công bố việc được giao",
    "let_off": "thôi giao",
    "create_plan": "lập kế hoạch",
    "upload_plan": "tải lên kế hoạch",
    "submit_plan": "trình kế hoạch",
    "approve_plan": "duyệt kế hoạch",
    "return_plan": "trả lại kế hoạch",
    "issue_plan": "ban hành kế hoạch",
    "close_plan": "kết thúc kế hoạch",
    "edit_task": "sửa nhiệm vụ",
    "accept_task": "chấp nhận nhiệm vụ",
    "accept_certain": "chấp nhận các mục chắc chắn",
    "leave_out_task": "bỏ nhiệm vụ",
    "create_duty": "giao nhiệm vụ",
    "tie_above": "gắn việc với việc của cấp trên",
    "attach_file": "đính kèm tệp",
    "remove_attachment": "gỡ tệp",
    "add_evidence": "thêm minh chứng",
    "sign_in": "đăng nhập",
    "sign_out": "đăng xuất",
    "create_user": "lập tài khoản",
    "grant_role": "giao vai trò",
    "end_role": "thôi vai trò",
    "delegate": "ủy quyền",
    "create_agency": "lập cơ quan",
    "create_group": "lập nhóm cơ quan",
    "create_unit": "lập đơn vị hành chính",
    "make_feed": "tạo địa chỉ lịch",
    "end_feed": "thôi dùng địa chỉ lịch",
    "save_filter": "lưu bộ lọc",
    "drop_filter": "xóa bộ lọc",
    "write_plan": "soạn kế hoạch",
    "set_above": "gắn với kế hoạch cấp trên",
    "revise_task": "thay đổi nhiệm vụ",
    "merge_tasks": "gộp nhiệm vụ",
    "carry_over": "chuyển việc sang bản mới của nhiệm vụ",
    "serve_task": "nối với nhiệm vụ của cấp trên",
    "take_sheet": "nạp danh sách việc",
}
KINDS = {
    "obligation": "việc",
    "plan": "kế hoạch",
    "task": "nhiệm vụ",
    "duty": "nhiệm vụ được giao",
    "user": "tài khoản",
    "agency": "cơ quan",
    "group": "nhóm",
    "membership": "vai trò",
    "delegation": "ủy quyền",
    "unit": "đơn vị hành chính",
    "evidence": "minh chứng",
    "expansion": "đợt giao việc",
    "filter": "bộ lọc",
}


@dataclass(frozen=True, slots=True)
class LogRow:
    """`changes` are triples (field, before, after) as text."""

    at: datetime
    who: str
    verb: str
    kind: str
    name: str
    href: str
    count: int
    changes: list[tuple[str, str, str]]


def visible_entries(user: User, scope: Scope) -> QuerySet[AuditEntry]:
    """What one did oneself, what was done to obligations and plans that one may see, and for an administrator what
    was done to the directory and the accounts."""
    obligations = visible_obligations(user, scope.on, scope=scope).values("code")
    plans = visible_plans(user, scope.on, scope=scope).values("code")
    tasks = Task.objects.filter(plan__in=visible_plans(user, scope.on, scope=scope).values("pk")).values("code")
    seen = Q(actor_id=user.pk)
    seen |= Q(object_kind="obligation", object_code__in=obligations)
    seen |= Q(object_kind="plan", object_code__in=plans) | Q(object_kind="task", object_code__in=tasks)
    if scope.is_administrator:
        seen |= Q(object_kind__in=DIRECTORY)
    return AuditEntry.objects.filter(seen).order_by("-pk")


def narrowed_log(rows: QuerySet[AuditEntry], query: QueryDict) -> QuerySet[AuditEntry]:
    if query.get("viec", "") in VERBS:
        rows = rows.filter(verb=query["viec"])
    if query.get("ma"):
        rows = rows.filter(object_code=query["ma"][:80])
    return rows


def log_rows(entries: list[AuditEntry]) -> list[LogRow]:
    """Four queries, however many entries."""
    people = dict(User.objects.filter(pk__in={e.actor_id for e in entries}).values_list("pk", "full_name"))
    names = _names(entries)
    return [_row(entry, people, names) for entry in entries]


def _names(entries: list[AuditEntry]) -> dict[tuple[str, str], tuple[str, str]]:
    codes: dict[str, set[str]] = {}
    for entry in entries:
        codes.setdefault(entry.object_kind, set()).add(entry.object_code)
    found: dict[tuple[str, str], tuple[str, str]] = {}
    obligations = Obligation.objects.filter(code__in=codes.get("obligation", ())).select_related("duty", "held_by")
    for one in obligations:
        found["obligation", one.code] = (
            f"{one.duty.title} ({one.held_by.name}, {said(one.label)})",
            f"/viec/{one.code}/",
        )
    for code, title in Plan.objects.filter(code__in=codes.get("plan", ())).values_list("code", "title"):
        found["plan", code] = (title, f"/ke-hoach/{code}/")
    tasks = Task.objects.filter(code__in=codes.get("task", ())).values_list("code", "content", "plan__code")
    for code, content, plan in tasks:
        found["task", code] = (content, f"/ke-hoach/{plan}/")
    return found


def _row(entry: AuditEntry, people: dict[int, str], names: dict[tuple[str, str], tuple[str, str]]) -> LogRow:
    name, href = names.get((entry.object_kind, entry.object_code), ("", ""))
    return LogRow(
        entry.at,
        people.get(entry.actor_id or 0, _("Hệ thống")),
        VERBS.get(entry.verb, entry.verb),
        KINDS.get(entry.object_kind, entry.object_kind),
        name,
        href,
        entry.count,
        _changes(entry.before, entry.after),
    )


def _changes(before: dict[str, Any], after: dict[str, Any]) -> list[tuple[str, str, str]]:
    fields = list(dict.fromkeys([*before, *after]))
    return [(field, _said(before.get(field)), _said(after.get(field))) for field in fields]


def _said(value: Any) -> str:
    if value in (None, "", [], {}):
        return ""
    value = value["title"] if isinstance(value, dict) and "title" in value else value
    text = ", ".join(str(part) for part in value) if isinstance(value, list) else str(value)
    if text.startswith("sha256:"):
        return _("(được che)")
    return text if len(text) <= 160 else f"{text[:159]}…"
