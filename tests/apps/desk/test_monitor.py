"""/theo-doi/: counts by unit and dimension, what stands behind them, coverage, workbooks."""

from datetime import datetime
from io import BytesIO
from typing import Any

import pytest
from django.test import Client

from desk_province import Province
from dondoc.desk.queries.monitor import unit_rows
from dondoc.duties.access import visible_obligations
from dondoc.duties.actions.obligation import confirm, settle
from dondoc.units.access import scope_of
from people import Cast

pytestmark = pytest.mark.usefixtures("frozen")
PAGES = ["/theo-doi/", "/theo-doi/viec/", "/theo-doi/qua-han/", "/theo-doi/do-phu/"]
SHEETS = ["/theo-doi/viec.xlsx", "/theo-doi/do-phu.xlsx", "/theo-doi/don-vi.xlsx"]


def get(client: Client, user: Any, address: str) -> str:
    client.force_login(user)
    response = client.get(address)
    assert response.status_code == 200, response.content[-300:]
    return str(response.content.decode())


@pytest.mark.parametrize("address", [*PAGES, *SHEETS])
def test_every_page_opens_for_each_role_also_with_nothing_to_show(client: Client, cast: Cast, address: str) -> None:
    assert client.get(address).status_code == 302
    client.force_login(cast.lan)
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("address", [*PAGES, *SHEETS])
def test_every_page_opens_with_work(client: Client, cast: Cast, province: Province, address: str) -> None:
    for user in (cast.lan, cast.minh, cast.ha, cast.chi):
        client.force_login(user)
        assert client.get(address).status_code == 200


def test_a_cell_says_late_over_opened_and_leads_behind_it(client: Client, cast: Cast, province: Province) -> None:
    text = get(client, cast.chi, "/theo-doi/")
    assert "Xã An Lạc, trục 2: 1 việc quá hạn trên 1 việc đã mở" in text
    code = province.an_lac.unit.code
    behind = get(client, cast.chi, f"/theo-doi/viec/?truc=2&trang-thai=qua-han&don-vi={code}")
    assert province.owed_by(province.an_lac).code in behind
    assert province.owed_by(province.hoa_binh).code not in behind


def test_a_commune_sees_itself_alone(client: Client, cast: Cast, province: Province) -> None:
    text = get(client, cast.tung, "/theo-doi/viec/")
    assert province.owed_by(province.hoa_binh).code in text
    assert province.owed_by(province.an_lac).code not in text


def test_the_summary_and_a_count_of_rows_agree(cast: Cast, province: Province, now: datetime) -> None:
    one = province.owed_by(province.an_lac)
    settle(one, by=cast.lan, at=now, text="Đã niêm yết.", claimed=True)
    confirm(one, by=cast.minh, at=now)
    scope = scope_of(cast.chi, now.date())
    rows = visible_obligations(cast.chi, now.date(), scope=scope)
    by_summary = unit_rows(rows, scope, now.date())
    by_rows = unit_rows(rows, scope_of(cast.minh, now.date()), now.date())
    told = [[(r.name, r.total.asked, r.total.settled, r.total.late) for r in some] for some in (by_summary, by_rows)]
    assert sorted(told[0]) == sorted(told[1])
    assert ("Xã An Lạc", 1, 1, 0) in told[0]


def test_coverage_counts_who_owes_and_who_is_done(client: Client, cast: Cast, province: Province) -> None:
    from openpyxl import load_workbook

    client.force_login(cast.chi)
    sheet = load_workbook(BytesIO(client.get("/theo-doi/do-phu.xlsx").content)).active
    (_, row) = sheet.iter_rows(values_only=True)
    assert row[3:] == (3, 3, 0, 3)


def test_the_monitor_asks_a_fixed_number_of_times(
    client: Client, cast: Cast, province: Province, django_assert_max_num_queries: Any
) -> None:
    client.force_login(cast.chi)
    for address in PAGES:
        with django_assert_max_num_queries(20):
            client.get(address)
