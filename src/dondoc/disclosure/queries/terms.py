"""What a term of law or of an office makes of items of the catalogue: asked before it is set, and by the action that
follows it."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.disclosure.models import Item, Posting
from dondoc.disclosure.rules.catalogue import LOUDSPEAKER, MEETING, SOURCE, ItemRule, Lookup, catalogue, form_of
from dondoc.duties.models import Duty
from dondoc.duties.queries.moving import moves_of, owed_at
from dondoc.schedule.foresight import Find, Moving
from dondoc.schedule.queries import current_calendar, find_timer
from dondoc.schedule.rules.timers import TimerRule
from dondoc.toolkit.errors import BadInput


def changed_by_terms(on: date, lookup: Lookup, *, keys: tuple[str, ...] = ()) -> Iterator[tuple[Item, dict[str, Any]]]:
    """Items that keep another number or day than their terms give (`keys`: by these alone), with the fields that
    change. A term that nobody knows takes nothing away; what an office added keeps its own numbers."""
    levels = Item.objects.values_list("level", flat=True).distinct()
    rules = {level: {rule.key: rule for rule in catalogue(level, on, lookup)} for level in levels}
    for item in Item.objects.filter(valid_to=None).exclude(key="").select_related("unit").order_by("pk"):
        rule = rules[item.level].get(item.key)
        fields = _changed(item, rule, keys) if rule else {}
        if fields:
            yield item, fields


def duties_of(item: Item, when: str) -> Iterator[Duty]:
    """The duties of an item as they would be asked by another time; nothing is kept."""
    for duty in Duty.objects.filter(source_kind=SOURCE, source_code=item.code, ended_on=None).select_related("regime"):
        duty.schedule = dict(form_of(when))
        yield duty


def years_of(at: datetime) -> tuple[int, int, int]:
    """What is still open may be of the year before, or of the next."""
    year = timezone.localtime(at).year
    return (year - 1, year, year + 1)


def hanging(item: Item, on: date) -> QuerySet[Posting]:
    """What hangs for some days more."""
    rows = Posting.objects.filter(publication__item=item, publication__withdrawn_at=None, down_on=None, until__gt=on)
    return rows.exclude(channel__in=(LOUDSPEAKER, MEETING))


def end_of(posting: Posting, days: int) -> date:
    return posting.begins_on + timedelta(days=days)


def foreseen_by_term(key: str, find: Find, at: datetime) -> list[Moving]:
    """For the page of the terms: which items that are owed would be due on another day, and which that hang would come
    down on another, if `find` gave what holds."""
    today = timezone.localtime(at).date()
    found: Counter[tuple[str, str, date, date]] = Counter()
    for item, fields in changed_by_terms(today, _lookup(key, find, today), keys=(key,)):
        if "when" in fields:
            found.update(_owed(item, fields["when"], at))
        if "days" in fields:
            found.update(_ends(item, fields["days"], today))
    return [Moving(title, label, was_on, to, count) for (title, label, was_on, to), count in found.items()]


def _lookup(key: str, find: Find, today: date) -> Lookup:
    def asked(other: str) -> TimerRule | None:
        if other != key:
            return find_timer(other, today)
        try:
            return find(key, today)
        except BadInput:  # nothing would hold
            return None

    return asked


def _changed(item: Item, rule: ItemRule, keys: tuple[str, ...]) -> dict[str, Any]:
    asked = [field for field, key in rule.terms.items() if not keys or key in keys]
    told = {field: getattr(rule, field) for field in asked}
    return {field: value for field, value in told.items() if value and value != getattr(item, field)}


def _owed(item: Item, when: str, at: datetime) -> Counter[tuple[str, str, date, date]]:
    found: Counter[tuple[str, str, date, date]] = Counter()
    for duty in duties_of(item, when):
        for move in moves_of(
            duty, years=years_of(at), calendar=current_calendar(), today=timezone.localtime(at).date()
        ):
            if move.kept.due_on and (count := owed_at(move).count()):
                found[item.name, move.kept.label, move.kept.due_on, move.to.due_on] += count
    return found


def _ends(item: Item, days: int, today: date) -> Counter[tuple[str, str, date, date]]:
    found: Counter[tuple[str, str, date, date]] = Counter()
    for one in hanging(item, today):
        if one.until and one.until != end_of(one, days):
            found[item.name, _("ngày hết niêm yết"), one.until, end_of(one, days)] += 1
    return found
