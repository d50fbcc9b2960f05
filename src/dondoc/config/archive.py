"""Backup and restore: one tar with the database as of one moment, the files, and the secret key.

Files are only ever added, so copying them after the database gives every file that the copied database knows.
"""

import json
import os
import re
import shutil
import sqlite3
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

from dondoc.toolkit.errors import BadInput

FORM = 1
SQLITE_NAME, DUMP_NAME = "database.sqlite3", "database.dump"
_OURS = re.compile(r"about\.json|secret-key|database\.(?:sqlite3|dump)|files/[0-9a-f]{2}/[0-9a-f]{2}/[0-9a-f]{64}")


def write_archive(path: Path) -> None:
    """Write beside the target and rename: a backup that broke off never stands under its name."""
    aside = path.with_name(path.name + ".part")
    with tempfile.TemporaryDirectory() as scratch:
        database = _copy_database(Path(scratch))
        about = Path(scratch) / "about.json"
        about.write_text(json.dumps({"form": FORM, "database": connection.vendor}), encoding="utf-8")
        with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as raw:
            with tarfile.open(fileobj=raw, mode="w") as tar:
                tar.add(about, "about.json")
                tar.add(database, database.name)
                _add_data(tar)
            raw.flush()
            os.fsync(raw.fileno())
    aside.replace(path)


def _add_data(tar: tarfile.TarFile) -> None:
    files, key = settings.DATA / "files", settings.DATA / "secret-key"
    if key.is_file():
        tar.add(key, "secret-key")
    for path in sorted(files.glob("??/??/*")):
        tar.add(path, f"files/{path.relative_to(files)}")


def _copy_database(scratch: Path) -> Path:
    if connection.vendor == "sqlite":
        target = scratch / SQLITE_NAME
        connection.ensure_connection()
        copy = sqlite3.connect(target)
        try:
            connection.connection.backup(copy)
        finally:
            copy.close()
        return target
    target = scratch / DUMP_NAME
    _run("pg_dump", "--format=custom", "--no-owner", f"--file={target}")
    return target


def read_archive(path: Path, *, force: bool) -> None:
    """Unpack aside and look at it first; only then touch what is there."""
    if not force and is_used():
        raise BadInput(
            "restore-not-empty",
            "{place} đã có dữ liệu. Dùng nơi trống, hoặc thêm --force để ghi đè.",
            place=settings.DATA,
        )
    settings.DATA.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=settings.DATA) as scratch:
        about = _unpack(path, Path(scratch))
        if about.get("database") != connection.vendor:
            raise BadInput(
                "restore-other-database",
                "Bản sao lưu của {other}, hệ thống đang dùng {own}.",
                other=about.get("database"),
                own=connection.vendor,
            )
        _place_database(Path(scratch))
        _place_files(Path(scratch))


def is_used() -> bool:
    """Whether there is anybody's data here. A database that was only migrated counts as empty."""
    if any((settings.DATA / "files").glob("??/??/*")):
        return True
    if connection.vendor == "sqlite" and not Path(settings.DATABASES["default"]["NAME"]).exists():
        return False
    tables = connection.introspection.table_names()
    with connection.cursor() as cursor:
        for table in ("accounts_user", "records_auditentry"):
            if table in tables:
                cursor.execute(f"SELECT 1 FROM {table} LIMIT 1")
                if cursor.fetchone():
                    return True
    return False


def _unpack(path: Path, scratch: Path) -> dict[str, Any]:
    try:
        with tarfile.open(path) as tar:
            _extract(tar, scratch)
        about: dict[str, Any] = json.loads((scratch / "about.json").read_text(encoding="utf-8"))
    except (OSError, tarfile.TarError, ValueError):
        raise BadInput(
            "restore-unreadable", "{path} không phải bản sao lưu của dondoc, hoặc tệp bị hỏng.", path=path
        ) from None
    if about.get("form") != FORM:
        raise BadInput("restore-newer", "Bản sao lưu do phiên bản mới hơn làm ra: cài phiên bản đó rồi khôi phục.")
    return about


def _extract(tar: tarfile.TarFile, scratch: Path) -> None:
    """Only plain files under the names that we write: nothing in a tar leads out of `scratch`."""
    for member in tar:
        source = tar.extractfile(member) if member.isreg() and _OURS.fullmatch(member.name) else None
        if source is None:
            raise ValueError(member.name)
        target = scratch / member.name
        target.parent.mkdir(parents=True, exist_ok=True)
        with source, target.open("wb") as file:
            shutil.copyfileobj(source, file)


def _place_database(scratch: Path) -> None:
    connection.close()
    if connection.vendor != "sqlite":
        _run(
            "pg_restore",
            "--clean",
            "--if-exists",
            "--no-owner",
            "--exit-on-error",
            "--single-transaction",
            str(scratch / DUMP_NAME),
            into=True,
        )
        return
    target = Path(settings.DATABASES["default"]["NAME"])
    for leftover in (f"{target}-wal", f"{target}-shm"):
        Path(leftover).unlink(missing_ok=True)
    (scratch / SQLITE_NAME).replace(target)


def _place_files(scratch: Path) -> None:
    for path in (scratch / "files").glob("??/??/*"):
        target = settings.DATA / path.relative_to(scratch)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(path, target)
    key = scratch / "secret-key"
    if key.is_file():
        key.chmod(0o600)
        key.replace(settings.DATA / "secret-key")


def _run(tool: str, *options: str, into: bool = False) -> None:
    """PostgreSQL's own tools, told where by the environment so that no password stands in the list of processes."""
    base = settings.DATABASES["default"]
    names = {"PGHOST": base["HOST"], "PGPORT": base["PORT"], "PGUSER": base["USER"], "PGPASSWORD": base["PASSWORD"]}
    environment = (
        os.environ | {name: value for name, value in names.items() if value} | {"PGDATABASE": str(base["NAME"])}
    )
    target = [f"--dbname={base['NAME']}"] if into else []
    try:
        subprocess.run([tool, *target, *options], env=environment, check=True, capture_output=True, text=True)
    except FileNotFoundError:
        raise BadInput("pg-tools-missing", "Không có lệnh {tool}: cài gói postgresql-client.", tool=tool) from None
    except subprocess.CalledProcessError as error:
        raise BadInput("pg-tools-failed", "{tool} báo lỗi: {why}", tool=tool, why=error.stderr.strip()[-500:]) from None
