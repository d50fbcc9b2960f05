"""A demo of its own, served by the real command with its real worker, and the system's Chromium."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from browser.serving import served
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
    with served(place) as address:
        yield address


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
