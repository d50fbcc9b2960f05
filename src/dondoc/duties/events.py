"""What the engine tells the apps above."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class ObligationsPublished:
    """All that a source asks in a year is made and seen from now on."""

    NAME: ClassVar[str] = "duties.obligations-published"
    source_kind: str
    source_code: str
    year: int
    made: int


@dataclass(frozen=True, slots=True)
class ObligationMoved:
    """An obligation went to another state by somebody's verb."""

    NAME: ClassVar[str] = "duties.obligation-moved"
    code: str
    verb: str
    state: str
