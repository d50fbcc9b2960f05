"""/viec-cua-toi/: the own work, late first; filters; the workbook."""

from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.test import Client

from desk_province import Province, give_work
from dondoc.duties.actions.obligation import assign
from people import Cast

PAGE = "/viec-cua-toi/"
pytestmark = pytest.mark.usefixtures("frozen")


def get(client: Client, user: Any, address: str = PAGE) -> str:
    client.force_login(user)
    response = client.get(address)
    assert response.status_code == 200, response.content[-300:]
    return str(response.content.decode())


def test_a_stranger_does_not_see_it(client: Client) -> None:
    assert client.get(PAGE).status_code == 302


def test_an_officer_sees_what_the_own_agency_owes_and_how_late_it_is(
    client: Client, cast: Cast, province: Province
) -> None:
    text = get(client, cast.lan)
    assert "Niêm yết danh sách hộ nghèo" in text
    assert province.owed_by(province.an_lac).code in text
    assert province.owed_by(province.hoa_binh).code not in text
    assert "quá hạn 5 ngày làm việc (hạn 03/11/2026)" in text


def test_mine_stands_before_what_is_nobodys(client: Client, cast: Cast, province: Province, now: datetime) -> None:
    assign(province.owed_by(province.an_lac), to=cast.lan, by=cast.lan, at=now)
    give_work(province, now, due_on=now.date() + timedelta(days=3), source="t2")
    text = get(client, cast.lan)
    assert text.index("Việc giao cho tôi") < text.index("chưa giao ai")


def test_words_are_found_without_marks(client: Client, cast: Cast, province: Province) -> None:
    assert "Niêm yết danh sách" in get(client, cast.lan, f"{PAGE}?tim=danh+sach+ho+ngheo")
    assert "Không có việc nào như đang lọc" in get(client, cast.lan, f"{PAGE}?tim=bau+cu")


@pytest.mark.parametrize(
    ("query", "is_there"),
    [
        ("trang-thai=qua-han", True),
        ("trang-thai=da-xong", False),
        ("truc=2", True),
        ("truc=3", False),
        ("truc=99&trang-thai=x&trang=zz", True),
    ],
)
def test_filters_narrow_and_nonsense_is_ignored(
    client: Client, cast: Cast, province: Province, query: str, is_there: bool
) -> None:
    assert (province.owed_by(province.an_lac).code in get(client, cast.lan, f"{PAGE}?{query}")) is is_there


def test_who_has_no_role_is_told_what_to_do(client: Client, cast: Cast) -> None:
    assert "chưa được giao vai trò" in get(client, cast.lan)


def test_the_workbook_has_the_same_rows_with_their_codes(client: Client, cast: Cast, province: Province) -> None:
    from openpyxl import load_workbook

    client.force_login(cast.lan)
    sheet = load_workbook(BytesIO(client.get(f"{PAGE}viec.xlsx").content)).active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][0] == "Mã việc"
    assert [row[0] for row in rows[1:]] == [province.owed_by(province.an_lac).code]


def test_the_page_asks_the_database_a_fixed_number_of_times(
    client: Client, cast: Cast, province: Province, now: datetime, django_assert_max_num_queries: Any
) -> None:
    for number in range(5):
        give_work(province, now, due_on=now.date() + timedelta(days=number), source=f"x{number}")
    client.force_login(cast.lan)
    with django_assert_max_num_queries(22):  # two for the frame: notices, reports of citizens
        client.get(PAGE)
