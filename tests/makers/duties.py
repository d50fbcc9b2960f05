"""Makers of cases: what is settled by its own record."""

from datetime import date, datetime
from typing import Any

from dondoc.accounts.models import User
from dondoc.duties.actions.case import open_case
from dondoc.duties.actions.difficulty import raise_difficulty
from dondoc.duties.models import Difficulty, Duty, Obligation
from dondoc.duties.rules.explaining import explained_by
from dondoc.schedule.queries import deadline_of
from dondoc.units.models import Agency
from makers import LONG_AGO, make_duty


def make_case_duty(agency: Agency, *, source: str = "F1", at: datetime = LONG_AGO, **more: Any) -> Duty:
    """A duty that owes nothing by itself: each case opens its own occurrence."""
    more.setdefault("schedule", {"kind": "event", "text": "Khi có phản ánh"})
    more.setdefault("plan_code", "")
    return make_duty(agency.unit, [("lead", agency)], task=source, title="Trả lời phản ánh", at=at, **more)


def make_case(
    agency: Agency, *, key: str = "PA1", at: datetime = LONG_AGO, duty: Duty | None = None, href: str = "", **more: Any
) -> Obligation:
    """Owed from the day of `at`, by the term of an answer."""
    rule, deadline = deadline_of("feedback.answer", at, on=at.date())
    more.setdefault("due_at", deadline.due)
    more.setdefault("opens_on", date(at.year, at.month, at.day))
    return open_case(
        duty or make_case_duty(agency, at=at),
        agency=agency,
        key=key,
        label="Phản ánh PA1",
        explained=explained_by(rule, deadline, text="Phản ánh nhận lúc mở", href=href),
        by=None,
        at=at,
        **more,
    )


def make_difficulty(agency: Agency, *, to: Agency, by: User, at: datetime = LONG_AGO, **more: Any) -> Difficulty:
    return raise_difficulty(agency, text="Chưa có mẫu biên bản", to=to, by=by, at=at, **more)
