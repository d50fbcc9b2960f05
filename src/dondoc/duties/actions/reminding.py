"""Digests: one for a person and a day. The notice in the application, the messages by other channels and the note that
an obligation was urged commit together, so that a worker that dies leaves all of a person's digest or nothing."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict
from datetime import date, datetime

from django.conf import settings
from django.db import transaction

from dondoc.accounts.models import User
from dondoc.duties.models import Channel, Notice, Urging
from dondoc.duties.queries.hours import working_calendar
from dondoc.duties.queries.reminders import Digest, addressees, digests_of, unwanted
from dondoc.duties.rules.digests import GROUPS, UP, letter_of, short_of, title_of
from dondoc.records.actions import audit, outbox
from dondoc.records.rules.codes import new_code

CHUNK = 50
Step = Callable[[int, int, str], AbstractContextManager[None]]


def free(_done: int, _total: int, _note: str) -> AbstractContextManager[None]:
    return nullcontext()


def remind(today: date, *, at: datetime, step: Step = free) -> int:
    """Give everybody who owes something that a rule speaks of today their digest; how many were new. Who has that of
    today gets none again, whatever came up since. On a day off, and where nothing is due, nobody is written to."""
    calendar = working_calendar()
    if not calendar.is_working(today):
        return 0
    digests = digests_of(today, calendar)
    have = set(Notice.objects.filter(day=today).values_list("user_id", flat=True))
    waiting = sorted(user_id for user_id in digests if user_id not in have)
    made = 0
    for start in range(0, len(waiting), CHUNK):
        chunk = waiting[start : start + CHUNK]
        users, refused = addressees(chunk), unwanted(chunk)
        with step(start, len(waiting), "đang lập bản nhắc việc"), transaction.atomic():
            for user_id in chunk:
                if user_id in users:
                    made += _give(digests[user_id], users[user_id], refused.get(user_id, set()), today, at)
    return made


def read_notices(user: User, *, by: User, at: datetime, code: str = "") -> int:
    """Mark all of a person's notices as read, or one. How many were unread."""
    rows = Notice.objects.filter(user=user, read_at=None)
    with transaction.atomic():
        count = (rows.filter(code=code) if code else rows).update(read_at=at)
        if count:
            audit.record("read_notices", ("user", user.code), by=by, at=at, after={"count": count})
    return count


def _give(digest: Digest, user: User, refused: set[str], today: date, at: datetime) -> bool:
    lines = sorted(digest.lines.values(), key=lambda line: (GROUPS.index(line.group), line.term, line.title))
    told = {Channel.EMAIL.value: user.email, Channel.SMS.value: user.phone, Channel.ZALO.value: user.phone}
    channels = [c for c, address in told.items() if c in digest.channels - refused and address and is_connected(c)]
    notice, is_new = Notice.objects.get_or_create(
        user=user,
        day=today,
        defaults={
            "code": new_code(),
            "title": title_of(lines)[:200],
            "lines": [asdict(line) for line in lines],
            "channels": channels,
            "made_at": at,
            "read_at": at if Channel.APP in refused else None,
        },
    )
    if not is_new:
        return False
    for channel in channels:
        is_mail = channel == Channel.EMAIL
        outbox.queue_message(
            key=f"digest:{today:%Y-%m-%d}:{user.code}:{channel}",
            channel=channel,
            recipient=told[channel],
            subject=f"Đôn đốc {today:%d/%m/%Y}: {notice.title}"[:255] if is_mail else "",
            body=letter_of(user.full_name, lines, settings.SITE_URL) if is_mail else short_of(lines, settings.SITE_URL),
            at=at,
            keeps_hours=True,
        )
    Urging.objects.bulk_create(_noted(digest, notice, user), ignore_conflicts=True)
    after = {"day": today.isoformat(), "lines": len(lines), "channels": channels}
    audit.record("remind", ("user", user.code), by=None, at=at, after=after)
    return True


def is_connected(channel: str) -> bool:
    """Whether an office has a way for the channel: e-mail always, SMS and Zalo once a gateway is named."""
    return channel in (Channel.APP, Channel.EMAIL) or bool(settings.GATEWAYS.get(channel))


def _noted(digest: Digest, notice: Notice, user: User) -> Iterator[Urging]:
    for obligation_id, line in digest.lines.items():
        if line.group != UP:
            key = f"{notice.day:%Y-%m-%d}:{user.code}"
            yield Urging(obligation_id=obligation_id, way=Urging.Way.REMINDER, key=key, on=notice.day, notice=notice)
