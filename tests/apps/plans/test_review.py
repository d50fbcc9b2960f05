"""The review: one draft after the other, nothing typed is lost."""

from datetime import datetime

import pytest
from django.test import Client

from apps.plans.making import Province, make_province, read_plan_of
from dondoc.plans.models import Plan, Task
from dondoc.records.models import AuditEntry
from dondoc.units.models import Agency, AgencyGroup
from people import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def province(cast: Cast) -> Province:
    return make_province(cast)


@pytest.fixture
def plan(cast: Cast, province: Province, now: datetime) -> Plan:
    return read_plan_of(province, by=cast.ha, at=now)


@pytest.fixture
def ha(cast: Cast, client: Client) -> Client:
    client.force_login(cast.ha)
    return client


def fields_of(task: Task, **more: object) -> dict[str, object]:
    fields = {"content": task.content, "schedule_text": task.schedule_text, "component": task.component}
    return {**fields, "section": task.section or "", "edition": task.edition, **more}


def task_of(plan: Plan, order: int) -> Task:
    return plan.tasks.order_by("order")[order - 1]


def address(task: Task) -> str:
    return f"/ke-hoach/{task.plan.code}/viec/{task.code}/"


def test_the_place_of_the_draft_is_marked_in_the_document(ha: Client, plan: Plan) -> None:
    task = task_of(plan, 2)
    place = task.original["where"]["content"]
    anchor = f"o-{place['table']}-{place['row']}-{place['column']}"
    page = ha.get(f"/ke-hoach/{plan.code}/duyet-lai/?viec={task.code}").content.decode()
    assert f'<td id="{anchor}" class="marked">{task.content}' in page
    assert f'href="#{anchor}"' in page


def test_the_first_draft_that_waits_is_shown(ha: Client, plan: Plan) -> None:
    first = task_of(plan, 1)
    ha.post(address(first), fields_of(first, lam="nhan"))
    page = ha.get(f"/ke-hoach/{plan.code}/duyet-lai/").content.decode()
    assert "Nhiệm vụ 2" in page
    assert f"đã xác nhận 1/{plan.tasks.count()}" in page


def test_what_is_typed_is_understood_at_once_and_kept(ha: Client, plan: Plan) -> None:
    task = task_of(plan, 1)
    typed = fields_of(task, schedule_text="Trước ngày 20/11/2026", target_text="Tối thiểu 90% số thôn")
    answer = ha.post(address(task), typed, headers={"HX-Request": "true"}).content.decode()
    task.refresh_from_db()
    assert (task.schedule["kind"], task.targets[0]["value"], task.edition) == ("date", 90, 1)
    assert "Đã lưu nháp" in answer
    assert "19/11/2026" in answer
    assert 'name="edition" id="edition" value="1"' in answer


def test_a_second_editor_is_told_and_loses_nothing(ha: Client, cast: Cast, plan: Plan) -> None:
    task = task_of(plan, 1)
    mine, theirs = fields_of(task, content="Bản của tôi"), fields_of(task, content="Bản của người kia")
    ha.post(address(task), theirs)
    response = ha.post(address(task), mine)
    page = response.content.decode()
    assert response.status_code == 422
    assert "Lê Thu Hà vừa sửa nhiệm vụ này" in page
    assert "Bản của tôi" in page
    assert "Bản của người kia" in page
    task.refresh_from_db()
    assert task.content == "Bản của người kia"


def test_a_task_without_content_is_refused_and_what_was_typed_stays(ha: Client, plan: Plan) -> None:
    task = task_of(plan, 1)
    response = ha.post(address(task), fields_of(task, content=" ", schedule_text="Quý I/2027"))
    assert response.status_code == 422
    assert "Quý I/2027" in response.content.decode()


def test_a_name_chosen_once_is_known_in_the_whole_plan(
    ha: Client, cast: Cast, province: Province, now: datetime
) -> None:
    rows = tuple(
        ("1.1", f"Tập huấn lần {n} cho cán bộ thôn", "Đài truyền hình tỉnh", "", "Quý IV/2026") for n in (1, 2)
    )
    from apps.plans.making import plan_docx

    plan = read_plan_of(province, by=cast.ha, at=now, content=plan_docx(rows))
    first, second = task_of(plan, 1), task_of(plan, 2)
    ha.post(address(first), fields_of(first, **{f"a-{first.agencies.get().pk}": "moi"}))
    made = Agency.objects.get(name="Đài truyền hình tỉnh")
    assert {first.agencies.get().agency, second.agencies.get().agency} == {made}


def test_a_name_of_nobody_may_be_dropped_and_an_agency_added(ha: Client, province: Province, plan: Plan) -> None:
    task = task_of(plan, 3)
    open_row = task.agencies.get(role="coordinate")
    added = {"them-vai": "execute", "them": f"a:{province.commune.code}"}
    ha.post(address(task), fields_of(task, **{f"a-{open_row.pk}": "bo"}, **added))
    told = set(task.agencies.values_list("role", "agency__name"))
    assert told == {("lead", "Sở Tư pháp"), ("execute", "UBND phường An Lạc")}


def test_leaving_out_needs_a_reason(ha: Client, plan: Plan) -> None:
    task = task_of(plan, 1)
    assert ha.post(address(task), fields_of(task, lam="bo")).status_code == 422
    ha.post(address(task), fields_of(task, lam="bo", reason="trùng nhiệm vụ 2"))
    task.refresh_from_db()
    assert (task.is_left_out, task.left_out_reason) == (True, "trùng nhiệm vụ 2")
    ha.post(address(task), {"lam": "mo-lai", "edition": task.edition})
    task.refresh_from_db()
    assert not task.is_left_out


def test_certain_drafts_are_accepted_together_the_others_wait(ha: Client, plan: Plan) -> None:
    unsure = task_of(plan, 3)
    unsure.agencies.filter(role="lead").update(agency=None)
    ha.post(f"/ke-hoach/{plan.code}/duyet-lai/chac-chan/")
    unsure.refresh_from_db()
    assert not unsure.is_accepted
    assert task_of(plan, 1).is_accepted
    assert AuditEntry.objects.get(verb="accept_certain").count == plan.tasks.filter(is_accepted=True).count()


def test_an_open_name_has_nobody_until_somebody_chooses(ha: Client, plan: Plan, province: Province) -> None:
    group = AgencyGroup.objects.get(kind="open")
    page = f"/ke-hoach/{plan.code}/nhom/{group.code}/"
    assert ha.post(page, {}).status_code == 422
    ha.post(page, {"co-quan": [province.justice.code, province.commune.code]})
    assert [row.agency for row in group.members.all()] == [province.justice]  # of the unit itself alone


def test_nothing_changes_once_the_plan_was_submitted(ha: Client, plan: Plan) -> None:
    task = task_of(plan, 1)
    Plan.objects.update(state="submitted")
    response = ha.post(address(task), fields_of(task, content="Khác", lam="nhan"))
    assert "không còn ở trạng thái soạn" in response.content.decode()
    task.refresh_from_db()
    assert task.content != "Khác"
