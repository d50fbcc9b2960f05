"""Which agencies lead a dimension: those that lead most of its tasks."""

from collections import Counter

from dondoc.duties.models import DutyAgency, DutyMember, Part
from dondoc.reports.models import Consolidation
from dondoc.units.models import Agency


def leads_of(consolidation: Consolidation, section: int) -> list[Agency]:
    """Leads of the tasks of a dimension in a consolidation, of most tasks first. Three queries."""
    duties = list(consolidation.lines.filter(section=section).exclude(duty=None).values_list("duty_id", flat=True))
    counted: Counter[int] = Counter()
    named = DutyAgency.objects.filter(duty__in=duties, part=Part.LEAD).exclude(agency=None)
    counted.update(named.values_list("agency_id", flat=True))
    led = DutyMember.objects.filter(duty__in=duties, part=Part.LEAD).exclude(agency__in=list(counted))
    counted.update(led.values_list("agency_id", flat=True))
    agencies = Agency.objects.select_related("unit").in_bulk(list(counted))
    return [agencies[key] for key, _ in sorted(counted.items(), key=lambda one: (-one[1], one[0]))]
