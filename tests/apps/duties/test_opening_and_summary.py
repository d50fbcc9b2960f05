"""What opens by the day, how counts are folded, and that a recount finds what is wrong."""

from datetime import date, datetime, timedelta

import pytest

from dondoc.duties.actions import obligation as act
from dondoc.duties.actions.opening import open_due
from dondoc.duties.actions.summary import fold_summary
from dondoc.duties.models import Obligation, SummaryDelta, SummaryRow
from dondoc.duties.queries import counts_of, summary_by_component, summary_by_section, summary_by_unit_and_section
from dondoc.duties.queries.checks import faults, recount
from dondoc.duties.tasks import fold, open_today
from makers import make_obligations
from people import Cast

pytestmark = pytest.mark.django_db


def test_it_opens_on_its_day_and_once(place, spring: datetime) -> None:
    make_obligations(place.province, [("execute", place.communes)])
    assert open_due(at=spring - timedelta(days=10)) == 0
    assert open_today(spring) == 3
    assert open_due(at=spring) == 0
    opened = Obligation.objects.filter(occurrence="2026-Q2")
    assert {(one.state, one.version) for one in opened} == {("open", 1)}
    assert recount() == 0


def test_counts_are_the_same_before_and_after_folding(place, cast: Cast, spring: datetime) -> None:
    found = make_obligations(place.province, [("execute", place.communes)])
    open_due(at=spring)
    act.settle(found[0], by=cast.lan, at=spring, text="Đã làm", claimed=True)
    before = summary_by_unit_and_section(today=spring.date(), province_id=place.province.pk)
    whole = counts_of(today=spring.date())
    assert SummaryDelta.objects.count() > 0
    assert fold(spring) > 0
    assert (SummaryDelta.objects.count(), fold_summary()) == (0, 0)
    assert summary_by_unit_and_section(today=spring.date(), province_id=place.province.pk) == before
    assert counts_of(today=spring.date()) == whole
    assert before[place.an_lac.unit_id, 2].done_late == 1
    assert recount() == 0


def test_both_grains_tell_the_same(place, spring: datetime) -> None:
    make_obligations(place.province, [("execute", place.communes)])
    make_obligations(place.province, [("lead", place.lead)], task="T2", section=4, component="4.1")
    open_due(at=spring)
    by_unit = summary_by_unit_and_section(today=spring.date())
    by_section = summary_by_section(today=spring.date(), province_id=place.province.pk)
    assert by_section[2] == sum((c for (_, s), c in by_unit.items() if s == 2), type(by_section[2])())
    assert summary_by_component(today=spring.date())[4, "4.1"] == by_section[4]
    assert (by_section[2].late, by_section[2].open, by_section[2].not_open) == (3, 6, 6)


def test_lateness_needs_no_write(place) -> None:
    make_obligations(place.province, [("execute", place.an_lac)])
    counted = [counts_of(today=day) for day in (date(2026, 3, 31), date(2026, 4, 1), date(2026, 5, 4))]
    assert [(one.late, one.long_late) for one in counted] == [(0, 0), (1, 0), (1, 1)]


def test_units_can_be_asked_one_by_one(place) -> None:
    make_obligations(place.province, [("execute", place.communes)])
    asked = [place.an_lac.unit_id]
    assert {unit for unit, _ in summary_by_unit_and_section(today=date(2026, 3, 1), unit_ids=asked)} == set(asked)
    assert summary_by_unit_and_section(today=date(2026, 3, 1), unit_ids=[]) == {}


def test_a_recount_finds_a_count_that_is_wrong(place) -> None:
    make_obligations(place.province, [("execute", place.an_lac)])
    assert list(faults()) == []
    SummaryRow.objects.filter(unit_id=place.an_lac.unit_id, state="open").update(count=7)
    assert list(faults()) == ["Bảng tổng hợp sai 1 dòng so với đếm lại từng việc."]


def test_a_check_finds_a_settled_one_that_changed_behind_our_back(place) -> None:
    (first, *_) = make_obligations(place.province, [("execute", place.an_lac)])
    Obligation.objects.filter(pk=first.pk).update(state="done")
    assert len(list(faults())) == 3


def test_a_unit_that_is_not_there_is_found_by_the_check(place) -> None:
    (one, *_) = make_obligations(place.province, [("lead", place.an_lac)])
    assert not list(faults())
    Obligation.objects.filter(pk=one.pk).update(expansion_id=999_999)
    assert any("không có trong danh mục" in line for line in faults())
