"""What an occurrence is called on a page: "Quý II/2026", "Tháng 6/2026", "6 tháng đầu năm 2026"."""

import re
from datetime import date

from dondoc.schedule.rules.expressions import Schedule

_ROMAN = {"1": "I", "2": "II", "3": "III", "4": "IV"}
_KEY = re.compile(
    r"(?P<year>\d{4})(?:-Q(?P<quarter>[1-4])|-H(?P<half>[12])|-(?P<nine>9M)|-(?P<month>\d{2})(?:/(?P<months>\d+)M)?(?:-(?P<day>\d{2}))?)?"
)
LONGEST = 120


def label_of(key: str, schedule: Schedule, base_cycle: str = "quarter") -> str:
    """Words for the key of `schedule.rules.occurrences`; a key of another form is shown as it is."""
    key, _, number = key.partition("#")
    first, _, last = key.partition("..")
    if last:
        label = f"Từ {_words(first, '').lower()} đến {_words(last, '').lower()}"
    else:
        cycle = (schedule.every or (base_cycle,))[0] if schedule.kind == "recurring" else ""
        label = _words(first, cycle)
    return (f"{label}, lần {number}" if number else label)[:LONGEST]


def written(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _words(key: str, cycle: str) -> str:
    found = _KEY.fullmatch(key)
    if found is None:
        return key
    year, quarter, half, nine, month, months, day = found.groups()
    if quarter:
        return f"Quý {_ROMAN[quarter]}/{year}"
    if half:
        return f"6 tháng {'đầu' if half == '1' else 'cuối'} năm {year}"
    if nine:
        return f"9 tháng năm {year}"
    if day:
        lead = "Tuần từ" if cycle.endswith("week") else "Ngày"
        return f"{lead} {day}/{month}/{year}"
    if months:
        return f"{months} tháng từ tháng {int(month)}/{year}"
    return f"Tháng {int(month)}/{year}" if month else f"Năm {year}"
