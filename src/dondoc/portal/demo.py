"""What the demo opens to the public: the province and all its communes but one, which has not decided yet."""

from collections.abc import Mapping
from datetime import datetime

from dondoc.accounts.models import User
from dondoc.portal.actions.opening import open_parts
from dondoc.portal.rules.openings import Part
from dondoc.units.models import AdministrativeUnit, Level

STILL_CLOSED = "Mường Lạn"


def live(people: Mapping[str, User], *, at: datetime) -> None:
    """The chair opens the province and has the communes open theirs."""
    chair = people["chi.pq"]
    province = AdministrativeUnit.objects.get(code="demo-tinh")
    communes = AdministrativeUnit.objects.filter(parent=province, level=Level.COMMUNE, valid_to=None)
    for unit in (province, *communes.exclude(name=STILL_CLOSED)):
        open_parts(unit, parts=tuple(Part), by=chair, at=at)
