"""The way up the line: each step once, one a day, never of those who are only asked."""

from datetime import datetime, timedelta

import pytest

from desk_province import Province
from dondoc.duties.actions.escalating import escalate
from dondoc.duties.actions.obligation import excuse
from dondoc.duties.actions.regime import create_regime
from dondoc.duties.actions.urging_rules import set_way_up
from dondoc.duties.models import Duty, Obligation, Urging
from dondoc.records.models import AuditEntry
from dondoc.toolkit.errors import BadInput
from dondoc.units.models import Agency
from makers import make_member, make_user
from makers.urging import digests_on, make_way_up, only_rules
from people import Cast


def steps(province: Province) -> list[tuple[int, str]]:
    rows = Urging.objects.filter(obligation=province.owed_by(province.an_lac)).order_by("step")
    return [(row.step, row.to_agency.name) for row in rows if row.to_agency]


def test_it_goes_up_step_by_step(province: Province, now: datetime) -> None:
    home = Agency.objects.get(kind="t-noi-vu")
    for day in range(4):
        escalate((now + timedelta(days=day)).date(), at=now + timedelta(days=day))
    assert steps(province) == [
        (1, province.an_lac.name),
        (2, home.name),
        (3, province.committee.name),
    ]


def test_a_step_is_taken_once(province: Province, now: datetime) -> None:
    assert escalate(now.date(), at=now) == 2
    assert escalate(now.date(), at=now + timedelta(hours=1)) == 0
    assert AuditEntry.objects.filter(verb="escalate").count() == 2


def test_what_is_late_for_long_goes_up_one_step_a_day(province: Province, now: datetime) -> None:
    later = now + timedelta(days=30)
    escalate(later.date(), at=later)
    assert [step for step, _name in steps(province)] == [1]
    escalate((later + timedelta(days=1)).date(), at=later + timedelta(days=1))
    assert [step for step, _name in steps(province)] == [1, 2]


def test_too_early_nothing_goes_up(province: Province, now: datetime) -> None:
    make_way_up(head=6, above=8, committee=9)
    assert escalate(now.date(), at=now) == 0


@pytest.mark.parametrize("how", ["settled", "is_requested", "is_history"])
def test_who_owes_nothing_is_not_told_of(province: Province, now: datetime, cast: Cast, how: str) -> None:
    one = province.owed_by(province.an_lac)
    if how == "settled":
        excuse(one, by=cast.chi, at=now, reason="Không còn hộ nghèo.")
    else:
        Obligation.objects.filter(pk=one.pk).update(**{how: True})
    assert escalate(now.date(), at=now) == 1
    assert steps(province) == []


def test_those_above_read_it_in_their_digest(province: Province, now: datetime) -> None:
    head = make_user("khang.vd")
    make_member(head, province.an_lac, "head")
    only_rules()
    escalate(now.date(), at=now)
    (notice,) = digests_on(now)
    assert notice.user == head
    assert notice.title == "1 việc cấp dưới không thực hiện, báo cáo lên"


def test_a_regime_has_days_of_its_own(province: Province, now: datetime) -> None:
    regime = create_regime(province.unit, source=("plan", "kh9"), rules=[], by=None, at=now)
    set_way_up({1: 20}, regime=regime, by=None, at=now)
    Duty.objects.update(regime=regime)
    assert escalate(now.date(), at=now) == 0


def test_days_that_do_not_grow_are_refused(db: None) -> None:
    with pytest.raises(BadInput) as refused:
        make_way_up(head=5, above=5, committee=9)
    assert refused.value.code == "way-up-order"
