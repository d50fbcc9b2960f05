"""What a component's page brings to a person's eyes: shown, never an accusation, and with its limits said."""

from dataclasses import dataclass
from enum import StrEnum

NOISY = 0.4
ENOUGH = 3  # what was asked: one or two things that are done say nothing of a component


class Sign(StrEnum):
    """Kinds of signals."""

    WEAK_WITHOUT_TASK = "weak-without-task"
    DONE_NOT_MOVED = "done-not-moved"
    LATE_AND_WEAK = "late-and-weak"
    NOISY = "noisy"


@dataclass(frozen=True, slots=True)
class Stand:
    """What is known of a component. `is_weak`: in the lowest quarter, or behind the middle in the second lowest.
    `moved` is the last change against the mean change of all provinces, None where nothing compares; `reliability` is
    the likeness of a year to the year before (0..1). The counts are of the current plans."""

    is_weak: bool
    moved: float | None
    reliability: float | None
    tasks: int
    asked: int
    settled: int
    late: int


def signs(of: Stand) -> list[Sign]:
    """What a person should look at, the most pressing first. Tasks are all done when everything that has opened is
    settled; that the component did not move then may lie in the work, in the sample, or in time that it takes."""
    found = []
    if of.is_weak and not of.tasks:
        found.append(Sign.WEAK_WITHOUT_TASK)
    if of.is_weak and of.late:
        found.append(Sign.LATE_AND_WEAK)
    if of.asked >= ENOUGH and of.settled == of.asked and of.moved is not None and of.moved <= 0:
        found.append(Sign.DONE_NOT_MOVED)
    if of.reliability is not None and of.reliability < NOISY:
        found.append(Sign.NOISY)
    return found
