"""What one may do and look at at a unit, told by the apps that keep it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from dondoc.disclosure.models import Collection, Publication
from dondoc.disclosure.queries.public import PublicConsultation, public_consultations
from dondoc.feedback.queries.public import open_intakes, published
from dondoc.meetings.models import Dialogue
from dondoc.meetings.queries.calendar import CalendarRow, public_calendar
from dondoc.units.models import AdministrativeUnit


@dataclass(frozen=True, slots=True)
class Ways:
    """Which doors the page of a unit shows."""

    takes_reports: bool
    has_answers: bool
    has_items: bool
    has_ledger: bool
    has_dialogues: bool
    drafts: tuple[PublicConsultation, ...]
    coming: tuple[CalendarRow, ...]

    @property
    def open_drafts(self) -> int:
        return sum(draft.is_open for draft in self.drafts)


def ways_of(unit: AdministrativeUnit, today: date) -> Ways:
    """Nine short queries."""
    return Ways(
        takes_reports=open_intakes().filter(unit=unit).exists(),
        has_answers=published(unit).exists(),
        has_items=Publication.objects.filter(unit=unit, withdrawn_at=None).exclude(opened=[]).exists(),
        has_ledger=Collection.objects.filter(unit=unit).exists(),
        has_dialogues=Dialogue.objects.filter(Q(unit=unit) | Q(unit__parent=unit)).exists(),
        drafts=tuple(public_consultations(unit, today)),
        coming=tuple(row for row in public_calendar(unit, today) if row.on >= today),
    )
