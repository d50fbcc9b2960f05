"""After a merger: who must act now changes, who owed it never does."""

from datetime import datetime

from django.db import transaction

from dondoc.duties.actions import summary
from dondoc.duties.actions.owners import places_of
from dondoc.duties.models import Evidence, Obligation
from dondoc.records.actions import audit
from dondoc.toolkit.errors import BadInput
from dondoc.units.models import Agency

CHUNK = 2000


def hand_over(predecessor: Agency, *, to: Agency, by: audit.Actor | None, at: datetime) -> int:
    """Give all that `predecessor` holds to the agency that follows it, in short pieces; how many. Nothing that is late
    becomes less late and nothing settled is opened: only the holder and its place change, so nothing can collide. The
    successor's own share of what has not opened comes by the next expansion. Run again it changes nothing. Refuses
    an agency as its own successor."""
    if predecessor.pk == to.pk:
        raise BadInput("succession-self", "Cơ quan không thể tự kế thừa mình. Chọn cơ quan khác.")
    total = 0
    while moved := _hand_some(predecessor, to, by, at):
        total += moved
    return total


def _hand_some(predecessor: Agency, to: Agency, by: audit.Actor | None, at: datetime) -> int:
    place = places_of([to.pk])[to.pk]
    with transaction.atomic():
        held = (
            Obligation.objects.select_for_update(of=("self",))
            .select_related("expansion")
            .filter(held_by=predecessor)
            .order_by("pk")
        )
        rows = list(held[:CHUNK])
        if not rows:
            return 0
        seen = [row for row in rows if row.expansion is None or row.expansion.published_at is not None]
        summary.changed_many(seen, change=-1)
        Obligation.objects.filter(pk__in=[row.pk for row in rows], held_by=predecessor).update(
            held_by=to, unit_id=place.unit_id, province_id=place.province_id, assigned_to=None
        )
        for row in seen:
            row.unit_id, row.province_id = place.unit_id, place.province_id
        summary.changed_many(seen, change=1)
        Evidence.objects.filter(agency=predecessor).update(agency=to)
        after = {"from": predecessor.code, "to": to.code}
        codes = [row.code for row in rows]
        audit.record_bulk("hand_over", "obligation", codes, by=by, at=at, after=after, scope=predecessor.code)
    return len(rows)
