"""Makers of what urges: rules, digests, letters."""

from datetime import UTC, datetime, timedelta
from typing import Any

from dondoc.accounts.models import User
from dondoc.duties.actions.evaluation import compute
from dondoc.duties.actions.evidence import Upload
from dondoc.duties.actions.letters import send_letter, write_letters
from dondoc.duties.actions.reminding import remind
from dondoc.duties.actions.urging_rules import add_rule, set_way_up
from dondoc.duties.models import Evaluation, Notice, Obligation, ReminderRule, UrgingLetter
from dondoc.duties.rules.reminding import Reminder
from dondoc.units.models import Agency
from makers import make_agency, make_member, make_obligations, make_unit

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


def make_letter(
    by: User, *, kind: str = "urge", each: bool = False, at: datetime = datetime(2026, 11, 10, 2, 30, tzinfo=UTC)
) -> UrgingLetter:
    """The person heads a committee and writes to a department of it that is late, or that is only asked."""
    unit = make_unit("An Lạc", level="commune", kind="phường")
    committee = make_agency(unit)
    other = make_agency(
        unit, "Phòng Kinh tế", kind="x-kinh-te", stance="subordinate" if kind == "urge" else "requested"
    )
    make_member(by, committee, "head")
    owed = [one for one in make_obligations(unit, [("lead", other)], task=f"T{kind}") if one.due_on < at.date()]
    rows = Obligation.objects.filter(pk__in=[one.pk for one in owed]).select_related("duty")
    answer_by = at.date() + timedelta(days=7)
    (letter,) = write_letters(committee, obligations=rows, kind=kind, each=each, answer_by=answer_by, by=by, at=at)
    return letter


def make_signed_letter(by: User, *, content: bytes = b"%PDF-1.7 mot trang", **more: Any) -> UrgingLetter:
    """A letter with its number, and the scan of it."""
    letter = make_letter(by, **more)
    at, copy = datetime(2026, 11, 11, 2, 30, tzinfo=UTC), Upload("Công văn đã ký.pdf", [content])
    send_letter(letter, number="12/UBND", dated_on=at.date(), signer="Vũ Đình Khang", copy=copy, by=by, at=at)
    return letter


def make_evaluation(by: User, *, at: datetime = datetime(2026, 11, 10, 2, 30, tzinfo=UTC)) -> Evaluation:
    """The person heads a committee; its one department let three quarters go by."""
    return compute(make_letter(by).issuer.unit, year=2026, by=by, at=at)
