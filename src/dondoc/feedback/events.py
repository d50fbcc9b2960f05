"""What feedback tells the apps above."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class ReportReceived:
    NAME: ClassVar[str] = "feedback.received"
    code: str
    unit: str


@dataclass(frozen=True, slots=True)
class ReportAnswered:
    """`outcome` is the agency's own word; the writer may still deny it."""

    NAME: ClassVar[str] = "feedback.answered"
    code: str
    unit: str
    outcome: str


@dataclass(frozen=True, slots=True)
class ReportPublished:
    """`is_public` False: it was taken back."""

    NAME: ClassVar[str] = "feedback.published"
    code: str
    unit: str
    is_public: bool


@dataclass(frozen=True, slots=True)
class TermNearlyOver:
    """The head is told before the end: nothing of the case but its code."""

    NAME: ClassVar[str] = "feedback.term-nearly-over"
    flow: str
    code: str
    step: str
