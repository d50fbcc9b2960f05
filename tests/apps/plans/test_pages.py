"""The list, the plan in the form of its annex, the sheet; and how many queries each page takes."""

import io
from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from apps.plans.making import Province, make_province, plan_docx, read_plan_of
from dondoc.plans.models import Plan
from people import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def province(cast: Cast) -> Province:
    return make_province(cast)


@pytest.fixture
def plan(cast: Cast, province: Province, client: Client, now: datetime) -> Plan:
    client.force_login(cast.ha)
    return read_plan_of(province, by=cast.ha, at=now)


def test_plans_are_found_without_marks(client: Client, plan: Plan) -> None:
    assert "Nâng cao Chỉ số PAPI" in client.get("/ke-hoach/", {"q": "nang cao chi so"}).content.decode()
    assert "Không có kế hoạch nào khớp" in client.get("/ke-hoach/", {"q": "khong co dau"}).content.decode()
    assert "Nâng cao Chỉ số PAPI" in client.get("/ke-hoach/", {"nam": "2026"}).content.decode()


def test_an_empty_list_says_what_to_do_first(client: Client, cast: Cast, province: Province) -> None:
    client.force_login(cast.ha)
    assert "Tải tệp Word hoặc PDF của kế hoạch lên" in client.get("/ke-hoach/").content.decode()


def test_the_plan_stands_in_the_form_of_its_annex(client: Client, plan: Plan) -> None:
    page = client.get(f"/ke-hoach/{plan.code}/").content.decode()
    assert "<caption>1. Tham gia của người dân ở cấp cơ sở</caption>" in page
    assert "Tổ chức đối thoại với người dân" in page
    assert "Tháng 12/2026" in page


def test_the_sheet_has_a_line_for_each_task(client: Client, plan: Plan) -> None:
    from openpyxl import load_workbook

    response = client.get(f"/ke-hoach/{plan.code}/xlsx/")
    rows = list(load_workbook(io.BytesIO(response.content)).active.values)  # type: ignore[union-attr]
    assert len(rows) == plan.tasks.count() + 1
    assert "Sở Tư pháp" in rows[1]


@pytest.mark.parametrize(("page", "most"), [("", 28), ("duyet-lai/", 30), ("ten-co-quan/", 18), ("xlsx/", 18)])
def test_the_queries_of_a_page_do_not_grow_with_its_rows(
    client: Client,
    cast: Cast,
    province: Province,
    now: datetime,
    django_assert_max_num_queries: Any,
    page: str,
    most: int,
) -> None:
    rows = tuple(
        ("1.1", f"Việc số {n} của thôn", "Sở Tư pháp", "UBND các xã, phường", "Quý IV/2026") for n in range(40)
    )
    client.force_login(cast.ha)
    plan = read_plan_of(province, by=cast.ha, at=now, content=plan_docx(rows))
    with django_assert_max_num_queries(most):
        assert client.get(f"/ke-hoach/{plan.code}/{page}").status_code == 200
