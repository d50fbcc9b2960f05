"""Databases that take long to make: made once for all tests and workers of a run, then copied.

An empty one of this version (`migrated`), the demo's province (`demo`), and on PostgreSQL a template of the empty one.
"""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest

SERVER = os.environ.get("DONDOC_TEST_POSTGRES", "")
DATABASES = ["postgresql"] if SERVER else ["sqlite"]  # a run on PostgreSQL does not repeat what a run on SQLite showed
TEMPLATE = "dondoc_test_template"
MIGRATE = "from dondoc.config.commands import migrate; migrate()"


class Seeds:
    """`shared` is one folder for all workers of this run."""

    def __init__(self, shared: Path) -> None:
        self.shared = shared / "seeds"
        self.shared.mkdir(exist_ok=True)

    def migrated(self, to: Path) -> Path:
        """A data directory with an empty database of this version."""
        return self._copy("migrated", lambda place: product(place, "-c", MIGRATE), to)

    def demo(self, to: Path) -> Path:
        """A data directory with the demo's province; what its command printed lies beside, in `printed`."""
        return self._copy("demo", self._make_demo, to)

    def printed(self) -> str:
        """What the first `dondoc demo --no-serve` of the run said."""
        return (self.shared / "demo.printed").read_text(encoding="utf-8")

    def postgres(self, name: str) -> str:
        """The address of a new, empty, migrated database on the server of the run; whoever asks drops it."""
        import psycopg

        self._once("postgres", self._make_template)
        with psycopg.connect(SERVER, autocommit=True) as server:
            server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
            server.execute(f'CREATE DATABASE "{name}" TEMPLATE "{TEMPLATE}"')
        return database_address(name)

    def _make_demo(self, place: Path) -> None:
        said = product(place, "-m", "dondoc.cli", "demo", "--no-serve")
        (self.shared / "demo.printed").write_text(said, encoding="utf-8")

    def _make_template(self, place: Path) -> None:
        import psycopg

        with psycopg.connect(SERVER, autocommit=True) as server:
            server.execute(f'DROP DATABASE IF EXISTS "{TEMPLATE}" WITH (FORCE)')
            server.execute(f'CREATE DATABASE "{TEMPLATE}"')
        product(place, "-c", MIGRATE, DONDOC_DATABASE=database_address(TEMPLATE))

    def _copy(self, name: str, make: Callable[[Path], object], to: Path) -> Path:
        shutil.copytree(self._once(name, make), to, dirs_exist_ok=True)
        return to

    def _once(self, name: str, make: Callable[[Path], object]) -> Path:
        """The folder `name`, made by whichever worker comes first while the others wait."""
        place, done = self.shared / name, self.shared / f"{name}.done"
        with (self.shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not done.exists():
                shutil.rmtree(place, ignore_errors=True)
                place.mkdir()
                make(place)
                done.touch()
        return place


def product(place: Path, *command: str, **more: str) -> str:
    """Run the product's Python over a place, with nothing of this process's settings; what it printed."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DONDOC_", "DJANGO_"))}
    environment = kept | {"DONDOC_DATA": str(place), "DONDOC_DATABASE": ""} | more
    done = subprocess.run([sys.executable, *command], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-4000:]
    return done.stdout


def database_address(name: str) -> str:
    """The address of a database on the server of the run."""
    return urlunsplit(urlsplit(SERVER)._replace(path=f"/{name}"))


def drop_template() -> None:
    """Take away what a run on PostgreSQL left on the server."""
    if SERVER:
        import psycopg

        with psycopg.connect(SERVER, autocommit=True) as server:
            server.execute(f'DROP DATABASE IF EXISTS "{TEMPLATE}" WITH (FORCE)')


def drop_database(name: str) -> None:
    """Whoever still talks to it is cut off."""
    import psycopg

    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Seeds:
    base = tmp_path_factory.getbasetemp()
    return Seeds(base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base)
