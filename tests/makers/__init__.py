"""Makers of records for tests: each calls the action that makes them, so that only what can happen is tested."""

from datetime import UTC, date, datetime
from typing import Any

from dondoc.accounts.actions.invitation import invite
from dondoc.accounts.actions.user import create_user
from dondoc.accounts.models import Invitation, User
from dondoc.duties.actions.duty import Party, create_duty
from dondoc.duties.actions.expansion import expand_source
from dondoc.duties.models import Duty, Expansion, Obligation
from dondoc.plans.actions.plan import upload_plan
from dondoc.plans.models import Plan
from dondoc.records.actions.files import attach_file
from dondoc.records.actions.jobs import queue_job
from dondoc.records.actions.outbox import queue_message
from dondoc.records.models import Attachment, Job, Message
from dondoc.records.worker import drain
from dondoc.units.actions.agency import create_agency
from dondoc.units.actions.group import create_group
from dondoc.units.actions.membership import delegate, grant_role
from dondoc.units.actions.settlement import add_settlements
from dondoc.units.actions.succession import confirm_successor
from dondoc.units.actions.unit import create_unit, follow_unit
from dondoc.units.models import (
    AdministrativeUnit,
    Agency,
    AgencyGroup,
    AgencySuccession,
    Delegation,
    Membership,
    Settlement,
    Succession,
)

PASSWORD = "bàn ghế cửa sổ 27"
LONG_AGO = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)


def make_user(login: str, *, full_name: str = "Người Dùng", at: datetime = LONG_AGO, **more: Any) -> User:
    return create_user(login, full_name=full_name, password=PASSWORD, by=None, at=at, **more)


def make_invitation(
    *, by: User, full_name: str = "Vũ Mai Hoa", at: datetime = LONG_AGO, **more: Any
) -> tuple[Invitation, str]:
    return invite(full_name, by=by, at=at, **more)


def make_attachment(
    content: bytes = b"%PDF-1.7 mot trang",
    *,
    name: str = "Báo cáo quý III.pdf",
    by: User | None = None,
    at: datetime = LONG_AGO,
) -> Attachment:
    return attach_file([content], name=name, on=("test", "T1"), by=by, at=at)


def make_job(kind: str = "test.work", *, at: datetime = LONG_AGO, key: str = "", **args: Any) -> Job:
    return queue_job(kind, args, by=None, at=at, key=key)


def make_message(*, key: str = "m1", channel: str = "email", at: datetime = LONG_AGO) -> Message:
    return queue_message(
        key=key, channel=channel, recipient="lan@anlac.gov.vn", subject="Việc sắp đến hạn", body="…", at=at
    )


def make_unit(
    name: str = "Minh Sơn",
    *,
    level: str = "province",
    kind: str = "",
    parent: AdministrativeUnit | None = None,
    code: str = "",
    at: datetime = LONG_AGO,
    **more: Any,
) -> AdministrativeUnit:
    """A province by default; `level` "commune" with a parent makes a xã."""
    kind = kind or {"province": "tỉnh", "district": "huyện", "commune": "xã"}[level]
    code = code or f"{level[0]}{AdministrativeUnit.objects.count() + 1:05}"
    return create_unit(code, level=level, kind=kind, name=name, parent=parent, by=None, at=at, **more)


def make_agency(
    unit: AdministrativeUnit, name: str = "", *, kind: str = "ubnd", at: datetime = LONG_AGO, **more: Any
) -> Agency:
    """The People's Committee of the unit, unless named otherwise."""
    return create_agency(unit, name=name or f"UBND {unit.kind} {unit.name}", kind=kind, by=None, at=at, **more)


def make_member(
    user: User, agency: Agency, role: str = "officer", *, at: datetime = LONG_AGO, **more: Any
) -> Membership:
    return grant_role(user, agency=agency, role=role, by=None, at=at, **more)


def make_delegation(
    membership: Membership, to: User, *, starts_on: date, ends_on: date, by: User, at: datetime = LONG_AGO
) -> Delegation:
    return delegate(membership, to=to, starts_on=starts_on, ends_on=ends_on, by=by, at=at)


def make_group(
    scope: AdministrativeUnit,
    name: str = "UBND các xã, phường",
    *,
    kind: str = "rule",
    at: datetime = LONG_AGO,
    **more: Any,
) -> AgencyGroup:
    """All communes of the unit, unless `rule` or `members` say otherwise."""
    if kind == "rule":
        more.setdefault("rule", {"kinds": ["ubnd"], "levels": ["commune"]})
    return create_group(scope, kind=kind, name=name, by=None, at=at, **more)


def quarterly(text: str = "Định kỳ hằng quý") -> dict[str, Any]:
    return {"kind": "recurring", "text": text, "normalised": {"every": "quarter"}}


def make_duty(
    unit: AdministrativeUnit,
    parties: list[tuple[str, Agency | AgencyGroup]],
    *,
    task: str = "T1",
    title: str = "Niêm yết danh sách hộ nghèo",
    issued_on: date = date(2026, 1, 5),
    at: datetime = LONG_AGO,
    plan_code: str = "kh1",
    **more: Any,
) -> Duty:
    """A duty of a plan; `parties` are pairs of part ("lead", "execute" …) and agency or group. Quarterly by default."""
    given = [
        Party(part, group=one) if isinstance(one, AgencyGroup) else Party(part, agency=one) for part, one in parties
    ]
    more.setdefault("schedule", quarterly())
    more.setdefault("section", 2)
    more.setdefault("component", "2.1")
    return create_duty(
        ("task", task),
        unit=unit,
        title=title,
        parties=given,
        issued_on=issued_on,
        plan_code=plan_code,
        by=None,
        at=at,
        **more,
    )


def expand(plan_code: str = "kh1", *, at: datetime = LONG_AGO, year: int = 2026, **more: Any) -> Expansion:
    return expand_source("plan", plan_code, by=None, at=at, year=year, **more)


def make_obligations(
    unit: AdministrativeUnit, parties: list[tuple[str, Agency | AgencyGroup]], *, at: datetime = LONG_AGO, **more: Any
) -> list[Obligation]:
    """What a duty asks in 2026, published, by agency and day."""
    duty = make_duty(unit, parties, at=at, **more)
    expand(duty.plan_code, at=at)
    return list(Obligation.objects.filter(duty=duty).order_by("owed_by", "due_on"))


def make_plan(agency: Agency, *, by: User, at: datetime = LONG_AGO, content: bytes = b"") -> Plan:
    """A plan whose document was read: three tasks in an annex, unless another file is given."""
    from apps.plans.making import plan_docx

    plan, _ = upload_plan(agency, chunks=[content or plan_docx()], name="Kế hoạch.docx", year=None, by=by, at=at)
    drain()
    plan.refresh_from_db()
    return plan


def make_settlement(commune: AdministrativeUnit, name: str = "thôn Nà Chì", *, at: datetime = LONG_AGO) -> Settlement:
    return add_settlements(commune, names=[name], by=None, at=at)[0]


def make_succession(
    predecessor: AdministrativeUnit,
    successor: AdministrativeUnit,
    *,
    kind: str = "merge",
    on: date = date(2025, 7, 1),
    at: datetime = LONG_AGO,
) -> Succession:
    return follow_unit(predecessor, successor=successor, kind=kind, on=on, by=None, at=at)


def make_agency_succession(
    agency: Agency, successor: Agency, *, by: User, on: date = date(2025, 7, 1), at: datetime = LONG_AGO, **more: Any
) -> AgencySuccession:
    return confirm_successor(agency, successor=successor, on=on, by=by, at=at, **more)
