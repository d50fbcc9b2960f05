"""What became of an agency: a person says yes to a proposal, or names another."""

from datetime import date, datetime

from django.db import transaction

from dondoc.records.actions import audit
from dondoc.records.actions.outbox import emit
from dondoc.toolkit.errors import BadInput
from dondoc.units.events import AgencyFollowed
from dondoc.units.models import Agency, AgencySuccession


def confirm_successor(
    agency: Agency, *, successor: Agency, on: date, by: audit.Actor, at: datetime, subject: str = ""
) -> AgencySuccession:
    """Say that from the day `on` the work of an agency (on a subject, or all of it) lies with another. Refuses the
    agency itself, one that ended, and a circle. Saying it twice changes nothing; others learn of it by an event."""
    if successor.pk == agency.pk or successor.valid_to is not None:
        raise BadInput("successor-bad", "Cơ quan kế thừa phải là cơ quan khác, đang hoạt động.")
    if AgencySuccession.objects.filter(predecessor=successor, successor=agency).exists():
        raise BadInput(
            "successor-circle",
            "{agency} đã được ghi là kế thừa {successor}. Kiểm tra lại.",
            agency=agency.name,
            successor=successor.name,
        )
    with transaction.atomic():
        link, _ = AgencySuccession.objects.get_or_create(
            predecessor=agency, successor=successor, subject=subject[:120], defaults={"on": on}
        )
        if AgencySuccession.objects.filter(pk=link.pk, decided_at=None).update(decided_at=at, on=on):
            after = {"successor": successor.code, "subject": subject, "on": on.isoformat()}
            audit.record("confirm_successor", ("agency", agency.code), by=by, at=at, after=after)
            emit(AgencyFollowed(agency.pk, successor.pk, subject, on.isoformat()), at=at)
    link.refresh_from_db()
    return link
