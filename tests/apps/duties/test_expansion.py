"""From duties to obligations."""

from datetime import date, datetime

import pytest

from dondoc.duties.access import published, visible_obligations
from dondoc.duties.actions import expansion
from dondoc.duties.actions.duty import end_duty
from dondoc.duties.models import DutyMember, Expansion, Obligation, Occurrence
from dondoc.duties.queries import summary_by_unit
from dondoc.records.models import Event
from dondoc.toolkit.errors import BadInput
from makers import expand, make_agency, make_duty, make_group, make_obligations, make_unit, quarterly
from people import Cast

pytestmark = pytest.mark.django_db


def test_executors_owe_and_their_lead_owes_the_confirmation(place) -> None:
    found = make_obligations(place.province, [("lead", place.lead), ("execute", place.communes)])
    assert len(found) == 4 * 4
    assert {(one.owed_by_id, one.part) for one in found} == {
        (place.lead.pk, "lead"), (place.an_lac.pk, "execute"), (place.binh_hoa.pk, "execute"),
        (place.cam_my.pk, "execute"),
    }  # fmt: skip
    assert found[0].duty.needs_confirmation


def test_a_lead_alone_owes_the_work_and_needs_nobody(place) -> None:
    found = make_obligations(place.province, [("lead", place.lead), ("coordinate", place.an_lac)])
    assert [one.owed_by for one in found] == [place.lead] * 4
    assert not found[0].duty.needs_confirmation
    assert DutyMember.objects.filter(agency=place.an_lac, part="coordinate").count() == 1


def test_running_twice_changes_nothing(place) -> None:
    make_obligations(place.province, [("execute", place.communes)])
    before = list(Obligation.objects.order_by("pk").values())
    expand()
    assert list(Obligation.objects.order_by("pk").values()) == before
    assert summary_by_unit(today=date(2026, 1, 5))[place.an_lac.unit_id].total == 4


def test_days_labels_and_reasons_come_from_the_schedule(place) -> None:
    first, second, *_ = make_obligations(place.province, [("execute", place.an_lac)])
    assert (first.occurrence, first.label, first.opens_on, first.due_on, first.state) == (
        "2026-Q1", "Quý I/2026", date(2026, 1, 5), date(2026, 3, 31), "open",
    )  # fmt: skip
    assert (second.opens_on, second.state) == (date(2026, 4, 1), "not-open")
    assert first.due_at.isoformat() == "2026-03-31T16:59:59+00:00"
    assert Occurrence.objects.get(key="2026-Q1").explained["text"] == "Định kỳ hằng quý"


def test_what_was_due_before_the_plan_is_not_owed(place) -> None:
    found = make_obligations(place.province, [("execute", place.an_lac)], issued_on=date(2026, 5, 20))
    assert [one.occurrence for one in found] == ["2026-Q2", "2026-Q3", "2026-Q4"]
    assert found[0].opens_on == date(2026, 5, 20)


def test_history_is_made_on_request_and_never_counted(place) -> None:
    make_duty(place.province, [("execute", place.an_lac)], issued_on=date(2026, 5, 20))
    expand(with_history=True)
    assert Obligation.objects.get(occurrence="2026-Q1").is_history
    assert summary_by_unit(today=date(2026, 6, 1))[place.an_lac.unit_id].total == 3


def test_nothing_is_seen_or_counted_before_all_is_made(place, cast: Cast, monkeypatch, spring: datetime) -> None:
    make_duty(place.province, [("execute", place.communes)])
    make_duty(place.province, [("execute", place.communes)], task="T2")
    calls = []

    def dies_later(*args, **named):
        calls.append(1)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return insert(*args, **named)

    insert = expansion.insert_obligations
    monkeypatch.setattr(expansion, "insert_obligations", dies_later)
    with pytest.raises(KeyboardInterrupt):
        expand(at=spring)
    assert Obligation.objects.count() == 12
    assert published().count() == 0
    assert not visible_obligations(cast.lan, spring.date()).exists()
    assert summary_by_unit(today=spring.date()) == {}
    monkeypatch.setattr(expansion, "insert_obligations", insert)
    row = expand(at=spring)
    assert (row.made, Expansion.objects.count(), published().count()) == (24, 1, 24)
    assert visible_obligations(cast.lan, spring.date()).count() == 8
    assert Event.objects.filter(name="duties.obligations-published").count() == 1


def test_a_new_member_gets_what_has_not_opened(place, spring: datetime) -> None:
    make_obligations(place.province, [("execute", place.communes)])
    late_comer = make_agency(make_unit("Đại Lộc", level="commune", parent=place.province))
    expand(at=spring)
    assert [one.occurrence for one in Obligation.objects.filter(owed_by=late_comer)] == ["2026-Q3", "2026-Q4"]


def test_who_leaves_is_let_off_only_what_has_not_opened(place, spring: datetime) -> None:
    group = make_group(place.province, "Hai xã", kind="list", members=[place.an_lac, place.binh_hoa])
    make_obligations(place.province, [("execute", group)])
    group.members.get(agency=place.an_lac).delete()
    expand(at=spring)
    states = dict(Obligation.objects.filter(owed_by=place.an_lac).values_list("occurrence", "state"))
    assert states == {"2026-Q1": "open", "2026-Q2": "not-open", "2026-Q3": "exempt", "2026-Q4": "exempt"}
    assert summary_by_unit(today=spring.date())[place.an_lac.unit_id].exempt == 2


def test_a_duty_that_ended_lets_everybody_off_what_has_not_opened(place, spring: datetime) -> None:
    (first, *_rest) = make_obligations(place.province, [("execute", place.an_lac)])
    assert end_duty(first.duty, on=spring.date(), reason="Kế hoạch thay thế", by=None, at=spring)
    expand(at=spring)
    assert [one.state for one in Obligation.objects.order_by("due_on")] == ["open", "not-open", "exempt", "exempt"]


def test_the_next_year_is_owed_in_full(place, now: datetime) -> None:
    make_obligations(place.province, [("execute", place.communes)])
    row = expand(at=now, year=2027)
    assert row.made == 12


def test_who_is_asked_owes_as_requested_and_is_not_counted(place) -> None:
    front = make_agency(place.province, "UBMTTQ tỉnh", kind="mttq", stance="requested")
    found = make_obligations(place.province, [("execute", front)])
    assert all(one.is_requested for one in found)
    assert summary_by_unit(today=date(2027, 1, 5)) == {}


def test_a_duty_that_nobody_owes_is_refused(place) -> None:
    with pytest.raises(BadInput) as refused:
        make_duty(place.province, [("coordinate", place.lead)])
    assert refused.value.code == "duty-nobody"


def test_the_same_source_gives_one_duty(place) -> None:
    one = make_duty(place.province, [("execute", place.an_lac)], schedule=quarterly())
    assert make_duty(place.province, [("execute", place.an_lac)]) == one
