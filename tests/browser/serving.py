"""The demo served by the real command with its real worker."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def served(place: Path) -> Iterator[str]:
    """The demo in `place`/data, served."""
    port = _free_port()
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("DONDOC_", "DJANGO_"))}
    start = f"from dondoc.config.commands import demo; demo({port})"
    with (place / "log").open("w") as log:
        server = subprocess.Popen(
            [sys.executable, "-c", start],
            env=environment | {"DONDOC_DATA": str(place / "data")},
            stdout=log,
            stderr=log,
        )
    try:
        _wait_for(f"http://127.0.0.1:{port}/suc-khoe/", server, place / "log")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=60)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(address: str, server: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + 300
    while time.monotonic() < until:
        if server.poll() is not None:
            pytest.fail(f"the demo ended: {log.read_text()[-2000:]}")
        try:
            urllib.request.urlopen(address, timeout=2)
            return
        except OSError:
            time.sleep(0.3)
    pytest.fail(f"the demo did not answer: {log.read_text()[-2000:]}")
