"""What reports tell the parts above and beside."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class ReportMoved:
    """A report went another step by somebody's verb (`reports.rules.states.MOVES`)."""

    NAME: ClassVar[str] = "reports.report-moved"
    code: str
    verb: str
    state: str
