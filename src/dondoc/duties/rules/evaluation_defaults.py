"""The rule that a unit begins with: its own record first, then whatever other parts of the product tell. A unit changes
it for its year; each change is a new version."""

from typing import Any

BASE = "duties.complete"
# (figure, weight). What other apps offer for the evaluation gets OTHERS each where it is a share, else is shown alone.
OWN = (
    ("duties.on-time", "35"),
    ("duties.complete", "25"),
    ("duties.targets-met", "20"),
    ("duties.not-returned", "10"),
    ("duties.proved", "10"),
    ("duties.letters", "0"),
)
OTHERS = "5"
GRADES: tuple[dict[str, Any], ...] = (
    {"name": "Hoàn thành xuất sắc", "least": "90"},
    {"name": "Hoàn thành tốt", "least": "75"},
    {"name": "Hoàn thành", "least": "50"},
    {"name": "Không hoàn thành", "least": "0"},
)
