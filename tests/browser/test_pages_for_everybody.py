"""Every page of the demo for eyes, fingers and readers of the screen: axe-core by the tags of WCAG 2.2 AA, on a phone
and on a desk, by day and in the dark. Nothing serious or critical, headings in order, nothing wider than the screen."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from browser.serving import served
from seeds import Seeds, product

LOGINS = {"chi.pq": "chi", "lan.nt": "lan", "ha.lt": "ha", "minh.tv": "minh", "tung.ds": "tung", "": "nobody"}
# What the dark changes is colours alone. A page is opened once and looked at four times.
LOOKS = ((390, "light", ""), (390, "dark", "color-contrast"), (1280, "dark", "color-contrast"), (1280, "light", ""))
GRAVE = ("serious", "critical")
RUN = """async (rule) => {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  const all = {runOnly: {type: "tag", values: tags}, rules: {"heading-order": {enabled: true}}};
  const asked = rule ? {runOnly: {type: "rule", values: [rule]}} : all;
  const told = await axe.run(document, {...asked, resultTypes: ["violations"]});
  const where = (one) => one.nodes.slice(0, 3).map((node) => node.html.slice(0, 140));
  return told.violations.map((one) => [one.id, one.impact, where(one)]);
}"""


@pytest.fixture(scope="session")
def axe() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, seeds: Seeds) -> Path:
    """A demo that no other test works in: its pages are as they were made."""
    made = tmp_path_factory.mktemp("pages")
    seeds.demo(made / "data")
    return made


@pytest.fixture(scope="module")
def site(chromium: str, place: Path) -> Iterator[str]:
    with served(place) as address:
        yield address


@pytest.fixture(scope="module")
def pages(place: Path, site: str) -> dict[str, list[str]]:
    """Who -> addresses, each once; files that are downloaded are no pages."""
    told = product(place / "data", str(Path(__file__).parent / "pages.py"))
    found: dict[str, list[str]] = defaultdict(list)
    for who, address in json.loads(told.splitlines()[-1]).values():
        if who in LOGINS and address not in found[LOGINS[who]]:
            found[LOGINS[who]].append(address)
    return found


@pytest.mark.parametrize("who", LOGINS.values())
def test_every_page_can_be_read_and_used(
    visit: Callable[..., Any], axe: str, pages: dict[str, list[str]], who: str
) -> None:
    page = visit(who)
    wrong = {address: found for address in pages[who] if (found := list(_faults(page, address, axe)))}
    assert pages[who]
    assert not wrong, json.dumps(wrong, ensure_ascii=False, indent=1)


def _faults(page: Any, address: str, axe: str) -> Iterator[Any]:
    from playwright.sync_api import Error

    _look(page, *LOOKS[0][:2])
    try:
        answer = page.goto(address)
    except Error as refused:
        if "Download is starting" in str(refused):
            return
        raise
    if "text/html" not in answer.headers.get("content-type", ""):
        return
    if answer.status != 200:
        yield f"status {answer.status}"
    page.evaluate(axe)
    for width, scheme, rule in LOOKS:
        _look(page, width, scheme)
        found = page.evaluate(RUN, rule)
        yield from ((width, scheme, *one) for one in found if one[1] in GRAVE or one[0] == "heading-order")
        if page.evaluate("document.documentElement.scrollWidth") > width:
            yield width, "wider than the screen"


def _look(page: Any, width: int, scheme: str) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # else colours are read on their way


LIGHT = 100_000  # bytes of a page of the public with all that it draws but pictures, before they are compressed
SIZE = """() => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
  .filter((one) => one.initiatorType !== "img").reduce((sum, one) => sum + one.decodedBodySize, 0)"""


def test_pages_of_the_public_are_light(visit: Callable[..., Any], pages: dict[str, list[str]]) -> None:
    page = visit("nobody", width=390)
    public = [one for one in pages["nobody"] if not one.endswith((".ics", ".csv", ".atom", ".jsonld"))]
    heavy = {}
    for address in public:
        page.goto(address, wait_until="load")
        size = page.evaluate(SIZE)
        assert size > 10_000, f"{address}: nothing was measured"
        if size > LIGHT:
            heavy[address] = size
    assert len(public) > 15
    assert not heavy


def test_the_page_after_sign_in_says_what_to_try(visit: Callable[..., Any]) -> None:
    for who in ("lan", "minh", "ha", "chi", "tung"):
        page = visit(who)
        assert page.locator(".tips li").count() in (3, 4), who
