"""The product as it runs for an office: processes of its own over a database of its own, a browser, and kill -9."""

import http.client
import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

TESTS = Path(__file__).resolve().parents[2]
WORLD = Path(__file__).with_name("world.py")
LEASED = ("records_job", "records_delivery", "records_message")
Field = tuple[str, str]


class Place:
    """A data directory and a database; asked by SQL of ours, changed by processes of the product, but for the hands of
    the clock."""

    def __init__(self, data: Path, database: str = "") -> None:
        self.data, self.database = data, database
        self.environment = os.environ | {
            "DONDOC_DATA": str(data),
            "DONDOC_DATABASE": database,
            "PYTHONPATH": str(TESTS),
            "DJANGO_SETTINGS_MODULE": "dondoc.config.settings",
        }

    def run(self, *args: str) -> str:
        done = subprocess.run([sys.executable, *args], env=self.environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-4000:]
        return done.stdout

    def make(self, what: str, *args: int) -> dict[str, Any]:
        """A world of tests/apps/hold/world.py, as told by it."""
        told: dict[str, Any] = json.loads(self.run(str(WORLD), what, *map(str, args)))
        return told

    def faults(self) -> str:
        """What `dondoc check` says after the background has done what waits; nothing is well."""
        return self.run(str(WORLD), "faults")

    def sql(self, query: str) -> list[tuple[Any, ...]]:
        if not self.database:
            with sqlite3.connect(self.data / "dondoc.sqlite3", timeout=30) as connection:
                rows: list[tuple[Any, ...]] = connection.execute(query).fetchall()
            connection.close()
            return rows
        import psycopg

        with psycopg.connect(self.database) as server:
            answer = server.execute(query)
            return answer.fetchall() if answer.description else []

    def count(self, table: str, where: str = "1 = 1") -> int:
        return int(self.sql(f"SELECT COUNT(*) FROM {table} WHERE {where}")[0][0])

    def end_leases(self) -> None:
        """As if the minute of a lease had gone by since its worker died."""
        for table in LEASED:
            self.sql(f"UPDATE {table} SET lease_until = '2020-01-01 00:00:00' WHERE lease_until IS NOT NULL")


class Product:
    """`dondoc serve` with its worker, in a group of processes that can be killed at once."""

    def __init__(self, place: Place) -> None:
        self.place, self.port = place, 0
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self.port = free_port()
        code = f"from dondoc.config.commands import serve; serve({self.port})"
        self.process = subprocess.Popen(
            [sys.executable, "-c", code], env=self.place.environment, start_new_session=True, stderr=subprocess.DEVNULL
        )
        wait_until(self._answers, 60)

    def _answers(self) -> bool:
        try:
            return Browser(self.port).get("/suc-khoe/")[0] == 200
        except OSError:
            return False

    def kill(self) -> None:
        """Every process of it, at once, without a word."""
        if self.process is not None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None

    def again(self) -> None:
        """Started again after it was killed; what the dead had under way is free to be taken."""
        self.kill()
        self.place.end_leases()
        self.start()


class Forms(HTMLParser):
    """The fields of all forms of a page, with the values that stand in them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[dict[str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "form":
            self.found.append({})
        is_field = tag in ("input", "textarea", "select") and given.get("type") not in ("checkbox", "radio", "file")
        if self.found and is_field and given.get("name"):
            self.found[-1][str(given["name"])] = given.get("value") or ""

    def with_field(self, name: str) -> dict[str, str]:
        return next(form for form in self.found if name in form)


class Browser:
    """Asks by HTTP with the cookies of one person."""

    def __init__(self, port: int, session: str = "") -> None:
        self.port, self.cookies = port, {"phien": session} if session else {}

    def get(self, path: str) -> tuple[int, str]:
        status, _, body = self._ask("GET", path)
        return status, body

    def form(self, path: str, field: str) -> dict[str, str]:
        """The form of a page that has a field, as it stands."""
        status, page = self.get(path)
        assert status == 200, f"{path}: {status}"
        return Forms(page).with_field(field)

    def post(self, path: str, fields: dict[str, str], files: dict[str, tuple[str, bytes]] | None = None) -> Any:
        """(status, where it leads or what it says)."""
        status, location, body = self._ask("POST", path, *(multipart(fields, files) if files else encoded(fields)))
        return status, location or body

    def _ask(self, method: str, path: str, kind: str = "", body: bytes = b"") -> tuple[int, str, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            connection.request(method, path, body, self.headers(kind))
            answer = connection.getresponse()
            text = answer.read().decode("utf-8", "replace")
            for cookie in answer.headers.get_all("Set-Cookie") or ():
                name, _, value = cookie.partition(";")[0].partition("=")
                self.cookies[name] = value
            return answer.status, answer.getheader("Location", "") or "", text
        finally:
            connection.close()

    def headers(self, kind: str = "") -> dict[str, str]:
        told = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        return told | ({"Content-Type": kind} if kind else {})


def encoded(fields: dict[str, str]) -> tuple[str, bytes]:
    return "application/x-www-form-urlencoded", urlencode(fields).encode()


def multipart(fields: dict[str, str], files: dict[str, tuple[str, bytes]]) -> tuple[str, bytes]:
    mark = "ranh-gioi-27"
    parts = [
        f'--{mark}\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n'.encode() for k, v in fields.items()
    ]
    for name, (filename, content) in files.items():
        head = f'--{mark}\r\nContent-Disposition: form-data; name="{name}"; filename="{filename}"\r\n'
        parts.append(f"{head}Content-Type: application/octet-stream\r\n\r\n".encode() + content + b"\r\n")
    return f"multipart/form-data; boundary={mark}", b"".join([*parts, f"--{mark}--\r\n".encode()])


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def wait_until(is_so: Callable[[], bool], seconds: float, rest: float = 0.02) -> None:
    until = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < until, f"not so within {seconds} s"
        time.sleep(rest)
