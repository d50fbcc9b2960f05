"""One task of an issued plan changed by a decision: foreseen, then carried out; what is done or late stays."""

from datetime import date, datetime

import pytest
from django.test import Client

from apps.plans.making import Province, issue_plan_of, make_province, read_plan_of
from dondoc.duties.models import Duty, Obligation
from dondoc.duties.queries import counts_of
from dondoc.duties.queries.checks import recount
from dondoc.plans.actions.task import accept_task
from dondoc.plans.models import Plan, PlanState, Task
from dondoc.records.models import AuditEntry
from dondoc.records.worker import drain
from people import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def province(cast: Cast) -> Province:
    return make_province(cast)


@pytest.fixture
def issued(cast: Cast, province: Province, client: Client, now: datetime) -> Plan:
    client.force_login(cast.ha)
    plan = read_plan_of(province, by=cast.ha, at=now)
    issue_plan_of(plan, province, cast, at=now, issued_on=date(2026, 10, 12))
    return plan


@pytest.fixture
def dialogue(issued: Plan) -> Task:
    """Both communes owe it by the end of December."""
    return issued.tasks.get(content__contains="đối thoại")


def address(task: Task) -> str:
    return f"/ke-hoach/{task.plan.code}/nhiem-vu/{task.code}/thay-doi/"


def asked(task: Task, **more: object) -> dict[str, object]:
    fields = {
        "content": task.content,
        "schedule_text": task.schedule_text,
        "component": task.component,
        "section": task.section or "",
        "products": "\n".join(task.products),
        "target_text": task.target_text,
        "edition": task.edition,
        "effective_on": "2026-11-10",
        "reason": "Thông báo 45 ngày 09/11/2026 của Chủ tịch",
        "lam": "doi",
    }
    return {**fields, **more}


def owed(task: Task) -> list[Obligation]:
    return list(Obligation.objects.filter(duty__source_code=task.code).order_by("pk"))


def revised(client: Client, task: Task, **more: object) -> Task:
    response = client.post(address(task), asked(task, **more))
    assert response.status_code == 302
    drain()
    return Task.objects.get(key=task.key, ended_on=None)


def test_what_becomes_of_the_work_is_shown_before_anything_changes(client: Client, dialogue: Task) -> None:
    before = list(Obligation.objects.values_list("pk", "duty", "due_on", "state").order_by("pk"))
    response = client.post(address(dialogue), asked(dialogue, schedule_text="Tháng 11/2026", lam="xem"))
    page = response.content.decode()
    assert response.status_code == 200
    assert "tiếp tục theo nội dung mới" in page
    assert "hạn 31/12/2026 → 30/11/2026" in page
    assert list(Obligation.objects.values_list("pk", "duty", "due_on", "state").order_by("pk")) == before
    assert Task.objects.filter(key=dialogue.key).count() == 1


def test_another_day_moves_what_is_open_with_its_code_and_its_person(
    client: Client, dialogue: Task, cast: Cast
) -> None:
    first = owed(dialogue)[0]
    Obligation.objects.filter(pk=first.pk).update(assigned_to=cast.lan)
    made = revised(client, dialogue, schedule_text="Tháng 11/2026")
    assert (made.version, made.effective_on, made.key) == (2, date(2026, 11, 10), dialogue.key)
    first.refresh_from_db()
    assert (first.duty.source_code, first.due_on, first.assigned_to) == (made.code, date(2026, 11, 30), cast.lan)
    assert [row.due_on for row in owed(made)] == [date(2026, 11, 30)] * 2
    assert {row.opens_on for row in owed(made)} == {date(2026, 11, 10)}
    assert owed(dialogue) == []
    entry = AuditEntry.objects.get(verb="revise_task")
    assert entry.after["reason"].startswith("Thông báo 45")
    assert entry.before["schedule_text"] == "Tháng 12/2026"


