"""A holiday declared later moves what is owed, and leaves a trace."""

from datetime import date, datetime

import pytest

from dondoc.duties.actions import obligation as act
from dondoc.duties.actions.rescheduling import reschedule
from dondoc.duties.models import Obligation
from dondoc.duties.queries.checks import recount
from dondoc.duties.queries.page import explanation_of
from dondoc.records.models import AuditEntry
from dondoc.schedule.rules import NATIONAL
from dondoc.schedule.rules.holidays import DayOff
from makers import make_obligations
from people import Cast

pytestmark = pytest.mark.django_db
STORM = NATIONAL.with_day_off(DayOff(date(2026, 3, 31), "Nghỉ bão", "Công điện 1"))


def test_what_is_owed_moves_and_what_is_done_stays(place, cast: Cast, now: datetime) -> None:
    found = make_obligations(place.province, [("execute", place.communes)])
    done = next(one for one in found if one.occurrence == "2026-Q1" and one.owed_by == place.an_lac)
    act.settle(done, by=cast.lan, at=now, text="Đã làm", claimed=True)
    assert reschedule(done.duty, years=[2026], calendar=STORM, by=None, at=now) == 2
    days = dict(Obligation.objects.filter(occurrence="2026-Q1").values_list("owed_by", "due_on"))
    assert days[place.an_lac.pk] == date(2026, 3, 31)
    assert days[place.binh_hoa.pk] == date(2026, 4, 1)
    assert recount() == 0
    assert reschedule(done.duty, years=[2026], calendar=STORM, by=None, at=now) == 0


def test_the_move_says_why_and_leaves_its_entry(place, now: datetime) -> None:
    (one, *_) = make_obligations(place.province, [("execute", place.an_lac)])
    reschedule(one.duty, years=[2026], calendar=STORM, by=None, at=now)
    explained = explanation_of(Obligation.objects.get(pk=one.pk))
    assert "Trước đây hạn là 31/03/2026" in explained["rule"]
    assert explained["skipped"] == [{"day": "2026-03-31", "why": "Nghỉ bão (Công điện 1)"}]
    assert AuditEntry.objects.get(verb="reschedule").count == 1
