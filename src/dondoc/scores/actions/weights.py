"""Populations of provinces that went up in greater ones: weights of an approximation, never a result."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from dondoc.accounts.models import User
from dondoc.records.actions import audit
from dondoc.scores.adapters.tables import shipped_panel
from dondoc.scores.models import PopulationWeight
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.text import clean


def enter_populations(populations: Mapping[str, int], *, source: str, by: User, at: datetime) -> None:
    """Enter populations by place with their source; those entered before are replaced, the trail keeps them. Refuses a
    place that no result was published of, and populations without a source."""
    source = " ".join(clean(source).split())[:200]
    unknown = set(populations) - set(shipped_panel().provinces)
    if unknown or not populations:
        raise BadInput("place-unknown", "Chỉ nhập dân số của tỉnh, thành phố có kết quả PAPI 2011-2024.")
    if not source:
        raise BadInput("source-empty", "Chưa ghi nguồn dân số. Ghi tên niên giám hoặc văn bản và năm.")
    with transaction.atomic():
        before = dict(PopulationWeight.objects.filter(place__in=populations).values_list("place", "population"))
        for place, population in populations.items():
            told = {"population": population, "source": source, "entered_at": at, "entered_by": by}
            PopulationWeight.objects.update_or_create(place=place, defaults=told)
        after = {**{place: int(n) for place, n in populations.items()}, "source": source}
        audit.record("enter_populations", ("population", "provinces"), by=by, at=at, before=before, after=after)
