"""A schedule in Vietnamese, so that reading it again gives the same schedule."""

from dondoc.schedule.rules.expressions import Anchor, Point, Schedule
from dondoc.toolkit.numbering import to_roman

_CYCLES = {
    "day": "hằng ngày",
    "week": "hằng tuần",
    "month": "hằng tháng",
    "quarter": "hằng quý",
    "half-year": "6 tháng",
    "nine-month": "9 tháng",
    "year": "hằng năm",
}
_UNITS = {
    "day": "ngày",
    "week": "tuần",
    "month": "tháng",
    "quarter": "quý",
    "half-year": "6 tháng",
    "nine-month": "9 tháng",
    "year": "năm",
}
_PARTS = {"start": "Đầu ", "middle": "Giữa ", "end": "Cuối "}
_WITHIN = {"last": " tháng cuối quý", "first": " tháng đầu quý", "next": " tháng đầu quý sau"}
_LAST_DAY = 31


def describe(schedule: Schedule) -> str:
    """Words for people. Events, other plans and what is not understood keep their own words."""
    if schedule.kind == "continuous":
        return "Thường xuyên"
    if schedule.kind == "by-law":
        return "Theo quy định"
    if schedule.kind in ("event", "other"):
        return schedule.plan or schedule.text
    if schedule.kind == "recurring":
        return _recurring(schedule)
    words = [_point(point) for point in schedule.points]
    if schedule.kind == "range":
        return f"Từ {words[0]} đến {words[1]}"
    lead = {"before": "Trước ", "from": "Từ ", "on": ""}[schedule.op] if schedule.kind == "date" else ""
    return _capital(lead + _PARTS.get(schedule.part or "", "").lower() + ", ".join(words))


def _point(point: Point) -> str:
    if point.day is not None:
        return f"ngày {point.day:02d}/{point.month:02d}{_year(point, '/')}"
    if point.month is not None:
        return f"tháng {point.month}{_year(point, '/')}"
    if point.quarter is not None:
        return f"quý {to_roman(point.quarter)}{_year(point, '/')}"
    return f"năm {point.year}" if point.year is not None else "trong năm"


def _year(point: Point, sign: str) -> str:
    return f"{sign}{point.year}" if point.year is not None else ""


def _recurring(schedule: Schedule) -> str:
    if not schedule.every:
        return " ".join(["Định kỳ", *_days(schedule.anchors)])
    if schedule.times > 1:
        return f"{schedule.times} lần/{_UNITS[schedule.every[0]]}"
    if any(anchor.cycle for anchor in schedule.anchors):
        return _capital("định kỳ " + ", ".join(_cycle_with_days(schedule, cycle) for cycle in schedule.every))
    cycles = ", ".join(_cycle(cycle) for cycle in schedule.every)
    days = " và ".join(_days(schedule.anchors))
    return _capital(f"định kỳ {cycles}" + (f" {days}" if days else ""))


def _cycle_with_days(schedule: Schedule, cycle: str) -> str:
    days = " và ".join(_days(tuple(a for a in schedule.anchors if a.cycle == cycle)))
    return f"{_cycle(cycle)} {days}".strip()


def _days(anchors: tuple[Anchor, ...]) -> list[str]:
    return [_day(anchor) for anchor in anchors]


def _day(anchor: Anchor) -> str:
    lead = "trước " if anchor.before else "vào "
    if anchor.since is not None:
        return f"từ tháng {anchor.since} đến tháng {anchor.month}"
    if anchor.month is not None:
        return lead + (f"ngày {anchor.day:02d}/{anchor.month:02d}" if anchor.day else f"tháng {anchor.month}")
    return lead + f"ngày {anchor.day}" + _WITHIN.get(anchor.within or "", "")


def _cycle(cycle: str) -> str:
    if cycle.startswith("Q"):
        return f"quý {to_roman(int(cycle[1]))} hằng năm"
    if cycle in _CYCLES:
        return _CYCLES[cycle]
    number, _, unit = cycle.partition("-")
    return f"{number} {_UNITS[unit]}/lần"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
