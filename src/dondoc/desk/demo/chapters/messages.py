"""What the demo shows of messages: most went out, some at the second try, one was given up, of one nobody knows.

They are taken and settled as the background does it, but none is handed to a channel: nothing leaves, nothing fills the
terminal while the demo is made."""

from datetime import datetime, timedelta

from django.db.models import Q

from dondoc.desk.demo.story import Story
from dondoc.records import leases
from dondoc.records.jobs import LEASE
from dondoc.records.models import Message, State
from dondoc.records.rules.retries import TRIES

BUSY = "Máy chủ thư bận: 451 4.3.2 tạm thời không nhận thư"
UNREACHED = "Cổng nhắn tin không trả lời kết nối"
SOME, GIVEN_UP, UNKNOWN = 9, 4, 11


def live(story: Story) -> None:
    """Each message that waits, the oldest first: one is given up, of one nobody knows, every ninth went out late."""
    waiting = Message.objects.filter(state=State.WAITING, created_at__lte=story.at).order_by("created_at", "pk")
    for number, message in enumerate(waiting, 1):
        if number == GIVEN_UP:
            _try(message, tries=TRIES, error=UNREACHED)
        elif number == UNKNOWN:
            _die(message)
        else:
            _finish(message, _try(message, tries=int(number % SOME == 0), error=BUSY))


def _try(message: Message, *, tries: int, error: str) -> datetime:
    """Try in vain as often as said; when the next try is due."""
    for _number in range(tries):
        leases.fail(_taken(message), error, now=message.not_before)
        message.refresh_from_db()
    return message.not_before


def _finish(message: Message, at: datetime) -> None:
    leases.finish(_taken(message), now=at + timedelta(seconds=2))


def _die(message: Message) -> None:
    """Its sender was switched off while sending."""
    taken = _taken(message)
    leases.give_back(Message, now=taken.not_before + 2 * LEASE, to=State.UNKNOWN)


def _taken(message: Message) -> Message:
    row = leases.take(Message, now=message.not_before, lease=LEASE, worker="demo", only=Q(pk=message.pk))
    assert row is not None
    return row
