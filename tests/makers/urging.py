"""Makers of what urges: rules, digests, letters."""

from datetime import UTC, datetime
from typing import Any

from dondoc.duties.actions.reminding import remind
from dondoc.duties.actions.urging_rules import add_rule, set_way_up
from dondoc.duties.models import Notice, ReminderRule
from dondoc.duties.rules.reminding import Reminder
from dondoc.units.models import Agency

AT = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)


def make_rule(
    offset: int, *, every: int = 0, audience: str = "doer", channel: str = "email", agency: Agency | None = None
) -> ReminderRule:
    return add_rule(Reminder(offset, every), audience=audience, channel=channel, agency=agency, by=None, at=AT)


def only_rules(*rules: dict[str, Any]) -> list[ReminderRule]:
    """These rules alone, whatever an installation begins with."""
    ReminderRule.objects.all().delete()
    return [make_rule(**rule) for rule in rules]


def make_way_up(*, head: int = 5, above: int = 10, committee: int = 20) -> None:
    set_way_up({1: head, 2: above, 3: committee}, by=None, at=AT)


def digests_on(at: datetime) -> list[Notice]:
    """Everybody's digest of the day of `at`, by name of the person."""
    remind(at.date(), at=at)
    return list(Notice.objects.filter(day=at.date()).select_related("user").order_by("user__full_name"))
