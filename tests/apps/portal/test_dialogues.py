"""Dialogues on the page of the public: what was promised, kept and not kept, without a name of a person."""

import csv
from datetime import datetime, time, timedelta
from io import StringIO
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from dondoc.meetings.actions.promise import keep_promise, reopen_promise
from dondoc.meetings.models import Promise
from dondoc.units.models import Agency
from makers import make_agency, make_member, make_unit
from makers.meetings import make_dialogue, make_promise, make_reception, make_talk, make_visit
from makers.portal import make_open_unit
from people import Cast

pytestmark = pytest.mark.django_db
ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture
def ward(cast: Cast) -> Agency:
    committee = make_agency(make_unit("An Lạc", level="commune", parent=make_unit("Minh Sơn")))
    make_member(cast.lan, committee, "head")
    make_open_unit(committee.unit)
    return committee


@pytest.fixture
def made(ward: Agency, cast: Cast) -> Promise:
    """Promised twenty days ago, due ten days ago."""
    day = timezone.localdate() - timedelta(days=20)
    told = timezone.make_aware(datetime.combine(day - timedelta(days=9), time(9)))
    return make_talk(ward, on=day, by=cast.lan, at=told)


def shown(client: Client, unit_code: str) -> str:
    response = client.get(reverse("portal-dialogues", args=[unit_code]))
    assert response.status_code == 200
    return response.content.decode()


def keep(made: Promise, cast: Cast, *, days_before: int) -> None:
    at = timezone.now() - timedelta(days=days_before)
    keep_promise(made, text="Đã rải đá 400 m", by=cast.lan, at=at)


def test_a_promise_that_was_not_kept_is_said_to_be_late(client: Client, ward: Agency, made: Promise) -> None:
    page = shown(client, ward.unit.code)
    assert "Sửa đường vào thôn Nà Lan" in page
    assert f"hạn {made.due_on:%d/%m/%Y}" in page
    assert "1 việc quá hạn" in page
    assert 'class="tag bad">quá hạn' in page


@pytest.mark.parametrize(("days_before", "words"), [(15, "đã hoàn thành"), (2, "hoàn thành quá hạn")])
def test_a_promise_that_was_kept_says_when_and_how(
    client: Client, cast: Cast, ward: Agency, made: Promise, days_before: int, words: str
) -> None:
    keep(made, cast, days_before=days_before)
    page = shown(client, ward.unit.code)
    assert f">{words}<" in page
    assert "Đã rải đá 400 m" in page
    assert "1 việc đã xong, 0 việc quá hạn" in page


def test_what_was_not_done_after_all_is_late_again(client: Client, cast: Cast, ward: Agency, made: Promise) -> None:
    keep(made, cast, days_before=15)
    reopen_promise(made, reason="Đường lại hỏng", by=cast.lan, at=timezone.now())
    assert 'class="tag bad">quá hạn' in shown(client, ward.unit.code)


def test_names_stay_inside(client: Client, cast: Cast, ward: Agency, made: Promise) -> None:
    """Not of who keeps the book; what was promised at a reception stays in its book."""
    day = timezone.localdate()
    visit = make_visit(make_reception(ward, on=day, by=cast.lan, at=timezone.now()), by=cast.lan, at=timezone.now())
    make_promise(visit, ward, by=cast.lan, at=timezone.now())
    Promise.objects.filter(visit=visit).update(text="Trả lời đơn của bà Hoa")
    page = shown(client, ward.unit.code)
    assert "bà Hoa" not in page
    assert str(cast.lan) not in page
    assert made.text in page


def test_a_closed_unit_shows_no_dialogue(client: Client, cast: Cast) -> None:
    ward = make_agency(make_unit("Hòa Bình", level="commune"))
    assert client.get(reverse("portal-dialogues", args=[ward.unit.code])).status_code == 404


def test_the_unit_leads_to_its_dialogues_once_there_is_one(client: Client, cast: Cast, ward: Agency) -> None:
    href = reverse("portal-dialogues", args=[ward.unit.code])
    unit = reverse("portal-unit", args=[ward.unit.code])
    assert href not in client.get(unit).content.decode()
    make_dialogue(ward, on=timezone.localdate() + timedelta(days=9), by=cast.lan, at=timezone.now())
    assert href in client.get(unit).content.decode()
    assert "sắp tới" in shown(client, ward.unit.code)


def test_the_province_counts_its_open_communes(client: Client, cast: Cast, ward: Agency, made: Promise) -> None:
    province = ward.unit.parent
    assert province is not None
    closed = make_agency(make_unit("Hòa Bình", level="commune", parent=province))
    day = timezone.localdate() - timedelta(days=20)
    make_talk(closed, on=day, by=cast.lan, at=timezone.now() - timedelta(days=30))
    make_open_unit(province)
    page = shown(client, province.code)
    assert reverse("portal-dialogues", args=[ward.unit.code]) in page
    assert "Hòa Bình" not in page
    row = page[page.index("<tbody>") :]
    assert [cell.split("<")[0] for cell in row.split('class="number"')[1:]] == [
        ' data-label="Buổi đã tổ chức">1', ' data-label="Việc đã hứa">1', ' data-label="Đã xong">0',
        ' data-label="Quá hạn">1',
    ]  # fmt: skip


def test_kept_and_not_kept_are_open_data(client: Client, cast: Cast, ward: Agency, made: Promise) -> None:
    talk = made.question.dialogue  # type: ignore[union-attr]
    other = make_promise(talk.questions.get(), ward, by=cast.lan, at=timezone.now() - timedelta(days=19), days=5)
    keep(other, cast, days_before=18)
    content = client.get(reverse("portal-table", args=[ward.unit.code, "doi-thoai"])).content.decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(content)))
    assert [(row["trang_thai"], row["han"]) for row in rows] == [
        ("đã hoàn thành", other.due_on.isoformat()),
        ("quá hạn", made.due_on.isoformat()),
    ]
    assert str(cast.lan) not in content


def test_dialogues_and_kept_promises_are_news(client: Client, cast: Cast, ward: Agency, made: Promise) -> None:
    keep(made, cast, days_before=15)
    feed = ElementTree.fromstring(client.get(reverse("portal-feed", args=[ward.unit.code])).content)
    titles = [entry.findtext("a:title", namespaces=ATOM) for entry in feed.findall("a:entry", ATOM)]
    assert titles == ["Việc đã hứa: Sửa đường vào thôn Nà Lan", "Đối thoại: Đất đai, môi trường"]


def test_news_of_an_old_dialogue_lead_to_its_page(client: Client, cast: Cast, ward: Agency, made: Promise) -> None:
    keep(made, cast, days_before=15)
    feed = ElementTree.fromstring(client.get(reverse("portal-feed", args=[ward.unit.code])).content)
    links = [one.attrib["href"] for one in feed.findall("a:entry/a:link", ATOM)]
    for days in range(1, 6):
        make_dialogue(ward, on=timezone.localdate() + timedelta(days=days), by=cast.lan, at=timezone.now())
    assert made.text not in shown(client, ward.unit.code)
    for link in links:
        address, place = link.split("#")
        answer = client.get(address)
        assert f'id="{place}"' in answer.content.decode()
        assert 'href="?trang=1#danh-sach"' in answer.content.decode()


def test_a_dialogue_that_is_not_there_leaves_the_first_page(client: Client, ward: Agency, made: Promise) -> None:
    assert (
        made.text in client.get(reverse("portal-dialogues", args=[ward.unit.code]), {"buoi": "none"}).content.decode()
    )
