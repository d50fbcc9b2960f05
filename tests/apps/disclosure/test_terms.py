"""Terms of law are told once, in `schedule`: an office's own over one moves what is still open, and nothing else."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from dondoc.disclosure.actions.catalogue import add_item, adopt_catalogue
from dondoc.disclosure.actions.publication import record_decision, take_down
from dondoc.disclosure.models import Item, Posting
from dondoc.disclosure.queries.standing import item_rows
from dondoc.duties.models import Obligation
from dondoc.records.worker import drain
from dondoc.schedule.actions.timer import set_timer, withdraw_timer
from dondoc.schedule.models import OfficeTimer
from dondoc.toolkit.errors import BadInput
from dondoc.units.models import Agency
from makers import make_agency, make_member, make_unit, make_user
from makers.disclosure import make_item, make_publication
from people import Cast

pytestmark = pytest.mark.django_db
LAW = "Luật sửa đổi 12/2026/QH16"


@pytest.fixture
def november(monkeypatch: pytest.MonkeyPatch, now: datetime) -> None:
    """A week of working days."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)


@pytest.fixture
def ward(cast: Cast) -> Agency:
    committee = make_agency(make_unit("An Lạc", level="commune", parent=make_unit("Minh Sơn")))
    make_member(cast.lan, committee, "head")
    adopt_catalogue(committee.unit, by=cast.lan, at=timezone.now() - timedelta(days=60))
    return committee


def override(key: str, number: int, unit: str = "days", **more: date) -> OfficeTimer:
    row = set_timer(key, number=number, unit=unit, citation=LAW, by=None, at=timezone.now(), **more)
    drain("test")
    return row


def item(ward: Agency, key: str) -> Item:
    return Item.objects.get(unit=ward.unit, key=key)


def decided(ward: Agency, cast: Cast, *, days_ago: int = 1, key: str = "thanh-tra") -> Obligation:
    day = timezone.localdate() - timedelta(days=days_ago)
    return record_decision(
        item(ward, key), agency=ward, title="Kết luận kiểm tra", decided_on=day, by=cast.lan, at=timezone.now()
    )


def test_what_a_decision_opened_moves_with_its_term_and_says_why(ward: Agency, cast: Cast) -> None:
    owed = decided(ward, cast)
    was = owed.due_on
    override("disclosure.publish", 8, "working_days")
    owed.refresh_from_db()
    assert was is not None
    assert owed.due_on is not None
    assert owed.due_on > was
    occurrence = owed.duty.occurrences.get(key=owed.occurrence)
    assert occurrence.due_on == owed.due_on
    assert "thời hạn thay đổi" in occurrence.explained["rule"]
    assert item(ward, "thanh-tra").when == "08 ngày làm việc kể từ ngày ban hành"


def test_what_comes_later_has_the_new_term_and_a_withdrawn_one_moves_back(ward: Agency, cast: Cast) -> None:
    plain = decided(ward, cast).due_on
    row = override("disclosure.publish", 8, "working_days")
    later = decided(ward, cast, key="tin-nhiem")
    assert plain is not None
    assert later.due_on is not None
    assert later.due_on > plain
    withdraw_timer(row, by=None, at=timezone.now())
    drain("test")
    later.refresh_from_db()
    assert later.due_on == plain


def foreseen(client: Client, key: str, number: int, unit: str = "days") -> str:
    """The page that is shown before an office's term is written."""
    client.force_login(make_user("quan.tri", is_administrator=True))
    return client.post(reverse("timer", args=[key]), {"number": number, "unit": unit, "citation": LAW}).content.decode()


def test_what_is_owed_is_counted_before_a_term_is_set_and_moves_as_it_was_said(
    client: Client, ward: Agency, cast: Cast
) -> None:
    owed, done = decided(ward, cast), decided(ward, cast, key="tin-nhiem")
    Obligation.objects.filter(pk=done.pk).update(state="done")
    was = owed.due_on
    page = foreseen(client, "disclosure.publish", 8, "working_days")
    assert "1 việc còn mở sẽ đổi hạn" in page
    assert item(ward, "thanh-tra").name in page
    assert (item(ward, "thanh-tra").when, Obligation.objects.get(pk=owed.pk).due_on) == (
        "05 ngày làm việc kể từ ngày ban hành", was,
    )  # fmt: skip
    override("disclosure.publish", 8, "working_days")
    owed.refresh_from_db()
    assert was is not None
    assert owed.due_on is not None
    assert f"hạn {was:%d/%m/%Y} chuyển sang {owed.due_on:%d/%m/%Y}" in page


