"""What a row or column of an official workbook is: its code, and which statistic of it.

Workbooks name the same things in two languages and many ways: "Chỉ số nội dung 1: …", "Dimension 1: …", "1: …", "1.1",
"Nội dung thành phần 1.1: …", "PAPI tổng hợp (không có trọng số)", "Unweighted PAPI score". The number of a dimension is
trusted; of a component the name decides, because numbers moved in 2016, 2018 and 2021.
"""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from dondoc.framework.rules.papi import Concept, framework
from dondoc.scores.rules.panel import TOTAL
from dondoc.toolkit.sayings import Saying
from dondoc.toolkit.text import fold

UNWEIGHTED, WEIGHTED, LOW_END, HIGH_END, ERROR = "unweighted", "weighted", "ci-low", "ci-high", "standard-error"
_STATISTICS = (
    (ERROR, re.compile(r"standard error|std\.? ?err|\bs\.?e\.?\b|sai so(?: chuan)?")),
    (LOW_END, re.compile(r"ci[ _-]?low|lower|diem thap|can duoi|gioi han duoi")),
    (HIGH_END, re.compile(r"ci[ _-]?(?:high|up)|upper|diem cao|can tren|gioi han tren")),
    (LOW_END, re.compile(r"95 ?% ?ci|khoang tin cay|confidence interval")),
    (UNWEIGHTED, re.compile(r"un-?weighted|(?:khong|chua)(?: co)? trong so")),
    (WEIGHTED, re.compile(r"weighted|co trong so")),
)
_COMPONENT = re.compile(
    r"^(?:(?:sub-? ?dimension|(?:chi so )?(?:noi dung )?(?:truc )?thanh phan|noi dung|sc|s)\s*)?"
    r"(?P<number>[1-8]\.[1-9])(?!\.?\d)\s*[.:)\-–]?\s*(?P<name>.*)$"
)
_DIMENSION = re.compile(
    r"^(?:(?:dimension|(?:chi so )?noi dung|truc(?: noi dung)?|d)\s*(?P<said>[1-8])(?![.\d])"
    r"|(?P<bare>[1-8])\s*[:.)\-–](?!\d))"
)
_TOTAL = re.compile(r"papi[\w ]{0,12}(?:score|index|tong hop)|(?:chi so|diem) (?:papi )?tong hop|tong (?:diem )?papi")
_SURE, _LIKELY = 0.72, 0.45


@dataclass(frozen=True, slots=True)
class Label:
    """The code that a label names (None where it names an indicator or nothing) and its statistic.

    `doubt` is set where the printed number and the printed name speak of different components.
    """

    code: str | None
    statistic: str
    doubt: str = ""


@lru_cache(maxsize=4096)
def read_label(text: str, year: int, frame: tuple[Concept, ...] | None = None) -> Label:
    """What a row or column head names in the framework of a year."""
    flat, of_year = re.sub(r"^[\s|]+", "", fold(text)), framework(year) if frame is None else frame
    statistic = _statistic(flat)
    component = next((m for part in flat.split("|") if (m := _COMPONENT.match(part.strip()))), None)
    if component:
        return _component(component["number"], component["name"], of_year, statistic)
    dimension = next((m for part in flat.split("|") if (m := _DIMENSION.match(part.strip()))), None)
    if dimension:
        code = f"D{dimension['said'] or dimension['bare']}"
        return Label(code if any(c.code == code for c in of_year) else None, statistic)
    return Label(TOTAL if _TOTAL.search(flat) else None, statistic)


def _statistic(flat: str) -> str:
    return next((name for name, form in _STATISTICS if form.search(flat)), UNWEIGHTED)


def _component(number: str, name: str, frame: tuple[Concept, ...], statistic: str) -> Label:
    """The component whose name is the printed one; the number helps where the name is short or missing."""
    siblings = [c for c in frame if c.parent == f"D{number[0]}"]
    numbered = next((c for c in siblings if c.number == number), None)
    bare = re.split(r"[|(\[]", name)[0].strip()
    ranked = sorted(((_likeness(bare, sibling), sibling.code, sibling) for sibling in siblings), reverse=True)
    best_score, _, best = ranked[0] if ranked else (0.0, "", None)
    if best is None:
        return Label(None, statistic)
    if numbered is None:
        return Label(best.code if best_score >= _LIKELY else None, statistic)
    if best is not numbered and best_score >= _SURE:
        return Label(best.code, statistic, Saying("{number} in như là {name}", number=number, name=best.name_vi))
    return Label(numbered.code, statistic)


def _likeness(printed: str, concept: Concept) -> float:
    """How much a printed name is like either name of a component: 0..1."""
    if not printed:
        return 0.0
    return max(SequenceMatcher(None, printed, fold(name)).ratio() for name in (concept.name_vi, concept.name_en))
