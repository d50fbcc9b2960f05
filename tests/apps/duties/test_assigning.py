"""Work inside an agency: by the rules of its head, to positions and people."""

from collections import Counter
from datetime import date, datetime
from pathlib import Path

import pytest

from dondoc.accounts.models import User
from dondoc.duties.access import own_obligations
from dondoc.duties.actions import obligation as act
from dondoc.duties.actions.assigning import add_rule, apply_rules, withdraw_rule
from dondoc.duties.actions.opening import open_due
from dondoc.duties.models import AssignmentRule, Obligation
from dondoc.duties.queries import ObligationRow, in_work_order, rows_of
from dondoc.duties.queries.reminders import digests_of
from dondoc.records.models import AuditEntry
from dondoc.records.worker import drain
from dondoc.schedule.rules import NATIONAL
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import scope_of
from dondoc.units.models import Agency
from makers import LONG_AGO, expand, make_agency, make_duty, make_member, make_obligations, make_unit, make_user
from makers.duties import make_case
from people import Cast, signed_in

pytestmark = pytest.mark.django_db
CULTURE, JUSTICE = "Công chức Văn hóa - Xã hội", "Công chức Tư pháp - Hộ tịch"


@pytest.fixture
def ward(cast: Cast) -> Agency:
    """Chi is the head; Lan holds the position of culture, Minh that of justice."""
    found = make_agency(make_unit("An Lạc", level="commune"))
    make_member(cast.chi, found, "head")
    make_member(cast.lan, found, position=CULTURE)
    make_member(cast.minh, found, position=JUSTICE)
    return found


def work_of(user: User, on: date) -> list[ObligationRow]:
    """What the person's agencies must act on, as the person's page shows it."""
    rows = own_obligations(scope_of(user, on)).filter(state__in=["open", "returned", "awaiting"])
    return rows_of(in_work_order(rows, user, on), on, user=user)


def rule(ward: Agency, component: str = "2.x", position: str = CULTURE, **more) -> AssignmentRule:
    return add_rule(ward, component=component, position=position, by=None, at=LONG_AGO, **more)


def test_what_opens_with_its_plan_goes_by_the_rules(ward: Agency) -> None:
    rule(ward)
    rule(ward, "", JUSTICE)
    make_duty(ward.unit, [("lead", ward)], task="A", section=2, component="2.1")
    make_duty(ward.unit, [("lead", ward)], task="B", section=5, component="5.1")
    expand()
    drain()
    given = Obligation.objects.filter(state="open").values_list("duty__source_code", "position")
    assert sorted(given) == [("A", CULTURE), ("B", JUSTICE)]
    assert set(Obligation.objects.filter(state="not-open").values_list("position", flat=True)) == {""}


def test_what_opens_by_the_day_and_a_case_go_by_the_rules_too(ward: Agency, spring: datetime) -> None:
    make_obligations(ward.unit, [("lead", ward)])
    rule(ward)
    open_due(at=spring)
    assert Obligation.objects.get(occurrence="2026-Q2").position == CULTURE
    assert make_case(ward, at=spring).position == CULTURE


def test_each_sees_the_own_first_and_the_list_follows_the_position(ward: Agency, cast: Cast, now: datetime) -> None:
    (one, *_) = make_obligations(ward.unit, [("lead", ward)])
    rule(ward)
    apply_rules(Obligation.objects.all(), by=cast.chi, at=now)
    today = date(2026, 3, 2)
    assert [row.is_mine for row in work_of(cast.lan, today)] == [True]
    assert [(row.is_mine, row.assigned_to) for row in work_of(cast.minh, today)] == [(False, CULTURE)]
    newcomer = make_user("moi.nv", full_name="Nguyễn Văn Mới")
    make_member(newcomer, ward, position=CULTURE)
    assert work_of(newcomer, today)[0].is_mine
    assert work_of(newcomer, today)[0].code == one.code


def test_who_holds_the_position_is_reminded_and_nobody_else(ward: Agency, cast: Cast, now: datetime) -> None:
    make_obligations(ward.unit, [("lead", ward)])
    rule(ward)
    apply_rules(Obligation.objects.all(), by=cast.chi, at=now)
    told = digests_of(date(2026, 12, 31), NATIONAL)
    assert set(told) == {cast.lan.pk}


def test_what_is_given_to_somebody_stays_and_run_again_changes_nothing(ward: Agency, cast: Cast, now: datetime) -> None:
    (one, *_) = make_obligations(ward.unit, [("lead", ward)])
    act.assign(one, to=cast.minh, by=cast.chi, at=now)
    rule(ward)
    assert apply_rules(Obligation.objects.all(), by=cast.chi, at=now) == 3
    assert apply_rules(Obligation.objects.all(), by=cast.chi, at=now) == 0
    one.refresh_from_db()
    assert (one.assigned_to, one.position) == (cast.minh, "")
    assert AuditEntry.objects.get(verb="assign_by_rule").count == 3


