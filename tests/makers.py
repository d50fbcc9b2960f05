"""Makers of records for tests: each calls the action that makes them, so that only what can happen is tested."""

from datetime import UTC, datetime
from typing import Any

from dondoc.accounts.actions.invitation import invite
from dondoc.accounts.actions.user import create_user
from dondoc.accounts.models import Invitation, User
from dondoc.records.actions.files import attach_file
from dondoc.records.actions.jobs import queue_job
from dondoc.records.actions.outbox import queue_message
from dondoc.records.models import Attachment, Job, Message

PASSWORD = "bàn ghế cửa sổ 27"
LONG_AGO = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)


def make_user(login: str, *, full_name: str = "Người Dùng", at: datetime = LONG_AGO, **more: Any) -> User:
    return create_user(login, full_name=full_name, password=PASSWORD, by=None, at=at, **more)


def make_invitation(
    *, by: User, full_name: str = "Vũ Mai Hoa", at: datetime = LONG_AGO, **more: Any
) -> tuple[Invitation, str]:
    return invite(full_name, by=by, at=at, **more)


def make_attachment(
    content: bytes = b"%PDF-1.7 mot trang",
    *,
    name: str = "Báo cáo quý III.pdf",
    by: User | None = None,
    at: datetime = LONG_AGO,
) -> Attachment:
    return attach_file([content], name=name, on=("test", "T1"), by=by, at=at)


def make_job(kind: str = "test.work", *, at: datetime = LONG_AGO, key: str = "", **args: Any) -> Job:
    return queue_job(kind, args, by=None, at=at, key=key)


def make_message(*, key: str = "m1", channel: str = "email", at: datetime = LONG_AGO) -> Message:
    return queue_message(
        key=key, channel=channel, recipient="lan@anlac.gov.vn", subject="Việc sắp đến hạn", body="…", at=at
    )
