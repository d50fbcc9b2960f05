"""Events are told at least once, each handler at its pace; a message is never sent twice by us."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar

import pytest
from django.core import mail
from django.db import transaction
from django.utils import timezone

from dondoc.records import events
from dondoc.records.actions.outbox import confirm_message, emit, resend_message
from dondoc.records.models import Delivery, Event, Message, State
from dondoc.records.queries.checks import faults
from dondoc.records.rules.retries import TRIES, NotSentError, wait_after
from dondoc.records.worker import drain, work_round
from dondoc.toolkit.errors import BadInput
from makers import make_message
from people import Cast

pytestmark = pytest.mark.django_db(transaction=True)
heard: list[str] = []


@dataclass(frozen=True, slots=True)
class Rang:
    NAME: ClassVar[str] = "test.rang"
    bell: str


def listen(event: Rang) -> None:
    heard.append(event.bell)


def stumble(event: Rang) -> None:
    Event.objects.create(name="half-done", payload={}, at=timezone.now())
    raise ValueError("hỏng")


@pytest.fixture(autouse=True)
def _handlers() -> Iterator[None]:
    heard.clear()
    events.on(Rang)(listen)
    events.on(Rang)(stumble)
    yield
    events._handlers.pop("test.rang")


def test_one_handler_that_fails_holds_up_no_other_and_leaves_no_half(now: datetime) -> None:
    emit(Rang("chuông"), at=now)
    drain()
    assert heard == ["chuông"]
    assert not Event.objects.filter(name="half-done").exists()
    failed = Delivery.objects.get(handler__endswith="stumble")
    assert (failed.state, failed.attempts, "hỏng" in failed.error) == (State.WAITING, 1, True)
    assert failed.not_before > timezone.now()


def test_an_event_of_a_transaction_that_failed_is_never_told(now: datetime) -> None:
    with transaction.atomic():
        emit(Rang("x"), at=now)
        transaction.set_rollback(True)
    drain()
    assert heard == []


def test_after_the_last_try_it_is_dead_and_shown(now: datetime) -> None:
    emit(Rang("x"), at=now)
    for _ in range(TRIES + 2):
        Delivery.objects.update(not_before=now - timedelta(days=1))
        drain()
    assert Delivery.objects.get(handler__endswith="stumble").state == State.FAILED
    assert any("sự kiện" in fault for fault in faults())


def test_waits_grow_up_to_six_hours() -> None:
    waits = [wait_after(n) for n in range(1, TRIES + 1)]
    assert waits == sorted(waits)
    assert (waits[0], waits[-1]) == (timedelta(seconds=10), timedelta(hours=6))


def test_a_message_goes_out_once_for_its_key() -> None:
    assert make_message().pk == make_message().pk
    drain()
    assert [letter.to for letter in mail.outbox] == [["lan@anlac.gov.vn"]]
    assert Message.objects.get().state == State.DONE


def test_a_message_whose_sender_died_is_not_sent_again(now: datetime) -> None:
    make_message()
    Message.objects.update(state=State.RUNNING, lease_until=now - timedelta(days=1), token=1)
    drain()
    assert mail.outbox == []
    assert Message.objects.get().state == State.UNKNOWN


@pytest.mark.parametrize(
    ("fault", "state"), [(NotSentError("từ chối"), State.WAITING), (OSError("giữa chừng"), State.UNKNOWN)]
)
def test_only_what_surely_did_not_leave_is_tried_again(
    monkeypatch: pytest.MonkeyPatch, fault: Exception, state: State
) -> None:
    def channel(message: Message) -> None:
        raise fault

    monkeypatch.setattr("dondoc.records.adapters.mail.send", channel)
    make_message()
    work_round("w")
    assert Message.objects.get().state == state


def test_a_person_decides_what_is_unknown_once(cast: Cast, now: datetime) -> None:
    message = make_message()
    Message.objects.update(state=State.UNKNOWN)
    resend_message(message, by=cast.ha, at=now)
    with pytest.raises(BadInput):
        confirm_message(message, by=cast.ha, at=now)
    drain()
    assert len(mail.outbox) == 1
