"""Names of periods as they are kept: "Quý II/2026", "6 tháng đầu năm 2026", "Từ tháng 3/2026 đến tháng 5/2026, lần 2".

They are made by rule (`duties.rules.labels`) and kept as text, so they are read back to be said in another language.
"""

import re
from functools import lru_cache

from dondoc.toolkit.sayings import Saying

NAMES = (
    "Quý {quarter}/{year}",
    "6 tháng đầu năm {year}",
    "6 tháng cuối năm {year}",
    "9 tháng năm {year}",
    "Tuần từ {day}/{month}/{year}",
    "Ngày {day}/{month}/{year}",
    "{months} tháng từ tháng {month}/{year}",
    *(f"Tháng {month}/{{year}}" for month in range(1, 13)),
    "Năm {year}",
)
_VALUES = {"quarter": "[IViv]{1,3}", "year": r"\d{4}", "day": r"\d{1,2}", "month": r"\d{1,2}", "months": r"\d{1,2}"}
_SHAPES = [
    (name, re.compile(re.sub(r"\{(\w+)\}", lambda found: f"(?P<{found[1]}>{_VALUES[found[1]]})", name), re.IGNORECASE))
    for name in NAMES
]
_TIMES = re.compile(r"(.+), lần (\d+)")
_STRETCH = re.compile(r"Từ (.+) đến (.+)")


@lru_cache(maxsize=4096)
def period_name(text: str) -> Saying | None:
    """The name that a text is, to be said; None where it names no period of ours (an event, what people wrote)."""
    if found := _TIMES.fullmatch(text):
        period = period_name(found[1])
        return period and Saying("{period}, lần {number}", period=period, number=found[2])
    if found := _STRETCH.fullmatch(text):
        first, last = period_name(found[1]), period_name(found[2])
        return Saying("Từ {first} đến {last}", first=first, last=last) if first and last else None
    for name, shape in _SHAPES:
        if found := shape.fullmatch(text):
            values = {key: value.upper() for key, value in found.groupdict().items()}
            return Saying(name, **values)
    return None
