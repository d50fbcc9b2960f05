"""Places in which the product is served: on SQLite always, on PostgreSQL where DONDOC_TEST_POSTGRES names one."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from apps.hold.product import Place, Product


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: Any, tmp_path: Path) -> Iterator[Place]:
    url = os.environ.get("DONDOC_TEST_POSTGRES", "")
    if request.param == "sqlite":
        yield Place(tmp_path)
        return
    if not url:
        pytest.skip("DONDOC_TEST_POSTGRES names no PostgreSQL")
    psycopg = pytest.importorskip("psycopg")
    name = f"dondoc_hold_{os.getpid()}"
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        server.execute(f"CREATE DATABASE {name}")
        yield Place(tmp_path, f"{url.rsplit('/', 1)[0]}/{name}")
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def product(place: Place) -> Iterator[Product]:
    """Not yet started: a test makes its world first."""
    made = Product(place)
    yield made
    made.kill()
