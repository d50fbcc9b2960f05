"""Cycles ("hằng quý", "6 tháng/lần", "2 lần/năm") and the days that are named inside them."""

import re
from collections.abc import Iterator

from dondoc.schedule.rules.atoms import COUNT, UNIT, Atom, count, cycle_of, times_in
from dondoc.schedule.rules.expressions import Anchor, Within

_NOT_IN_WORD = r"(?<![a-z0-9])"
_TIMES = r"(?:lan|dot|cuoc|buoi|hoi nghi|phien|ky|tin|bai|tin bai|chuyen muc|lop)(?![a-z])"
# Words that begin with "quy", "nam", "thang" and are not the period: quy định, quy chế, năm học, tháng thanh niên …
_OTHER_WORD = (
    r"(?! ?(?:dinh|che|trinh|mo|hoach|chuan|uoc|tac|luat|vi|doi|bau|hoc|thanh nien|an toan|hanh dong|dong|cao diem"
    r"|truoc do|thu|dong bac|gan day|qua|lien tuc|nay|cua)(?![a-z]))"
)
_EVERY = re.compile(
    rf"{_NOT_IN_WORD}(?:hang|moi|tung"
    rf"|(?:theo )?hang) ?(?:mot )?(?:(?P<number>{COUNT}) ?)?(?P<unit>{UNIT})(?! ?\d{{1,2}}[/ ]\d)"
    rf"(?! (?:hoc|vi)(?![a-z]))"
)
_BY_UNIT = re.compile(rf"{_NOT_IN_WORD}theo (?P<unit>{UNIT})(?= ?$| ?[,;/()]| va )")
_UNIT_PER_TIME = re.compile(
    rf"{_NOT_IN_WORD}(?:(?:moi|hang|cu|mot|{COUNT}) ?)??(?:(?P<number>{COUNT}) ?)?(?P<unit>{UNIT})"
    rf"(?: ?(?:/|-) ?(?:mot |0?1 ?)?| (?:mot|0?1) ?)(?:lan|ky)(?![a-z])"
)
_TIMES_PER_UNIT = re.compile(
    rf"{_NOT_IN_WORD}(?P<times>{COUNT})(?: ?- ?{COUNT})? ?{_TIMES}(?:[a-z ]{{0,24}}?) ?(?:/ ?|(?:trong|moi|hang|tren"
    rf"|mot) ?)+"
    rf"(?:(?P<number>{COUNT}) ?)?(?P<unit>{UNIT})"
)
_UNIT_TIMES = re.compile(
    rf"{_NOT_IN_WORD}(?:moi|hang|mot"
    rf"|0?1) ?(?P<unit>{UNIT})(?: [a-z]+){{0,4}}? (?P<times>{COUNT})(?: ?- ?{COUNT})? ?{_TIMES}"
)
_BARE = re.compile(
    rf"{_NOT_IN_WORD}(?:(?P<number>\d{{1,2}}|mot|hai|ba|sau|chin) ?)?(?P<unit>(?:thang|quy|qui"
    rf"|nam)(?![a-z0-9])){_OTHER_WORD}(?! ?\d)"
)
_HALF_YEAR = re.compile(rf"{_NOT_IN_WORD}(?:hang )?nua nam(?![a-z])(?! (?:dau|cuoi))")
_PERIODIC = re.compile(
    rf"{_NOT_IN_WORD}(?:(?:theo )?(?:cac )?dinh k[yi]|(?:theo )?thuong k[yi]|(?:hang|moi|theo|tung"
    rf"|cac) k[yi](?: bao cao)?(?! hop))"
    r"(?![a-z])"
)

_EACH = r"(?: (?:cua|trong))?(?: (?:moi|hang|tung|cac|mot))?"
_AFTER = r"(?P<after> (?:sau|tiep theo|ke tiep|lien ke|toi))?"
_MONTH_OF = re.compile(
    rf"{_NOT_IN_WORD}(?:(?:cua|trong|vao) )?(?:cac )?thang (?P<which>cuoi cung|cuoi|dau tien|dau|thu (?:3|ba)|sau"
    rf"|ke tiep|tiep theo|lien ke)"
    rf"(?: cua)?{_EACH} (?P<unit>quy|qui|nam|ky|ki)(?![a-z])(?: bao cao)?(?! ?(?:[ivl]+|h|\d+)(?![a-z])){_AFTER}"
)
_MONTH_AFTER = re.compile(rf"{_NOT_IN_WORD}(?:cua )?thang (?:sau|ke tiep|tiep theo|lien ke|toi|ke)(?! quy)(?![a-z])")
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"
_DAY_OF_CYCLE = re.compile(
    rf"{_NOT_IN_WORD}ngay ?(?:mung |mong |thu )?(?P<days>{_DAY}(?: ?(?:,|va|hoac|&) ?(?:ngay )?{_DAY})*)"
    r"(?! ?[/.-] ?\d| ?thang ?\d| (?:ngay |gio )?lam viec)"
)
_DAY_BEFORE_CYCLE = re.compile(rf"(?<=truoc ){_DAY}(?= (?:cua )?(?:hang|moi|thang cuoi|thang dau|cuoi))")
_EDGE = re.compile(
    rf"{_NOT_IN_WORD}(?P<what>(?:cac )?(?:ngay(?: lam viec)?|tuan|thu [a-z2-7]+)(?: thu (?:\d|nhat|hai|ba|tu))? )?"
    rf"(?P<edge>cuoi cung|cuoi|dau tien|dau|giua|thu (?:\d|hai|ba|tu)|trong)(?: cua)?{_EACH} (?P<unit>tuan|thang|quy"
    rf"|qui)(?![a-z])"
    r"(?! ?(?:(?:[ivl]+|h)(?![a-z])|\d|nay))"
)
_EDGE_OF_YEAR = re.compile(rf"{_NOT_IN_WORD}(?P<edge>dau|giua|cuoi|trong) (?:moi|hang|tung|cac) nam(?![a-z])")
_WEEKDAY = re.compile(rf"{_NOT_IN_WORD}(?:(?:ngay )?thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|chu nhat)(?= hang tuan)")

