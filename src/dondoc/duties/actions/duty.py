"""Duties: made once for each source; who owes follows from the parties."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from dondoc.duties.models import Duty, DutyAgency, Part, Regime
from dondoc.records.actions import audit
from dondoc.records.rules.codes import new_code
from dondoc.records.rules.sealing import plain
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.text import fold
from dondoc.units.models import AdministrativeUnit, Agency, AgencyGroup

OWING = (Part.LEAD, Part.EXECUTE)


@dataclass(frozen=True, slots=True)
class Party:
    """An agency or a group (one of them) in its part of a duty, with the name as printed."""

    part: str
    agency: Agency | None = None
    group: AgencyGroup | None = None
    printed: str = ""
    is_requested: bool = False


def create_duty(
    source: tuple[str, str],
    *,
    unit: AdministrativeUnit,
    title: str,
    parties: Sequence[Party],
    issued_on: date,
    by: audit.Actor | None,
    at: datetime,
    plan_code: str = "",
    schedule: Mapping[str, Any] | None = None,
    products: Sequence[Any] = (),
    targets: Sequence[Any] = (),
    component: str = "",
    section: int | None = None,
    regime: Regime | None = None,
    serves: Duty | None = None,
    replaces: Duty | None = None,
    needs_confirmation: bool | None = None,
) -> Duty:
    """Make the duty of a source (kind, code); the same source again gives the duty that is there. What executors did is
    confirmed by their lead where there is one, unless said otherwise. Refuses a duty that nobody would owe."""
    if not any(party.part in OWING for party in parties):
        raise BadInput("duty-nobody", "Nhiệm vụ chưa có cơ quan chủ trì hoặc thực hiện. Chọn ít nhất một cơ quan.")
    if any((party.agency is None) == (party.group is None) for party in parties):
        raise BadInput("duty-party", "Mỗi dòng phân công là một cơ quan hoặc một nhóm. Chọn lại dòng còn trống.")
    parts = {str(party.part) for party in parties}
    with transaction.atomic():
        found = Duty.objects.filter(source_kind=source[0], source_code=source[1]).first()
        if found is not None:
            return found
        duty = Duty.objects.create(
            code=new_code(),
            source_kind=source[0],
            source_code=source[1],
            plan_code=plan_code,
            unit=unit,
            title=title,
            search=fold(title),
            schedule=dict(schedule or {}),
            products=list(products),
            targets=list(targets),
            component=component,
            section=section,
            regime=regime,
            serves=serves,
            replaces=replaces,
            needs_confirmation=parts.issuperset(OWING) if needs_confirmation is None else needs_confirmation,
            issued_on=issued_on,
        )
        DutyAgency.objects.bulk_create(party_row(duty, party) for party in parties)
        audit.record("create_duty", ("duty", duty.code), by=by, at=at, after=_told(duty, parties))
    return duty


def end_duty(duty: Duty, *, on: date, reason: str, by: audit.Actor | None, at: datetime) -> bool:
    """A duty that was taken out of its plan: nothing more opens from the day `on`; what is settled, open or late stays
    as it is. The next expansion of its source closes what has not opened. False where it had ended before."""
    with transaction.atomic():
        if not Duty.objects.filter(pk=duty.pk, ended_on=None).update(ended_on=on):
            return False
        audit.record("end_duty", ("duty", duty.code), by=by, at=at, after=plain({"ended_on": on, "reason": reason}))
    duty.ended_on = on
    return True


def tie_above(duty: Duty, above: Duty, *, by: audit.Actor | None, at: datetime) -> bool:
    """Say which duty above one serves. False where it serves one already, or itself."""
    with transaction.atomic():
        if duty.pk == above.pk or not Duty.objects.filter(pk=duty.pk, serves=None).update(serves=above):
            return False
        audit.record("tie_above", ("duty", duty.code), by=by, at=at, after={"serves": above.code})
    duty.serves = above
    return True


def party_row(duty: Duty, party: Party) -> DutyAgency:
    return DutyAgency(
        duty=duty,
        part=str(party.part),
        agency=party.agency,
        group=party.group,
        printed=party.printed[:400],
        is_requested=party.is_requested,
    )


def _told(duty: Duty, parties: Sequence[Party]) -> dict[str, Any]:
    named = [f"{party.part}:{(party.agency or party.group).code}" for party in parties]  # type: ignore[union-attr]
    return {"source": f"{duty.source_kind}:{duty.source_code}", "plan": duty.plan_code, "parties": named}
