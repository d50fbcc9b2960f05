"""Points of the calendar to a schedule: a day, a month, a quarter, a year, several of them, or a range."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from dondoc.schedule.rules.atoms import Atom
from dondoc.schedule.rules.expressions import Kind, Op, Point, Schedule
from dondoc.schedule.rules.letters import Letters, ending
from dondoc.schedule.rules.scan import is_listed, is_range

_SMALL = (
    r"(?: (?:ngay|het|thoi diem|thoi han|moc|han|cac|la|vao|trong|dau|cuoi|giua|cua|sau|tu"
    r"|\d{1,2} ?(?:gio|h|g)[ \d]*(?:phut)?)|,)*"
)
_BEFORE = re.compile(rf"(?<![a-z])truoc{_SMALL} ?$")
_FROM = re.compile(rf"(?<![a-z])(?:tu|sau|bat dau|ke tu|tinh tu){_SMALL} ?$")
_ONWARDS = re.compile(r" ?,? ?tro (?:di|ve sau)")
_BACKWARDS = re.compile(r" ?,? ?tro (?:ve )?truoc")


def is_year_only(atom: Atom) -> bool:
    """A year without a narrower point of it."""
    return atom.name == "points" and all(p.quarter is None and p.month is None for p in atom.points)


def dated(letters: Letters, atoms: Sequence[Atom], year: int | None) -> Schedule:
    """The schedule of the points that the row begins with.

    A point without a year takes that of the point after it ("từ tháng 3 đến tháng 10/2024"), before it, or `year`.
    """
    points, is_stretch, end = _group(letters, atoms)
    if atoms[0].is_range and points[-1] == Point():
        return Schedule("date", points=(points[0],), op="from")
    points = _with_years(points, year)
    points = tuple(dict.fromkeys(points))
    if is_stretch and len(points) > 1:
        return Schedule("range", points=_in_order(points, atoms))
    op = "on" if is_stretch else _op(letters.flat, atoms[0], end)
    kind: Kind = _kind(points[0]) if op == "on" else "date"
    return Schedule(kind, points=points, op=op, part=atoms[0].part if len(points) == 1 else None)


def _group(letters: Letters, atoms: Sequence[Atom]) -> tuple[tuple[Point, ...], bool, int]:
    """The leading points that belong together, whether they are the ends of a range, and where they end."""
    points, is_stretch, end = list(atoms[0].points), atoms[0].is_range, atoms[0].end
    for previous, atom in pairwise(atoms):
        gap = letters.flat[previous.end : atom.start]
        if atom.name != "points" or is_stretch:
            break
        if is_range(gap) and len(points) == 1 and len(atom.points) == 1:
            is_stretch = True
        elif not is_listed(gap) or _kind(atom.points[0]) != _kind(points[0]):
            break
        points += atom.points
        end = atom.end
    return tuple(points), is_stretch, end


def _with_years(points: tuple[Point, ...], year: int | None) -> tuple[Point, ...]:
    printed = [point.year for point in points]
    for index in reversed(range(len(points) - 1)):
        printed[index] = printed[index] or printed[index + 1]
    for index in range(1, len(points)):
        printed[index] = printed[index] or printed[index - 1]
    return tuple(replace(point, year=own or year) for point, own in zip(points, printed, strict=True))


def _in_order(points: tuple[Point, ...], atoms: Sequence[Atom]) -> tuple[Point, ...]:
    """ "tháng 11 đến tháng 3/2025" began the year before; "tháng 11/2024 đến tháng 3" ends the year after."""
    first, last = points
    if first.year is None or last.year is None or _rank(first) <= _rank(last):
        return points
    own_first = atoms[0].points[0].year is not None and len(atoms[0].points) == 1
    prints_last = not own_first and any(atom.points and atom.points[-1].year is not None for atom in atoms[:2])
    if prints_last:
        return replace(first, year=first.year - 1), last
    return first, replace(last, year=last.year + 1)


def _rank(point: Point) -> tuple[int, int, int]:
    return point.year or 0, point.month or (point.quarter or 4) * 3, point.day or 31


def _kind(point: Point) -> Kind:
    if point.day is not None:
        return "date"
    if point.month is not None:
        return "month"
    return "quarter" if point.quarter is not None else "year"


def _op(flat: str, first: Atom, end: int) -> Op:
    """ "trước" is before; "từ", "sau", "trở đi" is from; "chậm nhất", "đến hết", "xong ngày" is on: by that day, itself
    included; so is "trước cuối tháng 6"."""
    start = first.start
    if first.part == "end":
        return "on"
    if ending(_BEFORE, flat, start) or _BACKWARDS.match(flat, end):
        return "before"
    if ending(_FROM, flat, start) or _ONWARDS.match(flat, end):
        return "from"
    return "on"
