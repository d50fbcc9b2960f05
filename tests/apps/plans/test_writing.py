"""A plan written without a document, put out as one, and its place between the levels."""

from datetime import date, datetime
from io import BytesIO

import pytest
from django.test import Client

from apps.plans.making import Province, issue_plan_of, make_province, read_plan_of
from dondoc.duties.models import Duty
from dondoc.plans.actions.task import accept_certain
from dondoc.plans.models import Plan, PlanState, Task
from dondoc.plans.queries.cascade import cascade_of
from dondoc.records.worker import drain
from makers import make_member
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


def write(client: Client, source: Plan, agency: str, year: int) -> Plan:
    form = {"agency": agency, "year": year, "source": source.code, "title": ""}
    response = client.post("/ke-hoach/soan/", form)
    assert response.status_code == 302
    return Plan.objects.latest("pk")


def test_next_year_s_draft_has_the_tasks_their_agencies_and_moved_times(
    client: Client, issued: Plan, province: Province
) -> None:
    made = write(client, issued, province.committee.code, 2027)
    assert (made.state, made.year, made.document.attachment) == (PlanState.DRAFT, 2027, None)
    dialogue = made.tasks.get(content__contains="đối thoại")
    assert dialogue.schedule_text == "Tháng 12/2027"
    assert [row.printed for row in dialogue.agencies.all()] == ["UBND các xã, phường"]
    assert "kế hoạch năm 2026" in dialogue.original["findings"][0]["message"]
    review = client.get(f"/ke-hoach/{made.code}/duyet-lai/").content.decode()
    assert "không có văn bản gốc" in review
    assert "Từ nhiệm vụ" in review


def test_it_goes_the_way_of_every_plan(
    client: Client, issued: Plan, province: Province, cast: Cast, now: datetime
) -> None:
    made = write(client, issued, province.committee.code, 2027)
    accept_certain(made, by=cast.ha, at=now)
    issue_plan_of(made, province, cast, at=now, issued_on=now.date())
    made.refresh_from_db()
    assert made.state == PlanState.ISSUED
    assert (
        Duty.objects.filter(plan_code=made.code, source_kind="task").count()
        == made.tasks.filter(is_left_out=False).count()
    )
    assert client.get(f"/ke-hoach/{made.code}/").status_code == 200


def test_it_is_put_out_as_a_document_with_its_annex(client: Client, issued: Plan, province: Province) -> None:
    from docx import Document

    made = write(client, issued, province.committee.code, 2027)
    response = client.get(f"/ke-hoach/{made.code}/van-ban/", follow=True)
    document = Document(BytesIO(response.content))
    words = "\n".join(paragraph.text for paragraph in document.paragraphs)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert "KẾ HOẠCH" in words or any("KẾ HOẠCH" in cell for cell in cells)
    assert "Tổ chức đối thoại với người dân" in cells
    assert "Tháng 12/2027" in cells


def test_the_document_of_a_plan_is_read_again_as_it_was_meant(
    client: Client, issued: Plan, province: Province, cast: Cast, now: datetime
) -> None:
    """Whoever gets the printed plan reads the same tasks: their place in the index, who does what, by when."""
    content = client.get(f"/ke-hoach/{issued.code}/ke-hoach.docx").content
    again = read_plan_of(province, by=cast.ha, at=now, content=content)
    assert {_meant(task) for task in issued.tasks.filter(is_left_out=False)} <= {
        _meant(task) for task in again.tasks.all()
    }


def _meant(task: Task) -> tuple[object, ...]:
    names = tuple(sorted((one.role, one.printed) for one in task.agencies.exclude(printed="")))
    return task.content, task.section, task.component, names, task.schedule_text, tuple(task.products)


def lans_plan(client: Client, issued: Plan, province: Province, cast: Cast) -> Plan:
    make_member(cast.lan, province.commune, "head")
    client.force_login(cast.lan)
    return write(client, issued, province.commune.code, 2026)


def test_a_commune_takes_up_what_the_plan_above_asks_of_it(
    client: Client, issued: Plan, province: Province, cast: Cast
) -> None:
    made = lans_plan(client, issued, province, cast)
    assert made.above == issued
    (task,) = made.tasks.all()
    assert task.serves == issued.tasks.get(content__contains="đối thoại")
    assert [(row.role, row.agency) for row in task.agencies.all()] == [("lead", province.commune)]


