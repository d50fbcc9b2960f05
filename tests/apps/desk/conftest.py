"""The province of the desk's tests, on a Tuesday."""

from datetime import datetime

import pytest

from desk_province import Province, make_province
from people import Cast


@pytest.fixture
def province(cast: Cast, now: datetime) -> Province:
    return make_province(cast, now)


@pytest.fixture
def frozen(monkeypatch: pytest.MonkeyPatch, now: datetime) -> None:
    """Today is the day of the tests, for what views ask of the clock."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
