"""Events that event-bound work waits for: each opens its own occurrence."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from dondoc.duties.actions.assigning import apply_rules
from dondoc.duties.actions.expansion import insert_obligations, keep_occurrences
from dondoc.duties.actions.summary import count_published
from dondoc.duties.models import Duty, Expansion, Obligation, Occasion
from dondoc.duties.queries.owners import Finder, Owner
from dondoc.duties.rules.occurrences import DutyOccurrence, occurrence_of_event
from dondoc.records.actions import audit
from dondoc.records.rules.codes import new_code
from dondoc.schedule.queries import current_calendar
from dondoc.schedule.rules import WorkingCalendar
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.text import clean
from dondoc.units.models import Agency, Settlement

FARTHEST = 800


@dataclass(frozen=True, slots=True)
class Told:
    """An event as a person tells it: of one agency (an election in its village), or of all who owe (no agency)."""

    name: str
    on: date
    agency: Agency | None = None
    settlement: Settlement | None = None


def named(name: str, on: date, *, today: date) -> str:
    """The name of an event without stray spaces. Refuses none, and a day years away."""
    name = " ".join(clean(name).split())[:200]
    if not name:
        raise BadInput("occasion-unnamed", "Ghi tên sự kiện, ví dụ “Bầu cử trưởng thôn Nà Lan”.")
    if abs((on - today).days) > FARTHEST:
        raise BadInput("occasion-far", "Ngày diễn ra quá xa hôm nay: kiểm tra lại năm.")
    return name


def checked(
    duty: Duty, told: Told, *, today: date, calendar: WorkingCalendar | None = None
) -> tuple[Occasion, DutyOccurrence, list[Owner]]:
    """The event as it would be recorded (not saved), the occurrence that it opens and who owes it: for the page that
    asks before anything is done, and for the action. Refuses what `record_occasion` refuses."""
    if duty.schedule.get("kind") != "event":
        raise BadInput("duty-not-by-event", "Nhiệm vụ này không chờ sự kiện: hạn của nó đã có trong kế hoạch.")
    name, agency = named(told.name, told.on, today=today), told.agency
    owners = [one for one in Finder(today).owners_of(duty).owing if agency is None or one.place.agency_id == agency.pk]
    if not owners:
        raise BadInput("occasion-elsewhere", "Cơ quan này không thực hiện nhiệm vụ đó. Chọn cơ quan khác.")
    if told.settlement is not None and (agency is None or told.settlement.commune_id != agency.unit_id):
        raise BadInput("occasion-village", "Thôn, tổ dân phố này không thuộc đơn vị của cơ quan. Chọn lại.")
    row = Occasion(code=new_code(), duty=duty, agency=agency, settlement=told.settlement, name=name, on=told.on)
    one = occurrence_of_event(
        duty.schedule, code=row.code, name=name, on=told.on, recorded_on=today, calendar=calendar or current_calendar()
    )
    return row, one, owners


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
    event, an agency that does not owe it, a village of another commune, and a day years away."""
    told = Told(name, on, agency, settlement)
    row, one, owners = checked(duty, told, today=timezone.localtime(at).date(), calendar=calendar)
    with transaction.atomic():
        found = same_occasion(row)
        if found is not None:
            return found
        row.recorded_at = at
        row.save(force_insert=True)
        run = Expansion.objects.create(
            code=new_code(),
            source_kind="occasion",
            source_code=row.code,
            year=on.year,
            started_at=at,
            published_at=at,
        )
        keep_occurrences(duty, [one])
        insert_obligations(run, duty, owners, [one], by=by, at=at)
        Expansion.objects.filter(pk=run.pk).update(made=Obligation.objects.filter(duty=duty, expansion=run).count())
        count_published(run, [duty.pk])
        apply_rules(Obligation.objects.filter(duty=duty, expansion=run), by=None, at=at)
        after = {"duty": duty.code, "name": row.name, "on": on.isoformat(), "due_on": one.due_on.isoformat()}
        audit.record("record_occasion", ("occasion", row.code), by=by, at=at, after=after)
    return row


def same_occasion(row: Occasion) -> Occasion | None:
    """The same event, where it was recorded before."""
    fields = {name: getattr(row, name) for name in ("duty", "agency", "settlement", "name", "on")}
    return Occasion.objects.filter(**fields).first()
