"""The indices and editions that come with the product, into the database."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from dondoc.framework.models import Certainty, Edition, EditionState, Index, IndexPart, Totalling
from dondoc.framework.rules import known
from dondoc.framework.rules.papi import Concept, framework
from dondoc.records.actions import audit

PAPI_YEARS = range(2011, 2025)
PAPI_SOURCE = "Bảng của chúng tôi theo bảng tính 2011-2016 và các báo cáo PAPI; tên chưa đối chiếu được ghi riêng."


def load_shipped(*, by: audit.Actor | None, at: datetime) -> int:
    """Put in what is not there yet; how many editions were new. What is there stays as it is: corrections of an
    administrator are kept. Doing it again changes nothing."""
    with transaction.atomic():
        indices = {one.code: _index(one) for one in known.INDICES}
        made = [_papi(indices[known.PAPI], year, at) for year in PAPI_YEARS]
        for scheme in known.EDITIONS:
            made += [_edition(indices[scheme.index], scheme, year, at) for year in range(scheme.first, scheme.last + 1)]
        new = [code for code in made if code]
        if new:
            audit.record_bulk("load_framework", "index", new, by=by, at=at)
    return len(new)


def _index(one: known.KnownIndex) -> Index:
    told = {"short_name": one.short_name, "name": one.name, "publisher": one.publisher, "about": one.about}
    return Index.objects.get_or_create(code=one.code, defaults=told)[0]


def _papi(index: Index, year: int, at: datetime) -> str:
    parts = framework(year)
    dimensions = sum(part.level == "dimension" for part in parts)
    edition, is_new = Edition.objects.get_or_create(
        index=index,
        year=year,
        defaults={
            "state": EditionState.PUBLISHED,
            "published_at": at,
            "totalling": Totalling.SUM,
            "total_min": dimensions,
            "total_max": 10 * dimensions,
            "certainty": Certainty.SURE,
            "source": PAPI_SOURCE,
        },
    )
    if is_new:
        IndexPart.objects.bulk_create(_part(edition, order, part) for order, part in enumerate(_nested(parts), 1))
    return f"{index.code}:{year}" if is_new else ""


def _nested(parts: Sequence[Concept]) -> list[Concept]:
    """Each dimension before its components."""
    return sorted(parts, key=lambda part: (part.code[:2], part.level != "dimension", part.reference or "9"))


def _part(edition: Edition, order: int, part: Concept) -> IndexPart:
    return IndexPart(
        edition=edition,
        order=order,
        code=part.code,
        level=part.level,
        parent="" if part.level == "dimension" else part.parent,
        number=part.number or "",
        reference=part.reference or "",
        name_vi=part.name_vi,
        name_en=part.name_en,
        scale_min=Decimal(part.scale_min),
        scale_max=Decimal(part.scale_max),
        is_name_confirmed=part.is_name_confirmed,
    )


def _edition(index: Index, scheme: known.KnownEdition, year: int, at: datetime) -> str:
    edition, is_new = Edition.objects.get_or_create(
        index=index,
        year=year,
        defaults={
            "state": EditionState.PUBLISHED,
            "published_at": at,
            "totalling": scheme.totalling,
            "total_min": Decimal(scheme.total[0]),
            "total_max": Decimal(scheme.total[1]),
            "certainty": scheme.certainty,
            "source": scheme.source,
        },
    )
    if is_new:
        IndexPart.objects.bulk_create(
            IndexPart(
                edition=edition, order=order, code=code, level="dimension", name_vi=name,
                scale_min=Decimal(least), scale_max=Decimal(most),
            )
            for order, (code, name, least, most) in enumerate(scheme.parts, 1)
        )  # fmt: skip
    return f"{index.code}:{year}" if is_new else ""
