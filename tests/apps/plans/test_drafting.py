"""Names said once for the whole plan, tasks by hand and split, title and results of goals."""

from datetime import datetime

import pytest
from django.test import Client

from apps.plans.making import Province, make_province, plan_docx, read_plan_of
from dondoc.plans.models import Plan, Task, TaskAgency
from people import Cast

pytestmark = pytest.mark.django_db
ROWS = (
    ("1.1", "Tập huấn cho cán bộ thôn", "Đài truyền hình tỉnh", "Hội Luật gia", "Quý IV/2026"),
    ("1.2", "Phát tin về quyền của người dân", "Đài truyền hình tỉnh", "Hội Luật gia", "Tháng 12/2026"),
)


@pytest.fixture
def province(cast: Cast) -> Province:
    return make_province(cast)


@pytest.fixture
def plan(cast: Cast, province: Province, client: Client, now: datetime) -> Plan:
    client.force_login(cast.ha)
    return read_plan_of(province, by=cast.ha, at=now, content=plan_docx(ROWS))


def rows_of(printed: str) -> list[TaskAgency]:
    return list(TaskAgency.objects.filter(printed=printed, task__source="appendix").order_by("pk"))


def test_each_name_is_asked_once_for_all_its_tasks(client: Client, plan: Plan) -> None:
    page = client.get(f"/ke-hoach/{plan.code}/ten-co-quan/").content.decode()
    assert page.count('<label for="a-') == len(
        {row.printed for row in TaskAgency.objects.filter(agency=None, group=None)}
    )
    station, lawyers = rows_of("Đài truyền hình tỉnh"), rows_of("Hội Luật gia")
    client.post(f"/ke-hoach/{plan.code}/ten-co-quan/", {f"a-{station[0].pk}": "moi", f"a-{lawyers[0].pk}": "bo"})
    assert {row.agency.name for row in rows_of("Đài truyền hình tỉnh") if row.agency} == {"Đài truyền hình tỉnh"}
    assert rows_of("Hội Luật gia") == []


def test_a_name_left_open_still_waits(client: Client, plan: Plan) -> None:
    client.post(f"/ke-hoach/{plan.code}/ten-co-quan/", {f"a-{rows_of('Hội Luật gia')[0].pk}": ""})
    assert all(row.agency is None for row in rows_of("Hội Luật gia"))


def test_a_missed_task_is_added_by_hand(client: Client, plan: Plan) -> None:
    count = plan.tasks.count()
    typed = {"content": "Lập nhóm Zalo của thôn", "schedule_text": "Hằng tháng", "section": "8"}
    response = client.post(f"/ke-hoach/{plan.code}/viec/moi/", typed)
    task = Task.objects.get(content="Lập nhóm Zalo của thôn")
    assert response["Location"].endswith(f"?viec={task.code}")
    assert (task.order, task.schedule["kind"], task.section, task.source) == (count + 1, "recurring", 8, "hand")


def test_a_part_split_off_keeps_the_agencies(client: Client, plan: Plan) -> None:
    first = plan.tasks.order_by("order")[0]
    client.post(f"/ke-hoach/{plan.code}/viec/moi/?tach={first.code}", {"content": "Phần thứ hai"})
    made = Task.objects.get(content="Phần thứ hai")
    told = set(made.agencies.values_list("role", "printed"))
    assert told == set(first.agencies.values_list("role", "printed"))


def test_title_and_results_are_typed_by_hand(client: Client, plan: Plan) -> None:
    goal = plan.goals.create(kind="rank", text="Tăng 5 bậc")
    typed = {"title": "Kế hoạch PAPI", "year": 2026, f"kq-{goal.pk}": "hạng 41/63 năm 2025"}
    client.post(f"/ke-hoach/{plan.code}/ten-va-muc-tieu/", typed)
    plan.refresh_from_db()
    assert plan.title == "Kế hoạch PAPI"
    assert "hạng 41/63 năm 2025" in client.get(f"/ke-hoach/{plan.code}/").content.decode()
