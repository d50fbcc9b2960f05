"""Cycles and the days in them, brought together: "hằng quý trước ngày 10 tháng cuối quý, năm trước ngày 15/11"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from dondoc.schedule.rules.atoms import Atom
from dondoc.schedule.rules.expressions import Anchor, Point, Schedule
from dondoc.schedule.rules.letters import Letters, ending
from dondoc.schedule.rules.scan import is_listed

_BEFORE = re.compile(
    r"(?<![a-z])truoc(?: (?:thoi diem|thoi han|moc|han|cac|ngay|\d{1,2} ?(?:gio|h|g)[ \d]*(?:phut)?|la|vao|moi|het)"
    r"|,)* ?$"
)
_REPORT_BEFORE = re.compile(r"(?:bao cao|bc|so ket|tong ket|danh gia|dinh k[yi]|lan|theo|hang|va|,) $")
_CLOSES_LIST = re.compile(r"[,;/&+]| va ")
_WHOLE = re.compile(r"(?<![a-z])(?:trong|het|den) ")
# How many pieces on or back words are taken to belong together.
_NEAR = 12
_ALSO = re.compile(r" ?(?:,|va|hoac|;|&|/|\+| )*(?:truoc |vao )?(?:ngay |thang )?")


@dataclass(slots=True)
class Gathering:
    """Cycles in reading order and which day belongs to which of them."""

    every: list[str] = field(default_factory=list)
    owned: list[tuple[str | None, Anchor]] = field(default_factory=list)
    times: int = 1
    implied: list[str] = field(default_factory=list)
    all_days: list[Anchor] = field(default_factory=list)
    _waiting: list[str] = field(default_factory=list)
    _ahead: list[Anchor] = field(default_factory=list)
    _recent: list[str] = field(default_factory=list)

    def add_cycle(self, cycle: str) -> None:
        """Goes with the day that stands before it, else waits for the day after it."""
        if cycle not in self.every:
            self.every.append(cycle)
        if self._ahead:
            self.owned += [(cycle, anchor) for anchor in self._ahead]
        else:
            self._waiting.append(cycle)

    def add_anchor(self, anchor: Anchor, *, also: bool) -> None:
        """Belongs to the cycles that wait for a day; `also`: joined to the day before it, and so of the same cycles."""
        if self._waiting:
            self._recent, self._waiting, self._ahead = self._waiting, [], []
            self.owned += [(cycle, anchor) for cycle in self._recent]
        elif also and self._recent:
            self.owned += [(cycle, anchor) for cycle in self._recent]
        else:
            self._ahead = [*self._ahead, anchor] if also else [anchor]
            self._recent = []

    def settled(self) -> tuple[Anchor, ...]:
        """The days; without a cycle's name where all cycles share them."""
        cycles: list[str | None] = [*self.every] or [None]
        loose = [anchor for anchor in self._ahead if anchor not in [owned for _, owned in self.owned]]
        owned = self.owned + [(cycle, anchor) for cycle in cycles for anchor in loose if not self.owned]
        days = {cycle: [anchor for owner, anchor in owned if owner == cycle] for cycle in cycles}
        first = next(iter(days.values()))
        if all(anchors == first for anchors in days.values()):
            return _shared(self.every, tuple(dict.fromkeys(first)))
        return tuple(dict.fromkeys(replace(anchor, cycle=owner) for owner, anchor in owned))


def _shared(every: Sequence[str], anchors: tuple[Anchor, ...]) -> tuple[Anchor, ...]:
    """As many days of the year as cycles ("6 tháng, năm … trước ngày 05/6 và 05/12"): one for each, in order."""
    if 1 < len(every) == len(anchors) and all(anchor.month is not None for anchor in anchors):
        return tuple(replace(anchor, cycle=cycle) for cycle, anchor in zip(every, anchors, strict=True))
    return anchors


def gather(letters: Letters, atoms: Sequence[Atom]) -> Gathering:
    """All cycles and days of the row of pieces; points that print a year of their own are left out."""
    found = Gathering()
    last_day: Atom | None = None
    for index, atom in enumerate(atoms):
        if atom.times > 1:
            found.times = atom.times
        anchors = list(_anchors(letters, atoms, index))
        found.all_days += anchors
        if anchors:
            also = last_day is not None and bool(_ALSO.fullmatch(letters.flat[last_day.end : atom.start]))
            for anchor in anchors:
                found.add_anchor(anchor, also=also)
                also = True
            last_day = atom
        elif _completes(letters, atoms, index):
            last_day = atom
        for cycle in _cycles(letters, atoms, index):
            found.add_cycle(cycle)
        found.implied += atom.cycles if atom.name == "anchor" else ()
    if not found.every:
        found.every = list(dict.fromkeys(found.implied))
    return found


