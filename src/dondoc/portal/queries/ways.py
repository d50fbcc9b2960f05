"""What one may do at a unit, told by the apps that keep it."""

from dataclasses import dataclass

from dondoc.feedback.queries.public import open_intakes, published
from dondoc.units.models import AdministrativeUnit


@dataclass(frozen=True, slots=True)
class Ways:
    """Which doors the page of a unit shows."""

    takes_reports: bool
    has_answers: bool


def ways_of(unit: AdministrativeUnit) -> Ways:
    """Two queries."""
    return Ways(open_intakes().filter(unit=unit).exists(), published(unit).exists())
