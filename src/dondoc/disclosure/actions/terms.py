"""Terms of law moved: items of the catalogue take the new numbers, and what is still open moves with them."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from dondoc.disclosure.models import Item, Posting
from dondoc.disclosure.rules.catalogue import LOUDSPEAKER, MEETING, SOURCE, ItemRule, catalogue, form_of
from dondoc.duties.actions.rescheduling import reschedule
from dondoc.duties.models import Duty
from dondoc.records.actions import audit
from dondoc.schedule.queries import current_calendar, find_timer

WHY = "thời hạn thay đổi"


def follow_terms(*, by: audit.Actor | None, at: datetime, keys: tuple[str, ...] = ()) -> int:
    """Items of the catalogue say the terms that hold today (`keys`: of these alone); how many changed. What waits for
    its day gets the new one, what hangs its new end; what is settled or came down stays as it was. What an office added
    keeps its own numbers. Run again it changes nothing."""
    today, changed = timezone.localtime(at).date(), 0
    rules = {level: _rules(level, today) for level in Item.objects.values_list("level", flat=True).distinct()}
    for item in Item.objects.filter(valid_to=None).exclude(key="").select_related("unit").order_by("pk"):
        rule = rules[item.level].get(item.key)
        fields = _changed(item, rule, keys) if rule else {}
        if fields:
            _take(item, fields, by=by, at=at)
            changed += 1
    return changed


def _rules(level: str, on: date) -> dict[str, ItemRule]:
    return {rule.key: rule for rule in catalogue(level, on, lambda key: find_timer(key, on))}


def _changed(item: Item, rule: ItemRule, keys: tuple[str, ...]) -> dict[str, Any]:
    """The fields that come from a term and say something else; a term that nobody knows takes nothing away."""
    asked = [field for field, key in rule.terms.items() if not keys or key in keys]
    told = {field: getattr(rule, field) for field in asked}
    return {field: value for field, value in told.items() if value and value != getattr(item, field)}


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
    year = timezone.localtime(at).year
    for duty in Duty.objects.filter(source_kind=SOURCE, source_code=item.code, ended_on=None).select_related("regime"):
        Duty.objects.filter(pk=duty.pk).update(schedule=form_of(item.when))
        duty.schedule = dict(form_of(item.when))
        years = (year - 1, year, year + 1)
        reschedule(duty, years=years, calendar=current_calendar(), by=by, at=at, why=WHY)


def _move_ends(item: Item, at: datetime) -> None:
    """What still hangs may come down on another day."""
    hanging = Posting.objects.filter(publication__item=item, publication__withdrawn_at=None, down_on=None)
    hanging = hanging.exclude(channel__in=(LOUDSPEAKER, MEETING))
    for one in hanging.filter(until__gt=timezone.localtime(at).date()):
        Posting.objects.filter(pk=one.pk).update(until=one.begins_on + timedelta(days=item.days or 0))
