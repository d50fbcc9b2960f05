"""What a person typed, understood the way the document was: time and target as JSON."""

from typing import Any

from dondoc.plans.rules.targets import read_target
from dondoc.schedule.rules import parse


def schedule_json(text: str, *, year: int) -> dict[str, Any]:
    """The JSON form of a schedule; empty where nothing was typed."""
    return dict(parse(text, year=year).as_json()) if text.strip() else {}


def target_parts(text: str) -> list[dict[str, Any]]:
    """The parts of a target; none where nothing was typed. A target without a figure has one part without a value."""
    target = read_target(text) if text.strip() else None
    return list(target.as_json()["parts"]) if target else []


def product_list(text: str) -> list[str]:
    """One product on each line."""
    return [line for raw in text.splitlines() if (line := " ".join(raw.split()).strip(" ;,-+•"))]
