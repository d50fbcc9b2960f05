"""The agencies with which a unit starts, made in one go."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from dondoc.records.actions import audit
from dondoc.records.rules.codes import new_code
from dondoc.units.access import valid_on
from dondoc.units.adapters.tables import shipped_organisation
from dondoc.units.models import AdministrativeUnit, Agency, Level
from dondoc.units.rules.catalogue import Unit
from dondoc.units.rules.departments import Body
from dondoc.units.rules.forms import search_of
from dondoc.units.rules.naming_of_bodies import agencies_of, name_of

ORDER = {Level.PROVINCE: 0, Level.DISTRICT: 1, Level.COMMUNE: 2}
CHUNK = 500


def create_default_agencies(
    units: Iterable[AdministrativeUnit], *, on: date, by: audit.Actor | None, at: datetime
) -> list[Agency]:
    """Make the People's Committee and the default bodies of each unit as they are on a day, each under the body that
    guides it in the unit above. Kinds and names that a unit has already are left as they are; doing it twice changes
    nothing. A proposal: names, guides and ends can be edited afterwards."""
    ordered = sorted(units, key=lambda unit: (ORDER[Level(unit.level)], unit.code))
    with transaction.atomic():
        known = _known(ordered, on)
        made: list[Agency] = []
        for level in Level:
            made += _make([unit for unit in ordered if unit.level == level], known, on)
        if made:
            codes = [agency.code for agency in made]
            scope = ordered[0].code if len(ordered) == 1 else ""
            audit.record_bulk("create_default_agencies", "agency", codes, by=by, at=at, scope=scope)
    return made


def _known(units: list[AdministrativeUnit], on: date) -> dict[tuple[int, str], Agency]:
    """Agencies of the units and of those above, by unit and kind."""
    own = {unit.pk for unit in units}
    above = {unit.parent_id for unit in units if unit.parent_id}
    top = set(AdministrativeUnit.objects.filter(pk__in=above).exclude(parent=None).values_list("parent_id", flat=True))
    rows = Agency.objects.filter(valid_on(on), unit__in=own | above | top)
    return {(agency.unit_id, agency.kind): agency for agency in rows}


def _make(units: list[AdministrativeUnit], known: dict[tuple[int, str], Agency], on: date) -> list[Agency]:
    names = set(Agency.objects.filter(unit__in=units, valid_to=None).values_list("unit_id", "name"))
    rows: list[tuple[Agency, Body]] = []
    for unit in units:
        plain = Unit(
            unit.code, unit.level, unit.official_code, unit.kind_on(on), unit.name_on(on), None, unit.valid_from
        )
        for body in agencies_of(shipped_organisation(), plain, on):
            name = name_of(body, plain)
            if (unit.pk, body.code) not in known and (unit.pk, name) not in names:
                rows.append((_agency(unit, body, name), body))
    for agency in Agency.objects.bulk_create((agency for agency, _ in rows), batch_size=CHUNK):
        known[agency.unit_id, agency.kind] = agency
    guided = [agency for agency, body in rows if _set_guide(agency, body, known)]
    Agency.objects.bulk_update(guided, ["guided_by"], batch_size=CHUNK)
    return [agency for agency, _ in rows]


def _agency(unit: AdministrativeUnit, body: Body, name: str) -> Agency:
    return Agency(
        code=new_code(),
        unit=unit,
        kind=body.code,
        name=name,
        search=search_of(name),
        stance=body.standing,
        valid_from=max(filter(None, (body.valid_from, unit.valid_from)), default=None),
        valid_to=body.valid_to or unit.valid_to,
    )


def _set_guide(agency: Agency, body: Body, known: dict[tuple[int, str], Agency]) -> bool:
    """The body that guides it: in its own unit, or in one above."""
    unit: AdministrativeUnit | None = agency.unit
    while body.guided_by and unit is not None:
        guide = known.get((unit.pk, body.guided_by))
        if guide is not None:
            agency.guided_by = guide
            return True
        unit = unit.parent
    return False
