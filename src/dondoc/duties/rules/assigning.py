"""Who in an agency does what, by rule: the first line that fits says it. Pure.

A line names a dimension ("2"), a component ("2.1"), words of the title, a plan, or several of these: all that it names
must fit. A line that names nothing fits everything and stands last.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_COMPONENT = re.compile(r"(?P<section>[1-9])(?:\.(?P<part>\d{1,2}|x))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Work:
    """What a line looks at: `title` is folded."""

    section: int | None
    component: str
    title: str
    plan_code: str


@dataclass(frozen=True, slots=True)
class Line:
    """`component` as `component_of` gives it; `words` folded."""

    component: str = ""
    words: str = ""
    plan_code: str = ""

    def fits(self, work: Work) -> bool:
        if self.plan_code and self.plan_code != work.plan_code:
            return False
        if self.component and not self._is_within(work):
            return False
        return all(word in work.title for word in self.words.split())

    def _is_within(self, work: Work) -> bool:
        if "." in self.component:
            return work.component == self.component
        return str(work.section or work.component.partition(".")[0]) == self.component


def component_of(text: str) -> str | None:
    """ "2", "2.x", "nội dung 2" as "2"; "2.1" as it is; empty as empty; None for what is neither."""
    text = text.strip().lower().removeprefix("nội dung").strip().rstrip(".")
    if not text:
        return ""
    found = _COMPONENT.fullmatch(text)
    if found is None:
        return None
    part = found["part"]
    return found["section"] if part in (None, "x") else f"{found['section']}.{int(part)}"


def first_fitting(lines: Sequence[Line], works: Iterable[Work]) -> list[int | None]:
    """For each work the number of the first line that fits, or None."""
    return [next((n for n, line in enumerate(lines) if line.fits(work)), None) for work in works]
