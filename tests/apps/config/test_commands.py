"""The commands that run the product, each in a process and a place of its own."""

import os
import socket
import subprocess
import sys
import tarfile
import time
import urllib.request
from pathlib import Path

import pytest

from seeds import Seeds

FILL = """
import sys; sys.path.insert(0, {tests!r})
from makers import make_user, make_attachment
make_user("lan.nt", full_name="Nguyễn Thị Lan"); make_attachment()
"""
COUNT = """
from dondoc.records.models import StoredFile
from dondoc.accounts.models import User
print(User.objects.count(), StoredFile.objects.count())
"""


def run(place: Path, code: str, **more: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"DONDOC_DATA": str(place), "DONDOC_DATABASE": "", "DONDOC_SECRET_KEY": ""} | more
    start = "from dondoc.config.commands import *\n"
    return subprocess.run(
        [sys.executable, "-c", start + code], env=environment, capture_output=True, text=True, check=False
    )


def ok(place: Path, code: str) -> str:
    done = run(place, code)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture
def filled(tmp_path: Path, seeds: Seeds) -> Path:
    place = seeds.migrated(tmp_path / "first")
    ok(place, "start()\n" + FILL.format(tests=str(Path(__file__).resolve().parents[2])))
    return place


def test_what_was_backed_up_is_restored_whole(filled: Path, tmp_path: Path) -> None:
    tar, second = tmp_path / "ban-sao.tar", tmp_path / "second"
    ok(filled, f"backup(Path({str(tar)!r}))")
    ok(second, f"restore(Path({str(tar)!r}))")
    assert ok(second, f"start()\n{COUNT}") == "1 1"
    assert ok(second, "print(check())") == "[]"
    assert (second / "secret-key").read_text() == (filled / "secret-key").read_text()
    assert tar.stat().st_mode & 0o077 == 0


def test_a_place_with_data_is_not_overwritten_unless_forced(filled: Path, tmp_path: Path) -> None:
    tar = tmp_path / "ban-sao.tar"
    ok(filled, f"backup(Path({str(tar)!r}))")
    refused = run(filled, f"restore(Path({str(tar)!r}))")
    assert "đã có dữ liệu" in refused.stderr
    ok(filled, f"restore(Path({str(tar)!r}), force=True)")
    assert ok(filled, f"start()\n{COUNT}") == "1 1"


def test_what_is_no_backup_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "x.tar").write_bytes(b"nothing")
    refused = run(tmp_path / "second", f"restore(Path({str(tmp_path / 'x.tar')!r}))")
    assert "không phải bản sao lưu" in refused.stderr
    assert not (tmp_path / "second" / "dondoc.sqlite3").exists()


def test_a_tar_that_leads_elsewhere_is_refused(tmp_path: Path) -> None:
    tar = tmp_path / "x.tar"
    with tarfile.open(tar, "w") as archive:
        archive.addfile(tarfile.TarInfo("../outside"))
    assert "không phải bản sao lưu" in run(tmp_path / "second", f"restore(Path({str(tar)!r}))").stderr
    assert not (tmp_path / "outside").exists()


def test_check_tells_what_is_wrong(filled: Path) -> None:
    (stored,) = (filled / "files").glob("??/??/*")
    stored.unlink()
    assert "mất hoặc hỏng" in ok(filled, "print(check())")


def test_check_asks_for_the_migration(tmp_path: Path) -> None:
    assert "dondoc migrate" in ok(tmp_path / "fresh", "print(check())")


def test_tick_does_what_is_due(filled: Path) -> None:
    assert "records.seal" in ok(filled, "print(tick())")
    assert ok(filled, "start()\nfrom dondoc.records.models import AuditSeal; print(AuditSeal.objects.count())") == "1"


def test_demo_on_a_public_name_does_not_start(tmp_path: Path, seeds: Seeds) -> None:
    refused = run(seeds.migrated(tmp_path / "demo"), "serve(1)", DONDOC_DEMO="yes", DONDOC_HOSTS="papi.example.vn")
    assert "dondoc.E001" in refused.stderr


def test_it_serves_and_stops_when_told(filled: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = os.environ | {"DONDOC_DATA": str(filled), "DONDOC_DATABASE": ""}
    code = f"from dondoc.config.commands import serve; serve({port})"
    server = subprocess.Popen([sys.executable, "-c", code], env=environment)
    try:
        assert _answer(f"http://127.0.0.1:{port}/suc-khoe/") == b'{"ok": true}'
        assert b"--accent" in _answer(f"http://127.0.0.1:{port}/static/dondoc/dondoc.css")
    finally:
        server.terminate()
        server.wait(timeout=40)


def _answer(address: str) -> bytes:
    for _ in range(150):
        try:
            with urllib.request.urlopen(address) as response:
                return bytes(response.read())
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"{address} did not answer")


def test_the_command_line_starts_without_django() -> None:
    code = "import sys, dondoc.cli, dondoc.config.commands; print('django' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
