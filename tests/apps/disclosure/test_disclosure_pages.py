"""The board, a unit's way to green, and a photo posted from a phone."""

from datetime import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from dondoc.disclosure.actions.catalogue import adopt_catalogue, end_item, set_frequency
from dondoc.disclosure.models import Item, Publication
from dondoc.disclosure.queries.standing import UNSET, item_rows, way_to_green
from dondoc.duties.models import Duty, Obligation
from dondoc.toolkit.errors import BadInput
from dondoc.units.models import Settlement
from makers import LONG_AGO, make_unit
from makers.disclosure import PNG, make_publication, on_board
from people import Cast, signed_in

pytestmark = pytest.mark.django_db


def test_every_commune_owes_every_cycle_once(place) -> None:
    item = place.items["ns-thuc-hien"]
    owed = Obligation.objects.filter(duty__source_code=item.code)
    assert owed.count() == 4 * 2
    assert adopt_catalogue(place.province, by=None, at=LONG_AGO) == 0
    assert Duty.objects.filter(source_kind="disclosure").count() == Item.objects.exclude(when="").count()


def test_what_has_no_frequency_is_flagged_until_it_has_one(place, cast: Cast, autumn: datetime) -> None:
    item = place.items["tai-san"]
    row = next(row for row in item_rows([place.an_lac.unit], autumn.date()) if row.item == item)
    assert (row.words, row.is_green, row.is_open) == (UNSET, False, True)
    with pytest.raises(BadInput) as refused:
        set_frequency(item, when="khi nào tiện", by=cast.chi, at=autumn)
    assert refused.value.code == "item-timeless"
    set_frequency(item, when="Hằng quý", by=cast.chi, at=autumn)
    with pytest.raises(BadInput) as refused:
        set_frequency(item, when="Hằng năm", by=cast.chi, at=autumn)
    assert refused.value.code == "item-has-time"


def test_an_item_without_frequency_is_not_green_even_when_published(place, cast: Cast, autumn: datetime) -> None:
    make_publication(place.items["tai-san"], place.an_lac, by=cast.lan, at=autumn)
    rows = item_rows([place.an_lac.unit], autumn.date())
    assert not next(row for row in rows if row.item.key == "tai-san").is_green


def test_the_way_to_green_begins_with_what_is_late_and_nearly_done(place, cast: Cast, autumn: datetime) -> None:
    make_publication(
        place.items["ns-thuc-hien"], place.an_lac, by=cast.lan, at=autumn, obligation=place.owed("ns-thuc-hien"),
        places=[on_board(autumn.date())],
    )  # fmt: skip
    way = way_to_green(item_rows([place.an_lac.unit], autumn.date()))
    assert all(row.is_late for row in way[: sum(row.is_late for row in way)])
    counts = [len(row.steps) for row in way if row.is_late]
    assert counts == sorted(counts)


def test_an_ended_item_owes_nothing_more(place, cast: Cast, autumn: datetime) -> None:
    item = place.items["dong-gop"]
    assert end_item(item, reason="Bãi bỏ", by=cast.chi, at=autumn)
    assert not end_item(item, reason="Bãi bỏ", by=cast.chi, at=autumn)
    assert Duty.objects.get(source_code=item.code).ended_on is not None


def test_an_officer_comes_to_the_own_unit_and_sees_what_to_do(place) -> None:
    client = signed_in("lan.nt")
    answer = client.get("/cong-khai/", follow=True)
    text = answer.content.decode()
    assert answer.redirect_chain[-1][0] == f"/cong-khai/don-vi/{place.an_lac.unit.code}/"
    for words in ("Đường ngắn nhất để đạt", "Niêm yết tại trụ sở.", "chưa rõ tần suất", "thôn Nà Lan"):
        assert words in text


def test_the_province_sees_the_matrix_and_its_sheet(place) -> None:
    client = signed_in("chi.pq")
    text = client.get("/cong-khai/").content.decode()
    assert "xã An Lạc" in text
    assert "Hộ nghèo dự kiến" in text
    assert client.get("/cong-khai/xuat.xlsx")["Content-Type"].endswith("sheet")


def test_a_stranger_finds_no_unit_no_publication(place, cast: Cast, autumn: datetime) -> None:
    one = make_publication(place.items["ns-thuc-hien"], place.an_lac, by=cast.lan, at=autumn)
    client = signed_in("tung.ds")
    assert client.get(f"/cong-khai/ban/{one.code}/").status_code == 404
    assert client.get(f"/cong-khai/don-vi/{place.an_lac.unit.code}/").status_code == 404
    assert client.post(f"/cong-khai/ban/{one.code}/dinh-chinh/", {"dinh-chinh-reason": "x"}).status_code == 404


def test_whoever_only_watches_changes_nothing(place, cast: Cast, autumn: datetime) -> None:
    one = make_publication(place.items["ns-thuc-hien"], place.an_lac, by=cast.lan, at=autumn)
    client = signed_in("chi.pq")
    page = client.get(f"/cong-khai/ban/{one.code}/")
    assert page.status_code == 200
    assert "Gỡ xuống" not in page.content.decode()
    assert client.post(f"/cong-khai/ban/{one.code}/mo/", {}).status_code == 404


