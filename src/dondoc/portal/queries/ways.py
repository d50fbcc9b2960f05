"""What one may do and look at at a unit, told by the apps that keep it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, Q

from dondoc.disclosure.models import Collection
from dondoc.disclosure.queries.public import PublicConsultation, opened_publications, public_consultations
from dondoc.feedback.queries.public import open_intakes, published
from dondoc.meetings.models import Dialogue
from dondoc.meetings.queries.calendar import next_day
from dondoc.units.models import AdministrativeUnit


@dataclass(frozen=True, slots=True)
class Ways:
    """Which doors the page of a unit shows; `next_on` is the first day that its calendar has to come."""

    takes_reports: bool
    has_answers: bool
    has_items: bool
    has_ledger: bool
    has_dialogues: bool
    drafts: tuple[PublicConsultation, ...]
    next_on: date | None

    @property
    def open_drafts(self) -> int:
        return sum(draft.is_open for draft in self.drafts)


def ways_of(unit: AdministrativeUnit, today: date) -> Ways:
    """Three queries."""
    here = AdministrativeUnit.objects.filter(pk=unit.pk).values(
        takes_reports=Exists(open_intakes().filter(unit=unit)),
        has_answers=Exists(published(unit).order_by()),
        has_items=Exists(opened_publications(unit)),
        has_ledger=Exists(Collection.objects.filter(unit=unit)),
        has_dialogues=Exists(Dialogue.objects.filter(Q(unit=unit) | Q(unit__parent=unit))),
    )
    return Ways(drafts=tuple(public_consultations(unit, today)), next_on=next_day(unit, today), **here[0])
