"""The three annotated plans: every time in them reads as annotated."""

import json
from pathlib import Path
from typing import Any

import pytest

from dondoc.schedule.rules import Schedule, main_schedule, parse, reporting_cycles

GOLD = sorted(Path(__file__).resolve().parents[4].joinpath("shared/gold").glob("*.json"))
pytestmark = pytest.mark.skipif(not GOLD, reason="annotated plans are not here")
_NAMES = {"6-month": "half-year", "9-month": "nine-month"}


def compared(schedule: dict[str, Any] | None) -> Any:
    """Kind and what decides of it, in one form for the annotation and for ours."""
    if not schedule:
        return None
    kind, form = schedule["kind"], schedule["normalised"]
    if kind == "other" and form.get("before"):
        return "date", form["before"], "before"
    if kind == "recurring":
        every = form["every"] if isinstance(form["every"], list) else [form["every"]]
        cycles = sorted(_NAMES.get(cycle, cycle) or "" for cycle in every)
        return kind, cycles, form.get("month"), form.get("day") or form.get("before_day")
    if kind == "date":
        return kind, form["date"], form["op"]
    return kind, form.get(kind) if kind in ("month", "quarter", "year") else None


def form(schedule: Schedule | None) -> Any:
    return compared(schedule.as_json()) if schedule else None


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_times_of_an_annotated_plan(path: Path) -> None:
    plan = json.loads(path.read_text(encoding="utf-8"))
    year = plan["document"]["year"]
    for task in plan["tasks"]:
        expected = task.get("schedule")
        if task["source"] == "body":
            assert form(main_schedule(task["content"], year)) == compared(expected), task["content"]
        elif expected:
            assert form(parse(expected["text"], year=year)) == compared(expected)


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_reporting_rules_of_an_annotated_plan(path: Path) -> None:
    plan = json.loads(path.read_text(encoding="utf-8"))
    for text in {rule["text"] for rule in plan["reporting_regime"] if rule["cycle"] != "unspecified"}:
        cycles = {rule["cycle"] for rule in plan["reporting_regime"] if rule["text"] == text}
        assert {cycle for cycle, _ in reporting_cycles(text, year=plan["document"]["year"])} == cycles
