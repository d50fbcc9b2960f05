"""What comes round for disclosure: links are checked, the new year's items are made, terms of law are followed."""

from datetime import datetime, timedelta

from django.db.models import F, Q
from django.utils import timezone

from dondoc.disclosure.actions.catalogue import expand_items
from dondoc.disclosure.actions.publication import note_link
from dondoc.disclosure.actions.terms import follow_terms
from dondoc.disclosure.adapters.links import Answer, Asking, ask
from dondoc.disclosure.models import Item, Posting
from dondoc.records.events import on
from dondoc.records.periodic import every
from dondoc.schedule.events import TermChanged
from dondoc.units.models import AdministrativeUnit

AT_A_TIME, AGAIN_AFTER = 40, timedelta(days=1)


@every(timedelta(minutes=20), "disclosure.links")
def check_links(now: datetime, asking: Asking = ask) -> int:
    """Ask the addresses that have not been asked for a day, some at a time, the longest unasked first. What is silent
    changes nothing but the day; that a host has no name counts only where another one answered: else our own line may
    be down. How many changed."""
    rows = Posting.objects.exclude(url="").filter(down_on=None, publication__withdrawn_at=None)
    rows = rows.filter(Q(checked_at=None) | Q(checked_at__lt=now - AGAIN_AFTER))
    told = [(one, asking(one.url)) for one in rows.order_by(F("checked_at").asc(nulls_first=True), "pk")[:AT_A_TIME]]
    has_line = any(answer in (Answer.THERE, Answer.GONE) for _, answer in told)
    changed = 0
    for posting, answer in told:
        if answer is Answer.SILENT or (answer is Answer.NO_NAME and not has_line):
            Posting.objects.filter(pk=posting.pk).update(checked_at=now)
        else:
            changed += note_link(posting, is_there=answer is Answer.THERE, at=now)
    return changed


@every(timedelta(days=1), "disclosure.year")
def make_year(now: datetime) -> int:
    """What the year that runs owes, of every unit that keeps items: made once, and again for items added since."""
    year = timezone.localtime(now).year
    follow_terms(by=None, at=now)
    keepers = AdministrativeUnit.objects.filter(pk__in=Item.objects.filter(valid_to=None).values("unit"))
    return sum(expand_items(unit, year=year, by=None, at=now) for unit in keepers)


@on(TermChanged)
def follow_term(event: TermChanged) -> None:
    """An office set a term of its own, or took it back."""
    follow_terms(by=None, at=timezone.now(), keys=(event.key,))