def recurring(found: Gathering) -> Schedule:
    """The schedule of what was gathered; single quarters replace the "hằng năm" that stands with them."""
    anchors = found.settled()
    every = found.every
    if any(cycle.startswith("Q") for cycle in every) and not {"half-year", "nine-month", "quarter"} & set(every):
        quarters = [cycle for cycle in every if cycle.startswith("Q")]
        every = quarters if len(quarters) < 4 else ["quarter"]
    if not every and any(anchor.month for anchor in anchors):
        every = ["year"]
    if not every and any(anchor.within == "next" for anchor in anchors):
        every = ["month"]
    return Schedule("recurring", every=tuple(every), anchors=anchors, times=found.times)


def _cycles(letters: Letters, atoms: Sequence[Atom], index: int) -> Iterator[str]:
    atom = atoms[index]
    if atom.name == "cycle" or (atom.name == "bare" and is_valid_bare(letters, atoms, index)):
        yield from atom.cycles
    elif atom.name == "half" and index + len(atoms) > 1:
        yield {6: "half-year", 9: "nine-month", 3: "quarter"}.get(_length(atom.points), "half-year")
    elif atom.name == "points":
        yield from _cycles_of_points(letters, atoms, index)


def _cycles_of_points(letters: Letters, atoms: Sequence[Atom], index: int) -> Iterator[str]:
    """Quarters singled out are cycles; a year is one where it closes a list ("6 tháng và năm 2024", "cả năm")."""
    atom = atoms[index]
    for point in atom.points:
        if point.quarter is not None:
            yield f"Q{point.quarter}"
    is_year = all(point.month is None and point.quarter is None for point in atom.points)
    if is_year and index and atom.part in (None, "end") and not atom.is_range:
        gap = letters.flat[atoms[index - 1].end : atom.start]
        words = gap + letters.flat[atom.start : atom.end]
        if _CLOSES_LIST.search(gap) and is_listed(gap) and not _WHOLE.search(words):
            yield "year"


def _anchors(letters: Letters, atoms: Sequence[Atom], index: int) -> Iterator[Anchor]:
    """The days that a piece names. "tháng cuối quý" after "ngày 10" completes it and is no day of its own."""
    atom = atoms[index]
    before = _is_before(letters, atoms, index)
    if atom.anchor is not None and not _completes(letters, atoms, index):
        yield replace(_completed(letters, atoms, index), before=before)
    elif atom.name == "points":
        dated = [point for point in atom.points if point.month is not None and point.year is None]
        if atom.is_range and len(dated) == 2:
            yield Anchor(day=dated[1].day, month=dated[1].month, since=dated[0].month, before=before)
        else:
            yield from (Anchor(day=point.day, month=point.month, before=before) for point in dated)


def _completes(letters: Letters, atoms: Sequence[Atom], index: int) -> bool:
    """Whether a month of the cycle belongs to the day right before it."""
    atom = atoms[index]
    if not index or atom.anchor is None or atom.anchor.within is None:
        return False
    previous = atoms[index - 1]
    close = letters.flat[previous.end : atom.start].strip() in ("", "cua", "trong", "vao", ",")
    return close and previous.anchor is not None and previous.anchor.within is None


def _completed(letters: Letters, atoms: Sequence[Atom], index: int) -> Anchor:
    """A day with the month of the cycle that stands after the days ("ngày 10, 20 tháng cuối quý")."""
    anchor = atoms[index].anchor or Anchor()
    for later in range(index + 1, min(len(atoms), index + _NEAR)):
        following = atoms[later].anchor
        if following is None or anchor.within is not None:
            break
        if following.within is not None:
            return replace(anchor, within=following.within) if _completes(letters, atoms, later) else anchor
    return anchor


def _is_before(letters: Letters, atoms: Sequence[Atom], index: int) -> bool:
    """ "trước ngày 01/6 và 15/11": the second day is "before" too."""
    first = max(0, index - _NEAR)
    while not ending(_BEFORE, letters.flat, atoms[index].start):
        index -= 1
        if index < first or not (atoms[index].anchor or atoms[index].name == "points"):
            return False
        if not _ALSO.fullmatch(letters.flat[atoms[index].end : atoms[index + 1].start]):
            return False
    return True


def is_valid_bare(letters: Letters, atoms: Sequence[Atom], index: int) -> bool:
    """Whether a "6 tháng", "quý", "năm" without "hằng" is a cycle: it stands in a list of cycles, after "báo cáo", or
    alone."""
    atom = atoms[index]
    gap = letters.flat[atoms[index - 1].end : atom.start] if index else letters.flat[: atom.start]
    if gap.endswith("trong "):
        return False
    if not gap.strip() or is_listed(gap):
        return True
    return bool(ending(_REPORT_BEFORE, letters.flat, atom.start))


def _length(points: tuple[Point, ...]) -> int:
    return (points[1].month or 0) - (points[0].month or 0) + 1
