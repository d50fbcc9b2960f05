"""Work of plans that waits for an event: all of it with who owes it, and what an event in one place may open."""

from collections.abc import Iterable
from datetime import date

from dondoc.duties.access import event_duties
from dondoc.duties.models import Duty
from dondoc.duties.queries.owners import Finder, Owners
from dondoc.units.models import Agency

MOST = 60


def waiting_work(duties: Iterable[Duty], on: date) -> dict[Duty, Owners]:
    """Who owes each and who has a part in it that day. The same queries whatever the number, but for the groups."""
    finder = Finder(on)
    return {duty: finder.owners_of(duty) for duty in duties}


def waiting_duties(agency: Agency, on: date) -> list[Duty]:
    """What the agency owes or has a part in: of the plans of its unit and of the unit above."""
    above = [agency.unit_id, *filter(None, (agency.unit.parent_id,))]
    work = waiting_work(event_duties(on).filter(unit__in=above)[:MOST], on)
    return [duty for duty, owners in work.items() if owes(owners, agency) or _sees(owners, agency)]


def whose(duty: Duty, agency: Agency, on: date) -> Agency | None:
    """For whom an event here opens a duty: the agency where it owes it; where it only has a part in it, all who owe."""
    return agency if owes(Finder(on).owners_of(duty), agency) else None


def owes(owners: Owners, agency: Agency) -> bool:
    return any(owner.place.agency_id == agency.pk for owner in owners.owing)


def _sees(owners: Owners, agency: Agency) -> bool:
    return any(seen == agency.pk for seen, _ in owners.seeing)
