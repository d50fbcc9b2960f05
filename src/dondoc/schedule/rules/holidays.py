"""Days off and swapped working Saturdays 2023-2027 for State employees, each with what made it so.

Public holidays: Bộ luật Lao động 2019 Đ.112; one that falls on a weekend is made up for on the next working day, Đ.111
khoản 3. Tết and Quốc khánh are fixed year by year by a notice of the labour (from 2025 home affairs) ministry. 24/11
is a holiday from 2026 by NQ 28/2026/QH16. `certainty`: "law", "announced" (document seen), "reported" (by the press,
number not seen), "estimated" (nothing announced yet: an office overrides it when the notice is out).
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Certainty = Literal["law", "announced", "reported", "estimated"]


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day without work and the decision behind it."""

    day: date
    name: str
    decision: str
    certainty: Certainty = "announced"

    @property
    def why(self) -> str:
        """For people: the name, the decision, and "ước tính" where nothing is announced."""
        mark = {"estimated": "ước tính, ", "reported": "theo báo chí, "}.get(self.certainty, "")
        return f"{self.name} ({mark}{self.decision})"


@dataclass(frozen=True, slots=True)
class WorkingWeekend:
    """A Saturday or Sunday that is worked in place of a day off."""

    day: date
    instead_of: date
    decision: str
    certainty: Certainty = "announced"


_LAW = "Bộ luật Lao động 2019, Điều 112"
_MADE_UP = "Bộ luật Lao động 2019, Điều 111 khoản 3"
_CULTURE = "Nghị quyết 28/2026/QH16"
_NOT_ANNOUNCED = "chưa có thông báo nghỉ Tết, Quốc khánh năm 2027"
_YEARLY: dict[int, tuple[str, Certainty]] = {
    2023: ("thông báo của Bộ LĐTBXH về nghỉ Tết và Quốc khánh năm 2023", "reported"),
    2024: ("Thông báo 5015/TB-LĐTBXH ngày 22/11/2023", "announced"),
    2025: ("Thông báo 6150/TB-BLĐTBXH năm 2024", "announced"),
    2026: ("thông báo của Bộ Nội vụ về nghỉ Tết và Quốc khánh năm 2026", "reported"),
    2027: (_NOT_ANNOUNCED, "estimated"),
}
# Month and day of every day of Tết off, and of the two days of Quốc khánh.
_TET = {
    2023: ("01-20", "01-21", "01-22", "01-23", "01-24", "01-25", "01-26"),
    2024: ("02-08", "02-09", "02-10", "02-11", "02-12", "02-13", "02-14"),
    2025: ("01-27", "01-28", "01-29", "01-30", "01-31"),
    2026: ("02-16", "02-17", "02-18", "02-19", "02-20"),
    2027: ("02-04", "02-05", "02-06", "02-07", "02-08", "02-09", "02-10"),
}
_NATIONAL_DAY = {
    2023: ("09-01", "09-02"),
    2024: ("09-02", "09-03"),
    2025: ("09-01", "09-02"),
    2026: ("09-01", "09-02"),
    2027: ("09-02", "09-03"),
}
_HUNG_KINGS = {2023: "04-29", 2024: "04-18", 2025: "04-07", 2026: "04-26", 2027: "04-16"}
_FIXED = {"01-01": "Tết Dương lịch", "04-30": "Ngày Chiến thắng", "05-01": "Ngày Quốc tế lao động"}
_IN_LIEU = {
    "2023-01-02": "Tết Dương lịch",
    "2023-05-02": "Giỗ Tổ Hùng Vương",
    "2023-05-03": "Ngày Chiến thắng",
    "2023-09-04": "Quốc khánh",
    "2026-04-27": "Giỗ Tổ Hùng Vương",
    "2027-05-03": "Ngày Quốc tế lao động",
}
SWAPS = (
    (date(2024, 4, 29), WorkingWeekend(date(2024, 5, 4), date(2024, 4, 29), "Công văn 2450/VPCP-KGVX năm 2024")),
    (date(2025, 5, 2), WorkingWeekend(date(2025, 4, 26), date(2025, 5, 2), "Thông báo 6150/TB-BLĐTBXH năm 2024")),
    (
        date(2026, 1, 2),
        WorkingWeekend(date(2026, 1, 10), date(2026, 1, 2), "Chính phủ đồng ý hoán đổi ngày 25/12/2025", "reported"),
    ),
    (date(2026, 8, 31), WorkingWeekend(date(2026, 8, 22), date(2026, 8, 31), _YEARLY[2026][0], "reported")),
)
YEARS = range(2023, 2028)


def days_off(year: int) -> tuple[DayOff, ...]:
    """All days off of a year, ascending. Outside 2023-2027 only the days fixed by the solar calendar, as an
    estimate."""
    if year not in YEARS:
        return _solar_days(year)
    decision, certainty = _YEARLY[year]
    found = [DayOff(_day(year, md), name, _LAW, "law") for md, name in _FIXED.items()]
    found.append(DayOff(_day(year, _HUNG_KINGS[year]), "Giỗ Tổ Hùng Vương", _LAW, "law"))
    found += [DayOff(_day(year, md), "Tết Nguyên đán", decision, certainty) for md in _TET[year]]
    found += [DayOff(_day(year, md), "Quốc khánh", decision, certainty) for md in _NATIONAL_DAY[year]]
    if year >= 2026:
        found.append(DayOff(date(year, 11, 24), "Ngày Văn hóa Việt Nam", _CULTURE, "law"))
    lieu = {date.fromisoformat(iso): name for iso, name in _IN_LIEU.items()}
    found += [DayOff(day, f"Nghỉ bù {name}", _MADE_UP, "law") for day, name in lieu.items() if day.year == year]
    found += [_swapped(day, swap) for day, swap in SWAPS if day.year == year]
    return tuple(sorted(found, key=lambda off: off.day))


def working_weekends(year: int) -> tuple[WorkingWeekend, ...]:
    """The weekend days of a year that are worked."""
    return tuple(swap for _, swap in SWAPS if swap.day.year == year)


def _swapped(day: date, swap: WorkingWeekend) -> DayOff:
    return DayOff(day, f"Nghỉ hoán đổi, làm bù {swap.day:%d/%m/%Y}", swap.decision, swap.certainty)


def _solar_days(year: int) -> tuple[DayOff, ...]:
    decision = "chưa có lịch nghỉ của năm này"
    names = _FIXED | {"09-02": "Quốc khánh"} | ({"11-24": "Ngày Văn hóa Việt Nam"} if year >= 2026 else {})
    return tuple(DayOff(_day(year, md), name, decision, "estimated") for md, name in sorted(names.items()))


def _day(year: int, month_day: str) -> date:
    return date.fromisoformat(f"{year}-{month_day}")