@pytest.mark.parametrize("state", ["done", "awaiting", "nothing-arose"])
def test_what_is_settled_or_waits_stays_and_is_not_owed_again(client: Client, dialogue: Task, state: str) -> None:
    first, second = owed(dialogue)
    Obligation.objects.filter(pk=first.pk).update(state=state)
    made = revised(client, dialogue, schedule_text="Tháng 11/2026", content="Đối thoại ở từng thôn")
    first.refresh_from_db()
    assert (first.state, first.due_on, first.duty.source_code) == (state, date(2026, 12, 31), dialogue.code)
    assert [row.pk for row in owed(made)] == [second.pk]


def test_what_is_late_stays_late(client: Client, dialogue: Task) -> None:
    first, _second = owed(dialogue)
    Obligation.objects.filter(pk=first.pk).update(
        state="open", due_on=date(2026, 11, 2), due_at="2026-11-02T23:59:59+07:00"
    )
    made = revised(client, dialogue, schedule_text="Tháng 11/2026")
    first.refresh_from_db()
    assert (first.state, first.due_on, first.duty.source_code) == ("open", date(2026, 11, 2), dialogue.code)
    assert len(owed(made)) == 1


def test_an_agency_that_leaves_is_let_off_and_one_that_joins_owes(
    client: Client, dialogue: Task, province: Province
) -> None:
    (seat,) = dialogue.agencies.all()
    made = revised(client, dialogue, **{f"a-{seat.pk}": f"a:{province.justice.code}"})
    assert [row.owed_by for row in owed(made)] == [province.justice]
    left = owed(dialogue)
    assert {row.state for row in left} == {"exempt"}
    assert all(row.reason.startswith("Nhiệm vụ đã thay đổi: Thông báo 45") for row in left)


def test_the_counts_agree_afterwards_also_by_component(client: Client, dialogue: Task, now: datetime) -> None:
    component = "2.4"
    before = counts_of(today=now.date()).total
    made = revised(client, dialogue, component=component, section=2)
    assert {(row.component, row.section) for row in owed(made)} == {(component, 2)}
    assert counts_of(today=now.date()).total == before
    assert recount() == 0


def test_run_again_the_job_changes_nothing(client: Client, dialogue: Task, cast: Cast, now: datetime) -> None:
    from dondoc.duties.actions.expanding import queue_expansion

    made = revised(client, dialogue, schedule_text="Tháng 11/2026")
    before = list(Obligation.objects.values_list("pk", "state", "due_on").order_by("pk"))
    queue_expansion("plan", made.plan.code, by=cast.ha, at=now, year=2026)
    drain()
    assert list(Obligation.objects.values_list("pk", "state", "due_on").order_by("pk")) == before


