"""How often heads receive citizens and how often a commune holds its dialogue: each a term of the law (`schedule`),
each a duty of the engine."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dondoc.schedule.rules import parse

# Kinds of sources under which the duties of this app stand in the engine.
RECEPTION, DIALOGUE, PROMISE, REFUSAL = "reception", "dialogue", "promise", "refusal"
CYCLES = {"per_week": "Hằng tuần", "per_month": "Hằng tháng", "per_year": "Hằng năm"}


@dataclass(frozen=True, slots=True)
class NormRule:
    """`timer` is the key of the term; `rule` says by kind, level and stance who owes it in a province."""

    key: str
    source: str
    timer: str
    title: str
    rule: Mapping[str, Any]
    level: str
    component: str
    section: int = 3


NORMS: Sequence[NormRule] = (
    NormRule(
        "commune-chair", RECEPTION, "reception.commune-chair", "Chủ tịch UBND cấp xã tiếp công dân",
        {"kinds": ["ubnd"], "levels": ["commune"]}, "commune", "3.1",
    ),
    NormRule(
        "head", RECEPTION, "reception.head", "Người đứng đầu tiếp công dân",
        {"classes": ["committee", "department", "inspectorate"], "stances": ["subordinate"], "levels": ["province"]},
        "province", "3.1",
    ),
    NormRule(
        "dialogue", DIALOGUE, "dialogue.yearly", "Hội nghị trao đổi, đối thoại với Nhân dân",
        {"kinds": ["ubnd"], "levels": ["commune"]}, "commune", "3.1",
    ),
)  # fmt: skip


def form_of(unit: str) -> Mapping[str, Any]:
    """The JSON form of the schedule of a number of times in a week, a month or a year."""
    text = CYCLES[unit]
    read = parse(text)
    return {"kind": read.kind, "text": text, "normalised": read.normalised()}


EVENT: Mapping[str, Any] = {"kind": "event", "text": "Theo từng việc", "normalised": {"event": "Theo từng việc"}}
