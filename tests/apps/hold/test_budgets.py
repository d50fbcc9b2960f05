"""How many queries each page may take in the demo's province: written down here, measured by bench/pages.py.

A number here grows only with a reason; a page that asks once for each row would be far above its own.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

MEASURE = Path(__file__).resolve().parents[3] / "bench" / "pages.py"
BUDGETS = {
    "home": 20,
    "home of the focal point": 20,
    "briefing": 20,
    "my work": 16,
    "my work of a department": 16,
    "my work, searched": 16,
    "my work as a workbook": 8,
    "monitor": 13,
    "monitor of a department": 13,
    "monitor of one plan": 13,
    "obligations": 14,
    "obligations of a cell": 14,
    "obligations of a task": 14,
    "obligations as a workbook": 9,
    "late": 14,
    "coverage": 10,
    "coverage as a workbook": 10,
    "units as a workbook": 10,
    "calendar": 9,
    "calendar of the committee": 9,
    "log": 12,
    "log of an officer": 12,
    "log of an administrator": 7,
    "plans": 11,
    "plan": 15,
    "plan by agency": 15,
    "plan seen by an officer": 15,
    "review": 23,
    "upload": 8,
    "obligation": 18,
    "obligation, proved": 18,
    "obligation, to confirm": 18,
    "agencies": 10,
    "agencies found": 10,
    "agency": 15,
    "groups": 10,
    "group": 10,
    "units": 10,
    "unit": 15,
    "search": 7,
    "names of a draft": 12,
    "head of a draft": 9,
    "a task by hand": 9,
    "plan as a workbook": 14,
    "people": 6,
    "agency changed": 10,
    "account": 8,
    "password": 7,
    "sign in": 2,
    "document of a plan": 8,
}
Shown = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Shown:
    """Every page of the demo, asked for once: the demo is made in a process and a place of its own."""
    place = str(tmp_path_factory.mktemp("pages"))
    environment = os.environ | {"DONDOC_DATABASE": ""}
    run = subprocess.run(
        [sys.executable, str(MEASURE), place, "--runs", "1", "--json"], env=environment, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr[-4000:]
    return {one["name"]: one for one in json.loads(run.stdout.splitlines()[-1])}


def test_every_measured_page_has_its_budget(shown: Shown) -> None:
    assert set(shown) == set(BUDGETS)


def test_every_page_of_the_demo_opens(shown: Shown) -> None:
    assert {name: one["status"] for name, one in shown.items() if one["status"] != 200} == {}


def test_no_page_asks_more_often_than_it_may(shown: Shown) -> None:
    above = {name: one["queries"] for name, one in shown.items() if one["queries"] > BUDGETS[name]}
    assert above == {}, "name: queries measured; ask for many at once, or say here why it needs more"
