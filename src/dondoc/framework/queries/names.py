"""Names of dimensions and components in the language of the reader. PAPI is published in both; an edition that has no
English name keeps its Vietnamese one."""

from django.utils.translation import get_language

from dondoc.framework.models import IndexPart
from dondoc.framework.rules.papi import DIMENSIONS, Concept


def language() -> str:
    return get_language() or "vi"


def part_name(part: Concept | IndexPart) -> str:
    return part.named(language())


def dimension_name(number: int | None) -> str:
    """Of PAPI; nothing for what belongs to no dimension."""
    return part_name(DIMENSIONS[number - 1]) if number and 0 < number <= len(DIMENSIONS) else ""


def dimension_names() -> list[tuple[int, str]]:
    """Every dimension of PAPI with its number, for filters."""
    return [(number, part_name(one)) for number, one in enumerate(DIMENSIONS, 1)]
