"""Which work of plans waits for an event here."""

from collections.abc import Iterable
from datetime import date

from dondoc.duties.actions.owners import Finder, Owner
from dondoc.duties.models import Duty
from dondoc.units.models import Agency

MOST = 60


def waiting_duties(agency: Agency, on: date) -> list[Duty]:
    """Event-bound duties of plans that the agency owes or has a part in: those of its unit and of the units above."""
    above = [agency.unit_id, *filter(None, (agency.unit.parent_id,))]
    rows = Duty.objects.filter(unit__in=above, ended_on=None, schedule__kind="event").exclude(plan_code="")
    finder, found = Finder(on), []
    for duty in rows.order_by("pk")[:MOST]:
        owners = finder.owners_of(duty)
        if owes(owners.owing, agency) or any(seen == agency.pk for seen, _ in owners.seeing):
            found.append(duty)
    return found


def whose(duty: Duty, agency: Agency, on: date) -> Agency | None:
    """For whom an event here opens a duty: the agency where it owes it; where it only has a part in it, all who owe."""
    return agency if owes(Finder(on).owners_of(duty).owing, agency) else None


def owes(owing: Iterable[Owner], agency: Agency) -> bool:
    return any(owner.place.agency_id == agency.pk for owner in owing)
