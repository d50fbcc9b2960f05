"""Backup, restore and check on PostgreSQL, each command in a process of its own, in databases of their own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest

SERVER = os.environ.get("DONDOC_TEST_POSTGRES", "")
pytestmark = pytest.mark.skipif(
    not SERVER or not shutil.which("pg_dump"), reason="needs DONDOC_TEST_POSTGRES and PostgreSQL's own tools"
)
TESTS = str(Path(__file__).resolve().parents[2])
FILL = f"""
import sys; sys.path.insert(0, {TESTS!r})
from makers import make_user, make_attachment, make_unit, make_agency, make_obligations
make_user("lan.nt", full_name="Nguyễn Thị Lan"); make_attachment()
commune = make_unit("An Lạc", level="commune"); make_obligations(commune, [("lead", make_agency(commune))])
"""
COUNT = """
from dondoc.duties.models import Obligation
from dondoc.records.models import AuditEntry, StoredFile
print(Obligation.objects.count(), StoredFile.objects.count(), AuditEntry.objects.count() > 0)
"""


def address(name: str) -> str:
    return urlunsplit(urlsplit(SERVER)._replace(path=f"/{name}"))


@pytest.fixture(scope="module")
def databases() -> Iterator[tuple[str, str]]:
    """Two empty databases, gone afterwards."""
    import psycopg

    names = [f"dondoc_archive_{os.getpid()}_{n}" for n in (1, 2)]
    with psycopg.connect(SERVER, autocommit=True) as server:
        for name in names:
            server.execute(f'CREATE DATABASE "{name}"')
        yield address(names[0]), address(names[1])
        for name in names:
            server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture(scope="module")
def saved(databases: tuple[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of a small installation."""
    place = tmp_path_factory.mktemp("first")
    ok(place, databases[0], "migrate()\n" + FILL)
    tar = place / "ban-sao.tar"
    ok(place, databases[0], f"backup(Path({str(tar)!r}))")
    return tar


def run(place: Path, database: str, code: str) -> "subprocess.CompletedProcess[str]":
    environment = os.environ | {"DONDOC_DATA": str(place), "DONDOC_DATABASE": database, "DONDOC_SECRET_KEY": ""}
    start = "from dondoc.config.commands import *\n"
    return subprocess.run(
        [sys.executable, "-c", start + code], env=environment, capture_output=True, text=True, check=False
    )


def ok(place: Path, database: str, code: str) -> str:
    done = run(place, database, code)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_what_was_backed_up_is_restored_whole_and_proved(
    databases: tuple[str, str], saved: Path, tmp_path: Path
) -> None:
    ok(tmp_path, databases[1], f"restore(Path({str(saved)!r}))")
    assert ok(tmp_path, databases[1], f"start()\n{COUNT}") == "4 1 True"
    assert ok(tmp_path, databases[1], "print(check())") == "[]"


def test_a_place_with_data_is_not_overwritten_unless_forced(databases: tuple[str, str], saved: Path) -> None:
    place = saved.parent
    refused = run(place, databases[0], f"restore(Path({str(saved)!r}))")
    assert "đã có dữ liệu" in refused.stderr
    ok(place, databases[0], f"restore(Path({str(saved)!r}), force=True)")
    assert ok(place, databases[0], f"start()\n{COUNT}") == "4 1 True"


def test_a_backup_of_another_kind_of_database_is_refused(saved: Path, tmp_path: Path) -> None:
    refused = run(tmp_path, "", f"restore(Path({str(saved)!r}))")
    assert "Bản sao lưu của postgresql" in refused.stderr


def test_a_fault_in_the_counts_is_found(databases: tuple[str, str], saved: Path) -> None:
    spoil = "start()\nfrom dondoc.duties.models import SummaryRow\nSummaryRow.objects.all().delete()\nprint(check())"
    assert "Bảng tổng hợp sai" in ok(saved.parent, databases[0], spoil)
