"""Events that event-bound work waits for: each opens its own occurrence."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from dondoc.duties.actions.expansion import insert_obligations, keep_occurrences
from dondoc.duties.actions.owners import Finder
from dondoc.duties.actions.summary import count_published
from dondoc.duties.models import Duty, Expansion, Obligation, Occasion
from dondoc.duties.rules.occurrences import occurrence_of_event
from dondoc.records.actions import audit
from dondoc.records.rules.codes import new_code
from dondoc.schedule.queries import current_calendar
from dondoc.schedule.rules import WorkingCalendar
from dondoc.toolkit.errors import BadInput
from dondoc.units.models import Agency, Settlement


def record_occasion(
    duty: Duty,
    *,
    name: str,
    on: date,
    by: audit.Actor | None,
    at: datetime,
    agency: Agency | None = None,
    settlement: Settlement | None = None,
    calendar: WorkingCalendar | None = None,
) -> Occasion:
    """Record an event of a duty: of one agency (an election in its village), or of all who owe. Two events are two
    occurrences, the same event (name, day, agency, settlement) told twice is one. Refuses a duty that waits for no
    event, and an agency that does not owe it."""
    if duty.schedule.get("kind") != "event":
        raise BadInput("duty-not-by-event", "Nhiệm vụ này không chờ sự kiện: hạn của nó đã có trong kế hoạch.")
    name, today = " ".join(name.split())[:200], timezone.localtime(at).date()
    if not name:
        raise BadInput("occasion-unnamed", "Ghi tên sự kiện, ví dụ “Bầu cử trưởng thôn Nà Lan”.")
    owners = [one for one in Finder(today).owners_of(duty).owing if agency is None or one.place.agency_id == agency.pk]
    if not owners:
        raise BadInput("occasion-elsewhere", "Cơ quan này không thực hiện nhiệm vụ đó. Chọn cơ quan khác.")
    with transaction.atomic():
        fields = {"duty": duty, "agency": agency, "settlement": settlement, "name": name, "on": on}
        found = Occasion.objects.filter(**fields).first()
        if found is not None:
            return found
        occasion = Occasion.objects.create(code=new_code(), recorded_at=at, **fields)
        calendar = calendar or current_calendar()
        one = occurrence_of_event(
            duty.schedule, code=occasion.code, name=name, on=on, recorded_on=today, calendar=calendar
        )
        run = Expansion.objects.create(
            code=new_code(),
            source_kind="occasion",
            source_code=occasion.code,
            year=on.year,
            started_at=at,
            published_at=at,
        )
        keep_occurrences(duty, [one])
        insert_obligations(run, duty, owners, [one], by=by, at=at)
        Expansion.objects.filter(pk=run.pk).update(made=Obligation.objects.filter(duty=duty, expansion=run).count())
        count_published(run, [duty.pk])
        after = {"duty": duty.code, "name": name, "on": on.isoformat(), "due_on": one.due_on.isoformat()}
        audit.record("record_occasion", ("occasion", occasion.code), by=by, at=at, after=after)
    return occasion
