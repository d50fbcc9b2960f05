"""What a page offers to choose from: proofs to use again, people to give the work to."""

from datetime import date

from dondoc.duties.access import visible_evidence
from dondoc.duties.models import Evidence, EvidenceUse, Obligation
from dondoc.units.access import Scope, valid_on
from dondoc.units.models import Membership, Role

OFFERED = 12


def offered_evidence(scope: Scope, obligation: Obligation) -> list[Evidence]:
    """The newest proofs of the agency that holds the obligation and that it does not use yet."""
    used = EvidenceUse.objects.filter(obligation=obligation, removed_at=None).values("evidence")
    fits = visible_evidence(scope).filter(agency=obligation.held_by_id).exclude(pk__in=used)
    return list(fits.order_by("-pk")[:OFFERED])


def people_of(obligation: Obligation, on: date) -> list[tuple[str, str]]:
    """(code, name) of who acts for the agency that holds the obligation."""
    rows = Membership.objects.filter(valid_on(on), agency=obligation.held_by_id, role__in=[Role.OFFICER, Role.HEAD])
    found = rows.order_by("user__full_name").values_list("user__code", "user__full_name", "position")
    return list({code: (code, f"{name}, {position}" if position else name) for code, name, position in found}.values())
