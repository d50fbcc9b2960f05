"""Across 1/7/2025: three communes become one. Who owed stays, who must act changes, nothing late disappears."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from dondoc.duties.access import visible_obligations
from dondoc.duties.actions import obligation as act
from dondoc.duties.actions.opening import open_due
from dondoc.duties.actions.succession import hand_over
from dondoc.duties.models import Obligation
from dondoc.duties.queries import late_list, summary_by_unit
from dondoc.duties.queries.checks import faults, recount
from dondoc.units.actions.agency import end_agency
from dondoc.units.actions.unit import follow_unit
from dondoc.units.models import AdministrativeUnit
from makers import LONG_AGO, expand, make_agency, make_duty, make_group, make_member, make_unit
from people import Cast

pytestmark = pytest.mark.django_db
HERE = ZoneInfo("Asia/Ho_Chi_Minh")
BEFORE, AFTER = datetime(2025, 4, 10, 9, 0, tzinfo=HERE), datetime(2025, 7, 1, 9, 0, tzinfo=HERE)


@pytest.fixture
def merged(cast: Cast):
    """Three communes settle, leave open and forget their quarters; then they are one."""
    province = make_unit("Minh Sơn")
    olds = [make_agency(make_unit(name, level="commune", parent=province)) for name in ("An Lạc", "Bình Hòa", "Cẩm Mỹ")]
    make_member(cast.lan, olds[0])
    make_duty(province, [("execute", make_group(province))], issued_on=date(2025, 1, 6), plan_code="kh0")
    expand("kh0", at=BEFORE.replace(month=1, day=6), year=2025)
    first = Obligation.objects.get(owed_by=olds[0], occurrence="2025-Q1")
    act.settle(first, by=cast.lan, at=BEFORE.replace(month=3, day=20), text="Đã làm", claimed=True)
    open_due(at=BEFORE)
    new = make_agency(make_unit("An Hòa", level="commune", parent=province, valid_from=date(2025, 7, 1)))
    for old in olds:
        AdministrativeUnit.objects.filter(pk=old.unit_id).update(valid_to=date(2025, 6, 30))
        end_agency(old, on=date(2025, 6, 30), by=None, at=AFTER)
        follow_unit(old.unit, successor=new.unit, kind="merge", on=date(2025, 7, 1), by=None, at=AFTER)
        hand_over(old, to=new, by=None, at=AFTER)
    expand("kh0", at=AFTER, year=2025)
    return olds, new


def test_who_owed_stays_and_who_must_act_is_the_new_one(merged) -> None:
    olds, new = merged
    assert not Obligation.objects.filter(held_by__in=olds).exists()
    assert Obligation.objects.filter(owed_by__in=olds).count() == 12
    assert set(Obligation.objects.values_list("unit", flat=True)) == {new.unit_id}


def test_nothing_late_disappears(merged, cast: Cast) -> None:
    _, new = merged
    make_member(cast.tung, new, at=AFTER)
    late = late_list(visible_obligations(cast.tung, AFTER.date()), AFTER.date())
    assert [one.occurrence for one in late] == ["2025-Q1"] * 2 + ["2025-Q2"] * 3
    assert summary_by_unit(today=AFTER.date())[new.unit_id].late == 5


def test_what_is_done_stays_done_on_its_day(merged) -> None:
    olds, _ = merged
    done = Obligation.objects.get(owed_by=olds[0], occurrence="2025-Q1")
    assert (done.state, done.settled_at.date()) == ("done", date(2025, 3, 20))


def test_what_had_not_opened_is_owed_once_by_the_new_one(merged) -> None:
    _, new = merged
    still = Obligation.objects.exclude(state="exempt").filter(occurrence__in=["2025-Q4"])
    assert [one.owed_by for one in still] == [new]
    opened = Obligation.objects.exclude(state="exempt").filter(occurrence="2025-Q3")
    assert {one.held_by for one in opened} == {new}


def test_handing_over_twice_changes_nothing_and_the_recount_agrees(merged) -> None:
    olds, new = merged
    assert [hand_over(old, to=new, by=None, at=AFTER) for old in olds] == [0, 0, 0]
    assert recount() == 0
    assert list(faults()) == []


def test_the_old_one_goes_on_seeing_nothing_that_it_no_longer_holds(merged, cast: Cast) -> None:
    assert not visible_obligations(cast.lan, AFTER.date()).exists()


def test_before_all_that_the_makers_are_of_one_time() -> None:
    assert BEFORE < AFTER < LONG_AGO.astimezone(HERE)
