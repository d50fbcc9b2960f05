"""A component beside the work that is aimed at it."""

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

import pytest
from django.test import Client
from openpyxl import load_workbook

from apps.plans.making import Province, issue_plan_of, make_province, read_plan_of
from dondoc.desk.queries.components import components, results_of
from dondoc.duties.models import Obligation
from dondoc.figures.registry import Ask, Figure, Kind, Told, tells
from dondoc.framework.rules.meanings import MEANINGS
from dondoc.framework.rules.papi import framework
from dondoc.plans.models import Plan
from dondoc.scores.actions.storing import Figure as Stored
from dondoc.scores.actions.storing import store_figures, store_shipped
from dondoc.scores.models import ImportKind
from dondoc.units.access import scope_of
from people import Cast

pytestmark = pytest.mark.usefixtures("frozen")


@pytest.fixture
def home(cast: Cast) -> Province:
    return make_province(cast)


@pytest.fixture
def plan(cast: Cast, home: Province, now: datetime) -> Plan:
    """Two tasks of 1.2 and one of 1.1; Hà and Chi see the whole province."""
    made = read_plan_of(home, by=cast.ha, at=now)
    issue_plan_of(made, home, cast, at=now, issued_on=date(2026, 10, 12))
    return made


@pytest.fixture
def results(cast: Cast, home: Province, now: datetime) -> None:
    """The country as shipped, and the province's own figures of 2023 and 2024: weak in knowing and in budgets."""
    store_shipped(by=cast.ha, at=now)
    low = {"D1_KNOW": "0.80", "D1_OPP": "1.90", "D2_BUDGET": "0.90"}
    figures = [
        Stored(year, code, home.unit.code, Decimal(score)) for year in (2023, 2024) for code, score in low.items()
    ]
    store_figures("papi", figures, kind=ImportKind.TYPED, source="giả định", source_on=now.date(), by=cast.ha, at=now)


def test_every_component_says_what_it_asks() -> None:
    codes = {one.code for year in range(2011, 2027) for one in framework(year) if one.level == "component"}
    assert codes == set(MEANINGS)


def test_the_index_shows_work_and_result(client: Client, cast: Cast, plan: Plan, results: None) -> None:
    client.force_login(cast.chi)
    page = client.get("/noi-dung/").content.decode()
    assert "1.2 Cơ hội tham gia" in page
    assert "Kết quả: Minh Sơn, năm 2024." in page
    assert "0,80" in page


def test_a_weak_component_without_a_task_is_brought_up(client: Client, cast: Cast, plan: Plan, results: None) -> None:
    client.force_login(cast.chi)
    budget = client.get("/noi-dung/D2_BUDGET/").content.decode()
    assert "chưa kế hoạch nào đang thực hiện có nhiệm vụ hướng tới nội dung này" in budget
    know = client.get("/noi-dung/D1_KNOW/").content.decode()
    assert "chưa kế hoạch nào đang thực hiện" not in know
    assert "Biên soạn tài liệu hỏi đáp" in know
    assert "trong mức dao động thường thấy" in know


def test_done_on_paper_is_shown_and_nobody_accused(client: Client, cast: Cast, plan: Plan, results: None) -> None:
    Obligation.objects.update(component="1.1", state="done", settled_at="2026-11-09T09:00:00+07:00")
    client.force_login(cast.chi)
    page = client.get("/noi-dung/D1_KNOW/").content.decode()
    assert "xem lại minh chứng rồi nhận định" in page


def test_the_number_of_a_component_finds_it_too(client: Client, cast: Cast, plan: Plan) -> None:
    client.force_login(cast.lan)
    assert "Thu, chi ngân sách" in client.get("/noi-dung/2.3/").content.decode()
    assert client.get("/noi-dung/9.9/").status_code == 404


def test_an_officer_counts_the_own_work_alone(client: Client, cast: Cast, plan: Plan) -> None:
    client.force_login(cast.lan)
    page = client.get("/noi-dung/1.2/").content.decode()
    assert "Tổ chức đối thoại với người dân" in page
    assert "0/1" in page or "chưa đến hạn" in page


def test_units_by_the_components_of_a_dimension(client: Client, cast: Cast, plan: Plan) -> None:
    Obligation.objects.filter(component="1.2").update(state="open", due_on=date(2026, 11, 2))
    client.force_login(cast.chi)
    page = client.get("/noi-dung/?truc=1").content.decode()
    assert "Phường An Lạc, Cơ hội tham gia: 1 việc quá hạn trên 1 việc đã mở" in page
    assert "noi-dung=1.2" in page
    listed = client.get("/theo-doi/viec/?noi-dung=1.2").content.decode()
    assert "nội dung thành phần 1.2" in listed
    assert "Biên soạn tài liệu" not in listed


def test_what_other_parts_tell_stands_there(client: Client, cast: Cast, plan: Plan, home: Province) -> None:
    figure = Figure("test.lists", "Danh sách hộ nghèo đã niêm yết", Kind.SHARE, components=("2.2",))

    @tells(figure)
    def _lists(ask: Ask) -> list[Told]:
        return [Told(home.unit.pk, Decimal(1), Decimal(4), "/cong-khai/")]

    try:
        client.force_login(cast.chi)
        page = client.get("/noi-dung/2.2/").content.decode()
        assert "Danh sách hộ nghèo đã niêm yết" in page
        assert "25,0 % (1/4)" in page
        assert "Danh sách hộ nghèo đã niêm yết" not in client.get("/noi-dung/2.3/").content.decode()
    finally:
        from dondoc.figures import registry

        registry._tellers.pop(figure.name)


def test_the_workbook_has_every_component(client: Client, cast: Cast, plan: Plan, results: None) -> None:
    client.force_login(cast.chi)
    content = client.get("/noi-dung/noi-dung.xlsx").content
    rows = list(load_workbook(BytesIO(content)).active.iter_rows(values_only=True))
    assert len(rows) == 1 + len(components(2026))
    know = next(row for row in rows if row[0] == "D1_KNOW")
    assert know[3:5] == (2024, 0.8)


def test_without_a_province_there_are_no_results(cast: Cast, now: datetime) -> None:
    assert results_of(scope_of(cast.ha, now.date())).year == 0
