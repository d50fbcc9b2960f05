"""What a time expression of a plan means: a `Schedule` and its typed parts.

A schedule keeps its words as printed and says only what is printed: a month stays a month, it is not stretched to
thirty days here (`occurrences` does that, for a year and a calendar).
"""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["continuous", "month", "quarter", "year", "recurring", "date", "range", "event", "by-law", "other"]
Op = Literal["before", "on", "from"]
Part = Literal["start", "middle", "end"]
Within = Literal["first", "last", "next"]

CYCLES = ("day", "week", "month", "quarter", "half-year", "nine-month", "year")


@dataclass(frozen=True, slots=True)
class Point:
    """A piece of the calendar in the precision that is printed: a year, a quarter, a month or a day of it.

    `year` is None where neither the text nor its reader gave one ("trước ngày 15/11").
    """

    year: int | None = None
    quarter: int | None = None
    month: int | None = None
    day: int | None = None

    def iso(self) -> str | None:
        """ "2023", "2023-Q2", "2023-05", "2023-06-05"; without a year "Q2", "05", "06-05"; None where nothing is
        known."""
        parts = [f"{self.year:04d}"] if self.year is not None else []
        if self.quarter is not None:
            parts.append(f"Q{self.quarter}")
        parts += [f"{number:02d}" for number in (self.month, self.day) if number is not None]
        return "-".join(parts) or None


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day of a cycle by which a recurring duty is done.

    `since` is the month in which it begins ("từ tháng 10 đến tháng 12 hằng năm"). `cycle` is the one cycle it belongs
    to, None for every cycle of the schedule. `month` is a month of the calendar; `within` a month of the cycle: its
    "first", its "last", or the one after it ("next"). A `day` past the end of its month means the last day.
    """

    day: int | None = None
    month: int | None = None
    since: int | None = None
    within: Within | None = None
    before: bool = False
    cycle: str | None = None


@dataclass(frozen=True, slots=True)
class Schedule:
    """When something is done, as printed (`text`) and as understood.

    `points`: the months, quarters, years of those kinds, the one day of "date" (with `op`; "on" is "by that day, itself
    included"), both ends of "range". `every`: the cycles of "recurring", of `CYCLES`, single quarters ("Q1" … "Q4") or
    a multiple ("2-year"); empty for a bare "định kỳ". `times` in one cycle; `anchors` its days. `part` narrows a point
    ("đầu tháng 5"). `phases` of an event: before, during, after. `plan` are the words of another plan that decides.
    """

    kind: Kind
    text: str = ""
    points: tuple[Point, ...] = ()
    op: Op = "on"
    every: tuple[str, ...] = ()
    times: int = 1
    anchors: tuple[Anchor, ...] = ()
    part: Part | None = None
    phases: tuple[str, ...] = ()
    plan: str | None = None

    def normalised(self) -> dict[str, object]:
        """The stable JSON form; a single value stands alone, several in a list."""
        if self.kind in ("month", "quarter", "year"):
            return {self.kind: _one_or_many([point.iso() for point in self.points])}
        if self.kind == "date":
            return {"date": _one_or_many([point.iso() for point in self.points]), "op": self.op}
        if self.kind == "range":
            return {"from": self.points[0].iso(), "to": self.points[1].iso()}
        if self.kind == "recurring":
            return {"every": _one_or_many(list(self.every))} | self._times() | self._days()
        return self._undated()

    def as_json(self) -> dict[str, object]:
        return {"text": self.text, "kind": self.kind, "normalised": self.normalised()}

    def _undated(self) -> dict[str, object]:
        if self.kind == "continuous":
            return {"continuous": True}
        if self.kind == "by-law":
            return {"by_law": True}
        if self.kind == "event":
            return {"event": self.text} | ({"phase": list(self.phases)} if self.phases else {})
        return {"per_plan": self.plan} if self.plan else {}

    def _times(self) -> dict[str, object]:
        return {"times": self.times} if self.times > 1 else {}

    def _days(self) -> dict[str, object]:
        """Month and day where all cycles share them; else one entry for each anchor, so that nothing is lost."""
        if not self.anchors:
            return {}
        if any(anchor.cycle for anchor in self.anchors) or len({(a.day, a.before, a.within) for a in self.anchors}) > 1:
            return {"anchors": [_anchor_json(a) | ({"cycle": a.cycle} if a.cycle else {}) for a in self.anchors]}
        if len(self.anchors) > 1:
            return _anchor_json(self.anchors[0]) | {"month": [a.month for a in self.anchors]}
        return _anchor_json(self.anchors[0])


def _anchor_json(anchor: Anchor) -> dict[str, object]:
    out: dict[str, object] = {"month": anchor.month, "day": anchor.day, "within": anchor.within}
    out |= {"before": anchor.before or None, "from_month": anchor.since}
    return {name: value for name, value in out.items() if value is not None}


def _one_or_many(values: list[str] | list[str | None]) -> object:
    return values[0] if len(values) == 1 else (list(values) or None)
