"""/viec-cua-toi/?bao=…: what is owed is settled at its line, and the list stays where it was."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from desk_province import Province, give_work
from dondoc.duties.actions.obligation import settle
from dondoc.duties.models import Obligation
from people import Cast, signed_in

PAGE = "/viec-cua-toi/"
pytestmark = pytest.mark.usefixtures("frozen")


@pytest.fixture
def lan(cast: Cast) -> Client:
    return signed_in("lan.nt")


@pytest.fixture
def owed(province: Province, now: datetime) -> list[Obligation]:
    """Three of An Lạc's, by day."""
    for number in (1, 2):
        give_work(province, now, due_on=now.date() + timedelta(days=number), source=f"x{number}")
    return list(Obligation.objects.filter(owed_by=province.an_lac).order_by("due_on"))


def at(one: Obligation, more: str = "") -> str:
    return f"{PAGE}?truc=2&bao={one.code}{more}"


def sent(one: Obligation, **more: Any) -> dict[str, Any]:
    return {"version": one.version, "text": "Đã niêm yết", "number": "12/BC-UBND", **more}


def test_each_open_line_leads_to_its_form_and_the_form_stands_at_the_line(lan: Client, owed: list[Obligation]) -> None:
    closed = lan.get(f"{PAGE}?truc=2").content.decode()
    assert [f'href="{PAGE}?truc=2&amp;bao={one.code}#viec-{one.code}"' in closed for one in owed] == [True] * 3
    assert "Kết quả thực hiện" not in closed
    text = lan.get(at(owed[1])).content.decode()
    line, form, following = f'id="viec-{owed[1].code}"', 'name="text"', f'id="viec-{owed[2].code}"'
    assert text.index(line) < text.index(form) < text.index(following)
    assert "Ghi nội dung phối hợp" not in text


def test_what_is_sent_is_settled_and_the_list_goes_on_at_the_next_line(lan: Client, owed: list[Obligation]) -> None:
    answer = lan.post(at(owed[1]), sent(owed[1]))
    assert (answer.status_code, answer.url) == (302, f"{PAGE}?truc=2&den={owed[1].code}#da-ghi")
    owed[1].refresh_from_db()
    assert (owed[1].state, owed[1].note) == ("awaiting", "Đã niêm yết")
    text = lan.get(answer.url).content.decode()
    assert text.index(f'id="viec-{owed[0].code}"') < text.index("Đã ghi, chờ xác nhận. Niêm yết")
    assert text.index("Đã ghi, chờ xác nhận. Niêm yết") < text.index(f'id="viec-{owed[1].code}"')
    assert f"bao={owed[1].code}" not in text


def test_nothing_arose_is_said_at_the_line_and_needs_its_reason(lan: Client, owed: list[Obligation]) -> None:
    address = at(owed[0], "&lam=khong-phat-sinh")
    assert "Kỳ này không phát sinh" in lan.get(at(owed[0])).content.decode()
    refused = lan.post(address, {"khong-phat-sinh-version": owed[0].version})
    assert refused.status_code == 422
    assert "Chưa gửi được" in refused.content.decode()
    said = {"khong-phat-sinh-version": owed[0].version, "khong-phat-sinh-reason": "Không có hộ nghèo mới"}
    answer = lan.post(address, said)
    owed[0].refresh_from_db()
    assert owed[0].state == "nothing-arose"
    assert answer.url == f"{PAGE}?truc=2&den={owed[1].code}#da-ghi"


def test_what_is_refused_stays_typed_at_its_line(lan: Client, owed: list[Obligation]) -> None:
    answer = lan.post(at(owed[1]), sent(owed[1], number="", text="Đã làm ở ba thôn"))
    text = answer.content.decode()
    assert answer.status_code == 422
    line, following = text.index(f'id="viec-{owed[1].code}"'), text.index(f'id="viec-{owed[2].code}"')
    assert line < text.index("Chưa có minh chứng") < text.index("Đã làm ở ba thôn") < following


def test_the_second_officer_is_told_and_loses_nothing(
    lan: Client, owed: list[Obligation], cast: Cast, now: datetime
) -> None:
    before = sent(owed[0], text="Bản của người thứ hai")
    settle(Obligation.objects.get(pk=owed[0].pk), by=cast.minh, at=now, text="Bản thứ nhất", claimed=True)
    answer = lan.post(f"{PAGE}?trang-thai=qua-han&bao={owed[0].code}", before)
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "Bản của người thứ hai" in text
    assert "Việc này không còn chờ báo kết quả" in text
    owed[0].refresh_from_db()
    assert owed[0].note == "Bản thứ nhất"


@pytest.mark.parametrize("login", ["tung.ds", "minh.tv", "ha.lt", "chi.pq"])
def test_who_does_not_act_for_the_agency_gets_404(owed: list[Obligation], cast: Cast, login: str) -> None:
    other = signed_in(login)
    assert other.get(at(owed[0])).status_code == 404
    assert other.post(at(owed[0]), sent(owed[0])).status_code == 404
    assert other.post(PAGE, sent(owed[0])).status_code == 404


@pytest.mark.parametrize("verb", ["xac-nhan", "mien", "x"])
def test_no_other_verb_is_taken_from_the_list(lan: Client, owed: list[Obligation], verb: str) -> None:
    assert lan.post(at(owed[0], f"&lam={verb}"), sent(owed[0])).status_code == 404


def test_only_one_form_is_drawn_however_long_the_list(
    lan: Client, owed: list[Obligation], django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(40):
        text = lan.get(at(owed[0])).content.decode()
    assert text.count('name="text"') == 1
