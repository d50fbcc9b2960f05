"""Which work of plans waits for an event here."""

from datetime import date

from dondoc.duties.actions.owners import Finder
from dondoc.duties.models import Duty
from dondoc.units.models import Agency

MOST = 60


def waiting_duties(agency: Agency, on: date) -> list[Duty]:
    """Event-bound duties of plans that the agency would owe: those of its unit and of the units above."""
    above = [agency.unit_id, *filter(None, (agency.unit.parent_id,))]
    rows = Duty.objects.filter(unit__in=above, ended_on=None, schedule__kind="event").exclude(plan_code="")
    finder = Finder(on)
    return [
        duty
        for duty in rows.order_by("pk")[:MOST]
        if any(owner.place.agency_id == agency.pk for owner in finder.owners_of(duty).owing)
    ]
