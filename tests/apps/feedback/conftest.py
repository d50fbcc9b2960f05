"""A commune that takes reports, and a citizen's browser."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from PIL import Image

from dondoc.records import guard
from makers.feedback import TEXT, Ward, make_ward
from people import Cast

Send = Callable[..., Any]


@pytest.fixture
def ward(cast: Cast) -> Ward:
    return make_ward(cast)


@pytest.fixture
def at_hand(monkeypatch: pytest.MonkeyPatch, now: datetime) -> datetime:
    """The clock of the pages stands at `now`."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    return now


@pytest.fixture
def send(client: Client, ward: Ward, monkeypatch: pytest.MonkeyPatch) -> Send:
    """Send the form of Hoa's phone, unhurried; anything may be said otherwise."""
    monkeypatch.setattr(guard, "_age", lambda stamp, at: guard.timedelta(minutes=2) if stamp else None)

    def go(path: str = "viet", **fields: Any) -> Any:
        given = {"text": TEXT, "sent_key": str(uuid4()), "stamp": "x", **fields}
        return client.post(f"/gui-phan-anh/{ward.unit.code}/{path}/", given)

    return go


@pytest.fixture
def jpeg() -> bytes:
    return picture()


def picture(size: tuple[int, int] = (64, 48), kind: str = "JPEG", **more: Any) -> bytes:
    from io import BytesIO

    out = BytesIO()
    Image.new("RGB", size, (200, 30, 30)).save(out, kind, **more)
    return out.getvalue()
