"""How the sheets of an index are read: PAPI by its official workbooks, any other by its published editions."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from dondoc.framework.models import Edition, EditionState, Index, Totalling
from dondoc.framework.queries.frames import frames_of
from dondoc.scores.adapters.tables import shipped_panel, successors
from dondoc.scores.queries.places import place_of, province_names
from dondoc.scores.queries.store import PAPI, figures_of, stored
from dondoc.scores.rules import workbooks
from dondoc.scores.rules.panel import Panel
from dondoc.scores.rules.plain_labels import read_plain_label
from dondoc.scores.rules.provinces import nearest_province, unit_named
from dondoc.scores.rules.workbooks import Scheme
from dondoc.units.models import AdministrativeUnit

# Two places make a table: an own index may score a few communes.
_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Reading:
    """The panel that a sheet is compared with, how it is read, and what its places are called."""

    panel: Panel
    scheme: Scheme
    names: Mapping[str, str]


def reading_of(index: Index) -> Reading:
    """Of PAPI what stands of it; of another index its own figures, of provinces, or of the units within its owner."""
    if index.code == PAPI:
        return Reading(stored().panel, workbooks.PAPI, province_names())
    editions = Edition.objects.filter(index=index, state=EditionState.PUBLISHED)
    frames = {edition.year: () for edition in editions} | frames_of(index.code)
    names = shipped_panel().provinces if index.owner is None else _units(index.owner)
    later = {place: one.name for place, one in successors().items()} if index.owner is None else {}
    panel = Panel(names, figures_of(index.code), frames=frames, later=later)
    scheme = Scheme(
        label=partial(read_plain_label, names=(index.short_name, index.name)),
        named=nearest_province if index.owner is None else unit_named,
        enough=_ENOUGH,
        years=range(0),
        unsummed=frozenset(one.year for one in editions if one.totalling != Totalling.SUM),
        total={one.year: (f"{one.total_min}", f"{one.total_max}") for one in editions if one.total_max is not None},
    )
    return Reading(panel, scheme, {**province_names(), **names})


def _units(owner: AdministrativeUnit) -> dict[str, str]:
    """The unit whose own index it is, and those within it."""
    below = AdministrativeUnit.objects.filter(parent=owner, valid_to=None).order_by("name")
    return {place_of(owner): owner.full_name, **{unit.code: unit.full_name for unit in below}}
