"""What is owed for one case (a citizen's report, a list to post, a finding) and settled by its own record.

The record lives in the app above; here stands who owes it, by when and why, so that it is late, urged and counted like
anything else.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.duties.actions import summary
from dondoc.duties.actions.assigning import apply_rules
from dondoc.duties.actions.evidence import write_figures
from dondoc.duties.actions.moves import KIND, move, moved_on
from dondoc.duties.actions.obligation import demanded, waits
from dondoc.duties.actions.serving import carry_up
from dondoc.duties.models import Duty, DutyMember, Evidence, EvidenceUse, Obligation, Part
from dondoc.duties.queries.owners import Finder, Place, places_of
from dondoc.duties.rules import judging
from dondoc.duties.rules.explaining import CASE, aim_of, written
from dondoc.duties.rules.states import CLOSED, OWED, State
from dondoc.records.actions import audit
from dondoc.records.rules.codes import new_code
from dondoc.toolkit.errors import BadInput
from dondoc.units.models import Agency

_OPEN_ENDED = [state.value for state in (*OWED, State.NOT_OPEN, State.AWAITING)]


def open_case(
    duty: Duty,
    *,
    agency: Agency,
    key: str,
    label: str,
    opens_on: date,
    due_at: datetime | None,
    explained: Mapping[str, Any],
    by: audit.Actor | None,
    at: datetime,
    assigned_to: User | None = None,
) -> Obligation:
    """Let an agency owe one case of a duty from `opens_on` by `due_at`. The same key again for the same agency is the
    same obligation, unchanged. `explained` says why that day (`rules.explaining.explained_by`); with "href" it is
    settled on that page alone. Refuses a key that does not fit."""
    occurrence = f"{CASE}{key}"
    if not key or len(occurrence) > 40:
        raise ValueError(f"a key of 1 to {40 - len(CASE)} letters: {key!r}")
    with transaction.atomic():
        _keep_members(duty, at)
        place = places_of([agency.pk])[agency.pk]
        values = _values(duty, place, label, opens_on, due_at, explained, at)
        one, is_new = Obligation.objects.get_or_create(
            duty=duty, owed_by=agency, occurrence=occurrence, defaults={**values, "assigned_to": assigned_to}
        )
        if is_new:
            summary.changed_many([one], change=1)
            after = {"duty": duty.code, "agency": agency.code, "case": key, "due_at": _said(due_at)}
            audit.record("open_case", (KIND, one.code), by=by, at=at, after=after)
            if apply_rules(Obligation.objects.filter(pk=one.pk), by=None, at=at):
                one.refresh_from_db(fields=["assigned_to", "position"])
    return one


def set_due(
    obligation: Obligation,
    *,
    due_at: datetime | None,
    explained: Mapping[str, Any],
    reason: str,
    by: audit.Actor | None,
    at: datetime,
) -> bool:
    """Another day for one obligation: a pause, an extension, a transfer, a holiday declared later. The day before
    stands in the explanation and in the trail. False where nothing changes; refuses without a reason, and what is
    settled."""
    reason = demanded(reason, "Ghi lý do đổi hạn: căn cứ nào, ai quyết định.")
    with transaction.atomic():
        one = _locked(obligation)
        if one.state not in _OPEN_ENDED:
            raise BadInput("due-settled", "Việc này đã xong hoặc được miễn nên không đổi hạn được nữa.")
        if one.due_at == due_at:
            return False
        trace = f"Trước đây hạn là {_shown(one.due_at)}; đổi sang {_shown(due_at)}: {reason.rstrip('.')}."
        told = {**explained, "rule": f"{explained.get('rule', '')} {trace}".strip()}
        before = {"due_at": _said(one.due_at)}
        summary.changed_many([one], change=-1)
        values = {**_days(due_at, told), "explained": told, "version": one.version + 1}
        if not Obligation.objects.filter(pk=one.pk, version=one.version).update(**values):
            raise moved_on(one)
        _take_over(one, values)
        summary.changed_many([one], change=1)
        after = {"due_at": _said(due_at), "reason": reason}
        audit.record("set_due", (KIND, one.code), by=by, at=at, before=before, after=after)
    _take_over(obligation, values)
    return True


def settle_by(
    obligation: Obligation,
    *,
    record: tuple[str, str],
    title: str,
    by: User | None,
    at: datetime,
    href: str = "",
    figures: Mapping[int, judging.Figure] | None = None,
) -> State:
    """Settle by the record (kind, code) that is its proof, as of `at`. Idempotent: what is settled, or excused, keeps
    its state and day and only has the proof beside it. A lead that has to confirm is still asked. What the same agency
    owes above by it is settled with it, where the record is all that is asked there (`actions.serving`)."""
    with transaction.atomic():
        one = _locked(obligation)
        _use_record(one, record, title, href, by, at)
        write_figures(one, figures or {})
        state = State(one.state)
        if state not in CLOSED and state is not State.AWAITING:
            after = {"record": ":".join(record), "text": title}
            fields: dict[str, Any] = {"note": title, "reason": "", "is_claimed": False}
            waiting = waits(one)
            state = move(one, "settle", by=by, at=at, settled_at=at, needs_confirmation=waiting, after=after, **fields)
            carry_up(one, state, by=by, at=at)
    _take_over(obligation, {name: getattr(one, name) for name in ("state", "settled_at", "version", "note")})
    return state


def _values(
    duty: Duty,
    place: Place,
    label: str,
    opens_on: date,
    due_at: datetime | None,
    explained: Mapping[str, Any],
    at: datetime,
) -> dict[str, Any]:
    is_open = opens_on <= timezone.localtime(at).date()
    return {
        "code": new_code(),
        "part": Part.LEAD.value,
        "held_by_id": place.agency_id,
        "unit_id": place.unit_id,
        "province_id": place.province_id,
        "label": label[:120],
        "opens_on": opens_on,
        **_days(due_at, explained),
        "explained": dict(explained),
        "state": (State.OPEN if is_open else State.NOT_OPEN).value,
        "is_requested": place.is_requested,
        "section": duty.section,
        "component": duty.component,
    }


def _keep_members(duty: Duty, at: datetime) -> None:
    """Who coordinates and supervises sees cases too: told once, as expansion does for other duties."""
    if not duty.members.exists():
        seeing = Finder(timezone.localtime(at).date()).owners_of(duty).seeing
        DutyMember.objects.bulk_create(
            (DutyMember(duty=duty, agency_id=agency_id, part=part) for agency_id, part in seeing), ignore_conflicts=True
        )


def _use_record(one: Obligation, record: tuple[str, str], title: str, href: str, by: User | None, at: datetime) -> None:
    named = {"agency_id": one.held_by_id, "record_kind": record[0], "record_code": record[1]}
    evidence = Evidence.objects.filter(**named).order_by("pk").first() or Evidence.objects.create(
        code=new_code(), kind=Evidence.Kind.RECORD, title=title[:300], url=href, added_by=by, added_at=at, **named
    )
    EvidenceUse.objects.get_or_create(
        evidence=evidence, obligation=one, product="", removed_at=None, defaults={"used_at": at}
    )


def _locked(obligation: Obligation) -> Obligation:
    """As it stands now: whoever settles by a record has not looked at a page before."""
    rows = Obligation.objects.select_for_update(of=("self",)).select_related("duty")
    return rows.get(pk=obligation.pk)


def _days(due_at: datetime | None, explained: Mapping[str, Any]) -> dict[str, Any]:
    due_on = timezone.localtime(due_at).date() if due_at else None
    return {"due_at": due_at, "due_on": due_on, "aim_on": aim_of(explained)}


def _take_over(obligation: Obligation, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        setattr(obligation, name, value)


def _said(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""


def _shown(moment: datetime | None) -> str:
    return written(timezone.localtime(moment).date()) if moment else "không có"
