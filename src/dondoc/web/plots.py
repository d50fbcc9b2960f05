"""More charts as geometry, in the manner of `charts`: rows of dots on a common scale, and a map of equal tiles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dondoc.web.charts import ROW
from dondoc.web.formats import Number, number

TILE = 47
_GAP = 0.6


@dataclass(frozen=True, slots=True)
class Dot:
    """One row: three places on a scale, in percent of the width, and what they say."""

    label: str
    y: int
    own: float
    middle: float
    best: float
    text: str
    middle_text: str
    best_text: str


@dataclass(frozen=True, slots=True)
class DotChart:
    title: str
    own: str
    middle: str
    best: str
    dots: list[Dot]
    height: int


@dataclass(frozen=True, slots=True)
class Tile:
    """A place in the grid. `level` is 0 (lowest) to 3, or None where nothing was published."""

    name: str
    words: tuple[str, ...]
    text: str
    says: str
    x: float
    y: int
    middle: float
    level: int | None
    href: str
    is_marked: bool


@dataclass(frozen=True, slots=True)
class TileChart:
    title: str
    levels: list[tuple[int, str]]
    tiles: list[Tile]
    width: float
    height: int


def dot_chart(
    title: str,
    names: tuple[str, str, str],
    rows: Sequence[tuple[str, Number, Number, Number, Number, Number]],
    *,
    places: int = 2,
) -> DotChart:
    """Rows of (label, own, middle, best, least, most): each on its own scale, so that what has another scale can stand
    in one picture. `names` say what the three marks are."""
    dots = [
        Dot(
            label,
            at * ROW,
            _along(own, least, most),
            _along(middle, least, most),
            _along(best, least, most),
            number(own, places),
            number(middle, places),
            number(best, places),
        )
        for at, (label, own, middle, best, least, most) in enumerate(rows)
    ]
    return DotChart(title, *names, dots, len(dots) * ROW + 4)


def _along(value: Number, least: Number, most: Number) -> float:
    share = (float(value) - float(least)) / ((float(most) - float(least)) or 1.0)
    return round(1 + 98 * min(max(share, 0.0), 1.0), 2)


@dataclass(frozen=True, slots=True)
class Spot:
    """What a tile tells of its place."""

    name: str
    short: str
    text: str
    says: str
    level: int | None
    href: str = ""
    is_marked: bool = False


def tile_chart(
    title: str, levels: list[tuple[int, str]], grid: Mapping[str, tuple[int, int]], spots: Mapping[str, Spot]
) -> TileChart:
    """A tile for every place of the grid (column, row) that has something to tell."""
    columns = max((column for column, _ in grid.values()), default=0) + 1
    rows = max((row for _, row in grid.values()), default=0) + 1
    step = 100 / columns
    tiles = [
        Tile(
            spot.name,
            tuple(spot.short.split(" ", 1)),
            spot.text,
            spot.says,
            round(grid[place][0] * step, 2),
            grid[place][1] * TILE,
            round((grid[place][0] + 0.5) * step - _GAP / 2, 2),
            spot.level,
            spot.href,
            spot.is_marked,
        )
        for place, spot in sorted(spots.items(), key=lambda item: grid[item[0]][::-1])
    ]
    return TileChart(title, levels, tiles, round(step - _GAP, 2), rows * TILE)
