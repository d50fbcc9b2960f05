"""The cast, and a province whose communes report."""

from datetime import UTC, datetime

import pytest

from makers.reports import Reporting, make_reporting
from people import Cast, hire_cast

NOW = datetime(2026, 3, 5, 2, tzinfo=UTC)


@pytest.fixture
def cast(db: None) -> Cast:
    return hire_cast(datetime(2026, 1, 5, 1, tzinfo=UTC))


@pytest.fixture
def setting(cast: Cast) -> Reporting:
    return make_reporting(cast)
