"""Events of a place: each opens the work of plans that waits for it."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.duties.actions.occasion import named, record_occasion
from dondoc.duties.models import Duty
from dondoc.duties.queries.waiting import whose
from dondoc.meetings.models import LocalEvent
from dondoc.records.actions import audit
from dondoc.records.rules.codes import new_code
from dondoc.toolkit.errors import BadInput
from dondoc.units.models import Agency, Settlement


def record_event(
    agency: Agency,
    *,
    kind: str,
    name: str,
    on: date,
    duties: Collection[Duty],
    by: User,
    at: datetime,
    settlement: Settlement | None = None,
) -> LocalEvent:
    """Write down an event of the agency's place and open the work that waits for it there. The same event told twice is
    one. Refuses what `duties.actions.occasion` refuses, and an election without its village."""
    today = timezone.localtime(at).date()
    name = named(name, on, today=today)
    if kind == LocalEvent.Kind.ELECTION and settlement is None:
        raise BadInput("event-settlement", "Chọn thôn, tổ dân phố tổ chức bầu.")
    with transaction.atomic():
        fields = {"unit": agency.unit, "settlement": settlement, "kind": kind, "name": name, "on": on}
        event = LocalEvent.objects.filter(**fields).first()
        event = event or LocalEvent.objects.create(code=new_code(), recorded_at=at, **fields)
        for duty in duties:
            owner = whose(duty, agency, today)
            # Whoever owes it elsewhere learns from the name where it is.
            said = name if owner else f"{name}, {agency.unit.full_name}"
            village = settlement if owner else None
            record_occasion(duty, name=said, on=on, agency=owner, settlement=village, by=by, at=at)
        opened = len(duties)
        LocalEvent.objects.filter(pk=event.pk, opened__lt=opened).update(opened=opened)
        event.opened = max(event.opened, opened)
        after = {"name": name, "on": on.isoformat(), "duties": [duty.code for duty in duties]}
        audit.record("record_event", ("local_event", event.code), by=by, at=at, after=after)
    return event
