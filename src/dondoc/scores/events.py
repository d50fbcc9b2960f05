"""What scores tell the apps above."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class ResultsStored:
    """Results of an index were taken in or undone; `years` are those that they speak of."""

    NAME: ClassVar[str] = "scores.results-stored"
    index: str
    batch: str
    years: list[int]
