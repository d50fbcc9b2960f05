"""The ledger agrees to the đồng, is never edited, and anybody reads it."""

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dondoc.disclosure.actions.ledger import add_entry, close_collection, reverse_entry
from dondoc.disclosure.models import Collection, LedgerEntry
from dondoc.disclosure.queries.checks import faults
from dondoc.disclosure.queries.public import public_ledger
from dondoc.toolkit.errors import BadInput
from makers.disclosure import make_collection, make_entry
from people import Cast, signed_in

pytestmark = pytest.mark.django_db


def refused(code: str):
    return pytest.raises(BadInput, check=lambda fault: fault.code == code)


@pytest.fixture
def road(place, cast: Cast, autumn: datetime) -> Collection:
    return make_collection(place.an_lac, by=cast.lan, at=autumn)


def test_two_thirds_or_nothing(place, cast: Cast, autumn: datetime) -> None:
    with refused("collection-not-agreed"):
        make_collection(place.an_lac, by=cast.lan, at=autumn, agreed=66)
    made = make_collection(place.an_lac, by=cast.lan, at=autumn, agreed=67)
    with pytest.raises(IntegrityError), transaction.atomic():
        Collection.objects.filter(pk=made.pk).update(agreed=66)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.booleans(), st.integers(1, 10**9)), max_size=8))
def test_sums_agree_to_the_dong_whatever_is_written(road, cast: Cast, autumn: datetime, steps: list) -> None:
    before = Collection.objects.get(pk=road.pk)
    collected, spent = before.collected, before.spent
    for is_spent, amount in steps:
        if is_spent and amount > collected - spent:
            with refused("entry-overdrawn"):
                make_entry(road, by=cast.lan, at=autumn, side="spent", amount=amount)
            continue
        make_entry(road, by=cast.lan, at=autumn, side="spent" if is_spent else "collected", amount=amount)
        collected, spent = collected + amount * (not is_spent), spent + amount * is_spent
    now = Collection.objects.get(pk=road.pk)
    assert (now.collected, now.spent, now.left) == (collected, spent, collected - spent)
    assert list(faults()) == []


def test_a_mistake_is_taken_back_once_by_a_line_of_its_own(road, cast: Cast, autumn: datetime) -> None:
    wrong = make_entry(road, by=cast.lan, at=autumn, amount=7)
    back = reverse_entry(wrong, reason="Ghi nhầm số", by=cast.lan, at=autumn)
    assert (back.amount, back.left, back.reverses) == (-7, 0, wrong)
    for one in (wrong, back):
        with refused("entry-reversed"):
            reverse_entry(one, reason="Lại", by=cast.lan, at=autumn)
    assert LedgerEntry.objects.count() == 2


def test_what_was_spent_cannot_be_taken_back_from_under_it(road, cast: Cast, autumn: datetime) -> None:
    first = make_entry(road, by=cast.lan, at=autumn, amount=100)
    make_entry(road, by=cast.lan, at=autumn, side="spent", amount=60)
    with refused("entry-overdrawn"):
        reverse_entry(first, reason="Thu nhầm", by=cast.lan, at=autumn)


def test_the_database_refuses_sums_that_do_not_agree(road, cast: Cast, autumn: datetime) -> None:
    entry = make_entry(road, by=cast.lan, at=autumn, amount=100)
    for rows, values in (
        (Collection.objects.filter(pk=road.pk), {"left": 99}),
        (LedgerEntry.objects.filter(pk=entry.pk), {"left": 99}),
        (LedgerEntry.objects.filter(pk=entry.pk), {"amount": -100}),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**values)


def test_a_line_changed_behind_our_back_is_found(road, cast: Cast, autumn: datetime) -> None:
    entry = make_entry(road, by=cast.lan, at=autumn, amount=100)
    LedgerEntry.objects.filter(pk=entry.pk).update(amount=90)
    assert "line 1 does not agree" in next(faults())


@pytest.mark.parametrize(
    ("more", "code"),
    [({"amount": 0}, "entry-amount"), ({"what": " "}, "entry-empty"), ({"days": 1}, "entry-future")],
)
def test_lines_that_cannot_be(road, cast: Cast, autumn: datetime, more: dict, code: str) -> None:
    given_day = autumn.date() + timedelta(days=more.pop("days", 0))
    more = {"amount": 5, "what": "Thu"} | more
    with refused(code):
        add_entry(road, side="collected", on=given_day, by=cast.lan, at=autumn, **more)


def test_a_closed_one_takes_no_more(road, cast: Cast, autumn: datetime) -> None:
    assert close_collection(road, by=cast.lan, at=autumn)
    assert not close_collection(road, by=cast.lan, at=autumn)
    with refused("collection-closed"):
        make_entry(road, by=cast.lan, at=autumn)


def test_anybody_reads_who_asked_why_and_what_is_left(place, road, cast: Cast, autumn: datetime) -> None:
    client = signed_in("lan.nt")
    sent = {"ghi-side": "collected", "ghi-amount": "12.500.000", "ghi-on": "2026-01-10", "ghi-what": "Thu đợt 1"}
    assert client.post(f"/cong-khai/khoan/{road.code}/ghi/", sent).status_code == 302
    text = Client().get(f"/cong-khai/so-dong-gop/{road.code}/").content.decode()
    for words in ("Làm đường Nà Lan", "Trưởng thôn", "80/100 hộ", "12.500.000 đồng", "Thu đợt 1"):
        assert words in text
    assert public_ledger(place.an_lac.unit)[0].left == 12_500_000
    assert Client().get(f"/cong-khai/so-dong-gop/{road.code}/xuat.xlsx").status_code == 200
    assert signed_in("tung.ds").post(f"/cong-khai/khoan/{road.code}/ghi/", sent).status_code == 404
