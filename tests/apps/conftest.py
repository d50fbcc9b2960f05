"""Django for the tests of apps: SQLite in a place of its own, or PostgreSQL where DONDOC_TEST_POSTGRES is set."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from seeds import SERVER, Seeds, drop_database

_place = tempfile.TemporaryDirectory(prefix="dondoc-test-")
os.environ |= {
    "DJANGO_SETTINGS_MODULE": "dondoc.config.settings",
    "DONDOC_DATA": _place.name,
    "DONDOC_SECRET_KEY": "only for tests, known to everybody",
    "DONDOC_DATABASE": SERVER,
    "DONDOC_HOSTS": "localhost,127.0.0.1",
}
for _name in ("DONDOC_DEMO", "DONDOC_DEBUG", "DONDOC_HTTPS", "DONDOC_BEHIND_PROXY", "DONDOC_SITE_URL"):
    os.environ.pop(_name, None)

import django  # noqa: E402

django.setup()

from people import Cast, hire_cast  # noqa: E402

ASK_A_DATABASE = {"db", "transactional_db", "place", "databases"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A run on PostgreSQL is for what may end otherwise there; all else showed itself without."""
    if not SERVER:
        return
    here = Path(__file__).parent
    kept, left = list[pytest.Item](), list[pytest.Item]()
    for one in items:
        (kept if here not in one.path.parents or _is_for_both(one) else left).append(one)
    config.hook.pytest_deselected(items=left)
    items[:] = kept


def _is_for_both(test: pytest.Item) -> bool:
    asked = ASK_A_DATABASE & set(getattr(test, "fixturenames", ()))
    if test.get_closest_marker("either_database"):
        return False
    return bool(asked) or test.get_closest_marker("django_db") is not None


@pytest.fixture(scope="session")
def django_db_setup(seeds: Seeds, tmp_path_factory: pytest.TempPathFactory, django_db_blocker: Any) -> Iterator[None]:
    """The database of a worker is a copy of the run's own; making one takes longer than a hundred tests."""
    from django.db import connection

    name = f"dondoc_test_{os.getpid()}"
    with django_db_blocker.unblock():
        connection.close()
        if SERVER:
            seeds.postgres(name)
            connection.settings_dict["NAME"] = name
        else:
            made = seeds.migrated(tmp_path_factory.mktemp("migrated"))
            connection.settings_dict["NAME"] = f"file:{name}?mode=memory&cache=shared"
            connection.ensure_connection()
            with closing(sqlite3.connect(made / "dondoc.sqlite3")) as whole:
                whole.backup(connection.connection)
    yield
    with django_db_blocker.unblock():
        connection.close()
        if SERVER:
            drop_database(name)


@pytest.fixture
def now() -> datetime:
    """A working Tuesday."""
    return datetime(2026, 11, 10, 9, 30, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


@pytest.fixture
def cast(db: None, now: datetime) -> Cast:
    return hire_cast(now)


@pytest.fixture(autouse=True)
def data(settings: object, tmp_path: Path) -> Path:
    """Each test has a vault of its own."""
    settings.DATA = tmp_path  # type: ignore[attr-defined]
    return tmp_path


@pytest.fixture(autouse=True)
def fresh_calendar() -> None:
    """Days of another test are gone with its transaction."""
    from dondoc.schedule.queries import forget_calendar

    forget_calendar()


@pytest.fixture(autouse=True)
def quick_passwords(settings: object) -> None:
    """The real hash takes a tenth of a second by design; tests need not wait for it."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # type: ignore[attr-defined]
