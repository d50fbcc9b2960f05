"""Charts as geometry: Python computes the places, a template of `ui` draws them, the same numbers stand in a table.

One chart has one message, said in its title. Labels stand at the marks, so there is no legend to look up; every mark is
readable in grey. Across, places are percentages of the width; down, pixels: letters keep their
size on a phone and on a wall.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import pairwise

from dondoc.web.formats import Number, number

ROW = 46
FULL_BAR = 82.0
LAST_STEP = 62.0


@dataclass(frozen=True, slots=True)
class Bar:
    label: str
    value: Number
    text: str
    y: int
    width: float
    href: str = ""
    is_marked: bool = False


@dataclass(frozen=True, slots=True)
class BarChart:
    title: str
    unit: str
    bars: list[Bar]
    height: int
    reference: tuple[float, str] | None = None


@dataclass(frozen=True, slots=True)
class Point:
    label: str
    value: Number
    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Line:
    """`end` is what stands at its last point: the label, without its brackets where no other line is called so."""

    label: str
    points: list[Point]
    segments: list[tuple[Point, Point]]
    style: int = 0
    label_y: float = 0.0
    end: str = ""


@dataclass(frozen=True, slots=True)
class LineChart:
    title: str
    unit: str
    lines: list[Line]
    ticks: list[tuple[float, str]]
    height: int = 260
    breaks: list[float] = field(default_factory=list)
    every: int = 1


@dataclass(frozen=True, slots=True)
class HeatCell:
    """`level` is 0 (best) to 4 (worst), or None where there is nothing to tell."""

    text: str
    level: int | None
    href: str = ""
    says: str = ""


@dataclass(frozen=True, slots=True)
class HeatChart:
    title: str
    columns: list[str]
    rows: list[tuple[str, list[HeatCell]]]


def bar_chart(
    title: str,
    unit: str,
    values: Sequence[tuple[str, Number]],
    *,
    top: Number | None = None,
    marked: str = "",
    links: dict[str, str] | None = None,
    reference: tuple[Number, str] | None = None,
    places: int | None = None,
) -> BarChart:
    """Horizontal bars from zero; `top` is the length of a full bar (100 for shares), `marked` a label to bring out."""
    full = float(top if top is not None else max((v for _, v in values), default=1)) or 1.0
    bars = [
        Bar(label, v, number(v, places), i * ROW, _span(v, full), (links or {}).get(label, ""), label == marked)
        for i, (label, v) in enumerate(values)
    ]
    line = (_span(reference[0], full), reference[1]) if reference else None
    return BarChart(title, unit, bars, len(bars) * ROW + (24 if line else 4), line)


def _span(value: Number, full: float) -> float:
    return round(min(max(float(value), 0.0), full) / full * FULL_BAR, 2)


def line_chart(
    title: str,
    unit: str,
    series: Sequence[tuple[str, Sequence[tuple[str, Number | None]]]],
    *,
    places: int | None = None,
    height: int = 260,
    breaks: Collection[str] = (),
    is_rank: bool = False,
) -> LineChart:
    """Lines over the same steps. A step without a value breaks the line: it is not drawn as zero and not guessed. So
    does a step named in `breaks`, which cannot be compared with the one before; `is_rank` sets the least on top."""
    values = [float(v) for _, points in series for _, v in points if v is not None]
    low, high = (min(values), max(values)) if values else (0.0, 1.0)
    room = (high - low) * 0.15 or 1.0
    low, high = low - room, high + room
    steps = max((len(points) for _, points in series), default=1)

    def place(i: int, value: Number) -> tuple[float, float]:
        x = 5 + i * (LAST_STEP - 5) / max(steps - 1, 1)
        down = float(value) - low if is_rank else high - float(value)
        return round(x, 2), round(20 + down / (high - low) * (height - 60), 1)

    lines: list[Line] = []
    for label, pairs in series:
        spots = [
            Point(n, v, number(v, places), *place(i, v)) if v is not None else None for i, (n, v) in enumerate(pairs)
        ]
        segments = [(a, b) for a, b in pairwise(spots) if a and b and b.label not in breaks]
        lines.append(Line(label, [spot for spot in spots if spot], segments, len(lines) % 4))
    names = [name for name, _ in series[0][1]] if series else []
    ticks = [(place(i, Decimal(0))[0], name) for i, name in enumerate(names)]
    between = [round((a[0] + b[0]) / 2, 2) for a, b in pairwise(ticks) if b[1] in breaks]
    return LineChart(
        title, unit, _apart(lines), ticks, height, between, 1 if len(ticks) < 6 else 2 if len(ticks) < 9 else 3
    )


def _apart(lines: list[Line]) -> list[Line]:
    """Names at the ends of the lines, pushed down until none covers another (18 units each)."""

    def brief(line: Line) -> str:
        return line.label.partition(" (")[0]

    names = Counter(brief(line) for line in lines)
    moved, last = [], float("-inf")
    for line in sorted((line for line in lines if line.points), key=lambda line: line.points[-1].y):
        last = max(line.points[-1].y, last + 18)
        end = brief(line) if names[brief(line)] == 1 else line.label
        moved.append(replace(line, label_y=last, end=end))
    return moved


def heat_level(value: Number, bounds: Sequence[Number]) -> int:
    """How many of the ascending bounds the value has reached: four bounds make the levels 0 to 4."""
    return sum(float(value) >= float(bound) for bound in bounds)
