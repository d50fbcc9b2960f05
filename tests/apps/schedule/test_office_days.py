"""An office's own days and terms: over the national table, with their decision, told to who keeps due days."""

from datetime import date, datetime

import pytest

from dondoc.duties.models import Obligation
from dondoc.duties.queries.checks import recount
from dondoc.records.models import AuditEntry, Event
from dondoc.records.worker import drain
from dondoc.schedule.actions.day import withdraw_day
from dondoc.schedule.actions.timer import withdraw_timer
from dondoc.schedule.models import OfficeDay, OfficeTimer
from dondoc.schedule.queries import current_calendar, find_timer, timer, year_rows
from dondoc.schedule.rules import NATIONAL
from dondoc.toolkit.errors import BadInput
from makers import make_agency, make_obligations, make_unit
from makers.schedule import make_day, make_timer

pytestmark = pytest.mark.django_db
LAST_OF_MARCH = date(2026, 3, 31)


def test_without_own_days_the_national_table_holds() -> None:
    assert current_calendar() is NATIONAL


def test_an_own_day_is_off_with_its_decision() -> None:
    make_day()
    assert current_calendar().why_off(LAST_OF_MARCH) == "Nghỉ bão (Công điện 1/CĐ-UBND ngày 30/03/2026)"
    assert current_calendar() is current_calendar()


def test_a_saturday_is_worked_for_it_and_withdrawn_with_it(now: datetime) -> None:
    row = make_day(worked_on=date(2026, 4, 4))
    assert current_calendar().is_working(date(2026, 4, 4))
    assert [one.is_off for one in year_rows(2026) if one.code] == [True, False]
    assert withdraw_day(row, by=None, at=now, reason="Bão đổi hướng")
    assert not withdraw_day(row, by=None, at=now, reason="Bão đổi hướng")
    assert current_calendar() is NATIONAL
    assert OfficeDay.objects.filter(withdrawn_at=None).count() == 0


@pytest.mark.parametrize(
    ("day", "more", "code"),
    [
        (date(2026, 3, 29), {}, "day-off-already"),
        (date(2026, 9, 2), {}, "day-off-already"),
        (date(2126, 9, 3), {}, "day-far"),
        (LAST_OF_MARCH, {"name": "  "}, "day-undecided"),
        (LAST_OF_MARCH, {"worked_on": date(2026, 4, 3)}, "day-worked-already"),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_kept(day: date, more: dict[str, object], code: str) -> None:
    with pytest.raises(BadInput) as refused:
        make_day(day, **more)
    assert refused.value.code == code
    assert not OfficeDay.objects.exists()
    assert not Event.objects.exists()


def test_a_day_is_declared_once() -> None:
    make_day()
    with pytest.raises(BadInput) as refused:
        make_day()
    assert refused.value.code == "day-held"


def test_what_is_owed_moves_by_itself_and_back_again(now: datetime) -> None:
    commune = make_unit("An Lạc", level="commune")
    make_obligations(commune, [("lead", make_agency(commune))])
    row = make_day()
    drain()
    first = Obligation.objects.get(occurrence="2026-Q1")
    assert (first.due_on, first.version) == (date(2026, 4, 1), 2)
    assert recount() == 0
    withdraw_day(row, by=None, at=now, reason="Bão đổi hướng")
    drain()
    assert Obligation.objects.get(pk=first.pk).due_on == LAST_OF_MARCH
    assert AuditEntry.objects.filter(verb="reschedule").count() == 2
    assert recount() == 0


def test_an_own_term_holds_between_its_days_and_until_it_is_withdrawn(now: datetime) -> None:
    row = make_timer(valid_from=date(2026, 3, 1), valid_to=date(2026, 12, 31))
    assert timer("feedback.answer", date(2026, 2, 28)).number == 6
    held = timer("feedback.answer", date(2026, 3, 1))
    assert (held.number, held.citation, held.is_own) == (4, "Kế hoạch 12/KH-UBND", True)
    assert withdraw_timer(row, by=None, at=now)
    assert timer("feedback.answer", date(2026, 3, 1)).number == 6


def test_a_law_that_was_not_seen_has_no_term_until_the_office_enters_it() -> None:
    day = date(2026, 9, 1)
    assert find_timer("access.electronic-simple", day) is None
    with pytest.raises(BadInput) as refused:
        timer("access.electronic-simple", day)
    assert refused.value.code == "timer-unknown"
    make_timer("access.electronic-simple", number=3, citation="Luật mới, Điều 30", valid_from=day)
    assert timer("access.electronic-simple", day).words == "03 ngày làm việc"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"number": 0}, "timer-number"),
        ({"unit": "moons"}, "timer-wrong"),
        ({"key": "complaint.never"}, "timer-wrong"),
        ({"citation": " "}, "timer-uncited"),
        ({"valid_from": date(2026, 3, 2), "valid_to": date(2026, 3, 1)}, "timer-days"),
    ],
)
def test_a_term_that_makes_no_sense_is_refused(more: dict[str, object], code: str) -> None:
    with pytest.raises(BadInput) as refused:
        make_timer(**more)
    assert refused.value.code == code
    assert not OfficeTimer.objects.exists()
