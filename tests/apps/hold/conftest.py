"""Places in which the product is served: on SQLite, or on PostgreSQL where DONDOC_TEST_POSTGRES names one."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from apps.hold.product import Place, Product
from seeds import DATABASES, Seeds, drop_database


@pytest.fixture(params=DATABASES)
def place(request: Any, tmp_path: Path, seeds: Seeds) -> Iterator[Place]:
    if request.param == "sqlite":
        yield Place(seeds.migrated(tmp_path))
        return
    name = f"dondoc_hold_{os.getpid()}"
    yield Place(tmp_path, seeds.postgres(name))
    drop_database(name)


@pytest.fixture
def product(place: Place) -> Iterator[Product]:
    """Not yet started: a test makes its world first."""
    made = Product(place)
    yield made
    made.kill()
