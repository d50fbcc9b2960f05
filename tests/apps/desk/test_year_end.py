"""A plan at the end of its year, and the first draft of the next one from it."""

import re
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

import pytest
from django.conf import settings
from django.test import Client

from apps.plans.making import Province, issue_plan_of, make_province, read_plan_of
from dondoc.duties.models import Obligation
from dondoc.plans.models import Plan, PlanState
from dondoc.scores.actions.storing import Figure, store_figures, store_shipped
from dondoc.scores.models import ImportKind
from people import Cast

pytestmark = pytest.mark.usefixtures("frozen")


@pytest.fixture
def home(cast: Cast) -> Province:
    return make_province(cast)


@pytest.fixture
def plan(cast: Cast, home: Province, now: datetime) -> Plan:
    made = read_plan_of(home, by=cast.ha, at=now)
    issue_plan_of(made, home, cast, at=now, issued_on=date(2026, 10, 12))
    Obligation.objects.filter(duty__title__contains="tài liệu hỏi đáp").update(
        state="done", settled_at="2026-11-09T09:00:00+07:00"
    )
    Obligation.objects.filter(duty__title__contains="đối thoại").update(state="open", due_on=date(2026, 11, 2))
    return made


@pytest.fixture
def results(cast: Cast, home: Province, now: datetime) -> None:
    store_shipped(by=cast.ha, at=now)
    low = {"D1_KNOW": "0.80", "D2_BUDGET": "0.90", "TOTAL": "41.20"}
    own = home.unit.code
    figures = [Figure(year, code, own, Decimal(score)) for year in (2023, 2024) for code, score in low.items()]
    store_figures("papi", figures, kind=ImportKind.TYPED, source="giả định", source_on=now.date(), by=cast.ha, at=now)


def test_planned_done_and_what_is_not_known_yet(client: Client, cast: Cast, plan: Plan, results: None) -> None:
    client.force_login(cast.chi)
    page = client.get(f"/tong-ket/{plan.code}/").content.decode()
    assert "Kết quả năm 2026 chưa công bố: chưa biết nội dung nào đã chuyển." in page
    assert "xong 1/1" in page
    assert "xong 0/2, quá hạn 2" in page
    assert "2.3 Thu, chi ngân sách" in page
    assert "không có nhiệm vụ" in page
    assert "<b>1</b> <span>hoàn thành</span>" in page


def test_what_moved_stands_there_once_the_year_is_published(
    client: Client, cast: Cast, plan: Plan, results: None
) -> None:
    Plan.objects.filter(pk=plan.pk).update(year=2024)
    client.force_login(cast.chi)
    page = client.get(f"/tong-ket/{plan.code}/").content.decode()
    assert "Điểm là kết quả công bố của năm 2024." in page
    assert "0,00" in page


def test_it_is_put_out_as_a_report(client: Client, cast: Cast, plan: Plan, results: None) -> None:
    from docx import Document

    client.force_login(cast.chi)
    response = client.get(f"/tong-ket/{plan.code}/bao-cao.docx")
    document = Document(BytesIO(response.content))
    words = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "Tổng kết thực hiện Kế hoạch nâng cao Chỉ số PAPI năm 2026" in words
    assert "quá hạn 2" in words
    assert "Thu, chi ngân sách cấp xã/phường: 0,90 điểm" in words
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert "1.1 Tri thức công dân" in cells


def test_the_parts_told_add_up_to_the_tasks_of_the_plan(client: Client, cast: Cast, plan: Plan) -> None:
    from docx import Document

    client.force_login(cast.chi)
    response = client.get(f"/tong-ket/{plan.code}/bao-cao.docx")
    words = "\n".join(paragraph.text for paragraph in Document(BytesIO(response.content)).paragraphs)
    found = re.search(
        r"Kế hoạch có (\d+) nhiệm vụ\..*: (\d+) nhiệm vụ hoàn thành, (\d+) hoàn thành một phần, "
        r"(\d+) chưa hoàn thành, (\d+) chưa đến hạn\.",
        words,
    )
    assert found is not None, words
    whole, *parts = map(int, found.groups())
    assert sum(parts) == whole == plan.tasks.count()
    page = client.get(f"/tong-ket/{plan.code}/").content.decode()
    for number, name in zip(parts, ("hoàn thành", "một phần", "chưa hoàn thành", "chưa đến hạn"), strict=True):
        assert f"<b>{number}</b> <span>{name}</span>" in page


