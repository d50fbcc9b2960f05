"""What units do in the background: load the shipped list, and give an invited person the role that was promised."""

from django.utils import timezone

from dondoc.accounts.events import InvitationAccepted
from dondoc.accounts.models import User
from dondoc.records.events import on
from dondoc.records.jobs import Run, job
from dondoc.units.actions.catalogue import load_units
from dondoc.units.actions.membership import take_invited_role
from dondoc.units.adapters.tables import shipped_catalogue


@on(InvitationAccepted)
def give_invited_role(event: InvitationAccepted) -> None:
    user = User.objects.filter(pk=event.user_id).first()
    if user is not None:
        take_invited_role(event.invitation_id, user=user, at=timezone.now())


@job("units.load-shipped")
def load_shipped(run: Run) -> dict[str, object]:
    """All units and successions that come with the product; a few seconds, harmless when done again."""
    catalogue = shipped_catalogue()
    with run.step(0, 1, "đang nạp danh mục đơn vị"):
        told = load_units(catalogue.units, links=catalogue.links, by=None, at=timezone.now(), source="shipped")
    return {"made": told.made, "changed": told.changed, "links": told.links}
