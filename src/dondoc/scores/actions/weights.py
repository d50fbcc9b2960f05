"""Populations of provinces: weights of an approximation, a way of finding provinces alike, never a result."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from dondoc.accounts.models import User
from dondoc.records.actions import audit
from dondoc.scores.adapters.tables import shipped_panel, successors
from dondoc.scores.models import PopulationWeight
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.text import clean
from dondoc.units.models import AdministrativeUnit, Level


def enter_populations(
    populations: Mapping[str, int], *, source: str, year: int | None = None, by: User, at: datetime
) -> None:
    """Enter populations of a year by place with their source; those entered before are replaced, the trail keeps them.
    Refuses a place that no result was published of and that is no province, a merged province (its population is the
    sum of those that went up in it), and populations without a source."""
    source = " ".join(clean(source).split())[:200]
    unknown = set(populations) - set(shipped_panel().provinces)
    own = AdministrativeUnit.objects.filter(code__in=unknown - set(successors()), level=Level.PROVINCE)
    unknown -= set(own.values_list("code", flat=True)) if unknown else set()
    if unknown or not populations:
        raise BadInput("place-unknown", "Chỉ nhập dân số của tỉnh, thành phố có kết quả PAPI 2011-2024.")
    if not source:
        raise BadInput("source-empty", "Chưa ghi nguồn dân số. Ghi tên niên giám hoặc văn bản và năm.")
    with transaction.atomic():
        before = dict(PopulationWeight.objects.filter(place__in=populations).values_list("place", "population"))
        for place, population in populations.items():
            told = {"population": population, "year": year, "source": source, "entered_at": at, "entered_by": by}
            PopulationWeight.objects.update_or_create(place=place, defaults=told)
        after = {**{place: int(n) for place, n in populations.items()}, "year": year, "source": source}
        audit.record("enter_populations", ("population", "provinces"), by=by, at=at, before=before, after=after)
