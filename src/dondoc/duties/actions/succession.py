"""After a merger: who must act now changes, who owed it never does."""

from collections.abc import Collection, Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from dondoc.duties.actions import summary
from dondoc.duties.actions.assigning import apply_rules
from dondoc.duties.models import Evidence, Obligation
from dondoc.duties.queries.owners import places_of
from dondoc.records.actions import audit
from dondoc.toolkit.errors import BadInput
from dondoc.units.models import Agency, AgencySuccession

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


def give_over(
    predecessor: Agency, *, codes: Collection[str], to: Agency, reason: str, by: audit.Actor, at: datetime
) -> int:
    """What a person decided after a split: these obligations go to that successor, whatever their state; how many. What
    somebody else moved meanwhile is left alone. Refuses who does not follow the agency, nothing chosen, and no
    reason."""
    if not AgencySuccession.objects.filter(predecessor=predecessor, successor=to, decided_at__isnull=False).exists():
        raise BadInput(
            "split-stranger",
            "{agency} không được ghi là kế thừa {predecessor}. Chọn cơ quan khác.",
            agency=to.name,
            predecessor=predecessor.name,
        )
    if not codes:
        raise BadInput("split-nothing", "Chưa chọn việc nào: đánh dấu việc cần chuyển.")
    if not reason.strip():
        raise BadInput("reason-missing", "Ghi căn cứ chuyển việc: văn bản, phân công nào.")
    wanted, total = sorted(codes), 0
    for start in range(0, len(wanted), CHUNK):
        rows = Obligation.objects.filter(code__in=wanted[start : start + CHUNK])
        total += _hand_some(predecessor, to, by, at, rows, {"reason": reason.strip()})
    return total


def _hand_some(
    predecessor: Agency,
    to: Agency,
    by: audit.Actor | None,
    at: datetime,
    rows: QuerySet[Obligation] | None = None,
    told: Mapping[str, str] | None = None,
) -> int:
    """One piece in one transaction: of all that the agency holds, or of `rows` alone."""
    place, some = places_of([to.pk])[to.pk], Obligation.objects.all() if rows is None else rows
    with transaction.atomic():
        held = (
            some.select_for_update(of=("self",)).select_related("expansion").filter(held_by=predecessor).order_by("pk")
        )
        found = list(held[:CHUNK])
        if not found:
            return 0
        seen = [row for row in found if row.expansion is None or row.expansion.published_at is not None]
        summary.changed_many(seen, change=-1)
        Obligation.objects.filter(pk__in=[row.pk for row in found], held_by=predecessor).update(
            held_by=to, unit_id=place.unit_id, province_id=place.province_id, assigned_to=None, position=""
        )
        for row in seen:
            row.unit_id, row.province_id = place.unit_id, place.province_id
        summary.changed_many(seen, change=1)
        if rows is None:
            Evidence.objects.filter(agency=predecessor).update(agency=to)
        after = {"from": predecessor.code, "to": to.code, **(told or {})}
        codes = [row.code for row in found]
        audit.record_bulk("hand_over", "obligation", codes, by=by, at=at, after=after, scope=predecessor.code)
        apply_rules(Obligation.objects.filter(pk__in=[row.pk for row in found]), by=None, at=at)
    return len(found)
