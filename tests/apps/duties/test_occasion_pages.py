"""An officer tells the event that work waits for; what it opens is shown first."""

from datetime import timedelta

import pytest
from django.utils import timezone

from dondoc.duties.models import Duty, Obligation, Occasion
from makers import make_duty, make_settlement
from people import Cast, signed_in

pytestmark = pytest.mark.django_db
SOON = timezone.localdate() + timedelta(days=40)
TYPED = {"name": "Bầu cử thôn Nà Chì", "on": SOON.isoformat(), "settlement": ""}


@pytest.fixture
def duty(place) -> Duty:
    form = {"kind": "event", "text": "Trước khi bầu cử trưởng thôn", "normalised": {"event": "bầu cử"}}
    return make_duty(place.province, [("execute", place.communes)], title="Rà soát quy trình bầu cử", schedule=form)


def address(duty: Duty) -> str:
    return f"/viec/su-kien/{duty.code}/"


def test_an_officer_sees_what_waits_and_its_villages(place, duty: Duty, cast: Cast) -> None:
    make_settlement(place.an_lac.unit)
    make_settlement(place.binh_hoa.unit, "thôn Xa")
    client = signed_in("lan.nt")
    assert "Rà soát quy trình bầu cử" in client.get("/viec/su-kien/").content.decode()
    page = client.get(address(duty)).content.decode()
    assert "thôn Nà Chì" in page
    assert "thôn Xa" not in page


def test_what_opens_is_shown_and_nothing_is_written(place, duty: Duty, cast: Cast) -> None:
    page = signed_in("lan.nt").post(address(duty), TYPED).content.decode()
    assert "UBND xã An Lạc" in page
    assert "1 cơ quan" in page
    assert "Xong trước ngày" in page
    assert not Occasion.objects.exists()


def test_sure_of_it_the_own_commune_owes_it(place, duty: Duty, cast: Cast) -> None:
    village = make_settlement(place.an_lac.unit)
    sent = {**TYPED, "settlement": village.code, "sure": "1"}
    assert signed_in("lan.nt").post(address(duty), sent).status_code == 302
    assert Obligation.objects.get().owed_by == place.an_lac
    assert Occasion.objects.get().settlement == village


def test_two_villages_on_one_day_are_two_and_sent_again_is_one(place, duty: Duty, cast: Cast) -> None:
    client = signed_in("lan.nt")
    for name in ("Bầu cử thôn A", "Bầu cử thôn B", "Bầu cử thôn B"):
        client.post(address(duty), {**TYPED, "name": name, "sure": "1"})
    assert Obligation.objects.count() == 2
    assert (
        "ghi lại không mở thêm việc" in client.post(address(duty), {**TYPED, "name": "Bầu cử thôn B"}).content.decode()
    )


def test_the_focal_point_tells_of_one_commune_or_of_all(place, duty: Duty, cast: Cast) -> None:
    client = signed_in("ha.lt")
    client.post(address(duty), {**TYPED, "agency": place.binh_hoa.code, "sure": "1"})
    assert Obligation.objects.get().owed_by == place.binh_hoa
    client.post(address(duty), {**TYPED, "name": "Bầu cử chung", "sure": "1"})
    assert Obligation.objects.count() == 4


def test_an_officer_tells_nothing_of_another_commune(place, duty: Duty, cast: Cast) -> None:
    assert signed_in("lan.nt").post(address(duty), {**TYPED, "agency": place.binh_hoa.code}).status_code == 404
    assert signed_in("minh.tv").get(address(duty)).status_code == 404
    assert "Không có việc nào chờ sự kiện" in signed_in("minh.tv").get("/viec/su-kien/").content.decode()


@pytest.mark.parametrize("typed", [{"name": ""}, {"on": "2126-01-01"}, {"on": "hôm nay"}])
def test_what_was_typed_wrong_is_said_and_stays(place, duty: Duty, cast: Cast, typed: dict[str, str]) -> None:
    answer = signed_in("lan.nt").post(address(duty), {**TYPED, **typed})
    assert answer.status_code == 422
    assert not Occasion.objects.exists()


def test_a_village_of_another_commune_is_refused(place, duty: Duty, cast: Cast) -> None:
    make_settlement(place.an_lac.unit)
    other = make_settlement(place.binh_hoa.unit, "thôn Xa")
    answer = signed_in("lan.nt").post(address(duty), {**TYPED, "settlement": other.code, "sure": "1"})
    assert answer.status_code == 422
    assert not Occasion.objects.exists()