def test_who_has_issued_and_what_nobody_took_up(
    client: Client, issued: Plan, province: Province, cast: Cast, now: datetime
) -> None:
    before = cascade_of(issued, today=now.date())
    assert (before.issued, len(before.units)) == (0, 2)
    assert [one.task.content for one in before.untaken] == ["Tổ chức đối thoại với người dân"]
    made = lans_plan(client, issued, province, cast)
    assert cascade_of(issued, today=now.date()).issued == 0
    accept_certain(made, by=cast.lan, at=now)
    Plan.objects.filter(pk=made.pk).update(state="approved", issued_on=now.date(), number="7")
    client.post(f"/ke-hoach/{made.code}/ban-hanh/")
    drain()
    after = cascade_of(issued, today=now.date())
    assert (after.issued, after.untaken) == (1, [])
    assert Duty.objects.get(plan_code=made.code).serves == Duty.objects.get(source_code=after.tasks[0].task.code)
    client.force_login(cast.chi)
    page = client.get(f"/ke-hoach/{issued.code}/cap-duoi/").content.decode()
    assert "1/2" in page
    assert "chưa ban hành" in page


def test_an_uploaded_plan_is_tied_to_the_one_above(
    client: Client, issued: Plan, province: Province, cast: Cast, now: datetime
) -> None:
    made = lans_plan(client, issued, province, cast)
    made.tasks.update(serves=None)
    Plan.objects.filter(pk=made.pk).update(above=None)
    assert "Thực hiện kế hoạch nào của cấp trên" in client.get(f"/ke-hoach/{made.code}/").content.decode()
    client.post(f"/ke-hoach/{made.code}/cap-tren/", {"cap-tren": issued.code})
    made.refresh_from_db()
    assert made.above == issued
    assert made.tasks.get().serves is not None


def test_tied_after_its_issue_what_was_given_out_serves_the_duty_above(
    client: Client, issued: Plan, province: Province, cast: Cast, now: datetime
) -> None:
    made = lans_plan(client, issued, province, cast)
    made.tasks.update(serves=None)
    accept_certain(made, by=cast.lan, at=now)
    Plan.objects.filter(pk=made.pk).update(state="approved", issued_on=now.date(), number="7", above=None)
    client.post(f"/ke-hoach/{made.code}/ban-hanh/")
    drain()
    own = Duty.objects.get(plan_code=made.code)
    assert own.serves is None
    client.post(f"/ke-hoach/{made.code}/cap-tren/", {"cap-tren": issued.code})
    own.refresh_from_db()
    assert own.serves == Duty.objects.get(source_code=made.tasks.get().serves.code)


def test_which_task_above_a_draft_carries_out_is_chosen_in_the_review(
    client: Client, issued: Plan, province: Province, cast: Cast
) -> None:
    made = lans_plan(client, issued, province, cast)
    made.tasks.update(serves=None)
    own, above = made.tasks.get(), issued.tasks.get(content__contains="đối thoại")
    page = client.get(f"/ke-hoach/{made.code}/duyet-lai/").content.decode()
    assert "Máy gợi ý: " in page
    assert above.content in page.split("Máy gợi ý: ")[1][:200]
    typed = {"content": own.content, "edition": own.edition, "schedule_text": own.schedule_text, "lam": "luu"}
    client.post(f"/ke-hoach/{made.code}/viec/{own.code}/", {**typed, "thuc-hien": above.code})
    own.refresh_from_db()
    assert own.serves == above
    client.post(f"/ke-hoach/{made.code}/viec/{own.code}/", {**typed, "edition": own.edition, "thuc-hien": "khong-co"})
    own.refresh_from_db()
    assert own.serves == above
    client.post(f"/ke-hoach/{made.code}/viec/{own.code}/", {**typed, "edition": own.edition, "thuc-hien": "-"})
    own.refresh_from_db()
    assert own.serves is None


def test_a_plan_that_asks_nothing_of_the_unit_is_refused(
    client: Client, issued: Plan, province: Province, cast: Cast
) -> None:
    issued.tasks.filter(content__contains="đối thoại").update(is_left_out=True)
    make_member(cast.lan, province.commune, "head")
    client.force_login(cast.lan)
    form = {"agency": province.commune.code, "year": 2026, "source": issued.code}
    response = client.post("/ke-hoach/soan/", form)
    assert response.status_code == 422
    assert "không giao việc nào cho đơn vị này" in response.content.decode()
