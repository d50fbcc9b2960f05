"""What was made public, answered, collected and announced, as anybody finds it on the page of a unit."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from dondoc.disclosure.actions.publication import open_to_public
from dondoc.duties.actions.evidence import Upload
from dondoc.portal.views import openness
from dondoc.records.actions.files import make_public_copy
from dondoc.records.models import StoredFile
from dondoc.records.worker import drain
from dondoc.units.models import Agency
from makers import make_agency, make_member, make_unit
from makers.disclosure import make_collection, make_consultation, make_entry, make_item, make_publication
from makers.feedback import TEXT, make_published, make_ward
from makers.meetings import make_dialogue
from makers.portal import make_open_unit
from people import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def ward(cast: Cast) -> Agency:
    """An Lạc, where Lan works, with its page open."""
    committee = make_agency(make_unit("An Lạc", level="commune", parent=make_unit("Minh Sơn")))
    make_member(cast.lan, committee, "head")
    make_open_unit(committee.unit)
    return committee


@pytest.fixture
def lately() -> datetime:
    return timezone.now() - timedelta(days=2)


def read(client: Client, name: str, *args: str, query: str = "") -> str:
    response = client.get(reverse(name, args=args) + query)
    assert response.status_code == 200
    return response.content.decode()


def test_what_was_made_public_is_found_without_marks(
    client: Client, cast: Cast, ward: Agency, lately: datetime
) -> None:
    item = make_item(ward.unit)
    make_publication(item, ward, by=cast.lan, at=lately, title="Quyết toán ngân sách năm 2025")
    make_publication(item, ward, by=cast.lan, at=lately, title="Biên bản họp thôn Nà Lan")
    shown = read(client, "portal-items", ward.unit.code, query="?tim=quyet+toan")
    assert "Quyết toán ngân sách năm 2025" in shown
    assert "Biên bản họp thôn Nà Lan" not in shown


def test_a_paper_that_was_closed_again_is_not_served(
    client: Client, cast: Cast, ward: Agency, lately: datetime
) -> None:
    paper = Upload("du-toan.txt", ["Thu 120 triệu".encode()])
    one = make_publication(make_item(ward.unit), ward, by=cast.lan, at=lately, papers=[paper])
    shown = read(client, "portal-items", ward.unit.code)
    file = next(part for part in shown.split('"') if "/cong-khai/tep/" in part)
    assert client.get(file).status_code == 200
    open_to_public(one, fields=["places"], by=cast.lan, at=lately)
    assert client.get(file).status_code == 404


def test_a_photo_goes_out_without_its_place(client: Client, cast: Cast, ward: Agency, lately: datetime) -> None:
    one = make_publication(
        make_item(ward.unit), ward, by=cast.lan, at=lately, photos=[Upload("bang.jpg", [photo_with_place()])]
    )
    open_to_public(one, fields=["places", "photos"], by=cast.lan, at=lately)
    shown = read(client, "portal-items", ward.unit.code)
    file = next(part for part in shown.split('"') if "/cong-khai/tep/" in part)
    content = b"".join(client.get(file).streaming_content)  # type: ignore[attr-defined]
    assert b"Exif" in photo_with_place()
    assert b"Exif" not in content


def test_the_copy_of_a_photo_is_made_before_anybody_asks(cast: Cast, ward: Agency, lately: datetime) -> None:
    """Not of a photo that stays inside; a request that comes first makes it itself, and the work then finds it."""
    one = make_publication(
        make_item(ward.unit), ward, by=cast.lan, at=lately, photos=[Upload("bang.jpg", [photo_with_place()])]
    )
    photo = StoredFile.objects.get(attachments__original_name="bang.jpg")
    drain()
    photo.refresh_from_db()
    assert photo.public_copy is None, "photos are not opened yet"
    open_to_public(one, fields=["photos"], by=cast.lan, at=lately)
    drain()
    photo.refresh_from_db()
    assert photo.public_copy is not None
    assert make_public_copy(photo, at=lately) == photo.public_copy


def test_the_page_leads_to_what_is_there(client: Client, cast: Cast, ward: Agency, lately: datetime) -> None:
    before = read(client, "portal-unit", ward.unit.code)
    assert "Góp ý dự thảo" not in before
    assert "Sổ đóng góp" not in before
    draft = make_consultation(ward, by=cast.lan, at=lately)
    collection = make_collection(ward, by=cast.lan, at=lately)
    make_entry(collection, by=cast.lan, at=lately, amount=5_000_000)
    shown = read(client, "portal-unit", ward.unit.code)
    assert "1 dự thảo đang lấy ý kiến" in shown
    assert draft.title in read(client, "portal-drafts", ward.unit.code)
    assert "5.000.000" in read(client, "portal-ledger", ward.unit.code)


def test_a_dialogue_stands_in_the_calendar(client: Client, cast: Cast, ward: Agency, lately: datetime) -> None:
    day = timezone.localdate() + timedelta(days=20)
    make_dialogue(ward, on=day, by=cast.lan, at=lately)
    assert f"{day:%d/%m/%Y}" in read(client, "portal-calendar", ward.unit.code)


def test_answers_are_news_and_data_without_a_name(client: Client, cast: Cast) -> None:
    place = make_ward(cast)
    make_published(place, by=cast.minh, name="Bùi Thị Hoa", phone="0912000111")
    make_open_unit(place.unit)
    for content in (read(client, "portal-unit", place.unit.code), read(client, "portal-feed", place.unit.code)):
        assert TEXT[:40] in content
    data = read(client, "portal-table", place.unit.code, "hoi-va-dap")
    assert TEXT[:40] in data
    assert "Hoa" not in data
    assert "0912" not in data


def photo_with_place() -> bytes:
    from io import BytesIO

    from PIL import Image

    exif = Image.Exif()
    exif[0x010F] = "Máy ảnh của Lan"
    exif[0x0132] = datetime(2026, 11, 5, tzinfo=UTC).strftime("%Y:%m:%d %H:%M:%S")
    out = BytesIO()
    Image.new("RGB", (16, 16), "white").save(out, "JPEG", exif=exif)
    return out.getvalue()


def test_days_are_written_as_people_write_them(client: Client, cast: Cast, ward: Agency, lately: datetime) -> None:
    make_publication(make_item(ward.unit), ward, by=cast.lan, at=lately)
    local: date = timezone.localtime(lately).date()
    assert f"từ {local:%d/%m/%Y}" in read(client, "portal-items", ward.unit.code)


def test_news_of_an_old_publication_lead_to_its_page(
    client: Client, cast: Cast, ward: Agency, lately: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(openness, "PER_PAGE", 1)
    item = make_item(ward.unit)
    old = make_publication(item, ward, by=cast.lan, at=lately, title="Dự toán cũ")
    make_publication(item, ward, by=cast.lan, at=timezone.now(), title="Dự toán mới")
    page = reverse("portal-items", args=[ward.unit.code])
    told = f"{page}?ban={old.code}#c-{old.code}"
    assert told in read(client, "portal-unit", ward.unit.code)
    assert f'id="c-{old.code}"' not in client.get(page).content.decode()
    assert f'id="c-{old.code}"' in client.get(told).content.decode()
    assert "Dự toán mới" in client.get(page, {"ban": "none"}).content.decode()
