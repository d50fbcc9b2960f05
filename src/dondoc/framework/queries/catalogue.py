"""Indices with their editions, for pages."""

from django.db.models import Count, QuerySet

from dondoc.framework.models import Edition, Index, IndexPart
from dondoc.framework.rules.lines import write_lines


def indices() -> QuerySet[Index]:
    return Index.objects.select_related("owner").annotate(count=Count("editions")).order_by("owner_id", "pk")


def editions(index: Index) -> QuerySet[Edition]:
    return index.editions.annotate(count=Count("parts")).order_by("-year")


def parts(edition: Edition) -> list[IndexPart]:
    return list(edition.parts.order_by("order"))


def lines_of(edition: Edition) -> str:
    """The parts as the form takes them."""
    return write_lines([(p.code, p.parent, p.number, p.name_vi, p.scale_min, p.scale_max) for p in parts(edition)])
