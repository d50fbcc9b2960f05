"""A form sent twice counts once."""

from datetime import datetime, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.test import RequestFactory

from dondoc.accounts.models import User
from dondoc.records.actions.forms import forget_forms, send_once
from dondoc.records.models import Event, SentForm
from dondoc.toolkit.errors import BadInput
from dondoc.web.once import FIELD, new_key
from people import Cast

pytestmark = pytest.mark.django_db(transaction=True)


def sent(key: str, user: User | None = None) -> HttpRequest:
    request = RequestFactory().post("/", {FIELD: key})
    request.user = user or AnonymousUser()
    return request


def settle(now: datetime) -> str:
    row = Event.objects.create(name="settled", payload={}, at=now)
    return f"/viec/{row.pk}/"


def test_the_second_leads_where_the_first_led(now: datetime) -> None:
    key = new_key()
    first, second = (send_once(sent(key), lambda: settle(now), at=now) for _ in range(2))
    assert first["Location"] == second["Location"]
    assert Event.objects.count() == 1


def test_a_new_form_counts_again(now: datetime) -> None:
    for _ in range(2):
        send_once(sent(new_key()), lambda: settle(now), at=now)
    assert Event.objects.count() == 2


def test_the_same_key_of_another_person_is_another_form(cast: Cast, now: datetime) -> None:
    key, before = new_key(), Event.objects.count()
    for user in (cast.lan, cast.minh):
        send_once(sent(key, user), lambda: settle(now), at=now)
    assert Event.objects.count() == before + 2


def test_a_refused_form_can_be_mended_and_sent(now: datetime) -> None:
    key = new_key()

    def refuse() -> str:
        settle(now)
        raise BadInput("x", "Thiếu số văn bản.")

    with pytest.raises(BadInput):
        send_once(sent(key), refuse, at=now)
    assert not Event.objects.exists()
    send_once(sent(key), lambda: settle(now), at=now)
    assert Event.objects.count() == 1


@pytest.mark.parametrize("key", ["", "x", "y" * 500])
def test_what_is_no_key_is_not_kept(now: datetime, key: str) -> None:
    send_once(sent(key), lambda: settle(now), at=now)
    assert not SentForm.objects.exists()


def test_old_keys_are_forgotten(now: datetime) -> None:
    send_once(sent(new_key()), lambda: settle(now), at=now)
    assert forget_forms(at=now + timedelta(days=13)) == 0
    assert forget_forms(at=now + timedelta(days=15)) == 1
