"""Three typed readers of the environment and the two places that settings derive: the database and the secret key.

A value that cannot be read is refused at start with its name, never replaced by a guess.
"""

import os
import re
import secrets
from datetime import time
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

YES, NO = {"1", "true", "yes", "on"}, {"", "0", "false", "no", "off"}


class BadSettingError(Exception):
    """A variable of the environment that cannot be read; the text names it and what it may be."""


def envstr(name: str, default: str = "") -> str:
    return os.environ.get(name, default).strip()


def envint(name: str, default: int) -> int:
    text = envstr(name)
    try:
        return int(text) if text else default
    except ValueError:
        raise BadSettingError(f"{name} must be a whole number, not {text!r}") from None


def envbool(name: str, default: bool = False) -> bool:
    text = envstr(name, "yes" if default else "no").lower()
    if text not in YES | NO:
        raise BadSettingError(f"{name} must be yes or no, not {text!r}")
    return text in YES


def hours(text: str) -> tuple[time, time]:
    """ "7:30-17:00": from when to when an office works on a working day."""
    found = re.fullmatch(r"(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})", text)
    try:
        numbers = [int(number) for number in found.groups()] if found else [0, 0, 0, 0]
        start, end = time(numbers[0], numbers[1]), time(numbers[2], numbers[3])
    except ValueError:
        start = end = time()
    if start >= end:
        raise BadSettingError(f"DONDOC_WORKING_HOURS must be like 7:30-17:00, not {text!r}")
    return start, end


def sqlite(path: Path) -> dict[str, Any]:
    """Writers queue for 20 s instead of failing: IMMEDIATE takes the write lock at BEGIN, WAL lets readers go on."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA mmap_size=134217728;",
        },
    }


def database(url: str, data: Path) -> dict[str, Any]:
    """`postgresql://user:password@host:port/name?option=value`, or nothing for SQLite inside `data`."""
    if not url:
        return sqlite(data / "dondoc.sqlite3")
    parts = urlsplit(url)
    if parts.scheme not in {"postgresql", "postgres"} or len(parts.path) < 2:
        raise BadSettingError("DONDOC_DATABASE must be empty (SQLite) or postgresql://user:password@host:port/name")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path[1:]),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": dict(parse_qsl(parts.query)),
    }


def prepare_data(data: Path) -> None:
    """Make the data directory, closed to other users of the machine and to git."""
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    ignore = data / ".gitignore"
    if not ignore.exists():
        ignore.write_text("*\n", encoding="utf-8")


def secret_key(data: Path) -> str:
    """The key kept in `data`, made at first use with mode 0600. Where `data` does not exist (a tool that only reads
    the settings) the key lives as long as the caller and nothing is written."""
    path, fresh = data / "secret-key", secrets.token_urlsafe(48)
    if not data.is_dir():
        return fresh
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(fresh)
        return fresh
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    except OSError:
        if path.exists():
            raise
        return fresh
