"""Filters under a name: one's own, shared with one's agency, never more than a filter."""

import pytest
from django.test import Client

from desk_province import Province
from dondoc.desk.models import SavedFilter
from dondoc.records.models import AuditEntry
from makers import make_member, make_user
from people import Cast

pytestmark = pytest.mark.usefixtures("frozen")


def save(client: Client, **more: str) -> str:
    fields = {"noi": "my-work", "loc": "truc=2&trang-thai=qua-han", "ten": "Quá hạn trục 2", **more}
    return client.post("/bo-loc/", fields, follow=True).content.decode()


def test_a_narrowed_list_offers_to_be_kept_and_is_found_again(client: Client, cast: Cast, province: Province) -> None:
    client.force_login(cast.lan)
    assert "Lưu bộ lọc này" not in client.get("/viec-cua-toi/").content.decode()
    assert "Lưu bộ lọc này" in client.get("/viec-cua-toi/?truc=2").content.decode()
    page = save(client)
    assert "Đã lưu bộ lọc." in page
    assert 'href="/viec-cua-toi/?truc=2&amp;trang-thai=qua-han"' in client.get("/viec-cua-toi/").content.decode()
    assert AuditEntry.objects.filter(verb="save_filter", actor_id=cast.lan.pk).count() == 1


def test_one_s_own_is_nobody_else_s(client: Client, cast: Cast, province: Province) -> None:
    client.force_login(cast.lan)
    save(client)
    client.force_login(cast.tung)
    assert "Quá hạn trục 2" not in client.get("/viec-cua-toi/").content.decode()
    assert client.post(f"/bo-loc/{SavedFilter.objects.get().code}/xoa/").status_code == 404


def test_a_shared_one_is_for_the_people_of_the_agency(client: Client, cast: Cast, province: Province) -> None:
    colleague = make_user("nga.tt", full_name="Trần Thị Nga")
    make_member(colleague, province.an_lac, "officer")
    client.force_login(cast.lan)
    save(client, **{"co-quan": province.an_lac.code})
    client.force_login(colleague)
    page = client.get("/viec-cua-toi/").content.decode()
    assert "Quá hạn trục 2" in page
    assert client.post(f"/bo-loc/{SavedFilter.objects.get().code}/xoa/").status_code == 404
    client.force_login(cast.tung)
    assert "Quá hạn trục 2" not in client.get("/viec-cua-toi/").content.decode()


def test_the_head_may_take_a_shared_one_away(client: Client, cast: Cast, province: Province) -> None:
    head = make_user("son.nv", full_name="Ngô Văn Sơn")
    make_member(head, province.an_lac, "head")
    client.force_login(cast.lan)
    save(client, **{"co-quan": province.an_lac.code})
    client.force_login(head)
    assert client.post(f"/bo-loc/{SavedFilter.objects.get().code}/xoa/").status_code == 302
    assert not SavedFilter.objects.exists()


def test_an_agency_that_is_not_one_s_own_is_not_shared_with(client: Client, cast: Cast, province: Province) -> None:
    client.force_login(cast.lan)
    save(client, **{"co-quan": province.hoa_binh.code})
    assert SavedFilter.objects.get().agency is None


def test_the_same_name_is_the_new_list(client: Client, cast: Cast, province: Province) -> None:
    client.force_login(cast.lan)
    save(client)
    save(client, loc="truc=3")
    assert SavedFilter.objects.get().query == "truc=3"


def test_only_a_filter_is_ever_kept(client: Client, cast: Cast, province: Province) -> None:
    client.force_login(cast.lan)
    save(client, loc="truc=2&next=//la.example&tim=<script>")
    assert SavedFilter.objects.get().query == "truc=2&tim=%3Cscript%3E"


@pytest.mark.parametrize(
    ("more", "sentence"), [({"ten": " "}, "Chưa có tên bộ lọc"), ({"loc": "x=1"}, "Danh sách chưa lọc gì")]
)
def test_what_is_missing_is_said(
    client: Client, cast: Cast, province: Province, more: dict[str, str], sentence: str
) -> None:
    client.force_login(cast.lan)
    assert sentence in save(client, **more)
    assert not SavedFilter.objects.exists()


def test_a_name_that_another_shared_is_taken(client: Client, cast: Cast, province: Province) -> None:
    colleague = make_user("nga.tt", full_name="Trần Thị Nga")
    make_member(colleague, province.an_lac, "officer")
    client.force_login(cast.lan)
    save(client, **{"co-quan": province.an_lac.code})
    client.force_login(colleague)
    assert "Đặt tên khác" in save(client, loc="truc=4", **{"co-quan": province.an_lac.code})


def test_the_monitor_keeps_its_own(client: Client, cast: Cast, province: Province) -> None:
    client.force_login(cast.chi)
    save(client, noi="monitor-obligations", loc="truc=2", ten="Trục 2")
    assert "Trục 2</a>" in client.get("/theo-doi/viec/").content.decode()
    assert "Trục 2</a>" not in client.get("/viec-cua-toi/").content.decode()
