"""Reporting rules: which reports are owed in a year, and by which day each."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dondoc.schedule.rules.atoms import Atom
from dondoc.schedule.rules.expressions import Anchor, Point, Within
from dondoc.schedule.rules.letters import Letters, ending, flatten
from dondoc.schedule.rules.recurrence import gather, is_valid_bare
from dondoc.schedule.rules.scan import is_listed, scan

Cycle = str
Due = Mapping[str, object]

_NAMES = {"month": "monthly", "quarter": "quarterly", "half-year": "6-month", "nine-month": "9-month", "year": "annual"}
CYCLE_OF: Mapping[Cycle, str] = {name: cycle for cycle, name in _NAMES.items()}
_WITHIN: Mapping[object, Within] = {"first": "first", "next": "next"}
_REPORT = re.compile(r"bao cao|tong hop|so ket|tong ket|danh gia ket qua")
_BEFORE = re.compile(
    r"(?:truoc|cham nhat|den|han|muon nhat|khong qua|vao|xong|la|hoan thanh)(?: (?:ngay|la|het|cac|moc))* ?$"
)
_ASKED = re.compile(r"(?:bao cao|dinh k[yi]) $")
_DAY_AFTER = re.compile(r" ?[(:,]? ?(?:gui |nop )?(?:truoc|cham nhat|muon nhat) ")
_BY_MONTH = {2: "quarterly", 3: "quarterly", 4: "quarterly", 5: "6-month", 6: "6-month", 7: "6-month"}
_BY_MONTH |= {8: "9-month", 9: "9-month"}


def reporting_cycles(text: str, *, year: int | None = None) -> tuple[tuple[Cycle, Due | None], ...]:
    """(cycle, due) of every report that the sentences ask for, each pair once, in reading order.

    Cycles: monthly | quarterly | 6-month | 9-month | annual (a quarter singled out is "quarterly"). Due: {"before":
    bool, "day": 10} where the day falls in the last month of the cycle, with "within" "first" or "next" where it falls
    in another; {"before": bool, "month_day": "11-15"} for a day of the year; None where no day is printed. A day
    without any cycle ("trước ngày 15 tháng 11") is that of the yearly report. Nothing where the text asks for no
    report.
    """
    letters = flatten(text)
    if not _REPORT.search(letters.flat):
        return ()
    atoms = [_of_any_year(atom) for atom in scan(letters, year, occasions=False)]
    atoms = [atom for index, atom in enumerate(atoms) if _is_asked(letters, atoms, index)]
    found = gather(letters, atoms)
    anchors = found.settled()
    if found.every in ([], ["year"]):
        return _once(_of_days(found.all_days)) or tuple((_NAMES[cycle], None) for cycle in found.every)
    return _once((_name(cycle), _due(anchor)) for cycle in found.every for anchor in _days_of(cycle, anchors))


def _once(pairs: Iterable[tuple[Cycle | None, Due | None]]) -> tuple[tuple[Cycle, Due | None], ...]:
    out: list[tuple[Cycle, Due | None]] = []
    for cycle, due in pairs:
        if cycle is not None and (cycle, due) not in out:
            out.append((cycle, due))
    return tuple(out)


def _of_any_year(atom: Atom) -> Atom:
    """The rule holds every year: "trước ngày 15/11/2024" is the 15th of November."""
    if atom.name != "points" or all(point.month is None for point in atom.points):
        return atom
    return replace(atom, points=tuple(Point(None, p.quarter, p.month, p.day) for p in atom.points))


def _is_asked(letters: Letters, atoms: list[Atom], index: int) -> bool:
    """Whether a piece belongs to the rule and not to what is reported on ("kết quả quý I", "hộ nghèo hằng năm")."""
    atom, flat = atoms[index], letters.flat
    if atom.name == "bare":
        return is_valid_bare(letters, atoms, index) or bool(_DAY_AFTER.match(flat, atom.end))
    if atom.name in ("points", "half"):
        return _is_point_asked(letters, atoms, index)
    if atom.name == "cycle":
        return atom.times == 1 and not flat.startswith(" cua ", atom.end)
    return atom.name == "anchor"


def _is_point_asked(letters: Letters, atoms: list[Atom], index: int) -> bool:
    atom, flat = atoms[index], letters.flat
    if any(point.day is not None for point in atom.points):
        if "bao cao" not in flat[flat.rfind(". ", 0, atom.start) + 1 : _stop(flat, atom.end)]:
            return False
        joined = index > 0 and is_listed(flat[atoms[index - 1].end : atom.start])
        return joined or bool(ending(_BEFORE, flat, atom.start))
    listed = [index + step for step in (-1, 1) if 0 <= index + step < len(atoms)]
    gaps = [flat[atoms[min(index, i)].end : atoms[max(index, i)].start] for i in listed]
    return any(is_listed(gap) for gap in gaps) or bool(ending(_ASKED, flat, atom.start))


def _stop(flat: str, start: int) -> int:
    """Where the sentence ends."""
    end = flat.find(". ", start)
    return len(flat) if end < 0 else end


def _name(cycle: str) -> Cycle | None:
    return "quarterly" if cycle.startswith("Q") else _NAMES.get(cycle)


def _days_of(cycle: str, anchors: tuple[Anchor, ...]) -> list[Anchor | None]:
    own: list[Anchor | None] = [anchor for anchor in anchors if anchor.cycle in (None, cycle)]
    return own or [None]


def _of_days(anchors: Sequence[Anchor]) -> Iterator[tuple[Cycle, Due | None]]:
    """Days without a cycle are told by their month; a single one in spring or autumn is rather a thing to do once."""
    days = [anchor for anchor in anchors if anchor.month is not None and anchor.day is not None]
    for anchor in days:
        cycle = _BY_MONTH.get(anchor.month or 12, "annual")
        if len(days) > 1 or cycle in ("6-month", "annual"):
            yield cycle, _due(anchor)


def _due(anchor: Anchor | None) -> Due | None:
    if anchor is None or anchor.day is None:
        return None
    if anchor.month is not None:
        return {"before": anchor.before, "month_day": f"{anchor.month:02d}-{anchor.day:02d}"}
    within = {"within": anchor.within} if anchor.within in ("first", "next") else {}
    return {"before": anchor.before, "day": anchor.day} | within


def anchor_of(due: Due, cycle: str) -> Anchor:
    """The day of one report (as `reporting_cycles` tells it) as an anchor of the schedule's `cycle`; without a month it
    falls in the last of the cycle, unless it names another."""
    month, _, day = str(due.get("month_day") or due["day"]).rpartition("-")
    within = None if month or cycle == "month" else _WITHIN.get(due.get("within"), "last")
    return Anchor(
        day=int(day), month=int(month) if month else None, within=within, before=bool(due.get("before")), cycle=cycle
    )