def test_what_hangs_is_counted_before_a_term_is_set(client: Client, ward: Agency, cast: Cast) -> None:
    make_publication(item(ward, "tai-san"), ward, by=cast.lan, at=timezone.now() - timedelta(days=5))
    hanging = {one.until for one in Posting.objects.exclude(until=None)}
    page = foreseen(client, "disclosure.posting", 45)
    (was,) = hanging
    assert was is not None
    assert f"ngày hết niêm yết: hạn {was:%d/%m/%Y} chuyển sang {was + timedelta(days=15):%d/%m/%Y}" in page
    assert {one.until for one in Posting.objects.exclude(until=None)} == hanging, "nothing is written yet"


@pytest.mark.usefixtures("november")
def test_a_shorter_term_makes_nothing_late(client: Client, ward: Agency, cast: Cast) -> None:
    owed = decided(ward, cast, days_ago=4)
    was = owed.due_on
    assert "Không việc nào" in foreseen(client, "disclosure.publish", 1, "working_days")
    override("disclosure.publish", 1, "working_days")
    owed.refresh_from_db()
    assert owed.due_on == was


def test_what_hangs_gets_its_new_end_and_what_came_down_stays_judged_as_it_was(ward: Agency, cast: Cast) -> None:
    long_ago = timezone.now() - timedelta(days=40)
    done = make_publication(item(ward, "du-an"), ward, by=cast.lan, at=long_ago)
    for one in done.postings.all():
        take_down(one, on=timezone.localdate() - timedelta(days=10), reason="Hết hạn", by=cast.lan, at=timezone.now())
    hangs = make_publication(item(ward, "quy-che"), ward, by=cast.lan, at=timezone.now() - timedelta(days=5))
    up = make_publication(item(ward, "tai-san"), ward, by=cast.lan, at=timezone.now() - timedelta(days=5))
    override("disclosure.posting", 45)
    ends = {one.publication_id: one.until for one in Posting.objects.filter(channel="board")}
    began = timezone.localdate() - timedelta(days=5)
    assert ends[up.pk] == began + timedelta(days=45)
    assert ends[hangs.pk] is None, "for good"
    rows = {row.item.key: row for row in item_rows([ward.unit], timezone.localdate())}
    assert rows["du-an"].findings == ()


def test_a_term_of_another_time_moves_nothing(ward: Agency, cast: Cast) -> None:
    owed = decided(ward, cast)
    was = owed.due_on
    override("disclosure.publish", 8, "working_days", valid_from=timezone.localdate() + timedelta(days=30))
    owed.refresh_from_db()
    assert owed.due_on == was


def test_loudspeaker_days_and_budget_days_come_from_their_terms(ward: Agency) -> None:
    override("disclosure.loudspeaker", 5)
    override("budget.execution", 20)
    assert item(ward, "cuu-tro").loud == 5
    assert item(ward, "du-an").loud == 0
    assert item(ward, "ns-thuc-hien").when == "Hằng quý, trước ngày 21 của tháng đầu quý sau"


def test_what_an_office_added_keeps_its_own_number(ward: Agency, cast: Cast) -> None:
    own = make_item(ward.unit, days=60)
    override("disclosure.posting", 45)
    own.refresh_from_db()
    assert own.days == 60
    with pytest.raises(BadInput, match="nhập từ 45 trở lên"):
        add_item(
            ward.unit, name="Quỹ", basis="NQ", when="Hằng quý", days=30, by=cast.lan, at=timezone.now()
        )  # fmt: skip


def test_least_lengths_keep_their_unit() -> None:
    with pytest.raises(BadInput) as refused:
        override("disclosure.posting", 20, "working_days")
    assert refused.value.code == "timer-wrong"


def test_an_item_shows_the_text_that_sets_its_term(client: Client, ward: Agency, cast: Cast, now: datetime) -> None:
    override("disclosure.posting", 45)
    client.force_login(cast.lan)
    shown = client.get(reverse("disclosure-item", args=[item(ward, "du-an").code])).content.decode()
    assert "ít nhất 45 ngày liên tục" in shown
    assert LAW in shown
    assert reverse("timer", args=["disclosure.posting"]) in shown
