"""A demo of its own, served by the real command with its real worker, and the system's Chromium."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from seeds import Seeds

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
PEOPLE = {
    "lan": "Nguyễn Thị Lan",
    "minh": "Trần Văn Minh",
    "ha": "Lê Thu Hà",
    "chi": "Phạm Quỳnh Chi",
    "tung": "Đỗ Sơn Tùng",
}


@pytest.fixture(scope="session")
def chromium() -> str:
    if CHROMIUM is None:
        if os.environ.get("DONDOC_NEED_BROWSER"):
            pytest.fail("Chromium must be here: DONDOC_NEED_BROWSER is set")
        pytest.skip("Chromium is not here")
    return CHROMIUM


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory, seeds: Seeds) -> Path:
    """Where the demo of these tests lies."""
    made = tmp_path_factory.mktemp("demo")
    seeds.demo(made / "data")
    return made


@pytest.fixture(scope="session")
def site(chromium: str, place: Path) -> Iterator[str]:
    """The address of the demo; it ends with the tests."""
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
        server.wait(timeout=30)


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        running = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture
def visit(site: str, browser: Any) -> Iterator[Callable[..., Any]]:
    """`visit("lan")` is a page on which Lan has signed in by one click; `scripts=False` has no JavaScript."""
    opened = []

    def sign_in(who: str, *, scripts: bool = True, width: int = 1280, scheme: str = "light") -> Any:
        context = browser.new_context(
            base_url=site,
            java_script_enabled=scripts,
            viewport={"width": width, "height": 900},
            locale="vi-VN",
            color_scheme=scheme,
        )
        context.set_default_timeout(15_000)
        opened.append(context)
        page = context.new_page()
        if who not in PEOPLE:
            return page
        page.goto("/tai-khoan/dang-nhap/")
        page.get_by_role("button", name=PEOPLE[who]).click()
        return page

    yield sign_in
    for context in opened:
        context.close()


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
