"""One phrase of a plan ("Quý IV-2025", "định kỳ trước ngày 01/6 và 15/11 hằng năm") to its schedule.

The piece that stands first decides, as in the plans themselves: "Thường xuyên, định kỳ hàng quý" is continuous. Pieces
that say little give way to one that says more: a bare "định kỳ", "trong năm", "theo kế hoạch" beside a cycle or a day.
What is not understood is "other" with its words, never a guess.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from dondoc.schedule.rules.atoms import Atom, months_of
from dondoc.schedule.rules.dates import dated, is_year_only
from dondoc.schedule.rules.expressions import Schedule
from dondoc.schedule.rules.letters import Letters, flatten
from dondoc.schedule.rules.recurrence import gather, is_valid_bare, recurring
from dondoc.schedule.rules.scan import is_listed, scan
from dondoc.schedule.rules.slips import without_slips

_DEADLINE_MARK = re.compile(r"(?<![a-z])(?:hoan thanh|xong|cham nhat|muon nhat|truoc|han|chot|khong qua)(?![a-z])")
_UNSETTLED = re.compile(r"(?:chua|khong) (?:xac dinh|ro|an dinh|quy dinh)|khong thoi han")


def parse(text: str, *, year: int | None = None) -> Schedule:
    """The schedule that a phrase means; `year` is the plan's, for phrases that print none.

    Total: any text gives a schedule, "other" where nothing is understood. The text is kept as it came.
    """
    letters = flatten(text)
    if _UNSETTLED.search(letters.flat):
        return Schedule("other", text)
    schedule = read(letters, scan(letters, year), year)
    if schedule.kind == "other" and schedule.plan is None:
        schedule = _read_again(letters, year) or schedule
    return replace(schedule, text=text)


def _read_again(letters: Letters, year: int | None) -> Schedule | None:
    """What the phrase says once misread words of time are put right; only a time, never an event or a plan."""
    mended = without_slips(letters.flat)
    if mended == letters.flat:
        return None
    again = flatten(mended)
    schedule = read(again, scan(again, year), year)
    return None if schedule.kind in ("other", "event") else schedule


def read(letters: Letters, atoms: Sequence[Atom], year: int | None, *, in_sentence: bool = False) -> Schedule:
    """The schedule of a row of pieces; those of a sentence were chosen by its own rules."""
    if not in_sentence:
        atoms = [atom for index, atom in enumerate(atoms) if _is_meant(letters, atoms, index)]
    while len(atoms) > 1 and _gives_way(letters, atoms):
        if atoms[0].name == "points" and atoms[0].points[0].year is not None:
            year = atoms[0].points[0].year
        atoms = atoms[1:]
    if not atoms:
        return Schedule("other", letters.text)
    return _decided(letters, atoms, year)


def _decided(letters: Letters, atoms: Sequence[Atom], year: int | None) -> Schedule:
    """The schedule of a row whose first piece decides."""
    first = atoms[0]
    if _is_recurring(letters, atoms):
        return recurring(gather(letters, atoms))
    if first.name in ("points", "half"):
        return dated(letters, atoms, year)
    if first.name == "event":
        return Schedule("event", phases=first.phases)
    if first.name == "plan":
        return Schedule("other", plan=letters.printed(first.start, first.end))
    return Schedule("by-law" if first.name == "by-law" else "continuous")


def _is_meant(letters: Letters, atoms: Sequence[Atom], index: int) -> bool:
    """A "quý" or "năm" that stands among other words is no cycle."""
    atom = atoms[index]
    if atom.name != "bare":
        return True
    stop = atoms[index + 1].start if index + 1 < len(atoms) else len(letters.flat)
    closes = is_listed(letters.flat[atom.end : stop]) or (atom.cycles[0] != "year" and index > 0)
    return is_valid_bare(letters, atoms, index) and closes


def _gives_way(letters: Letters, atoms: Sequence[Atom]) -> bool:
    """Whether the first piece says too little beside those after it."""
    first, following = atoms[0], atoms[1]
    gap = letters.flat[first.end : following.start]
    if first.name == "periodic":
        return following.name == "continuous" or (following.name in ("by-law", "plan", "event") and not gap.strip())
    if first.name in ("plan", "by-law"):
        return any(atom.name in ("points", "half", "cycle", "continuous", "anchor", "periodic") for atom in atoms[1:])
    if first.name == "event":
        return following.name in ("points", "half") and bool(_DEADLINE_MARK.search(gap))
    return is_year_only(first) and _says_more_than_a_year(letters, atoms)


def _says_more_than_a_year(letters: Letters, atoms: Sequence[Atom]) -> bool:
    if len(atoms[0].points) > 1:
        return False
    following = atoms[1]
    if following.name in ("continuous", "half", "anchor", "periodic"):
        return True
    if following.name in ("cycle", "bare"):
        return months_of(following.cycles[0]) < months_of("year")
    separate = not re.search(r" va |den|-|sau", letters.flat[atoms[0].end : following.start])
    return following.name == "points" and not is_year_only(following) and separate


def _is_recurring(letters: Letters, atoms: Sequence[Atom]) -> bool:
    first = atoms[0]
    if first.name in ("cycle", "bare", "anchor", "periodic"):
        return True
    if first.name not in ("points", "half") or len(atoms) < 2 or is_year_only(first):
        return False
    return _is_yearly(letters, atoms) or _is_mixed_list(letters, atoms)


def _is_yearly(letters: Letters, atoms: Sequence[Atom]) -> bool:
    """ "Tháng 6, tháng 12 hằng năm": points without a year, right before the cycle of a year (or a shorter one)."""
    for index, atom in enumerate(atoms[1:], 1):
        gap = letters.flat[atoms[index - 1].end : atom.start]
        if not is_listed(gap) or any(point.year is not None for point in atoms[index - 1].points):
            return False
        if atom.name == "cycle":
            return " va " not in gap and ";" not in gap and "year" in atom.cycles
        if atom.name != "points":
            return False
    return False


def _is_mixed_list(letters: Letters, atoms: Sequence[Atom]) -> bool:
    """ "Quý I, 6 tháng, Quý III và năm"; "6 tháng đầu năm và cả năm"."""
    gap = letters.flat[atoms[0].end : atoms[1].start]
    if not (gap.strip() and is_listed(gap)):
        return False
    if atoms[0].name == "half":
        return atoms[1].name in ("bare", "half") or is_year_only(atoms[1])
    return atoms[0].points[0].quarter is not None and (
        atoms[1].name in ("bare", "half")
        or any(atom.name in ("bare", "half") for atom in atoms[1:3] if atom.cycles != ("year",))
        or (atoms[1].name == "bare")
    )
