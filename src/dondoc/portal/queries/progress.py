"""How far a unit is with its plan, as anybody may read it: sums, never a person, never a requested body."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from dondoc.duties.queries import Counts, summary_by_section, summary_by_unit_and_section
from dondoc.framework.queries.names import dimension_names
from dondoc.units.models import AdministrativeUnit, Level
from dondoc.web.charts import BarChart, bar_chart


@dataclass(frozen=True, slots=True)
class Progress:
    """Counts of all, and of each dimension that has work (0: of none)."""

    total: Counts
    by_section: dict[int, Counts]


def progress_of(unit: AdministrativeUnit, today: date) -> Progress:
    """A province with all that lies in it, a commune alone. One query, whatever the number of obligations."""
    if unit.level == Level.PROVINCE:
        by_section = summary_by_section(today=today, province_id=unit.pk)
    else:
        found = summary_by_unit_and_section(today=today, unit_ids=[unit.pk])
        by_section = {section: counts for (_, section), counts in found.items()}
    return Progress(sum(by_section.values(), Counts()), dict(sorted(by_section.items())))


def progress_chart(progress: Progress, title: str, unit: str) -> BarChart:
    """Settled of what has opened, in per cent, by dimension."""
    names = {number: f"{number}. {name}" for number, name in dimension_names()}
    values = [
        (names.get(section, _("Nhiệm vụ chung")), 100 * counts.settled / counts.asked)
        for section, counts in progress.by_section.items()
        if counts.asked
    ]
    return bar_chart(title, unit, values, top=100, places=0)
