"""What opens by the day: an UPDATE that names the old state, in short pieces, counted in the same transaction."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from dondoc.duties.actions import summary
from dondoc.duties.actions.assigning import apply_rules
from dondoc.duties.models import Obligation
from dondoc.duties.rules.states import State
from dondoc.records.actions import audit

CHUNK = 2000


def open_due(*, at: datetime) -> int:
    """Open all that opens today or should have opened before; how many. The version stays: an officer who settles
    ahead of time is not refused because midnight passed."""
    total = 0
    while opened := _open_some(at):
        total += opened
    return total


def _open_some(at: datetime) -> int:
    today = timezone.localtime(at).date()
    with transaction.atomic():
        is_seen = Q(expansion__isnull=True) | Q(expansion__published_at__isnull=False)
        due = Obligation.objects.filter(is_seen, state=State.NOT_OPEN.value, opens_on__lte=today)
        rows = list(due.select_for_update(of=("self",)).order_by("pk")[:CHUNK])
        if not rows:
            return 0
        summary.changed_many(rows, change=-1)
        ids = [row.pk for row in rows]
        Obligation.objects.filter(pk__in=ids, state=State.NOT_OPEN.value).update(state=State.OPEN.value)
        for row in rows:
            row.state = State.OPEN.value
        summary.changed_many(rows, change=1)
        audit.record_bulk("open", "obligation", [row.code for row in rows], by=None, at=at)
        apply_rules(Obligation.objects.filter(pk__in=ids), by=None, at=at)
    return len(rows)
