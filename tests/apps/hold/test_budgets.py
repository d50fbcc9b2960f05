"""How many queries each page may take in the demo's province: written down with the
pages in bench/pages_of, measured by bench/pages.py.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from seeds import Seeds, product

MEASURE = Path(__file__).resolve().parents[3] / "bench" / "pages.py"
Shown = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory, seeds: Seeds) -> Shown:
    """Every page of the demo, asked for once, in a process and a place of its own."""
    place = seeds.demo(tmp_path_factory.mktemp("pages"))
    told = product(place, str(MEASURE), str(place), "--runs", "1", "--json")
    return {one["name"]: one for one in json.loads(told.splitlines()[-1])}


def test_every_app_has_its_pages(shown: Shown) -> None:
    assert {"home", "monitor", "plan", "obligation"} <= set(shown)


def test_every_page_of_the_demo_opens(shown: Shown) -> None:
    assert {name: one["status"] for name, one in shown.items() if one["status"] != 200} == {}


def test_no_page_asks_more_often_than_it_may(shown: Shown) -> None:
    above = {name: one["queries"] for name, one in shown.items() if one["queries"] > one["budget"]}
    assert above == {}, "name: queries measured; ask for many at once, or say here why it needs more"
