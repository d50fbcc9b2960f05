"""Terms of law moved: items of the catalogue take the new numbers, and what is still open moves with them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from dondoc.disclosure.models import Item, Posting
from dondoc.disclosure.queries.terms import changed_by_terms, duties_of, end_of, hanging, years_of
from dondoc.duties.actions.rescheduling import reschedule
from dondoc.duties.models import Duty
from dondoc.records.actions import audit
from dondoc.schedule.queries import current_calendar, find_timer

WHY = "thời hạn thay đổi"


def follow_terms(*, by: audit.Actor | None, at: datetime, keys: tuple[str, ...] = ()) -> int:
    """Items of the catalogue say the terms that hold today (`keys`: of these alone); how many changed. What waits for
    its day gets the new one, what hangs its new end; what is settled or came down stays as it was. What an office added
    keeps its own numbers. Run again it changes nothing."""
    today = timezone.localtime(at).date()
    changed = list(changed_by_terms(today, lambda key: find_timer(key, today), keys=keys))
    for item, fields in changed:
        _take(item, fields, by=by, at=at)
    return len(changed)


def _take(item: Item, fields: Mapping[str, Any], *, by: audit.Actor | None, at: datetime) -> None:
    before = {name: getattr(item, name) for name in fields}
    with transaction.atomic():
        Item.objects.filter(pk=item.pk).update(**fields)
        for name, value in fields.items():
            setattr(item, name, value)
        audit.record("follow_term", ("disclosure_item", item.code), by=by, at=at, before=before, after=dict(fields))
        if "when" in fields:
            _move_owed(item, by=by, at=at)
        if "days" in fields:
            _move_ends(item, at)


def _move_owed(item: Item, *, by: audit.Actor | None, at: datetime) -> None:
    for duty in duties_of(item, item.when):
        Duty.objects.filter(pk=duty.pk).update(schedule=duty.schedule)
        reschedule(duty, years=years_of(at), calendar=current_calendar(), by=by, at=at, why=WHY)


def _move_ends(item: Item, at: datetime) -> None:
    """What still hangs may come down on another day."""
    for one in hanging(item, timezone.localtime(at).date()):
        Posting.objects.filter(pk=one.pk).update(until=end_of(one, item.days or 0))
