"""Opening and closing parts of a unit's public page."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from dondoc.portal.models import Opening
from dondoc.portal.rules.openings import Part, completed
from dondoc.records.actions import audit
from dondoc.units.models import AdministrativeUnit


def open_parts(unit: AdministrativeUnit, *, parts: Collection[Part], by: audit.Actor | None, at: datetime) -> int:
    """From now on exactly these parts are open (with those they cannot stand without); how many changed. What was open
    before stays open since then."""
    wanted = {part.value for part in completed(frozenset(parts))}
    with transaction.atomic():
        rows = Opening.objects.select_for_update().filter(unit=unit)
        held = set(rows.values_list("part", flat=True))
        new, gone = sorted(wanted - held), sorted(held - wanted)
        if not (new or gone):
            return 0
        rows.filter(part__in=gone).delete()
        Opening.objects.bulk_create(
            (Opening(unit=unit, part=part, opened_by_id=by.pk if by else None, opened_at=at) for part in new),
            ignore_conflicts=True,
        )
        audit.record(
            "open_parts",
            ("unit", unit.code),
            by=by,
            at=at,
            before={"open": sorted(held)},
            after={"open": sorted(wanted)},
        )
    return len(new) + len(gone)
