"""What units tell the apps above."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class AgencyFollowed:
    """A person confirmed who follows an agency, from the day `on` (ISO): what is open moves to the successor. With a
    `subject` only that part of the work moved, which a person sorts out."""

    NAME: ClassVar[str] = "units.agency-followed"
    predecessor_id: int
    successor_id: int
    subject: str
    on: str