_WITHIN: dict[str, Within] = {"cuoi": "last", "thu": "last", "dau": "first"}
_LAST_DAY = 31


def cycle_atoms(flat: str) -> Iterator[Atom]:
    """Every cycle and every day of a cycle in the letters, overlapping ones too; best kinds first."""
    yield from _counted(flat)
    yield from _edges(flat)
    for pattern in (_EVERY, _BY_UNIT):
        for found in pattern.finditer(flat):
            number = count(found.groupdict().get("number"))
            yield Atom("cycle", *found.span(), cycles=(cycle_of(number, found["unit"]),))
    for found in _HALF_YEAR.finditer(flat):
        yield Atom("cycle", *found.span(), cycles=("half-year",))
    for found in _PERIODIC.finditer(flat):
        yield Atom("periodic", *found.span())
    for found in _WEEKDAY.finditer(flat):
        yield Atom("cycle", *found.span(), cycles=("week",))
    for found in _BARE.finditer(flat):
        yield Atom("bare", *found.span(), cycles=(cycle_of(count(found["number"]), found["unit"]),))
    yield from _days(flat)


def _counted(flat: str) -> Iterator[Atom]:
    """ "6 tháng/lần", "01 lần/quý", "mỗi năm hai lần"."""
    for found in _UNIT_PER_TIME.finditer(flat):
        yield Atom("cycle", *found.span(), cycles=(cycle_of(count(found["number"]), found["unit"]),))
    for found in _TIMES_PER_UNIT.finditer(flat):
        cycle, times = times_in(count(found["times"]), cycle_of(count(found["number"]), found["unit"]))
        yield Atom("cycle", *found.span(), cycles=(cycle,), times=times)
    for found in _UNIT_TIMES.finditer(flat):
        cycle, times = times_in(count(found["times"]), cycle_of(1, found["unit"]))
        yield Atom("cycle", *found.span(), cycles=(cycle,), times=times)


def _edges(flat: str) -> Iterator[Atom]:
    """ "tháng cuối quý", "tuần đầu của tháng", "cuối mỗi năm"."""
    for found in _MONTH_OF.finditer(flat):
        within: Within = _WITHIN.get(found["which"].split()[0], "next")
        if found["after"] is not None or (within == "next"):
            within = "next"
        cycles = {"quy": ("quarter",), "qui": ("quarter",), "nam": ("year",)}.get(found["unit"], ())
        yield Atom("anchor", *found.span(), anchor=Anchor(within=within), cycles=cycles)
    for found in _MONTH_AFTER.finditer(flat):
        yield Atom("anchor", *found.span(), anchor=Anchor(within="next"))
    for found in _EDGE.finditer(flat):
        if (found["edge"] == "trong" or found["edge"].startswith("thu")) and found["what"] is None:
            continue
        last_day = (found["what"] or "").startswith("ngay") and found["edge"].startswith("cuoi")
        anchor = Anchor(day=_LAST_DAY) if last_day else None
        yield Atom("cycle", *found.span(), cycles=(cycle_of(1, found["unit"]),), anchor=anchor)
    for found in _EDGE_OF_YEAR.finditer(flat):
        yield Atom("cycle", *found.span(), cycles=("year",))


def _days(flat: str) -> Iterator[Atom]:
    for found in _DAY_OF_CYCLE.finditer(flat):
        for number in re.finditer(r"\d+", found["days"]):
            start = found.start() if number.start() == 0 else found.start("days") + number.start()
            yield Atom("anchor", start, found.start("days") + number.end(), anchor=Anchor(day=int(number[0])))
    for found in _DAY_BEFORE_CYCLE.finditer(flat):
        yield Atom("anchor", *found.span(), anchor=Anchor(day=int(found[0])))