def test_what_is_withdrawn_says_so_and_takes_nothing_more(place, cast: Cast, autumn: datetime) -> None:
    one = make_publication(place.items["ns-thuc-hien"], place.an_lac, by=cast.lan, at=autumn)
    client, page = signed_in("lan.nt"), f"/cong-khai/ban/{one.code}/"
    assert client.post(f"{page}rut/", {"rut-reason": ""}).status_code == 422
    assert signed_in("tung.ds").post(f"{page}rut/", {"rut-reason": "Nhầm"}).status_code == 404
    assert client.post(f"{page}rut/", {"rut-reason": "Công khai nhầm bản nháp"}).status_code == 302
    text = client.get(page).content.decode()
    assert "đã rút" in text
    assert "Công khai nhầm bản nháp" in text
    assert "Gỡ xuống" not in text
    late = client.post(f"{page}dinh-chinh/", {"dinh-chinh-reason": "Sai số", "dinh-chinh-title": "Quyết toán"})
    assert late.status_code == 422
    assert "đã rút: lập bản mới" in late.content.decode()


def test_one_form_from_the_board_to_the_proof(place, now: datetime) -> None:
    owed, hall = place.owed("ns-thuc-hien"), Settlement.objects.get(commune=place.an_lac.unit)
    address = f"/cong-khai/don-vi/{place.an_lac.unit.code}/dang/{place.items['ns-thuc-hien'].code}/?viec={owed.code}"
    client = signed_in("lan.nt")
    assert "capture" not in client.get(address).content.decode()
    sent = {
        "title": "Thực hiện ngân sách quý I",
        "board": "on",
        "halls": [hall.code],
        "begins_on": "2026-01-10",
        "url": "https://anlac.minhson.gov.vn/1",
        "photos": SimpleUploadedFile("bang.png", PNG, content_type="image/png"),
    }
    answer = client.post(address, sent)
    one = Publication.objects.get()
    assert (answer.status_code, answer.url) == (302, f"/cong-khai/ban/{one.code}/")
    assert Obligation.objects.get(pk=owed.pk).state in ("done", "done-late")
    page = client.get(answer.url).content.decode()
    assert "bang.png" in page
    photo = one.postings.filter(channel="board").get()
    assert photo.proofs == 1


def test_what_was_typed_stays_after_a_refusal(place) -> None:
    item = place.items["ns-thuc-hien"]
    address = f"/cong-khai/don-vi/{place.an_lac.unit.code}/dang/{item.code}/"
    answer = signed_in("lan.nt").post(address, {"title": "Bản của tôi", "begins_on": "2026-01-10"})
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "Chọn ít nhất một nơi" in text
    assert "Bản của tôi" in text
    assert not Publication.objects.exists()


def test_an_office_adds_what_its_plan_asks(place, cast: Cast) -> None:
    from makers import make_member

    make_member(cast.lan, place.an_lac, "head")
    client = signed_in("lan.nt")
    unit = place.an_lac.unit
    answer = client.post(
        f"/cong-khai/don-vi/{unit.code}/them/",
        {"name": "Kết quả giám sát cộng đồng", "basis": "Kế hoạch 31/KH-UBND", "when": "Hằng quý"},
    )
    assert answer.status_code == 302
    added = Item.objects.get(unit=unit)
    assert Obligation.objects.filter(duty__source_code=added.code).exists()
    assert "Kết quả giám sát cộng đồng" in client.get(answer.url).content.decode()


def test_a_commune_alone_takes_the_catalogue_over(cast: Cast) -> None:
    from makers import make_agency, make_member

    ward = make_agency(make_unit("Bến Đá", level="commune", kind="phường"))
    make_member(cast.lan, ward, "head")
    answer = signed_in("lan.nt").post(f"/cong-khai/don-vi/{ward.unit.code}/nap-danh-muc/")
    assert answer.status_code == 302
    assert Item.objects.filter(unit=ward.unit, level="commune").count() > 20


def test_what_is_owed_leads_to_where_it_is_settled_and_to_no_other_form(place, cast: Cast, autumn: datetime) -> None:
    owed = place.owed("ns-thuc-hien")
    client = signed_in("lan.nt")
    text = client.get(f"/viec/{owed.code}/").content.decode()
    assert f"/cong-khai/viec/{owed.code}/" in text
    assert "Báo hoàn thành" not in text
    assert "/dang/" in client.get(f"/cong-khai/viec/{owed.code}/").url
    one = make_publication(place.items["ns-thuc-hien"], place.an_lac, by=cast.lan, at=autumn, obligation=owed)
    assert client.get(f"/cong-khai/viec/{owed.code}/").url == f"/cong-khai/ban/{one.code}/"
    assert "/don-vi/" in signed_in("chi.pq").get(f"/cong-khai/viec/{place.owed('danh-muc').code}/").url
