"""What comes round for meetings: the new year's receptions and dialogues are made."""

from datetime import datetime, timedelta

from django.utils import timezone

from dondoc.meetings.actions.norms import expand_norms
from dondoc.meetings.models import Norm
from dondoc.records.periodic import every
from dondoc.units.models import AdministrativeUnit


@every(timedelta(days=1), "meetings.year")
def make_year(now: datetime) -> int:
    year = timezone.localtime(now).year
    keepers = AdministrativeUnit.objects.filter(pk__in=Norm.objects.values("unit"))
    return sum(expand_norms(unit, year=year, by=None, at=now) for unit in keepers)
