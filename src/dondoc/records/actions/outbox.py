"""What happened and whom to write to: rows of the same transaction, so that neither is lost nor told too early."""

from datetime import datetime, timedelta

from django.db import transaction

from dondoc.records.actions import audit
from dondoc.records.events import Happening, handlers_of, payload_of
from dondoc.records.models import Delivery, Event, Message, State
from dondoc.records.rules.sealing import plain
from dondoc.toolkit.errors import BadInput


def emit(event: Happening, *, at: datetime) -> Event:
    """Write an event with one delivery for each handler that listens today."""
    with transaction.atomic():
        row = Event.objects.create(name=event.NAME, payload=plain(payload_of(event)), at=at)
        Delivery.objects.bulk_create(
            Delivery(event=row, handler=handler, not_before=at) for handler in handlers_of(event.NAME)
        )
    return row


def queue_message(
    *,
    key: str,
    channel: str,
    recipient: str,
    subject: str,
    body: str,
    at: datetime,
    delay: timedelta = timedelta(),
    keeps_hours: bool = False,
) -> Message:
    """Put a message in the outbox; the same `key` again is the same message. One that keeps hours leaves while the
    office works (settings.MESSAGE_HOURS), also when it is tried again."""
    fields = {"channel": channel, "recipient": recipient, "subject": subject, "body": body, "keeps_hours": keeps_hours}
    message, _ = Message.objects.get_or_create(key=key, defaults={**fields, "created_at": at, "not_before": at + delay})
    return message


def resend_message(message: Message, *, by: audit.Actor, at: datetime) -> None:
    """A person decides that a message that is "không rõ" or failed goes out again. Refuses any other state."""
    _settle(message, State.WAITING, "resend_message", by, at)


def confirm_message(message: Message, *, by: audit.Actor, at: datetime) -> None:
    """A person found out that a message that is "không rõ" did arrive."""
    _settle(message, State.DONE, "confirm_message", by, at)


def _settle(message: Message, state: State, verb: str, by: audit.Actor, at: datetime) -> None:
    with transaction.atomic():
        waiting_for_a_person = Message.objects.filter(pk=message.pk, state__in=[State.UNKNOWN, State.FAILED])
        changed = waiting_for_a_person.update(
            state=state, attempts=0, not_before=at, finished_at=at if state == State.DONE else None
        )
        if not changed:
            raise BadInput(
                "message-settled", "Tin này không còn chờ người quyết định. Tải lại trang để xem trạng thái."
            )
        audit.record(verb, ("message", message.key), by=by, at=at)