def test_a_second_change_goes_on_from_the_first(client: Client, dialogue: Task) -> None:
    first = owed(dialogue)[0]
    Obligation.objects.filter(pk=first.pk).update(state="done")
    once = revised(client, dialogue, schedule_text="Tháng 11/2026")
    twice = revised(client, once, content="Đối thoại ở từng thôn")
    assert (twice.version, len(owed(twice))) == (3, 1)
    page = client.get(f"/ke-hoach/{twice.plan.code}/nhiem-vu/{twice.code}/").content.decode()
    assert "Bản 3" in page
    assert "Thay đổi: nội dung." in page
    assert "Thay đổi: thời gian." in page
    plan = client.get(f"/ke-hoach/{twice.plan.code}/").content.decode()
    assert "xong 1/2" in plan


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"reason": " "}, "Chưa nêu lý do"),
        ({"effective_on": "2026-12-01"}, "Ngày hiệu lực"),
        ({"effective_on": "2026-01-01"}, "Ngày hiệu lực"),
        ({"schedule_text": "Tháng 3/2026"}, "Thời gian mới đã qua"),
        ({}, "Chưa có gì thay đổi"),
        ({"content": " "}, "content"),
        ({"content": "Khác", "edition": 99}, "Người khác vừa thay đổi"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_changes(
    client: Client, dialogue: Task, more: dict[str, object], sentence: str
) -> None:
    response = client.post(address(dialogue), asked(dialogue, **more))
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert Task.objects.filter(key=dialogue.key).count() == 1
    assert Duty.objects.get(source_code=dialogue.code).ended_on is None


def test_nobody_left_to_owe_it_is_refused(client: Client, dialogue: Task) -> None:
    (seat,) = dialogue.agencies.all()
    response = client.post(address(dialogue), asked(dialogue, **{f"a-{seat.pk}": "bo"}))
    assert "Chưa có cơ quan chủ trì hoặc thực hiện" in response.content.decode()


def test_an_officer_sees_the_task_and_may_not_change_it(client: Client, dialogue: Task, cast: Cast) -> None:
    client.force_login(cast.lan)
    page = client.get(f"/ke-hoach/{dialogue.plan.code}/nhiem-vu/{dialogue.code}/")
    assert page.status_code == 200
    assert "thay-doi" not in page.content.decode()
    assert client.get(address(dialogue)).status_code == 404
    assert client.post(address(dialogue), asked(dialogue, content="Khác")).status_code == 404


def test_the_head_may(client: Client, dialogue: Task, cast: Cast) -> None:
    client.force_login(cast.chi)
    assert revised(client, dialogue, content="Đối thoại ở từng thôn").content == "Đối thoại ở từng thôn"


def test_a_task_of_a_draft_is_edited_in_review_instead(
    client: Client, cast: Cast, province: Province, now: datetime
) -> None:
    client.force_login(cast.ha)
    plan = read_plan_of(province, by=cast.ha, at=now)
    task = plan.tasks.order_by("order")[0]
    page = client.post(address(task), asked(task, content="Khác")).content.decode()
    assert "kế hoạch đã ban hành" in page


@pytest.fixture
def draft(client: Client, cast: Cast, province: Province, now: datetime) -> Plan:
    client.force_login(cast.ha)
    return read_plan_of(province, by=cast.ha, at=now)


def merge(client: Client, into: Task, other: Task, **more: object) -> str:
    fields = {"gop": other.code, "ly-do-gop": "cùng một việc", "edition": into.edition, **more}
    return client.post(f"/ke-hoach/{into.plan.code}/viec/{into.code}/gop/", fields, follow=True).content.decode()


def test_two_drafts_become_one_with_both_agencies_and_the_key(client: Client, draft: Plan, cast: Cast) -> None:
    into, other = draft.tasks.order_by("order")[:2]
    key = into.key
    Task.objects.filter(pk=into.pk).update(is_accepted=True)
    page = merge(client, into, other)
    assert "Đã gộp" in page
    into.refresh_from_db()
    other.refresh_from_db()
    assert (into.key, into.is_accepted) == (key, False)
    assert other.content in into.content
    names = {row.printed for row in into.agencies.filter(role="lead")}
    assert names == {"Sở Tư pháp", "UBND các xã, phường"}
    assert other.is_left_out
    assert other.left_out_reason == f"Gộp vào nhiệm vụ {into.order}: cùng một việc"
    assert AuditEntry.objects.get(verb="merge_tasks").after["merged"] == other.code
    accept_task(into, edition=into.edition, by=cast.ha, at=into.edited_at or draft.created_at)


def test_the_key_of_a_former_task_is_kept(client: Client, draft: Plan) -> None:
    into, other = draft.tasks.order_by("order")[:2]
    Task.objects.filter(pk=other.pk).update(key="KHOACU", version=2)
    merge(client, into, other)
    into.refresh_from_db()
    assert (into.key, into.version) == ("KHOACU", 2)


@pytest.mark.parametrize(
    ("more", "sentence"), [({"ly-do-gop": ""}, "Chưa nêu lý do gộp"), ({"edition": 7}, "vừa sửa nhiệm vụ này")]
)
def test_a_merge_without_reason_or_over_another_edit_is_refused(
    client: Client, draft: Plan, more: dict[str, object], sentence: str
) -> None:
    into, other = draft.tasks.order_by("order")[:2]
    assert sentence in merge(client, into, other, **more)
    other.refresh_from_db()
    assert not other.is_left_out
    assert draft.state == PlanState.DRAFT
