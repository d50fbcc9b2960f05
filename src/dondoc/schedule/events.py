"""What the working calendar tells the apps above."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class CalendarChanged:
    """Days (ISO) that are now worked or off otherwise than before, and the decision that made it so. What is still owed
    and falls about these days is counted anew by whoever keeps it."""

    NAME: ClassVar[str] = "schedule.calendar-changed"
    days: list[str]
    decision: str


@dataclass(frozen=True, slots=True)
class TermChanged:
    """Another number holds for a term, by an office's own row or because one was withdrawn: what says its day by this
    key is counted anew by whoever keeps it."""

    NAME: ClassVar[str] = "schedule.term-changed"
    key: str
    citation: str