def test_a_sentence_that_sets_two_goals_stands_there_once(
    client: Client, cast: Cast, plan: Plan, results: None
) -> None:
    from docx import Document

    said = "Phấn đấu Chỉ số PAPI của tỉnh đạt từ 30 điểm trở lên, thuộc nhóm Trung bình cao."
    Plan.objects.filter(pk=plan.pk).update(year=2024)
    plan.goals.all().delete()
    for spec in ("score=30", "group>=mid-high"):
        plan.goals.create(text=said, kind="score", measure=spec, normalised={"year": 2024})
    client.force_login(cast.chi)
    page = client.get(f"/tong-ket/{plan.code}/").content.decode()
    assert page.count("đạt từ 30 điểm trở lên") == 1
    assert page.count("Năm 2024: 41,20 điểm") == 2
    document = Document(BytesIO(client.get(f"/tong-ket/{plan.code}/bao-cao.docx").content))
    assert sum("đạt từ 30 điểm trở lên" in one.text for one in document.paragraphs) == 1
    of_plan = client.get(f"/ke-hoach/{plan.code}/").content.decode()
    assert of_plan.count("đạt từ 30 điểm trở lên") == 1


def draft(client: Client, plan: Plan, **more: object) -> str:
    response = client.post(f"/tong-ket/{plan.code}/ke-hoach-sau/", more, follow=True)
    return response.content.decode()


def test_the_next_plan_is_drafted_with_what_goes_on_is_dropped_and_is_new(
    client: Client, cast: Cast, plan: Plan, results: None
) -> None:
    client.force_login(cast.ha)
    page = client.get(f"/tong-ket/{plan.code}/ke-hoach-sau/").content.decode()
    assert "tăng ít nhất 5 bậc" in page
    done = plan.tasks.get(content__contains="tài liệu hỏi đáp")
    fields = {f"viec-{done.code}": "bo", f"ly-do-{done.code}": "đã có tài liệu"}
    draft(client, plan, **{"noi-dung": ["D2_BUDGET"], "muc-tieu": ["rank+5"], **fields})
    made = Plan.objects.latest("pk")
    assert (made.year, made.state, made.agency) == (2027, PlanState.DRAFT, plan.agency)
    dropped = made.tasks.get(content__contains="tài liệu hỏi đáp")
    assert (dropped.is_left_out, dropped.left_out_reason) == (True, "đã có tài liệu")
    late = made.tasks.get(content__contains="đối thoại")
    assert "xong 0/2, quá hạn 2" in late.original["findings"][0]["message"]
    new = made.tasks.get(component="2.3")
    assert "kém trung vị" in new.original["findings"][0]["message"]
    goal = made.goals.get()
    assert (goal.text, goal.measure) == ("Tăng ít nhất 5 bậc", "rank+5")
    review = client.get(f"/ke-hoach/{made.code}/duyet-lai/").content.decode()
    assert "chưa có cơ quan chủ trì" in review or "cần xem" in review


def test_a_task_is_not_dropped_without_a_reason(client: Client, cast: Cast, plan: Plan) -> None:
    client.force_login(cast.ha)
    done = plan.tasks.get(content__contains="tài liệu hỏi đáp")
    page = draft(client, plan, **{f"viec-{done.code}": "bo"})
    assert "Chưa nêu lý do thôi việc này" in page
    assert page.count('<details class="fold" open>') == 1
    assert f'name="viec-{done.code}" value="bo" checked' in page
    assert Plan.objects.count() == 1


def test_a_plan_is_vietnamese_whoever_drafts_it(client: Client, cast: Cast, plan: Plan, results: None) -> None:
    client.force_login(cast.ha)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    assert "at least 5 places up" in client.get(f"/tong-ket/{plan.code}/ke-hoach-sau/").content.decode()
    draft(client, plan, **{"noi-dung": ["D2_BUDGET"], "muc-tieu": ["rank+5"]})
    made = Plan.objects.latest("pk")
    assert made.goals.get().text == "Tăng ít nhất 5 bậc"
    assert "Thu, chi ngân sách" in made.tasks.get(component="2.3").content


def test_who_only_reads_the_plan_drafts_nothing(client: Client, cast: Cast, plan: Plan) -> None:
    client.force_login(cast.lan)
    assert client.get(f"/tong-ket/{plan.code}/").status_code == 200
    assert client.get(f"/tong-ket/{plan.code}/ke-hoach-sau/").status_code == 404


def test_a_draft_has_no_year_behind_it(client: Client, cast: Cast, home: Province, now: datetime) -> None:
    client.force_login(cast.ha)
    made = read_plan_of(home, by=cast.ha, at=now)
    assert client.get(f"/tong-ket/{made.code}/").status_code == 404
