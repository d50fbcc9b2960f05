"""Ruling lines to grids: which cells a table has, and how many rows and columns each covers.

A table is a set of lines that touch. Where a line between two squares of the net is missing, the squares are one
cell. A side that was not drawn (a row cut by the page's end, no outer border) is taken where the other lines end.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dondoc.plans.adapters.pdf.shapes import Ruling

_TOUCH = 3.0
_LEAST = 5.0
_COVERED = 0.6


@dataclass(frozen=True, slots=True)
class Box:
    """A cell: its place in the grid and on the page."""

    row: int
    column: int
    row_span: int
    column_span: int
    x0: float
    x1: float
    top: float
    bottom: float


@dataclass(slots=True)
class Net:
    """A table's grid on one page."""

    xs: list[float]
    ys: list[float]
    boxes: list[Box] = field(default_factory=list)
    at: dict[tuple[int, int], int] = field(default_factory=dict)

    @property
    def top(self) -> float:
        return self.ys[0]

    @property
    def bottom(self) -> float:
        return self.ys[-1]

    def find(self, x: float, y: float) -> int | None:
        """The number of the box that holds a point."""
        if not (self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]):
            return None
        column = min(bisect_right(self.xs, x) - 1, len(self.xs) - 2)
        row = min(bisect_right(self.ys, y) - 1, len(self.ys) - 2)
        return self.at.get((row, column))


def nets_of(rulings: Sequence[Ruling]) -> list[Net]:
    """The tables of a page from top to bottom. A frame around one cell is no table."""
    found = []
    for group in _touching(_joined(rulings)):
        net = _net(group)
        if net is not None and len(net.boxes) > 1:
            found.append(net)
    return sorted(found, key=lambda net: (net.top, net.xs[0]))


def _joined(rulings: Iterable[Ruling]) -> list[Ruling]:
    """Pieces of one line as one line; doubled lines once."""
    out: list[Ruling] = []
    for line in sorted(rulings, key=lambda each: (each.upright, round(each.at / _TOUCH), each.start)):
        mates = (each for each in reversed(out[-12:]) if each.upright == line.upright)
        mate = next((m for m in mates if abs(m.at - line.at) <= _TOUCH / 2 and line.start <= m.end + _TOUCH), None)
        if mate is None:
            out.append(line)
        else:
            out[out.index(mate)] = mate._replace(end=max(mate.end, line.end), start=min(mate.start, line.start))
    return [line for line in out if line.end - line.start > _LEAST]


def _touching(lines: Sequence[Ruling]) -> list[list[Ruling]]:
    """Groups of lines that cross or meet."""
    parent = list(range(len(lines)))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    flat = [number for number, line in enumerate(lines) if not line.upright]
    for number, line in enumerate(lines):
        if line.upright:
            for other in flat:
                if _meet(line, lines[other]):
                    parent[root(number)] = root(other)
    groups: dict[int, list[Ruling]] = {}
    for number, line in enumerate(lines):
        groups.setdefault(root(number), []).append(line)
    return [group for group in groups.values() if len(group) > 2]


def _meet(upright: Ruling, flat: Ruling) -> bool:
    return (
        flat.start - _TOUCH <= upright.at <= flat.end + _TOUCH
        and upright.start - _TOUCH <= flat.at <= upright.end + _TOUCH
    )


def _net(group: Sequence[Ruling]) -> Net | None:
    upright = [line for line in group if line.upright]
    flat = [line for line in group if not line.upright]
    xs = _marks([line.at for line in upright], [end for line in flat for end in (line.start, line.end)])
    ys = _marks([line.at for line in flat], [end for line in upright for end in (line.start, line.end)])
    if len(xs) < 2 or len(ys) < 2:
        return None
    net = Net(xs, ys)
    walls = [[_drawn(upright, x, ys[row], ys[row + 1]) for x in xs] for row in range(len(ys) - 1)]
    floors = [[_drawn(flat, y, xs[column], xs[column + 1]) for column in range(len(xs) - 1)] for y in ys]
    _fill(net, walls, floors)
    return net


def _marks(drawn: Iterable[float], ends: Iterable[float]) -> list[float]:
    """Where lines stand, and the outermost ends of the lines that cross them where nothing was drawn."""
    marks: list[list[float]] = []
    for value in sorted(drawn):
        if marks and value - marks[-1][-1] <= _TOUCH:
            marks[-1].append(value)
        else:
            marks.append([value])
    out = [sum(each) / len(each) for each in marks]
    ends = sorted(ends)
    if ends and (not out or out[0] - ends[0] > _LEAST):
        out.insert(0, ends[0])
    if ends and ends[-1] - out[-1] > _LEAST:
        out.append(ends[-1])
    return out


def _drawn(lines: Iterable[Ruling], at: float, start: float, end: float) -> bool:
    covered = sum(
        max(0.0, min(line.end, end) - max(line.start, start)) for line in lines if abs(line.at - at) <= _TOUCH
    )
    return covered >= _COVERED * (end - start)


def _fill(net: Net, walls: Sequence[Sequence[bool]], floors: Sequence[Sequence[bool]]) -> None:
    """Cells from the upper left: as wide as no wall, as deep as no floor stops them."""
    rows, columns = len(net.ys) - 1, len(net.xs) - 1
    for row in range(rows):
        for column in range(columns):
            if (row, column) in net.at:
                continue
            wide = 1
            while column + wide < columns and not walls[row][column + wide] and (row, column + wide) not in net.at:
                wide += 1
            deep = 1
            while row + deep < rows and _is_open(net, walls, floors, row + deep, column, wide):
                deep += 1
            _put(net, Box(row, column, deep, wide, net.xs[column], net.xs[column + wide], net.ys[row],
                          net.ys[row + deep]))  # fmt: skip


def _is_open(
    net: Net, walls: Sequence[Sequence[bool]], floors: Sequence[Sequence[bool]], row: int, column: int, wide: int
) -> bool:
    """Whether the squares of a row belong to the cell above: no floor above them, no wall between, nobody's yet."""
    squares = range(column, column + wide)
    return (
        not any(floors[row][square] for square in squares)
        and not any(walls[row][square] for square in squares if square > column)
        and not any((row, square) in net.at for square in squares)
    )


def _put(net: Net, box: Box) -> None:
    for row in range(box.row, box.row + box.row_span):
        for column in range(box.column, box.column + box.column_span):
            net.at[row, column] = len(net.boxes)
    net.boxes.append(box)