def test_a_withdrawn_line_gives_nothing_and_takes_nothing_back(ward: Agency, cast: Cast, now: datetime) -> None:
    make_obligations(ward.unit, [("lead", ward)])
    line = rule(ward)
    apply_rules(Obligation.objects.filter(state="open"), by=None, at=now)
    assert withdraw_rule(line, by=cast.chi, at=now)
    assert not withdraw_rule(line, by=cast.chi, at=now)
    assert apply_rules(Obligation.objects.all(), by=None, at=now) == 0
    assert Obligation.objects.filter(position=CULTURE).count() == 1


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"component": "hai"}, "rule-component"),
        ({"position": ""}, "rule-to-one"),
        ({"component": "2.x"}, "rule-twice"),
    ],
)
def test_a_line_that_makes_no_sense_is_refused(ward: Agency, more: dict[str, str], code: str) -> None:
    rule(ward)
    with pytest.raises(BadInput) as refused:
        rule(ward, **{"component": "3", **more})
    assert refused.value.code == code


def test_the_head_keeps_the_list_and_gives_on_demand(ward: Agency, cast: Cast) -> None:
    make_obligations(ward.unit, [("lead", ward)])
    head, address = signed_in("chi.pq"), f"/viec/phan-cong/{ward.code}/"
    assert head.get("/viec/phan-cong/")["Location"] == address
    sent = {"component": "2", "words": "hộ nghèo", "to": f"vi-tri:{CULTURE}", "place": ""}
    assert head.post(address, sent).status_code == 302
    page = head.get(address).content.decode()
    assert "4 việc chưa giao sẽ về đây" in page
    assert "Nguyễn Thị Lan" in page
    head.post(f"{address}ap-dung/")
    assert Obligation.objects.filter(position=CULTURE).count() == 4
    assert head.post(address, sent).status_code == 422
    line = AssignmentRule.objects.get()
    head.post(f"{address}bo/{line.code}/")
    assert AssignmentRule.objects.filter(withdrawn_at=None).count() == 0


def test_an_officer_does_not_keep_the_list(ward: Agency, cast: Cast) -> None:
    assert signed_in("lan.nt").get(f"/viec/phan-cong/{ward.code}/").status_code == 404
    assert "không đứng đầu" in signed_in("lan.nt").get("/viec/phan-cong/").content.decode()


def test_the_head_gives_one_to_a_position_by_hand(ward: Agency, cast: Cast) -> None:
    (one, *_) = make_obligations(ward.unit, [("lead", ward)])
    signed_in("chi.pq").post(f"/viec/{one.code}/giao/", {"to": f"vi-tri:{JUSTICE}"})
    one.refresh_from_db()
    assert (one.assigned_to, one.position) == (None, JUSTICE)
    assert JUSTICE in signed_in("minh.tv").get(f"/viec/{one.code}/").content.decode()


def test_the_rows_of_a_commune_plan_become_each_officers_own_list(shared: Path, ward: Agency, cast: Cast) -> None:
    """Every row that the plan gives to the committee has one officer, and nobody has another's."""
    from dondoc.plans.reading import read_file

    tasks = read_file(shared / "plans/vinh-hoa-2024.docx").as_json()["tasks"]
    rows = [task for task in tasks if "UBND xã" in task["lead"]]
    assert len(rows) >= 27
    for number, task in enumerate(rows):
        make_duty(
            ward.unit, [("lead", ward)], task=f"V{number}", title=task["content"], schedule=task["schedule"],
            section=task["section"], component=task["papi_subdimension"] or "", issued_on=date(2024, 2, 16),
        )  # fmt: skip
    rule(ward, "1", JUSTICE)
    rule(ward, "5", JUSTICE)
    rule(ward, "7", JUSTICE)
    rule(ward, "", CULTURE)
    at = datetime.fromisoformat("2024-02-16T08:00+07:00")
    expand(at=at, year=2024)
    drain()
    opened = Obligation.objects.filter(state="open")
    own = {who.pk: {row.code for row in work_of(who, at.date()) if row.is_mine} for who in (cast.lan, cast.minh)}
    assert own[cast.lan.pk].isdisjoint(own[cast.minh.pk])
    assert len(own[cast.lan.pk]) + len(own[cast.minh.pk]) == opened.count()
    sections = Counter(opened.filter(position=JUSTICE).values_list("section", flat=True))
    assert set(sections) == {1, 5, 7}
