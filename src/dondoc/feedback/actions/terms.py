"""The clock of a case: each step that is owed becomes an obligation of the engine, and moves and ends with it."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.duties.actions.case import open_case, set_due, settle_by
from dondoc.duties.actions.duty import Party, create_duty
from dondoc.duties.actions.obligation import excuse
from dondoc.duties.models import Duty, Obligation, Part
from dondoc.duties.rules.states import OWED, State
from dondoc.feedback.models import Stop, Term
from dondoc.feedback.queries.terms import counted
from dondoc.feedback.rules import clock
from dondoc.feedback.rules.defaults import DUTIES
from dondoc.feedback.rules.wording import explained
from dondoc.records.actions import audit
from dondoc.toolkit.errors import BadInput
from dondoc.units.models import AdministrativeUnit, Agency

EVENT = {"kind": "event", "text": "Khi có vụ việc", "normalised": {"event": "vụ việc"}}


def begin_term(
    case: tuple[str, str],
    *,
    step: str,
    unit: AdministrativeUnit,
    agency: Agency,
    rule: clock.Rule,
    key: str,
    received_at: datetime,
    label: str,
    href: str,
    by: audit.Actor | None,
    at: datetime,
    counted_from: datetime | None = None,
    turn: int = 1,
    assigned_to: User | None = None,
    is_secret: bool = False,
) -> Term:
    """Let an agency owe a step of a case (flow, code) by the end of its term. The same step of the same round again is
    the same term. Inside the transaction of the action that begins it. A secret one stays out of the engine, whose
    lists the line above reads: it is late for those alone who may know of the case."""
    flow, code = case
    row, is_new = Term.objects.get_or_create(
        flow=flow,
        case_code=code,
        step=step,
        round=turn,
        agency=agency,
        defaults={
            "unit": unit,
            "key": key,
            "received_at": received_at,
            "counted_from": counted_from,
            "number": rule.number,
            "counted_in": rule.unit.value,
            "closes_at": rule.closes_at,
            "citation": rule.citation[:300],
        },
    )
    if not is_new:
        return row
    _take_days(row)
    if not is_secret:
        row.obligation = open_case(
            duty_of(unit, step, by=by, at=at),
            agency=agency,
            key=f"{flow[:3]}-{code}-{turn}",
            label=label,
            opens_on=timezone.localtime(received_at).date(),
            due_at=row.due_at,
            explained=_told(row, href),
            by=by,
            at=at,
            assigned_to=assigned_to,
        )
    row.save()
    return row


def recount(row: Term, *, reason: str, href: str, by: audit.Actor | None, at: datetime) -> bool:
    """Count a term anew: a pause began or ended, it was extended, a day off was declared. False where nothing moves."""
    before = row.due_at
    _take_days(row)
    if row.due_at == before:
        return False
    row.escalated_at = None
    row.save()
    if row.obligation is not None:
        set_due(row.obligation, due_at=row.due_at, explained=_told(row, href), reason=reason, by=by, at=at)
    return True


def take_rule(row: Term, rule: clock.Rule, *, reason: str, href: str, by: audit.Actor | None, at: datetime) -> None:
    """Another rule holds for a term that runs: it is counted anew by it."""
    row.number, row.counted_in, row.closes_at = rule.number, rule.unit.value, rule.closes_at
    row.citation = rule.citation[:300]
    if not recount(row, reason=reason, href=href, by=by, at=at):
        row.save()


def extend_term(row: Term, *, number: int, reason: str, href: str, by: audit.Actor | None, at: datetime) -> None:
    """Lengthen a term once, while it still runs."""
    if row.extended_by:
        raise BadInput("term-extended", "Thời hạn này đã gia hạn một lần; không gia hạn thêm được.")
    if row.due_at is not None and at > row.due_at:
        raise BadInput("term-over", "Đã quá hạn nên không gia hạn được nữa. Trả lời sớm nhất có thể và nêu lý do chậm.")
    row.extended_by = number
    recount(row, reason=reason, href=href, by=by, at=at)


def meet_term(
    row: Term | None, *, record: tuple[str, str], title: str, href: str, by: User | None, at: datetime
) -> None:
    """The step was taken: its obligation is settled by the record. What was met before stays as it was."""
    if row is None or row.met_at is not None:
        return
    row.met_at = at
    row.save(update_fields=["met_at"])
    if row.obligation is not None:
        settle_by(row.obligation, record=record, title=title, by=by, at=at, href=href)


def drop_term(row: Term | None, *, reason: str, by: audit.Actor | None, at: datetime) -> None:
    """Nobody owes the step any more: the case went to another agency, or ended otherwise."""
    if row is None or row.met_at is not None or row.dropped_at is not None:
        return
    row.dropped_at = at
    row.save(update_fields=["dropped_at"])
    if row.obligation is not None:
        one = Obligation.objects.select_related("duty").get(pk=row.obligation.pk)
        if State(one.state) in (*OWED, State.NOT_OPEN):
            excuse(one, by=by, at=at, reason=reason)  # type: ignore[arg-type]  # any actor does


def stop_clock(case: tuple[str, str], *, at: datetime) -> None:
    Stop.objects.create(flow=case[0], case_code=case[1], begins_at=at)


def start_clock(case: tuple[str, str], *, at: datetime) -> bool:
    return bool(Stop.objects.filter(flow=case[0], case_code=case[1], ends_at=None).update(ends_at=at))


def duty_of(unit: AdministrativeUnit, step: str, *, by: audit.Actor | None, at: datetime) -> Duty:
    """The duty of a unit for a step, made when the first case comes."""
    title, section, component = DUTIES[step]
    source = (f"case-{step}"[:24], f"u{unit.pk}")
    held = Duty.objects.filter(source_kind=source[0], source_code=source[1]).first()
    if held is not None:
        return held
    lead = Agency.objects.filter(unit=unit, valid_to=None).order_by("pk")
    committee = lead.filter(kind="ubnd").first() or lead.first()
    with transaction.atomic():
        return create_duty(
            source,
            unit=unit,
            title=title,
            parties=[Party(Part.LEAD, agency=committee)],
            issued_on=timezone.localtime(at).date(),
            by=by,
            at=at,
            schedule=EVENT,
            section=section,
            component=component,
        )


def _take_days(row: Term) -> None:
    found = counted(row)
    row.due_at, row.warn_at = found.due, found.warn_at
    row.explained = explained(found, transferred_at=row.counted_from)


def _told(row: Term, href: str) -> dict[str, Any]:
    """What the engine keeps and shows beside the obligation: our sentences, and where it is settled."""
    return {"text": "", "rule": " ".join(row.explained), "cited": row.citation, "href": href}
