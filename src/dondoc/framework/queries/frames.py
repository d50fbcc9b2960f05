"""What is measured by year, as the rules of scores take it: from the published editions, else from our own tables."""

from collections import defaultdict
from collections.abc import Mapping

from django.db.models import Count, Max

from dondoc.framework.models import Edition, EditionState, IndexPart
from dondoc.framework.rules.papi import Concept

Frames = Mapping[int, tuple[Concept, ...]]


def frames_stamp(index: str) -> tuple[object, ...]:
    """Changes whenever an edition is published: what a copy kept in memory is compared with. One query."""
    published = Edition.objects.filter(index__code=index, state=EditionState.PUBLISHED)
    told = published.aggregate(count=Count("pk"), last=Max("published_at"))
    return (told["count"], told["last"])


def frames_of(index: str) -> dict[int, tuple[Concept, ...]]:
    """The parts of every published edition by year, in their order. One query."""
    rows = IndexPart.objects.filter(edition__index__code=index, edition__state=EditionState.PUBLISHED)
    found: dict[int, list[Concept]] = defaultdict(list)
    for part in rows.select_related("edition").order_by("edition__year", "order"):
        found[part.edition.year].append(_concept(part))
    return {year: tuple(parts) for year, parts in found.items()}


def _concept(part: IndexPart) -> Concept:
    year = part.edition.year
    return Concept(
        part.code,
        part.level,
        part.parent,
        part.reference or None,
        part.name_vi,
        part.name_en,
        year,
        year,
        part.number or None,
        _plain(part.scale_min),
        _plain(part.scale_max),
        "edition",
        part.is_name_confirmed,
    )


def _plain(value: object) -> str:
    """2.5000 as "2.5", 10.0000 as "10": the texts that our own tables hold."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
