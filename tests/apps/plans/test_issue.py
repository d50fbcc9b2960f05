"""Submitted, approved, issued: what stands in the way is said, and the work is given out once."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client

from apps.plans.making import Province, make_province, read_plan_of
from dondoc.duties.models import Duty, Obligation, Regime, ReportRule
from dondoc.plans.actions import plan as plans
from dondoc.plans.actions import regime, task
from dondoc.plans.models import Plan, PlanState, TaskAgency
from dondoc.plans.queries.blockers import blockers
from dondoc.plans.queries.plans import plan_parts
from dondoc.records.worker import drain
from dondoc.toolkit.errors import BadInput
from dondoc.units.actions.group import choose_members
from people import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def province(cast: Cast) -> Province:
    return make_province(cast)


@pytest.fixture
def plan(cast: Cast, province: Province, now: datetime) -> Plan:
    return read_plan_of(province, by=cast.ha, at=now)


def settle_review(plan: Plan, cast: Cast, province: Province, now: datetime) -> None:
    """A person went through all of it."""
    for row in TaskAgency.objects.filter(task__plan=plan, group__kind="open").select_related("group"):
        assert row.group is not None
        choose_members(row.group, members=[province.home_affairs], on=now.date(), by=cast.ha, at=now)
    for number in range(len(plan.regime_rules)):
        regime.confirm_rule(plan, number=number, cycle="quarterly", due={"day": 15, "before": True}, by=cast.ha, at=now)
    for one in plan.tasks.all():
        task.accept_task(one, edition=one.edition, by=cast.ha, at=now)


def approve(plan: Plan, cast: Cast, now: datetime, **more: object) -> None:
    fields = {"number": "15", "issued_on": date(2026, 10, 12), "signer": "Phạm Quỳnh Chi", **more}
    plans.approve_plan(plan, by=cast.chi, at=now, **fields)  # type: ignore[arg-type]


def test_a_plan_says_all_that_is_still_in_its_way(plan: Plan) -> None:
    kinds = [blocker.kind for blocker in blockers(plan)]
    assert kinds.count("task") == plan.tasks.count()
    assert kinds.count("group") == 1
    assert "rule" in kinds


def test_an_unreviewed_plan_is_not_submitted(plan: Plan, cast: Cast, now: datetime) -> None:
    with pytest.raises(BadInput, match="Nhiệm vụ 1 chưa xác nhận") as refused:
        plans.submit_plan(plan, by=cast.ha, at=now)
    assert refused.value.code == "plan-unready"


def test_the_steps_go_one_after_the_other(plan: Plan, cast: Cast, province: Province, now: datetime) -> None:
    settle_review(plan, cast, province, now)
    with pytest.raises(BadInput, match="trạng thái khác"):
        approve(plan, cast, now)
    plans.submit_plan(plan, by=cast.ha, at=now)
    plans.return_plan(plan, reason="Thiếu số liệu", by=cast.chi, at=now)
    assert plan.state == PlanState.DRAFT
    plans.submit_plan(plan, by=cast.ha, at=now)
    approve(plan, cast, now)
    plans.issue_plan(plan, by=cast.ha, at=now)
    assert plan.state == PlanState.ISSUED


def test_no_day_to_come_is_a_day_of_issue(plan: Plan, cast: Cast, province: Province, now: datetime) -> None:
    settle_review(plan, cast, province, now)
    plans.submit_plan(plan, by=cast.ha, at=now)
    with pytest.raises(BadInput, match="sau hôm nay"):
        approve(plan, cast, now, issued_on=now.date() + timedelta(days=1))


def issue(plan: Plan, cast: Cast, province: Province, now: datetime) -> None:
    settle_review(plan, cast, province, now)
    plans.submit_plan(plan, by=cast.ha, at=now)
    approve(plan, cast, now)
    plans.issue_plan(plan, by=cast.ha, at=now)
    drain()


def test_each_task_becomes_one_duty_and_each_commune_owes(
    plan: Plan, cast: Cast, province: Province, now: datetime
) -> None:
    issue(plan, cast, province, now)
    assert Duty.objects.filter(plan_code=plan.code, source_kind="task").count() == plan.tasks.count()
    assert Regime.objects.get().base_cycle == "quarter"
    dialogue = plan.tasks.get(content__contains="đối thoại")
    owing = Obligation.objects.filter(duty__source_code=dialogue.code)
    assert set(owing.values_list("owed_by", flat=True)) == {province.commune.pk, province.other.pk}


def test_a_task_left_out_gives_nobody_work(plan: Plan, cast: Cast, province: Province, now: datetime) -> None:
    settle_review(plan, cast, province, now)
    first = plan.tasks.order_by("order")[0]
    task.leave_out_task(first, reason="trùng", edition=first.edition, by=cast.ha, at=now)
    plans.submit_plan(plan, by=cast.ha, at=now)
    approve(plan, cast, now)
    plans.issue_plan(plan, by=cast.ha, at=now)
    assert not Duty.objects.filter(source_code=first.code).exists()


def test_issuing_twice_gives_the_work_out_once(plan: Plan, cast: Cast, province: Province, now: datetime) -> None:
    issue(plan, cast, province, now)
    count = Obligation.objects.count()
    with pytest.raises(BadInput):
        plans.issue_plan(plan, by=cast.ha, at=now)
    drain()
    assert Obligation.objects.count() == count


def test_an_issued_plan_is_for_its_recipients_a_draft_is_not(
    client: Client, plan: Plan, cast: Cast, province: Province, now: datetime
) -> None:
    client.force_login(cast.lan)
    page = f"/ke-hoach/{plan.code}/"
    assert client.get(page).status_code == 404
    issue(plan, cast, province, now)
    assert "xong 0/" in client.get(page).content.decode()
    assert client.get(f"{page}duyet-lai/").status_code == 404
    client.force_login(cast.tung)
    assert client.get(page).status_code == 404
    client.force_login(cast.minh)
    by_agency = client.get(f"{page}?theo=co-quan").content.decode()
    assert "<caption>Sở Tư pháp</caption>" in by_agency


def test_only_a_leader_of_the_agency_approves(client: Client, plan: Plan, cast: Cast, province: Province) -> None:
    Plan.objects.update(state="submitted")
    for person, expected in ((cast.ha, 404), (cast.minh, 404), (cast.chi, 200)):
        client.force_login(person)
        assert client.get(f"/ke-hoach/{plan.code}/duyet/").status_code == expected
    client.post(f"/ke-hoach/{plan.code}/duyet/", {"tra-lai": "1", "reason": "Thiếu chỉ tiêu"})
    plan.refresh_from_db()
    assert plan.state == PlanState.DRAFT


def test_the_rules_of_a_plan_become_reports_that_are_owed(
    plan: Plan, cast: Cast, province: Province, now: datetime
) -> None:
    issue(plan, cast, province, now)
    drain()
    rule = ReportRule.objects.get(regime__source_code=plan.code)
    assert (rule.cycle, rule.to, rule.via) == ("quarter", province.committee, province.home_affairs)
    owed = Obligation.objects.filter(duty__source_code=rule.code)
    assert set(owed.values_list("held_by__name", "occurrence")) == {("Sở Tư pháp", "2026-Q4")}
    assert owed.get().due_on == date(2026, 12, 14)


def test_a_task_that_only_asks_for_the_report_is_owed_once(
    plan: Plan, cast: Cast, province: Province, now: datetime
) -> None:
    task = plan.tasks.order_by("order")[0]
    plan.tasks.filter(pk=task.pk).update(content=plan.regime_rules[0]["text"])
    issue(plan, cast, province, now)
    drain()
    twin = Duty.objects.get(source_kind="task", source_code=task.code)
    assert not Obligation.objects.filter(duty=twin).exists()
    assert Duty.objects.get(source_kind="report").serves == twin
    rows = [row for part in plan_parts(plan, by="", today=now.date()) for row in part.rows]
    assert next(row for row in rows if row.code == task.code).count.total == 1
