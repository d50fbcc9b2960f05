"""A unit that opened its page."""

from collections.abc import Collection
from datetime import datetime

from dondoc.portal.actions.opening import open_parts
from dondoc.portal.rules.openings import Part
from dondoc.units.models import AdministrativeUnit
from makers import LONG_AGO, make_unit


def make_open_unit(
    unit: AdministrativeUnit | None = None, *, parts: Collection[Part] = tuple(Part), at: datetime = LONG_AGO
) -> AdministrativeUnit:
    """A commune with everything open, unless said otherwise."""
    unit = unit or make_unit("An Lạc", level="commune")
    open_parts(unit, parts=parts, by=None, at=at)
    return unit
